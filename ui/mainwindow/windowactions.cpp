// What the window's own actions do; those of a pane are reached in mainwindow.cpp.
#include "ui/actions/actions.h"
#include "ui/actions/commandpalette.h"
#include "ui/actions/shortcutsheet.h"
#include "ui/bigboard/bigboard.h"
#include "ui/dialogs/declaredialog.h"
#include "ui/hub/hubdialog.h"
#include "ui/mainwindow/asofbar.h"
#include "ui/mainwindow/briefpopover.h"
#include "ui/mainwindow/bundleband.h"
#include "ui/mainwindow/conflictband.h"
#include "ui/mainwindow/header.h"
#include "ui/mainwindow/incidenttrail.h"
#include "ui/mainwindow/lazydock.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/menus.h"
#include "ui/mainwindow/memberspopover.h"
#include "ui/mainwindow/mergedband.h"
#include "ui/mainwindow/paletteitems.h"
#include "ui/mainwindow/perspectives.h"
#include "ui/mainwindow/regions.h"
#include "ui/mainwindow/statusline.h"
#include "ui/notices/noticestrip.h"
#include "ui/plans/importwindow.h"
#include "ui/plans/planswindow.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/timemodes.h"

#include <QApplication>
#include <QFileDialog>
#include <QTimer>

