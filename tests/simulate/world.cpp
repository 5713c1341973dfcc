#include "tests/simulate/world.h"

namespace qd::simulate {
namespace {

constexpr qint64 beginning = 1'795'000'000'000; // some day

} // namespace

World::World(quint64 seed, const Weather &weather, const Breaking &breaking)
    : m_seed(seed),
      m_lots(seed),
      m_forecast(weather),
      m_weather(weather),
      m_breaking(breaking),
      m_hub(m_lots.uuid(0), m_lots.uuid(0))
{
    if (breaking.numbersBeforeCommit)
        m_hub.delayCommits();
}

Instant World::clockOf(const Console &console) const
{
    return fromMsecs(beginning + console.clockOffset + m_now + static_cast<qint64>(static_cast<double>(m_now) * console.clockDrift));
}

int World::addConsole(const QString &person, hub::Standing standing)
{
    const Login login{person.toLower(), person, standing};
    m_consoles.push_back(std::make_unique<Console>(Console{login, SimLog(ConsoleId(m_lots.uuid(0)), person, m_lots.next())}));
    Console &console = *m_consoles.back();
    console.clockOffset = m_lots.between(-m_forecast.clockOffset, m_forecast.clockOffset);
    console.clockDrift = (m_lots.share() * 2 - 1) * m_forecast.clockDrift;
    return static_cast<int>(m_consoles.size()) - 1;
}

void World::joinHub(int console)
{
    m_consoles[static_cast<size_t>(console)]->log.join(m_hub.hello({}).hub);
    m_consoles[static_cast<size_t>(console)]->joined = true;
    seatAt(console);
}

void World::seatAt(int console)
{
    m_seats.push_back(std::make_unique<Seat>());
    m_seats.back()->console = console;
    start(*m_seats.back());
}

void World::start(Seat &seat)
{
    Console &console = *m_consoles[static_cast<size_t>(seat.console)];
    seat.log = std::make_unique<FrailLog>(*this, seat.console, console.log);
    seat.link = std::make_unique<SimLink>(*this, seat.console, console.login);
    seat.brokenLog = m_breaking.log ? m_breaking.log(*seat.log, console.log) : nullptr;
    seat.brokenHub = m_breaking.hub ? m_breaking.hub(*seat.link) : nullptr;
    hub::LogPort &log = seat.brokenLog ? *seat.brokenLog : *seat.log;
    hub::HubPort &link = seat.brokenHub ? *seat.brokenHub : *seat.link;
    seat.courier = std::make_unique<hub::Courier>(log, link, m_forecast.policy, m_lots.next());
    trace(seat.console, QStringLiteral("starts"));
    wake(seat, m_now);
}

void World::wake(Seat &seat, qint64 at)
{
    const quint64 mine = ++seat.wake;
    later(std::max(at, seat.busyUntil) - m_now, [this, &seat, mine] {
        if (seat.wake == mine && seat.courier)
            step(seat);
    });
}

void World::step(Seat &seat)
{
    ++m_steps;
    const Instant now = clockOf(*m_consoles[static_cast<size_t>(seat.console)]);
    try {
        const hub::Courier::Step next = seat.courier->step(now);
        seat.busyUntil = m_now + seat.link->took();
        wake(seat, seat.busyUntil + (next.at ? std::max<qint64>(0, (*next.at - now).count()) : 0));
    } catch (const Crash &) {
        die(seat);
    }
}

void World::die(Seat &seat)
{
    trace(seat.console, QStringLiteral("dies"));
    seat.courier.reset();
    later(m_lots.between(100, 20000), [this, &seat] {
        if (!seat.courier)
            start(seat);
    });
}

bool World::reaches(int console)
{
    return m_now >= m_hubDownUntil && m_now >= m_consoles[static_cast<size_t>(console)]->cutUntil;
}

void World::pushed(size_t rowsBefore)
{
    const std::vector<Row> &rows = m_hub.rows();
    if (rows.size() == rowsBefore)
        return;
    if (m_breaking.numbersBeforeCommit)
        later(m_lots.between(1, 3000), [this] { m_hub.commitLate(); });
    for (const std::unique_ptr<Seat> &seat : m_seats) {
        const Login &login = m_consoles[static_cast<size_t>(seat->console)]->login;
        const bool isTold = std::any_of(rows.begin() + static_cast<qptrdiff>(rowsBefore), rows.end(),
                                        [&](const Row &row) { return m_hub.sees(login, row.incident); });
        if (!isTold || !seat->link->isConnected() || m_lots.chance(m_weather.lostHint))
            continue;
        const int times = m_lots.chance(m_weather.repeatedHint) ? 3 : 1;
        for (int i = 0; i < times; ++i) {
            later(m_lots.between(1, 30), [this, at = seat.get()] {
                if (!at->courier)
                    return;
                at->courier->hint(hub::Hint::Notified);
                wake(*at, m_now);
            });
        }
    }
}

void World::later(qint64 milliseconds, std::function<void()> what)
{
    m_coming.push({m_now + std::max<qint64>(0, milliseconds), ++m_order, std::move(what)});
}

void World::trace(int console, const QString &line)
{
    if (m_trace)
        *m_trace << QStringLiteral("%1 %2 %3")
                        .arg(static_cast<double>(m_now) / 1000, 9, 'f', 3)
                        .arg(console < 0 ? QStringLiteral("-") : QString::number(console), line);
}

void World::runUntil(qint64 end)
{
    while (!m_coming.empty() && m_coming.top().at <= end && cameToRest()) {
        const Coming next = m_coming.top();
        m_coming.pop();
        m_now = next.at;
        next.what();
    }
    m_now = end;
}

// Everybody is there and reaches the hub; nothing is lost, and nobody writes.
void World::calmDown()
{
    trace(-1, QStringLiteral("calm"));
    m_weather = Weather();
    m_weather.policy = m_forecast.policy;
    m_hubDownUntil = 0;
    for (const std::unique_ptr<Console> &console : m_consoles)
        console->cutUntil = 0;
    for (const std::unique_ptr<Seat> &seat : m_seats) {
        if (!seat->courier)
            start(*seat);
    }
}

void World::run()
{
    arrange();
    runUntil(m_forecast.storm);
    calmDown();
    runUntil(m_forecast.storm + m_forecast.calm);
    for (const std::unique_ptr<Seat> &seat : m_seats)
        seat->callsWhenCalm = seat->link->calls();
    runUntil(m_forecast.storm + m_forecast.calm + m_forecast.watched);
    const auto isBusy = [](const std::unique_ptr<Seat> &seat) { return seat->courier->status().state != hub::CourierState::InStep; };
    for (int second = 0; second < 30 && std::any_of(m_seats.begin(), m_seats.end(), isBusy); ++second)
        runUntil(m_now + 1000); // held chains are offered again now and then: to the end of that
}

} // namespace qd::simulate
