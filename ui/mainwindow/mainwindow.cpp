#include "ui/mainwindow/mainwindow.h"

#include "ui/actions/actions.h"
#include "ui/actions/commandpalette.h"
#include "ui/actions/shortcutsheet.h"
#include "ui/bigboard/bigboard.h"
#include "ui/mainwindow/asofbar.h"
#include "ui/mainwindow/bundleband.h"
#include "ui/mainwindow/conflictband.h"
#include "ui/mainwindow/header.h"
#include "ui/mainwindow/incidenttrail.h"
#include "ui/mainwindow/lazydock.h"
#include "ui/mainwindow/menus.h"
#include "ui/mainwindow/mergedband.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/taborder.h"
#include "ui/mainwindow/welcome.h"
#include "ui/notices/noticecentre.h"
#include "ui/notices/noticestrip.h"
#include "ui/notices/traynotices.h"
#include "ui/panes/timeline/timelinepane.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/widgets/timemodes.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>

namespace qd::ui {
MainWindow::MainWindow(const WindowServices &services, Theme &theme)
    : m_services(services),
      m_theme(theme),
      m_context{services.session,
                theme,
                m_times,
                [this](const QString &action, const QVariant &about) { run(action, about); },
                services.loadDraft,
                services.keepDraft,
                services.shared},
      m_shortcuts(services.settings),
      m_perspectives(new PerspectiveKeeper(*this, m_docks, services.settings.bytes(Key::Layout)))
{
    setAccessibleName(QStringLiteral("Quarterdeck"));
    setWindowIcon(QIcon(QStringLiteral(":/quarterdeck/icons/quarterdeck.svg")));
    setDockOptions(AllowTabbedDocks | AllowNestedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    connect(m_perspectives, &PerspectiveKeeper::used, this, &MainWindow::focusScribe);
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
    m_times.setMode(timeModeNamed(m_services.settings.text(Key::TimeMode)));
    connect(&m_times, &TimeDisplay::changed, this, &MainWindow::keepTimeMode);
    m_menus = std::make_unique<Menus>(*this, *m_bar, m_context.invoke);
    m_menus->setIncidentOpen(false);
    connect(m_menus->menu(QStringLiteral("Log")), &QMenu::aboutToShow, this, [this] { m_menus->nameUndo(m_services.session); });
    connect(&m_shortcuts, &Shortcuts::changed, this, &MainWindow::showKeys);
    connect(m_perspectives, &PerspectiveKeeper::ownChanged, this, &MainWindow::showOwnPerspectives);
    m_bigBoard = new BigBoard(m_context, this);
    connect(m_bigBoard, &BigBoard::shown, this, &MainWindow::presentingChanged);
    for (const char *id : {"view.bigboard", "view.bigboardscreen", "view.theme", "view.times"}) // its window hears them too
        m_bigBoard->addAction(m_menus->action(QLatin1String(id)));
    addHeader();
    m_status = new StatusLine(m_context, this);
    setStatusBar(m_status);
    makeNotices();
    makeHandlers();
    showKeys();
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
    m_asOf = new AsOfBar(m_context, menuWidget());
    connect(m_asOf, &AsOfBar::left, this, &MainWindow::focusScribe);
    menuWidget()->layout()->addWidget(m_asOf);
    m_merged = new MergedBand(m_context, menuWidget());
    menuWidget()->layout()->addWidget(m_merged);
    m_bundle = new BundleBand(m_context, menuWidget());
    connect(m_bundle, &BundleBand::left, this, &MainWindow::focusScribe);
    connect(m_bundle, &BundleBand::said, this, [this](const QString &sentence, Colour colour) { m_status->say(sentence, colour); });
    menuWidget()->layout()->addWidget(m_bundle);
    const auto keys = [this](const char *action) { return m_shortcuts.text(*findAction(QLatin1String(action))); };
    m_conflicts = new ConflictBand(m_context, keys, menuWidget());
    connect(m_conflicts, &ConflictBand::settled, this, &MainWindow::report);
    menuWidget()->layout()->addWidget(m_conflicts);
    m_trail = new IncidentTrail(m_services.session, this);
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
    showOwnPerspectives();
}

void MainWindow::showOwnPerspectives()
{
    m_menus->showOwn(
        m_perspectives->own(), [this](const QString &name) { usePerspective(PerspectiveKeeper::ownId(name)); },
        [this](const QString &name) { removePerspective(name); });
}

void MainWindow::showKeys()
{
    m_menus->useKeys(m_shortcuts, [this] { openPalette(); });
    for (QAction *action : findChildren<QAction *>()) { // those of a pane, while it has the focus
        const ActionRow *row = findAction(action->objectName());
        if (row && m_menus->action(action->objectName()) != action)
            action->setShortcut(m_shortcuts.key(*row));
    }
}

void MainWindow::keepTimeMode()
{
    m_services.settings.set(Key::TimeMode, timeModeName(m_times.mode()));
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
    showKeys();
    m_perspectives->begin();
}

void MainWindow::usePerspective(const QString &id)
{
    m_perspectives->use(id);
}

QByteArray MainWindow::layoutBlob()
{
    return m_perspectives->blob();
}

void MainWindow::useLayout(const QByteArray &blob)
{
    m_perspectives->useBlob(blob);
}

bool MainWindow::isPresenting() const
{
    return m_bigBoard && m_bigBoard->isVisible();
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
            m_centre->addWidget(new Welcome(m_context, m_shortcuts.text(*findAction(QStringLiteral("incident.declare"))), m_centre));
    });
    if (session.hasIncident())
        incidentOpened();
}

void MainWindow::makeNotices()
{
    m_strip = new NoticeStrip(m_theme, *m_bar);
    std::vector<NoticeDelivery *> ways;
    if (m_services.desktopNotices)
        ways = {m_services.desktopNotices, new TrayNotices(windowIcon(), this)};
    ways.push_back(m_strip);
    const auto presenting = [this] { return isPresenting(); };
    m_notices = new NoticeCentre({m_services.session, m_services.settings, std::move(ways), presenting, m_services.playSound}, this);
    connect(m_notices, &NoticeCentre::wanted, this, [this](const QString &action, const QString &about) {
        raise(); // the person asked for it
        activateWindow();
        run(action, about);
    });
}

void MainWindow::incidentOpened()
{
    const Incident &incident = m_services.session.incident();
    m_times.setOrigin(incident.milestones.detected);
    m_times.setPlanZone(incident.rules.zone);
    showPanes();
    m_menus->setIncidentOpen(true);
    m_services.settings.set(Key::LastIncident, incident.id.toString());
    showTitle();
    QTimer::singleShot(0, this, [this] { // once its pane knows of the incident too
        m_merged->isVisible() ? m_merged->setFocus() : focusScribe();
    });
}

void MainWindow::showTitle()
{
    const Incident &incident = m_services.session.incident();
    m_times.setOrigin(incident.milestones.detected);
    m_times.setPlanZone(incident.rules.zone);
    const QString title = incident.displayTitle() == incident.ref ? QString() : incident.displayTitle();
    setWindowTitle(m_services.session.hasIncident() ? tr("Quarterdeck: %1 %2").arg(incident.ref, title).trimmed()
                                                    : QStringLiteral("Quarterdeck"));
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
    m_services.settings.set(Key::Perspective, m_perspectives->current());
    m_services.settings.flush();
    if (m_bigBoard)
        m_bigBoard->close();
    QMainWindow::closeEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget *stop = nextStop(*this, focusWidget(), next);
    if (stop)
        stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return stop != nullptr;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && !focusWidget())
        focusScribe();
}

} // namespace qd::ui