namespace qd::ui {

void MainWindow::makeHandlers()
{
    addIncidentHandlers();
    addViewHandlers();
    addPlaceHandlers();
    addHelpHandlers();
    addNoticeHandlers();
    addPlanHandlers();
    addSharedHandlers();
    m_palette = new CommandPalette(m_theme, this);
}

void MainWindow::addIncidentHandlers()
{
    IncidentSession &session = m_services.session;
    m_handlers = {
        {QStringLiteral("incident.declare"), [this](const QVariant &plan) { declare(plan.toString()); }},
        {QStringLiteral("incident.drill"), [this](const QVariant &) { startDrill(); }},
        {QStringLiteral("incident.urgent"), [&session](const QVariant &) { session.openMostUrgent(); }},
        {QStringLiteral("incident.back"), [this](const QVariant &) { m_trail->back(); }},
        {QStringLiteral("incident.merged"), [this](const QVariant &) { m_merged->openTarget(); }},
        {QStringLiteral("plan.import"), [this](const QVariant &path) { importPlan(path.toString()); }},
        {QStringLiteral("bundle.out"), [this](const QVariant &file) { m_bundle->send(file.toString()); }},
        {QStringLiteral("bundle.in"), [this](const QVariant &file) { m_bundle->bringIn(file.toString()); }},
        {QStringLiteral("app.quit"), [this](const QVariant &) { close(); }},
        {QStringLiteral("record.undo"), [this, &session](const QVariant &) { report(session.undo()); }},
        {QStringLiteral("record.redo"), [this, &session](const QVariant &) { report(session.redo()); }},
        {QStringLiteral("incident.acknowledge"), [this, &session](const QVariant &) { report(session.submit(command::Acknowledge{})); }},
        {QStringLiteral("incident.brief"),
         [this](const QVariant &) {
             if (!m_brief)
                 m_brief = new BriefPopover(m_context, *m_header, this);
             m_brief->toggle();
         }},
        {QStringLiteral("incident.severity"), [this](const QVariant &) { m_header->askSeverity(); }},
        {QStringLiteral("incident.status"),
         [this, &session](const QVariant &status) {
             if (status.toString().isEmpty())
                 m_header->focusStatus();
             else
                 report(session.submit(command::ChangeStatus{status.toString(), {}, {}}));
         }},
    };
}

void MainWindow::addViewHandlers()
{
    for (const Perspective &perspective : allPerspectives()) {
        const QString id = QLatin1String(perspective.id);
        m_handlers.insert(QStringLiteral("view.") + id, [this, id](const QVariant &) { usePerspective(id); });
    }
    m_handlers.insert(QStringLiteral("view.own"),
                      [this](const QVariant &name) { usePerspective(PerspectiveKeeper::ownId(name.toString())); });
    m_handlers.insert(QStringLiteral("view.saveperspective"), [this](const QVariant &) { askPerspectiveName(); });
    m_handlers.insert(QStringLiteral("view.resetperspective"), [this](const QVariant &) { m_perspectives->putBack(); });
    m_handlers.insert(QStringLiteral("view.times"), [this](const QVariant &) { m_times.cycle(); });
    m_handlers.insert(QStringLiteral("view.theme"), [this](const QVariant &) { nextTheme(); });
}

void MainWindow::addPlaceHandlers()
{
    m_handlers.insert(QStringLiteral("view.bigboard"), [this](const QVariant &) { m_bigBoard->toggle(); });
    m_handlers.insert(QStringLiteral("view.bigboardscreen"), [this](const QVariant &) { m_bigBoard->toNextScreen(); });
    m_handlers.insert(QStringLiteral("view.asof"), [this](const QVariant &) { m_asOf->isHidden() ? m_asOf->open() : m_asOf->leave(); });
    m_handlers.insert(QStringLiteral("view.nextregion"), [this](const QVariant &) { focusNextRegion(*this, 1); });
    m_handlers.insert(QStringLiteral("view.previousregion"), [this](const QVariant &) { focusNextRegion(*this, -1); });
    m_handlers.insert(QStringLiteral("view.float"), [this](const QVariant &) {
        if (LazyDock *dock = dockWithFocus())
            dock->toggleFloating();
    });
    m_handlers.insert(QStringLiteral("view.closepane"), [this](const QVariant &) {
        if (LazyDock *dock = dockWithFocus()) {
            dock->close();
            focusScribe();
        }
    });
}

void MainWindow::addHelpHandlers()
{
    m_handlers.insert(QStringLiteral("help.palette"), [this](const QVariant &) { openPalette(); });
    m_handlers.insert(QStringLiteral("help.shortcuts"), [this](const QVariant &) {
        if (m_sheet) {
            m_sheet->close();
            return;
        }
        m_sheet = new ShortcutSheet(m_shortcuts, m_theme, this);
        m_sheet->show();
    });
    m_handlers.insert(QStringLiteral("app.preferences"), [this](const QVariant &section) {
        if (!m_preferences)
            m_preferences = new PreferencesDialog({m_context, m_services.settings, m_shortcuts, m_services.onCallChosen}, this);
        m_preferences->showSection(section.toString());
        m_preferences->show();
        m_preferences->raise();
        m_preferences->activateWindow();
    });
}

void MainWindow::addNoticeHandlers()
{
    m_handlers.insert(QStringLiteral("notices.openlast"), [this](const QVariant &) { m_strip->open(); });
    m_handlers.insert(QStringLiteral("notices.dismiss"), [this](const QVariant &) { m_strip->dismiss(); });
}

void MainWindow::addSharedHandlers()
{
    m_handlers.insert(QStringLiteral("hub.open"), [this](const QVariant &) { openHub(); });
    m_handlers.insert(QStringLiteral("hub.try"), [this](const QVariant &) {
        if (m_services.shared && m_services.shared->isJoined())
            m_services.shared->tryNow();
        else
            openHub();
    });
    m_handlers.insert(QStringLiteral("incident.members"), [this](const QVariant &) {
        if (!m_members)
            m_members = new MembersPopover(m_context, *m_header, this);
        m_members->toggle();
    });
    m_handlers.insert(QStringLiteral("conflict.first"), [this](const QVariant &) { report(m_conflicts->keepFirst()); });
    m_handlers.insert(QStringLiteral("conflict.second"), [this](const QVariant &) { report(m_conflicts->keepLast()); });
    m_handlers.insert(QStringLiteral("conflict.next"), [this](const QVariant &) { m_conflicts->next(); });
}

// The window is made when it is first asked for, and hides when it is closed: what is written in it stays.
void MainWindow::addPlanHandlers()
{
    for (const ActionRow &row : allActions()) {
        const QString id = QLatin1String(row.id);
        if (!id.startsWith(QLatin1String("plans.")))
            continue;
        m_handlers.insert(id, [this, verb = id.section(QLatin1Char('.'), 1)](const QVariant &about) {
            if (!m_plans) {
                m_plans = new PlansWindow(m_context, m_services.plans, this);
                showKeys();
            } else
                m_plans->reload();
            m_plans->show();
            m_plans->raise();
            m_plans->activateWindow();
            m_plans->perform(verb, about);
        });
    }
}

void MainWindow::openHub()
{
    if (!m_services.shared) {
        m_status->say(tr("This record is looked at alone: it can be shared from the window's own program"), Colour::Dim);
        return;
    }
    if (!m_hub) {
        m_hub = new HubDialog(m_context, *m_services.shared, this);
        connect(m_hub, &QDialog::finished, this, [this] { QTimer::singleShot(0, this, &MainWindow::focusScribe); });
    }
    m_hub->show();
    m_hub->raise();
    m_hub->activateWindow();
    m_hub->begin();
}

void MainWindow::declare(const QString &plan)
{
    if (!m_declare) {
        m_declare = new DeclareDialog(m_context, this);
        connect(m_declare, &QDialog::finished, this, [this] { QTimer::singleShot(0, this, &MainWindow::focusScribe); });
        connect(m_declare, &QDialog::accepted, this, [this] {
            m_services.settings.set(Key::LastPlan, m_declare->plan());
            if (m_services.session.incident().restricted) // it is the open one now
                m_status->say(
                    tr("You alone may see it: %1 adds others").arg(m_shortcuts.text(*findAction(QStringLiteral("incident.members")))),
                    Colour::Dim);
        });
        m_declare->choosePlan(m_services.settings.text(Key::LastPlan)); // that was declared under, or installed, last
    }
    m_declare->choosePlan(plan);
    m_declare->show();
    m_declare->raise();
    m_declare->activateWindow();
}

void MainWindow::startDrill()
{
    const Result<QString> reference = m_services.startDrill();
    if (reference)
        m_services.session.openReference(*reference);
    else
        emit m_services.session.failed(reference.error().sentence);
}

void MainWindow::importPlan(const QString &path)
{
    if (!path.isEmpty()) {
        const bool isPlanFile =
            path.endsWith(QLatin1String(".yaml"), Qt::CaseInsensitive) || path.endsWith(QLatin1String(".yml"), Qt::CaseInsensitive);
        isPlanFile ? installPlan(path) : reviewPlan(path);
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Import a written plan"), {},
                                   tr("Documents and plans (*.md *.markdown *.mdx *.txt *.yaml *.yml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::importPlan);
    dialog->show();
}

void MainWindow::installPlan(const QString &path)
{
    const Result<QString> name = m_services.importPlan(path);
    if (name)
        planInstalled(*name);
    else
        emit m_services.session.failed(name.error().sentence);
}

void MainWindow::reviewPlan(const QString &path)
{
    if (!m_import) {
        m_import = new ImportWindow(m_services.reviewPlan(), m_theme, this);
        connect(m_import, &ImportWindow::used, this, &MainWindow::planInstalled);
    }
    m_import->open(path);
    m_import->show();
    m_import->raise();
    m_import->activateWindow();
}

void MainWindow::planInstalled(const QString &name)
{
    if (m_plans)
        m_plans->reload();
    m_services.settings.set(Key::LastPlan, name);
    m_status->say(tr("The plan %1 is installed: the next incident can be declared under it").arg(name), Colour::Good);
}

void MainWindow::openPalette()
{
    const auto isEnabled = [this](const QString &id) { return m_menus->action(id)->isEnabled(); };
    const PaletteSources sources{m_services.session, m_docks, m_shortcuts, m_perspectives->own(), isEnabled, m_context.invoke};
    std::vector<PaletteItem> items = paletteItems(sources);
    for (const QString &name : m_perspectives->own())
        items.push_back({tr("Remove the perspective %1").arg(name), tr("perspective"), [this, name] { removePerspective(name); }});
    m_palette->openWith(std::move(items));
}

void MainWindow::nextTheme()
{
    const auto next = static_cast<Theme::Mode>((static_cast<int>(m_theme.mode()) + 1) % 3);
    m_services.settings.set(Key::Theme, Theme::nameOf(next)); // before the theme says that it changed
    m_theme.apply(*qApp, next);
}

void MainWindow::askPerspectiveName()
{
    if (!m_panesShown)
        return;
    const auto answer = [this](const QStringList &given) -> Result<void> {
        const Result<void> saved = m_perspectives->save(given.value(0));
        if (saved)
            m_status->say(tr("The perspective %1 is saved; it stands in the View menu and in the palette").arg(given.value(0)),
                          Colour::Good);
        return saved;
    };
    Prompt prompt{tr("Save where the panes stand now"),
                  tr("Save"),
                  {{.name = tr("Name of the perspective"), .value = m_perspectives->currentOwn(), .completions = m_perspectives->own()}},
                  answer};
    askInPopover(std::move(prompt), m_theme, *this, menuWidget()->geometry().bottomLeft() + QPoint(4 * Theme::grid, Theme::grid),
                 [this] { focusScribe(); });
}

void MainWindow::removePerspective(const QString &name)
{
    m_perspectives->remove(name);
    m_status->say(tr("The perspective %1 is gone").arg(name), Colour::Dim);
}

LazyDock *MainWindow::dockWithFocus() const
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (auto *dock = qobject_cast<LazyDock *>(widget))
            return dock;
    }
    return nullptr;
}

void MainWindow::report(const Result<EventId> &done)
{
    if (!done)
        emit m_services.session.failed(done.error().sentence);
    focusScribe();
}

} // namespace qd::ui
