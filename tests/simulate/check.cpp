#include "tests/simulate/check.h"

#include "models/core/fold.h"
#include "models/core/kinds.h"

#include <QJsonDocument>

namespace qd::simulate {
namespace {

using Events = std::vector<const CarriedEvent *>;

QString shortly(const EventId &event)
{
    return event.toString().right(6);
}

Event withBody(const CarriedEvent &carried)
{
    Event event = carried.event;
    event.body = QJsonDocument::fromJson(carried.body).object();
    return event;
}

class Check
{
public:
    explicit Check(const World &world) : m_world(world), m_hub(world.hubAtRest()) { }

    QStringList all()
    {
        if (!m_world.cameToRest())
            return {QStringLiteral("the couriers never come to rest")};
        theHub();
        for (const std::unique_ptr<Console> &console : m_world.consoles()) {
            m_who = console->login.person;
            chainsOf(console->log.events(),
                     [&](const Event &event) { return m_hub.has(event.id) && !m_hub.sees(console->login, event.incident); });
            if (!console->joined)
                continue;
            nothingLost(*console);
            nothingMissing(*console);
            nothingSecret(*console);
            sameState(*console);
        }
        for (const std::unique_ptr<Seat> &seat : m_world.seats())
            inStep(*seat);
        return m_problems;
    }

private:
    void problem(const QString &what) { m_problems << m_who + QStringLiteral(": ") + what; }

    void theHub()
    {
        m_who = QStringLiteral("hub");
        std::vector<CarriedEvent> events;
        std::set<EventId> ids;
        for (const Row &row : m_hub.rows()) {
            if (!row.isEvent())
                continue;
            if (!ids.insert(row.carried.event.id).second)
                problem(QStringLiteral("%1 is there twice").arg(shortly(row.carried.event.id)));
            events.push_back(m_hub.shown(row));
            m_byIncident[row.incident].push_back(withBody(events.back()));
        }
        chainsOf(events, [](const Event &) { return false; });
        for (const auto &[incident, inIt] : m_byIncident)
            m_folded.emplace(incident, fold(inIt));
    }

    // Every chain whole, from its first event on, and every event as its hash says. Of what one may see no more, a part may be all that came: a
    // standby that did not know of a restriction shows an incident until it is told of it again.
    void chainsOf(const std::vector<CarriedEvent> &events, const std::function<bool(const Event &)> &isOutOfSight)
    {
        std::map<ConsoleId, std::map<qint64, const CarriedEvent *>> chains;
        std::set<EventId> ids;
        for (const CarriedEvent &each : events) {
            if (!ids.insert(each.event.id).second)
                problem(QStringLiteral("%1 is there twice").arg(shortly(each.event.id)));
            if (!chains[each.event.console].emplace(each.event.consoleSeq, &each).second)
                problem(QStringLiteral("%1 is not alone in its place").arg(shortly(each.event.id)));
        }
        for (const auto &[console, chain] : chains) {
            QByteArray prev;
            qint64 seq = 0;
            for (const auto &[number, each] : chain) {
                const Event &event = each->event;
                if (isOutOfSight(event))
                    break;
                if (number != ++seq || event.prev != prev || hashEvent(event) != event.hash
                    || (!each->body.isEmpty() && hashBody(each->body) != event.bodyHash)) {
                    problem(QStringLiteral("the chain breaks at %1").arg(shortly(event.id)));
                    break;
                }
                prev = event.hash;
            }
        }
    }

    // What was written is on the hub, or waits for a reason that the hub would give again.
    void nothingLost(const Console &console)
    {
        std::map<ConsoleId, std::map<qint64, CarriedEvent>> waiting;
        for (const EventId &written : console.log.written()) {
            if (!console.log.has(written))
                problem(QStringLiteral("%1 is gone from the record").arg(shortly(written)));
        }
        for (const CarriedEvent &each : console.log.events()) {
            if (!console.log.isShared(each))
                waiting[each.event.console].emplace(each.event.consoleSeq, each);
            else if (!m_hub.has(each.event.id))
                problem(QStringLiteral("%1 counts as the hub's and is not there").arg(shortly(each.event.id)));
        }
        if (console.login.standing == hub::Standing::Observer)
            return;
        for (const auto &[chain, events] : waiting) {
            SimHub wouldBe = m_hub;
            const auto answers = wouldBe.push(console.login, {events.begin()->second});
            if (!console.log.held().contains(chain))
                problem(QStringLiteral("%1 waits and is not held").arg(shortly(events.begin()->second.event.id)));
            else if (answers.front().verdict != hub::Verdict::Refused)
                problem(QStringLiteral("%1 is held, but the hub would take it").arg(shortly(answers.front().event)));
        }
    }

    void nothingMissing(const Console &console)
    {
        for (const Row &row : m_hub.rows()) {
            if (row.isEvent() && m_hub.sees(console.login, row.incident) && !console.log.has(row.carried.event.id))
                problem(QStringLiteral("%1 is on the hub and did not come").arg(shortly(row.carried.event.id)));
        }
    }

