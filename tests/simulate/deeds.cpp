// What people do in the simulated world, and what befalls it.
#include "models/core/kinds.h"
#include "tests/simulate/world.h"

namespace qd::simulate {
namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

void World::arrange()
{
    for (int i = 0; i < m_forecast.consoles; ++i) {
        const bool administers = i == 0 && m_forecast.administrator;
        const bool observes = i > 0 && i <= m_forecast.observers;
        const int console = addConsole(QStringLiteral("Person%1").arg(i),
                                       administers    ? hub::Standing::Administrator
                                           : observes ? hub::Standing::Observer
                                                      : hub::Standing::Responder);
        if (m_forecast.lateJoiner && i + 1 == m_forecast.consoles)
            later(m_lots.between(0, m_forecast.storm), [this, console] { joinHub(console); });
        else
            joinHub(console);
    }
    if (m_forecast.secondCourier)
        seatAt(0);
    for (int i = 0; i < m_forecast.deeds; ++i)
        later(m_lots.between(0, m_forecast.storm - 1), [this] { deed(); });
    for (int i = 0; i < m_forecast.failovers; ++i)
        later(m_lots.between(0, m_forecast.storm - 1), [this] { failOver(); });
    if (m_forecast.copiedFile)
        later(m_lots.between(0, m_forecast.storm - 1), [this] { copyFile(); });
    for (qint64 at = 0; at < m_forecast.storm; at += 1000)
        later(at, [this] { tick(); });
}

void World::tick()
{
    for (const std::unique_ptr<Console> &console : m_consoles) {
        if (m_weather.partition > 0 && m_lots.chance(m_weather.partition))
            console->cutUntil = m_now + m_lots.between(500, 60000);
        if (m_weather.clockJump > 0 && m_lots.chance(m_weather.clockJump))
            console->clockOffset += m_lots.between(-7'200'000, 7'200'000);
    }
}

void World::failOver()
{
    const auto lost = static_cast<size_t>(m_lots.between(0, std::min<qint64>(static_cast<qint64>(m_hub.commits()), 12)));
    m_hub.promoteStandby(lost, m_lots.uuid(0));
    ++m_server;
    m_hubDownUntil = m_now + m_lots.between(0, 8000);
    trace(-1, QStringLiteral("failover: %1 commits are lost").arg(lost));
}

void World::copyFile()
{
    const Console &from = *m_consoles.front();
    auto copy = std::make_unique<Console>(from);
    copy->log.copiedTo(from.log.author(), m_lots.next());
    m_consoles.push_back(std::move(copy));
    const int console = static_cast<int>(m_consoles.size()) - 1;
    trace(console, text("is a copy of 0"));
    if (m_consoles.back()->joined)
        seatAt(console);
}

void World::deed()
{
    write(static_cast<int>(m_lots.below(static_cast<qint64>(m_consoles.size()))));
}

void World::write(int index)
{
    Console &console = *m_consoles[static_cast<size_t>(index)];
    const int times = m_lots.chance(0.1) ? 6 : 1; // a paste
    for (int i = 0; i < times; ++i) {
        const bool asAnother = m_forecast.otherAuthors && m_lots.chance(0.1);
        const Event event = console.log.append(draftFor(console), clockOf(console), asAnother ? text("Somebody") : QString());
        if (isTracing())
            trace(index, QStringLiteral("writes %1 #%2").arg(event.kind, event.id.toString().right(6)));
    }
    for (const std::unique_ptr<Seat> &seat : m_seats) {
        if (seat->console != index || m_lots.chance(m_weather.lostHint))
            continue;
        later(m_lots.between(0, 20), [this, at = seat.get()] {
            if (!at->courier)
                return;
            at->courier->hint(hub::Hint::Appended);
            wake(*at, m_now);
        });
        break; // the other program does not know
    }
}

EventDraft World::draftFor(const Console &console)
{
    std::vector<IncidentId> incidents;
    for (const CarriedEvent &each : console.log.events()) {
        if (each.event.kind == QLatin1String(kinds::declared))
            incidents.push_back(each.event.incident);
    }
    if (incidents.empty() || m_lots.chance(incidents.size() < 4 ? 0.08 : 0.01))
        return declaration(console);
    return draftIn(console, incidents[static_cast<size_t>(m_lots.below(static_cast<qint64>(incidents.size())))]);
}

EventDraft World::declaration(const Console &console)
{
    const IncidentId incident(m_lots.uuid(toMsecs(clockOf(console))));
    const QJsonObject body{{text("ref"), makeReference(incident)},
                           {text("title"), QStringLiteral("Incident %1").arg(m_order)},
                           {text("severity"), text("P1")},
                           {text("restricted"), m_forecast.restricted && m_lots.chance(0.5)}};
    return {incident, text(kinds::declared), body, clockOf(console)};
}

EventDraft World::draftIn(const Console &console, const IncidentId &incident)
{
    std::vector<EventId> entries;
    for (const CarriedEvent &each : console.log.events()) {
        if (each.event.incident == incident && each.event.kind == QLatin1String(kinds::entryLogged))
            entries.push_back(each.event.id);
    }
    const auto somebody = [this] {
        return m_consoles[static_cast<size_t>(m_lots.below(static_cast<qint64>(m_consoles.size())))]->login.person;
    };
    const qint64 lot = m_lots.below(100);
    const auto draft = [&](const char *kind, const QJsonObject &body) { return EventDraft{incident, text(kind), body, clockOf(console)}; };
    if (m_forecast.restricted && lot < 12)
        return draft(lot < 9 ? kinds::memberAdded : kinds::memberRemoved, {{text("person"), somebody()}});
    if (m_forecast.restricted && lot < 15)
        return draft(kinds::amended, {{text("field"), text("restricted")}, {text("value"), lot < 14}});
    if (!entries.empty() && lot < 30) {
        const QString entry = entries[static_cast<size_t>(m_lots.below(static_cast<qint64>(entries.size())))].toString();
        if (lot < 23)
            return draft(kinds::entryAmended, {{text("entry"), entry}, {text("text"), QStringLiteral("said otherwise %1").arg(m_order)}});
        return draft(kinds::entryRedacted, {{text("entry"), entry}, {text("reason"), text("a secret")}});
    }
    if (lot < 40)
        return draft(kinds::severityChanged,
                     {{text("severity"), QStringLiteral("P%1").arg(m_lots.below(3))}, {text("reason"), text("so it is")}});
    if (lot < 48)
        return draft(kinds::statusChanged, {{text("status"), m_lots.chance(0.5) ? text("mitigating") : text("monitoring")}});
    return draft(kinds::entryLogged,
                 {{text("kind"), text("note")},
                  {text("text"), QStringLiteral("what happened %1").arg(m_order).repeated(static_cast<int>(m_lots.between(1, 12)))}});
}

} // namespace qd::simulate
