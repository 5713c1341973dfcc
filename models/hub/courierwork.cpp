#include "models/hub/courierwork.h"

#include "models/hub/hubpresence.h"
#include "models/hub/journallog.h"
#include "models/hub/standingwords.h"

#include <QRandomGenerator>

namespace qd::hub {

using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 2s;        // at a connection that may have died, and at a record that another program may have written to
constexpr auto greetEvery = 10s;      // the hub takes a console for gone after three of these
constexpr auto tellEvery = 200ms;     // while much is carried
constexpr auto parcelsAfter = 300ms;  // the last entry that may have brought one
constexpr auto carryAtMost = 20ms;    // before whatever else waits in this thread has its turn
constexpr Duration noticeable = 50ms; // of the clock
constexpr int samplesAtOnce = 3;      // of the hub's clock, when it is new

} // namespace

CourierWork::CourierWork(QString file, ConsoleId console, HubAddress address, QString home, const HubClock &clock,
                         std::shared_ptr<CallGuard> guard)
    : m_file(std::move(file)),
      m_console(console),
      m_address(std::move(address)),
      m_home(std::move(home)),
      m_clock(clock),
      m_guard(std::move(guard)),
      m_next(this),
      m_look(this),
      m_greet(this),
      m_parcels(this)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    m_parcels.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &CourierWork::carry);
    connect(&m_look, &QTimer::timeout, this, &CourierWork::look);
    connect(&m_greet, &QTimer::timeout, this, &CourierWork::greet);
    connect(&m_parcels, &QTimer::timeout, this, &CourierWork::parcelsWait);
}

CourierWork::~CourierWork() = default;

void CourierWork::begin(const QString &password)
{
    if (m_connection) { // another password
        m_connection->setPassword(password);
        return tryNow();
    }
    Result<std::unique_ptr<SharedLog>> log = SharedLog::open(m_file);
    if (!log) {
        m_told = {};
        m_told.state = HubState::Refused;
        m_told.address = m_address.text();
        m_told.sentence = log.error().sentence;
        emit statusChanged(m_told);
        return;
    }
    m_log = std::move(*log);
    m_port = std::make_unique<JournalLog>(*m_log);
    m_connection = std::make_unique<HubConnection>(m_address, m_home, m_guard);
    m_connection->setPassword(password);
    m_connection->onNotified([this] {
        m_courier->hint(Hint::Notified);
        carry();
    });
    m_hub = std::make_unique<PostgresHub>(*m_connection);
    m_courier = std::make_unique<Courier>(*m_port, *m_hub, CourierPolicy(), QRandomGenerator::global()->generate64());
    m_look.start(lookEvery);
    m_greet.start(greetEvery);
    tell(true);
    carry();
}

void CourierWork::carry()
{
    if (!m_courier || m_guard->hasEnded())
        return;
    m_next.stop();
    const Duration begun = m_clock.steady();
    for (;;) {
        const CourierStatus before = m_courier->status();
        const Courier::Step step = m_courier->step(m_clock.now());
        if (m_guard->hasEnded())
            return; // whoever owns the clock may be gone
        afterStep(before);
        if (step.at) {
            m_next.start(std::max<Duration>(0ms, std::min<Duration>(*step.at - m_clock.now(), 1h)));
            if (m_hub->channelsAreOld())
                QTimer::singleShot(0, this, &CourierWork::look);
            return tell(true);
        }
        if (m_clock.steady() - begun > carryAtMost) {
            m_next.start(0);
            return tell(false);
        }
    }
}

void CourierWork::afterStep(const CourierStatus &before)
{
    const CourierStatus &now = m_courier->status();
    if (now.received != before.received)
        emit arrived();
    if (now.received != before.received || now.sent != before.sent)
        m_parcels.start(parcelsAfter);
    if (now.hub != before.hub)
        static_cast<void>(m_log->setStanding(now.hub.person, standingWord(now.hub.standing))); // told again with the next greeting
    const bool wasInStep = before.state == CourierState::InStep;
    if (now.state == CourierState::InStep && !wasInStep) {
        if (before.state == CourierState::Carrying && m_samples > 0)
            return;
        m_parcels.start(parcelsAfter);
        m_greet.start(greetEvery);
        QTimer::singleShot(0, this, &CourierWork::greet);
    }
    if (!isInTouch())
        m_samples = 0;
}

