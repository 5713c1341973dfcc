#include "ui/mainwindow/menus.h"

#include "ui/actions/actions.h"
#include "ui/widgets/panetitle.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QToolButton>

namespace qd::ui {

Menus::Menus(QMainWindow &window, QMenuBar &bar, const Run &run)
{
    for (const char *title : menuTitles())
        m_menus.insert(QLatin1String(title), bar.addMenu(QCoreApplication::translate("Actions", title)));
    for (const ActionRow &row : allActions()) {
        auto *action = new QAction(actionText(row), &window);
        const QString id = QLatin1String(row.id);
        const QKeySequence key(QLatin1String(row.shortcut), QKeySequence::PortableText);
        action->setObjectName(id);
        action->setMenuRole(id == QLatin1String("app.quit") ? QAction::QuitRole : QAction::NoRole);
        if (row.scope == ActionScope::Window)
            action->setShortcut(key);
        else // the key itself belongs to the timeline: here it is only shown
            action->setText(action->text() + QLatin1Char('\t') + key.toString(QKeySequence::NativeText));
        QObject::connect(action, &QAction::triggered, &window, [run, id] { run(id); });
        m_menus.value(QLatin1String(row.menu))->addAction(action);
        window.addAction(action);
        m_actions.insert(id, action);
    }
}

void Menus::setIncidentOpen(bool open)
{
    for (const ActionRow &row : allActions()) {
        if (row.needs == ActionNeeds::Incident)
            m_actions.value(QLatin1String(row.id))->setEnabled(open);
    }
}

QWidget *makePaletteHint(QMenuBar &bar, const std::function<void()> &open)
{
    auto *hint = new QWidget(&bar);
    auto *line = new QHBoxLayout(hint);
    line->setContentsMargins(0, 0, 2 * Theme::grid, 0);
    line->setSpacing(0);
    auto *button = new QToolButton(hint);
    button->setText(QCoreApplication::translate("Menus", "Command palette"));
    button->setAccessibleName(QCoreApplication::translate("Menus", "Open the command palette"));
    button->setFocusPolicy(Qt::NoFocus);
    QObject::connect(button, &QToolButton::clicked, hint, open);
    line->addWidget(makeKeyCap(QCoreApplication::translate("Menus", "Ctrl K"), hint), 0, Qt::AlignVCenter);
    line->addWidget(button, 0, Qt::AlignVCenter);
    return hint;
}

} // namespace qd::ui
