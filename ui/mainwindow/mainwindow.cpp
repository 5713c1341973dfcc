#include "ui/mainwindow/mainwindow.h"

#include "ui/actions/actions.h"
#include "ui/actions/commandpalette.h"
#include "ui/actions/shortcutsheet.h"
#include "ui/dialogs/declaredialog.h"
#include "ui/mainwindow/header.h"
#include "ui/mainwindow/lazydock.h"
#include "ui/mainwindow/menus.h"
#include "ui/mainwindow/perspectives.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/welcome.h"
#include "ui/panes/timeline/timelinepane.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>

namespace qd::ui {
namespace {

const QHash<QString, TimeDisplay::Mode> &timeModes()
{
    static const QHash<QString, TimeDisplay::Mode> modes{{QStringLiteral("utc"), TimeDisplay::Mode::Utc},
                                                         {QStringLiteral("local"), TimeDisplay::Mode::Local},
                                                         {QStringLiteral("since-detection"), TimeDisplay::Mode::SinceDetection}};
    return modes;
}

} // namespace

MainWindow::MainWindow(const WindowServices &services, Theme &theme)
    : m_services(services),
      m_theme(theme),
      m_context{services.session,
                theme,
                m_times,
                [this](const QString &action, const QVariant &about) { run(action, about); },
                services.loadDraft,
                services.keepDraft}
{
    setAccessibleName(QStringLiteral("Quarterdeck"));
    setWindowIcon(QIcon(QStringLiteral(":/quarterdeck/icons/quarterdeck.svg")));
    setDockOptions(AllowTabbedDocks | AllowNestedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_layout = LayoutMemory::unpack(services.settings.bytes(Key::Layout));
    makeTop();
    m_centre = new QStackedWidget(this);
    setCentralWidget(m_centre);
    resize(QSize(1600, 1000).boundedTo(screen()->availableSize() - QSize(0, 40))); // its frame has a title bar
    if (const QByteArray geometry = services.settings.bytes(Key::Geometry); !geometry.isEmpty())
        restoreGeometry(geometry);
    setWindowTitle(QStringLiteral("Quarterdeck"));
}

void MainWindow::begin()
{
    if (std::exchange(m_begun, true))
        return;
    m_times.setMode(timeModes().value(m_services.settings.text(Key::TimeMode)));
    m_menus = std::make_unique<Menus>(*this, *m_bar, [this](const QString &action) { run(action); });
    m_menus->setIncidentOpen(false);
    m_bar->setCornerWidget(makePaletteHint(*m_bar, [this] { openPalette(); }), Qt::TopRightCorner);
    m_bar->cornerWidget(Qt::TopRightCorner)->show();
    addHeader();
    m_status = new StatusLine(m_context, this);
    setStatusBar(m_status);
    makeHandlers();
    connectSession();
    emit begun();
}

// The panes go before what they were given.
MainWindow::~MainWindow()
{
    qDeleteAll(std::exchange(m_docks, {}));
    delete takeCentralWidget();
}

void MainWindow::makeTop()
{
    auto *top = new QWidget(this);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new QMenuBar(top);
    m_bar->setMinimumHeight(26);
    auto *name = new QLabel(QStringLiteral("Quarterdeck"), m_bar);
    name->setProperty("brand", true);
    m_bar->setCornerWidget(name, Qt::TopLeftCorner);
    column->addWidget(m_bar);
    setMenuWidget(top);
}

void MainWindow::addHeader()
{
    m_header = new Header(m_context, menuWidget());
    m_header->hide();
    connect(m_header, &Header::done, this, &MainWindow::focusScribe);
    menuWidget()->layout()->addWidget(m_header);
}

void MainWindow::makeDocks()
{
    for (const PaneDescriptor &descriptor : allPanes())
        m_docks.insert(QLatin1String(descriptor.id), new LazyDock(descriptor, m_context, this));
    fillViewMenu();
}

void MainWindow::fillViewMenu()
{
    QMenu *view = m_menus->menu(QStringLiteral("View"));
    view->addSeparator();
    for (const PaneDescriptor &descriptor : allPanes())
        view->addAction(m_docks.value(QLatin1String(descriptor.id))->toggleViewAction());
}

void MainWindow::showPanes()
{
    begin();
    if (std::exchange(m_panesShown, true))
        return;
    m_header->show();
    if (!m_timeline) {
        m_timeline = createTimelinePane(m_context, m_centre);
        m_centre->addWidget(m_timeline);
    }
    m_centre->setCurrentWidget(m_timeline);
    makeDocks();
    usePerspective(std::exchange(m_layout.perspective, QString()));
}

void MainWindow::usePerspective(const QString &id)
{
    const Perspective *perspective = findPerspective(id);
    if (!perspective)
        return usePerspective(QStringLiteral("command"));
    if (!m_panesShown) {
        m_layout.perspective = id;
        return;
    }
    if (!m_layout.perspective.isEmpty())
        m_layout.states.insert(m_layout.perspective, saveState());
    m_layout.perspective = id;
    arrange(*this, m_docks, *perspective);
    if (const QByteArray state = m_layout.states.value(id); !state.isEmpty())
        restoreState(state);
    else
        QTimer::singleShot(0, this, [this, perspective] { giveSizes(*this, m_docks, *perspective); });
    focusScribe();
}

QByteArray MainWindow::layoutBlob()
{
    if (m_panesShown)
        m_layout.states.insert(m_layout.perspective, saveState());
    return m_layout.pack();
}

void MainWindow::useLayout(const QByteArray &blob)
{
    m_layout = LayoutMemory::unpack(blob);
    if (m_panesShown)
        usePerspective(std::exchange(m_layout.perspective, QString()));
}

void MainWindow::makeHandlers()
{
    addIncidentHandlers();
    addViewHandlers();
    m_palette = new CommandPalette(m_theme, this);
}

void MainWindow::addIncidentHandlers()
{
    IncidentSession &session = m_services.session;
    m_handlers = {
        {QStringLiteral("incident.declare"), [this](const QVariant &) { declare(); }},
        {QStringLiteral("incident.drill"), [this](const QVariant &) { startDrill(); }},
        {QStringLiteral("incident.urgent"), [&session](const QVariant &) { session.openMostUrgent(); }},
        {QStringLiteral("plan.import"), [this](const QVariant &) { importPlan(); }},
        {QStringLiteral("app.quit"), [this](const QVariant &) { close(); }},
        {QStringLiteral("record.undo"), [this, &session](const QVariant &) { report(session.undo()); }},
        {QStringLiteral("record.redo"), [this, &session](const QVariant &) { report(session.redo()); }},
        {QStringLiteral("incident.acknowledge"), [this, &session](const QVariant &) { report(session.submit(command::Acknowledge{})); }},
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
    m_handlers.insert(QStringLiteral("view.times"), [this](const QVariant &) {
        m_times.cycle();
        m_services.settings.set(Key::TimeMode, timeModes().key(m_times.mode()));
    });
    m_handlers.insert(QStringLiteral("view.theme"), [this](const QVariant &) { toggleTheme(); });
    m_handlers.insert(QStringLiteral("help.palette"), [this](const QVariant &) { openPalette(); });
    m_handlers.insert(QStringLiteral("help.shortcuts"), [this](const QVariant &) {
        if (m_sheet) {
            m_sheet->close();
            return;
        }
        m_sheet = new ShortcutSheet(m_theme, this);
        m_sheet->show();
    });
}

void MainWindow::run(const QString &action, const QVariant &about)
{
    if (const Handler handler = m_handlers.value(action))
        handler(about);
    else if (!reachPane(action, about))
        m_status->say(tr("There is no action '%1'").arg(action), Colour::Critical);
}

bool MainWindow::reachPane(const QString &action, const QVariant &about)
{
    const QString id = action.section(QLatin1Char('.'), 0, 0);
    const QString verb = action.section(QLatin1Char('.'), 1);
    QWidget *pane = id == QLatin1String("timeline") ? m_timeline : nullptr;
    if (LazyDock *dock = m_docks.value(id)) {
        dock->reach();
        pane = dock->pane();
    }
    if (!pane)
        return !m_panesShown;
    if (auto *actions = dynamic_cast<PaneActions *>(pane))
        actions->perform(verb, about);
    else
        pane->setFocus();
    return true;
}

void MainWindow::connectSession()
{
    IncidentSession &session = m_services.session;
    connect(&session, &IncidentSession::opened, this, &MainWindow::incidentOpened);
    connect(&session, &IncidentSession::changed, this, &MainWindow::showTitle);
    connect(&session, &IncidentSession::boardChanged, this, [this, &session] {
        if (!session.board().empty())
            showPanes();
        else if (!m_panesShown && m_centre->count() == 0)
            m_centre->addWidget(new Welcome(m_context, m_centre));
    });
    if (session.hasIncident())
        incidentOpened();
}

void MainWindow::incidentOpened()
{
    const Incident &incident = m_services.session.incident();
    m_times.setOrigin(incident.milestones.detected);
    showPanes();
    m_menus->setIncidentOpen(true);
    m_services.settings.set(Key::LastIncident, incident.id.toString());
    showTitle();
    QTimer::singleShot(0, this, &MainWindow::focusScribe); // once its pane knows of the incident too
}

void MainWindow::showTitle()
{
    const Incident &incident = m_services.session.incident();
    m_times.setOrigin(incident.milestones.detected);
    setWindowTitle(m_services.session.hasIncident() ? tr("Quarterdeck: %1 %2").arg(incident.ref, incident.displayTitle())
                                                    : QStringLiteral("Quarterdeck"));
}

void MainWindow::declare()
{
    auto *dialog = new DeclareDialog(m_context, this);
    connect(dialog, &QDialog::finished, this, [this] { QTimer::singleShot(0, this, &MainWindow::focusScribe); });
    dialog->show();
}

void MainWindow::startDrill()
{
    const Result<QString> reference = m_services.startDrill();
    if (reference)
        m_services.session.openReference(*reference);
    else
        emit m_services.session.failed(reference.error().sentence);
}

void MainWindow::importPlan()
{
    auto *dialog = new QFileDialog(this, tr("Import your response plan"), {}, tr("Response plans (*.yaml *.yml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Result<QString> name = m_services.importPlan(path);
        if (!name) {
            emit m_services.session.failed(name.error().sentence);
            return;
        }
        m_services.settings.set(Key::LastPlan, *name);
        m_status->say(tr("The plan %1 is installed: the next incident can be declared under it").arg(*name), Colour::Good);
    });
    dialog->show();
}

void MainWindow::openPalette()
{
    std::vector<PaletteItem> items;
    for (const ActionRow &row : allActions()) {
        const QString id = QLatin1String(row.id);
        if (m_menus->action(id)->isEnabled() && id != QLatin1String("help.palette"))
            items.push_back(
                {actionText(row), QKeySequence(QLatin1String(row.shortcut)).toString(QKeySequence::NativeText), [this, id] { run(id); }});
    }
    for (const PaneDescriptor &descriptor : allPanes()) {
        if (LazyDock *dock = m_docks.value(QLatin1String(descriptor.id)))
            items.push_back({tr("Show %1").arg(dock->windowTitle()), tr("pane"), [dock] { dock->reach(); }});
    }
    for (const BoardRow &incident : m_services.session.board())
        items.push_back({incident.ref + QLatin1Char(' ') + incident.title, incident.open ? tr("open incident") : tr("incident"),
                         [this, id = incident.id] { m_services.session.open(id); }});
    m_palette->openWith(std::move(items));
}

void MainWindow::toggleTheme()
{
    const bool toLight = m_theme.mode() == Theme::Mode::Dark;
    m_theme.apply(*qApp, toLight ? Theme::Mode::Light : Theme::Mode::Dark);
    m_services.settings.set(Key::Theme, toLight ? QStringLiteral("light") : QStringLiteral("dark"));
}

void MainWindow::report(const Result<EventId> &done)
{
    if (!done)
        emit m_services.session.failed(done.error().sentence);
    focusScribe();
}

void MainWindow::focusScribe()
{
    LazyDock *scribe = m_docks.value(QStringLiteral("scribe"));
    if (scribe && scribe->isVisible() && m_services.session.hasIncident())
        scribe->pane()->setFocus();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!m_begun)
        QTimer::singleShot(0, this, &MainWindow::begin);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_services.settings.set(Key::Layout, layoutBlob());
    m_services.settings.set(Key::Geometry, saveGeometry());
    m_services.settings.set(Key::Perspective, m_layout.perspective);
    m_services.settings.flush();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && !focusWidget())
        focusScribe();
}

} // namespace qd::ui
