#include "app/quarterdeck/program.h"

#include "app/common/places.h"
#include "app/common/sample.h"
#include "models/plan/json.h"
#include "ui/mainwindow/firstpaint.h"
#include "ui/mainwindow/pictures.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace qd {
namespace {

constexpr auto pictureAfter = std::chrono::milliseconds(600); // the incident is open: every pane has painted by then
constexpr int pictureLooks = 50;                              // at a pane that still counts; then it is taken as it is
constexpr auto drillSoFar = std::chrono::minutes(24);

QString settingsFile(const QTemporaryDir *scratch)
{
    return scratch ? scratch->path() + QStringLiteral("/quarterdeck/window.ini") : places::settingsFile();
}

QString draftFolder(const QTemporaryDir *scratch)
{
    const QString folder = scratch ? scratch->path() : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return folder + QStringLiteral("/quarterdeck/drafts");
}

QString importFolder(const QTemporaryDir *scratch)
{
    return scratch ? scratch->path() + QStringLiteral("/imports") : places::planFolder() + QStringLiteral("/imports");
}

QString authorOf(const Options &options, const Settings &settings)
{
    const QString known = settings.text(Key::AuthorName);
    return !options.author.isEmpty() ? options.author : !known.isEmpty() ? known : places::loginName();
}

} // namespace

Program::Program(const Options &options, std::unique_ptr<Journal> journal)
    : m_options(options),
      m_scratch(options.screenshot.isEmpty() ? nullptr : std::make_unique<QTemporaryDir>()),
      m_clock(m_machine),
      m_plans(places::planFolder()),
      m_imports(importFolder(m_scratch.get())),
      m_journal(std::move(journal)),
      m_settings(settingsFile(m_scratch.get())),
      m_drafts(draftFolder(m_scratch.get())),
      m_session(sessionServices(), authorOf(options, m_settings)),
      m_hub(hubSetup()),
      m_shared({*m_journal, m_session, m_hub, [this](const std::optional<Duration> &hubIsAhead) { m_clock.correct(hubIsAhead); }}),
      m_onCall({m_clock, places::feedFolder()}, m_settings, m_session),
      m_notices(desktopSetup(), nullptr)
{
}

Program::~Program() = default;

IncidentSession::Services Program::sessionServices()
{
    const auto choices = [this] {
        std::vector<PlanChoice> all;
        for (const plan::PlanSummary &plan : m_plans.list()) {
            if (plan.problem.isEmpty())
                all.push_back({plan.id, plan.name});
        }
        return all;
    };
    return {*m_journal, m_clock, choices, [this](const QString &name) { return m_plans.load(name); }};
}

ui::WindowServices Program::windowServices()
{
    return {m_session,
            m_settings,
            [this](const QString &path) { return importPlan(path); },
            [this] { return reviewPlan(); },
            [this] { return startDrill(); },
            [this](const QString &key) { return m_drafts.load(key); },
            [this](const QString &key, const QString &text) { m_drafts.keep(key, text); },
            m_scratch ? nullptr : &m_notices,
            [this](bool urgent) { playSound(urgent); },
            [this] { m_onCall.choose(); },
            m_plans,
            m_scratch ? nullptr : &m_shared};
}

DesktopNotices::Setup Program::desktopSetup()
{
    return {[](const QString &name) { return QDBusConnection::connectToBus(QDBusConnection::SessionBus, name); },
            [this](bool urgent) { return m_sounds.fileOf(urgent); }};
}

HubReach::Setup Program::hubSetup()
{
    return {m_journal->path(), m_journal->console(), QDir::homePath(), m_machine};
}

void Program::playSound(bool urgent)
{
    if (!m_scratch) // a picture makes no noise
        m_sounds.play(urgent);
}

Result<QString> Program::importPlan(const QString &path) const
{
    const Result<plan::PlanSummary> added =
        m_plans.add(path, {m_clock.now(), m_session.author(), QStringLiteral("from %1").arg(QFileInfo(path).fileName())});
    return added ? Result<QString>(added->id) : tl::unexpected(added.error());
}

std::unique_ptr<PlanReview> Program::reviewPlan() const
{
    const auto install = [this](const plan::Plan &plan) -> Result<QString> {
        const Result<plan::PlanSummary> added =
            m_plans.add(plan, {m_clock.now(), m_session.author(), QStringLiteral("from a written plan")});
        return added ? Result<QString>(added->id) : tl::unexpected(added.error());
    };
    return std::make_unique<PlanReview>(PlanReview::Services{m_imports, [this](const QString &id) { return m_plans.load(id); }, install},
                                        nullptr);
}

