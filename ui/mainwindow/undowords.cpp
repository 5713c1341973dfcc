#include "ui/mainwindow/undowords.h"

#include <QCoreApplication>

namespace qd::ui {

QString actionWords(const ActionRow &row, const IncidentSession &session)
{
    const QLatin1String id(row.id);
    if (const std::optional<Undoable> last = session.undoable(); last && id == QLatin1String("record.undo"))
        return QCoreApplication::translate("Actions", "Take back: %1").arg(last->what);
    if (const std::optional<Undoable> last = session.redoable(); last && id == QLatin1String("record.redo"))
        return QCoreApplication::translate("Actions", "Do again: %1").arg(last->what);
    return actionText(row);
}

} // namespace qd::ui
