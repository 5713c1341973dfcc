#include "ui/mainwindow/menus.h"

#include "ui/actions/actions.h"
#include "ui/actions/shortcuts.h"
#include "ui/mainwindow/undowords.h"
#include "ui/widgets/panetitle.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QToolButton>

namespace qd::ui {
namespace {

// At the end of the menu bar: the key that leads to everything else.
QWidget *makePaletteHint(QMenuBar &bar, const QString &key, const std::function<void()> &open)
{
    auto *hint = new QWidget(&bar);
    auto *line = new QHBoxLayout(hint);
    line->setContentsMargins(0, 2, 2 * Theme::grid, 0);
    line->setSpacing(0);
    auto *button = new QToolButton(hint);
    button->setText(QCoreApplication::translate("Menus", "Command palette"));
    button->setAccessibleName(QCoreApplication::translate("Menus", "Open the command palette"));
    button->setFocusPolicy(Qt::NoFocus);
    QObject::connect(button, &QToolButton::clicked, hint, open);
    if (!key.isEmpty())
        line->addWidget(makeKeyCap(QString(key).replace(QLatin1Char('+'), QLatin1Char(' ')), hint), 0, Qt::AlignVCenter);
    line->addWidget(button, 0, Qt::AlignVCenter);
    return hint;
}

} // namespace

Menus::Menus(QMainWindow &window, QMenuBar &bar, const RunAbout &run) : m_bar(bar)
{
    for (const char *title : menuTitles()) // Alt and its first letter opens it
        m_menus.insert(QLatin1String(title), bar.addMenu(QLatin1Char('&') + QCoreApplication::translate("Actions", title)));
    for (const ActionRow &row : allActions()) {
        auto *action = new QAction(actionText(row), &window);
        const QString id = QLatin1String(row.id);
        action->setObjectName(id);
        action->setMenuRole(id == QLatin1String("app.quit")              ? QAction::QuitRole
                                : id == QLatin1String("app.preferences") ? QAction::PreferencesRole
                                                                         : QAction::NoRole);
        QObject::connect(action, &QAction::triggered, &window, [run, id] { run(id, {}); });
        m_menus.value(QLatin1String(row.menu))->addAction(action);
        window.addAction(action);
        m_actions.insert(id, action);
    }
}

void Menus::useKeys(const Shortcuts &shortcuts, const std::function<void()> &openPalette)
{
    for (const ActionRow &row : allActions()) {
        QAction *action = m_actions.value(QLatin1String(row.id));
        if (row.scope == ActionScope::Window)
            action->setShortcut(shortcuts.key(row));
        else // the key itself belongs to the timeline, or to another window: here it is only shown
            action->setText(actionText(row) + QLatin1Char('\t') + shortcuts.text(row));
    }
    const ActionRow *palette = findAction(QStringLiteral("help.palette"));
    delete m_bar.cornerWidget(Qt::TopRightCorner);
    m_bar.setCornerWidget(makePaletteHint(m_bar, shortcuts.text(*palette), openPalette), Qt::TopRightCorner);
    m_bar.cornerWidget(Qt::TopRightCorner)->show();
}

void Menus::showOwn(const QStringList &perspectives, const Run &use, const Run &remove)
{
    if (!m_own)
        m_own = m_menus.value(QStringLiteral("View"))->addMenu(QCoreApplication::translate("Menus", "Your perspectives"));
    m_own->clear();
    m_own->menuAction()->setVisible(!perspectives.isEmpty());
    for (const QString &name : perspectives)
        QObject::connect(m_own->addAction(name), &QAction::triggered, m_own, [use, name] { use(name); });
    m_own->addSeparator();
    for (const QString &name : perspectives)
        QObject::connect(m_own->addAction(QCoreApplication::translate("Menus", "Remove %1").arg(name)), &QAction::triggered, m_own,
                         [remove, name] { remove(name); });
}

void Menus::nameUndo(const IncidentSession &session)
{
    for (const char *id : {"record.undo", "record.redo"})
        m_actions.value(QLatin1String(id))
            ->setText(actionWords(*findAction(QLatin1String(id)), session).replace(QLatin1Char('&'), QStringLiteral("&&")));
}

void Menus::setIncidentOpen(bool open)
{
    for (const ActionRow &row : allActions()) {
        if (row.needs == ActionNeeds::Incident)
            m_actions.value(QLatin1String(row.id))->setEnabled(open);
    }
}

} // namespace qd::ui