bool CourierWork::isInTouch() const
{
    return m_connection && m_connection->isAlive();
}

void CourierWork::tell(bool isPressing)
{
    HubStatus status = hubStatus(m_courier->status(), m_address.text());
    status.isEncrypted = m_connection->isOpen() ? m_connection->isEncrypted() : m_told.isEncrypted;
    if (status.state == HubState::Offline || status.state == HubState::Refused) { // the courier counts what it carries
        if (const Result<Backlog> backlog = m_port->backlog())
            status.waiting = backlog->waiting;
    }
    const Duration now = m_clock.steady();
    if (status == m_told || (!isPressing && now - m_toldAt < tellEvery))
        return;
    m_told = std::move(status);
    m_toldAt = now;
    emit statusChanged(m_told);
}

void CourierWork::look()
{
    if (m_guard->hasEnded())
        return;
    tellClock();
    const bool isIdle = m_courier->status().state == CourierState::InStep;
    if (!isIdle)
        return tell(true);
    if (!isInTouch()) {
        m_courier->hint(Hint::Notified); // the courier finds out, and connects anew
        return carry();
    }
    const Result<Backlog> backlog = m_port->backlog();
    if (backlog && backlog->waiting > backlog->held)
        appended();
    if (m_hub->channelsAreOld()) {
        if (const Result<void> heard = m_hub->listen(); !heard)
            return failed(heard.error());
        m_courier->hint(Hint::Notified); // what was told in between
        carry();
    }
}

void CourierWork::greet()
{
    if (m_guard->hasEnded() || !isInTouch() || m_courier->status().state == CourierState::Offline)
        return;
    const Result<std::vector<Present>> present = sayHere(*m_connection, m_console, m_incident);
    if (!present)
        return failed(present.error());
    emit presenceChanged(*present);
    measureClock();
}

void CourierWork::measureClock()
{
    if (m_samples == 0)
        m_offset.forget();
    for (int asked = 0; asked == 0 || m_samples < samplesAtOnce; ++asked, ++m_samples) {
        const Duration before = m_clock.steady();
        const Result<Instant> time = m_hub->time();
        if (!time)
            return failed(time.error());
        m_offset.add(*time, before, m_clock.steady());
    }
    tellClock();
}

void CourierWork::tellClock()
{
    const std::optional<Duration> ahead = m_offset.ahead(m_clock.now(), m_clock.steady());
    if (!ahead || (m_toldOffset && std::chrono::abs(*ahead - *m_toldOffset) < noticeable))
        return;
    m_toldOffset = ahead;
    emit clockOffsetChanged(*ahead);
}

// Of what the courier did not ask: it finds the connection closed, and says so.
void CourierWork::failed(const Error &)
{
    if (m_guard->hasEnded() || m_connection->isOpen())
        return;
    m_courier->hint(Hint::Notified);
    carry();
}

void CourierWork::tryNow()
{
    if (!m_courier || m_guard->hasEnded())
        return;
    m_courier->tryNow();
    m_parcels.start(parcelsAfter);
    carry();
}

void CourierWork::appended()
{
    if (!m_courier || m_guard->hasEnded())
        return;
    m_courier->hint(Hint::Appended);
    carry();
}

void CourierWork::lookAt(const IncidentId &incident)
{
    if (m_incident == incident)
        return;
    m_incident = incident;
    if (m_courier && m_courier->status().state == CourierState::InStep)
        greet();
}

void CourierWork::leave()
{
    if (isInTouch() && !m_guard->hasEnded())
        static_cast<void>(sayGone(*m_connection, m_console)); // else the hub notices by itself
}

} // namespace qd::hub