// The sample as far as it went when the room was busiest; a drill from its first event.
Result<QString> Program::startDrill()
{
    const Result<Sample> sample = loadSample(sampleNames().value(0));
    if (!sample)
        return tl::unexpected(sample.error());
    const Result<plan::Plan> plan = plan::loadShipped(sample->plan);
    if (!plan)
        return tl::unexpected(plan.error());
    Stage stage;
    stage.incident = IncidentId::make(m_clock.now());
    for (int length = 4; stage.ref.isEmpty() || m_journal->refIsTaken(stage.ref); ++length)
        stage.ref = makeReference(stage.incident, length);
    stage.plan = plan::toJson(*plan);
    stage.console = m_journal->console();
    stage.seen = m_journal->lastStamp();
    stage.start = m_clock.now() - drillSoFar;
    stage.end = m_clock.now();
    Result<std::vector<Event>> events = playSample(*sample, stage);
    if (!events)
        return tl::unexpected(events.error());
    events->front().body.insert(QStringLiteral("drill"), true);
    const Result<std::vector<Event>> stored = m_journal->appendNow(std::move(*events));
    return stored ? Result<QString>(stage.ref) : tl::unexpected(stored.error());
}

void Program::openFirst()
{
    if (m_journal->position() > 0)
        m_window->showPanes();
    if (!m_options.screenshot.isEmpty())
        takePicture();
    m_session.start();
    const QString last = m_settings.text(Key::LastIncident);
    if (!m_options.incident.isEmpty()) {
        m_session.openReference(m_options.incident);
        return;
    }
    if (const Result<IncidentId> known = last.isEmpty() ? Result<IncidentId>(refused({})) : m_journal->resolve(last)) {
        m_session.open(*known);
        return;
    }
    IncidentFilter filter;
    filter.openOnly = true;
    const Result<std::vector<IncidentSummary>> open = m_journal->incidents(filter);
    if (open && !open->empty())
        openMostUrgent(static_cast<qsizetype>(open->size()));
}

// Once the board has all that are open: which is the most urgent takes all their clocks.
void Program::openMostUrgent(qsizetype openIncidents)
{
    const auto openIt = [this, openIncidents] {
        const auto &rows = m_session.board();
        const auto open = std::count_if(rows.begin(), rows.end(), [](const BoardRow &row) { return row.open; });
        if (!m_session.hasIncident() && open >= openIncidents)
            m_session.openMostUrgent();
    };
    QObject::connect(&m_session, &IncidentSession::boardChanged, m_window.get(), openIt);
    openIt(); // a fast disk has filled the board by now, and it does not change again
}

void Program::takePicture()
{
    const auto save = [this] {
        QWidget *part = ui::partForPicture(*m_window, m_options.part, m_options.size);
        auto *look = new QTimer(m_window.get());
        look->start(pictureAfter / 2);
        QObject::connect(look, &QTimer::timeout, m_window.get(), [this, part, looks = 0]() mutable {
            if (!ui::isReadyForPicture(*m_window) && ++looks < pictureLooks)
                return;
            const bool written = part && part->grab().save(m_options.screenshot, "PNG");
            if (!written)
                std::fprintf(stderr, "error: cannot write %s\n", qPrintable(m_options.screenshot));
            QCoreApplication::exit(written ? 0 : 4);
        });
    };
    const auto grab = [this, save] { QTimer::singleShot(pictureAfter / 2, m_window.get(), save); };
    QObject::connect(&m_session, &IncidentSession::failed, m_window.get(), [](const QString &sentence) {
        std::fprintf(stderr, "error: %s\n", qPrintable(sentence));
        QCoreApplication::exit(1);
    });
    if (m_journal->position() == 0)
        grab();
    else
        QObject::connect(&m_session, &IncidentSession::opened, m_window.get(), grab, Qt::SingleShotConnection);
}

// At first, and for as long as a person has not chosen for themselves.
void Program::followSystem(QApplication &app)
{
    QObject::connect(&m_look, &SystemLook::found, m_window.get(), [this, &app](ui::Theme::Mode mode) {
        m_theme.setSystem(mode);
        m_theme.apply(app, m_theme.modeFor(m_settings.text(Key::Theme)));
    });
    m_look.ask();
}

int Program::run(QApplication &app)
{
    const QString theme = m_options.theme.isEmpty() ? m_settings.text(Key::Theme) : m_options.theme;
    m_theme.apply(app, m_theme.modeFor(theme));
    m_window = std::make_unique<ui::MainWindow>(windowServices(), m_theme);
    if (!m_options.size.isEmpty() && ui::isWholeWindow(m_options.part))
        m_window->resize(m_options.size);
    if (!m_options.perspective.isEmpty())
        m_window->usePerspective(m_options.perspective);
    if (m_options.untilPainted)
        ui::quitAfterFirstPaint(*m_window);
    if (m_options.untilShown) // queued: once the window has made the timeline, before anything of it is painted
        QObject::connect(
            &m_session, &IncidentSession::opened, m_window.get(),
            [this] { ui::quitAfterFirstPaint(*m_window->centralWidget()->findChild<QAbstractItemView *>()->viewport()); },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    QObject::connect(m_journal.get(), &Journal::warned, &m_session, &IncidentSession::failed);
    QObject::connect(m_window.get(), &ui::MainWindow::begun, m_window.get(), [this, &app] {
        if (m_options.theme.isEmpty() && m_options.screenshot.isEmpty())
            followSystem(app);
        openFirst();
        m_onCall.start(settingsFile(m_scratch.get()));
        if (!m_scratch) // a picture is of what is here
            m_shared.start();
    });
    m_window->show();
    const int code = app.exec();
    m_hub.stop();
    return code;
}

} // namespace qd