    // By what people said alone, and not by what the hub made of it.
    void nothingSecret(const Console &console)
    {
        std::set<IncidentId> closed, opened;
        for (const std::unique_ptr<Console> &each : m_world.consoles()) {
            for (const CarriedEvent &carried : each->log.events()) {
                const Event event = withBody(carried);
                const bool declares = event.kind == QLatin1String(kinds::declared);
                const bool amends = event.kind == QLatin1String(kinds::amended);
                const bool restricts =
                    declares ? event.body.value(QLatin1String("restricted")).toBool() : event.body.value(QLatin1String("value")).toBool();
                if (declares && restricts)
                    closed.insert(event.incident);
                const bool lets = (amends && !restricts) || ((declares || amends) && event.author == console.login.person)
                    || (event.kind == QLatin1String(kinds::memberAdded)
                        && event.body.value(QLatin1String("person")).toString() == console.login.person);
                if (lets)
                    opened.insert(event.incident);
            }
        }
        const std::set<EventId> written(console.log.written().begin(), console.log.written().end());
        for (const CarriedEvent &each : console.log.events()) {
            if (closed.contains(each.event.incident) && !opened.contains(each.event.incident) && !written.contains(each.event.id))
                problem(QStringLiteral("%1 should not be seen here").arg(shortly(each.event.id)));
        }
    }

    // Of what is on the hub: what waits here for a reason is in no other record.
    void sameState(const Console &console)
    {
        std::map<IncidentId, std::vector<Event>> here;
        std::set<IncidentId> apart;
        for (const CarriedEvent &each : console.log.events()) {
            if (m_hub.has(each.event.id))
                here[each.event.incident].push_back(withBody(each));
            else if (each.event.kind == QLatin1String(kinds::entryRedacted))
                apart.insert(each.event.incident); // the words are gone here, and not there
        }
        for (const Row &row : m_hub.rows()) { // or gone there, by a redaction that did not come back after a failover
            if (row.isEvent() && row.carried.body.isEmpty() && !m_hub.redacts(row.carried.event.id))
                apart.insert(row.incident);
        }
        for (const auto &[incident, events] : here) {
            if (apart.contains(incident) || !m_hub.sees(console.login, incident))
                continue;
            if (!(fold(events) == m_folded.at(incident)))
                problem(QStringLiteral("another state than on the hub, by ") + difference(events, m_byIncident.at(incident)));
        }
    }

    static QString difference(const std::vector<Event> &here, const std::vector<Event> &there)
    {
        QStringList differ;
        for (const Event &each : there) {
            const auto same = std::find_if(here.begin(), here.end(), [&each](const Event &event) { return event.id == each.id; });
            if (same == here.end())
                differ << shortly(each.id) + QStringLiteral(" (missing)");
            else if (same->body != each.body)
                differ << shortly(each.id)
                        + (same->body.isEmpty() ? QStringLiteral(" (without its words)") : QStringLiteral(" (other words)"));
            else if (!(*same == each))
                differ << shortly(each.id) + QStringLiteral(" (in another chain)");
        }
        return differ.join(QStringLiteral(", "));
    }

    void inStep(const Seat &seat)
    {
        const Console &console = *m_world.consoles()[static_cast<size_t>(seat.console)];
        m_who = console.login.person;
        const hub::CourierStatus &status = seat.courier->status();
        if (status.state != hub::CourierState::InStep)
            problem(QStringLiteral("not in step: %1")
                        .arg(status.error ? status.error->sentence : QString::number(static_cast<int>(status.state))));
        else if (status.maySend && status.waiting != status.held)
            problem(QStringLiteral("in step, though %1 wait and %2 are held").arg(status.waiting).arg(status.held));
        // A pull each poll; what is held is offered and an observer greets again each `personRetry`, a batch and a question at a time.
        const qint64 polls = m_world.forecast().watched / m_world.forecast().policy.poll.count() + 1;
        const qint64 retries = m_world.forecast().watched / m_world.forecast().policy.personRetry.count() + 1;
        qint64 chainsHeld = static_cast<qint64>(console.log.held().size()) + (status.maySend ? 0 : 2);
        const qint64 most = polls + (polls / 20 + 1) + retries * chainsHeld * 3;
        const qint64 calls = seat.link->calls() - seat.callsWhenCalm;
        if (calls > most)
            problem(QStringLiteral("%1 calls in calm weather, where %2 would do").arg(calls).arg(most));
    }

    const World &m_world;
    const SimHub &m_hub;
    QString m_who;
    QStringList m_problems;
    std::map<IncidentId, std::vector<Event>> m_byIncident;
    std::map<IncidentId, Incident> m_folded;
};

} // namespace

QStringList problems(const World &world)
{
    return Check(world).all();
}

Outcome simulate(quint64 seed, const Weather &weather, const Breaking &breaking, QStringList *trace)
{
    World world(seed, weather, breaking);
    world.traceTo(trace);
    world.run();
    return {problems(world), world.steps()};
}

} // namespace qd::simulate
