#include "ui/widgets/keys.h"

#include <QAction>
#include <QWidget>

namespace qd::ui {

void addKey(QWidget *list, const QString &text, const QKeySequence &key, const std::function<void()> &act)
{
    auto *action = new QAction(text, list);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(action, &QAction::triggered, list, act);
    list->addAction(action);
    list->setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace qd::ui
