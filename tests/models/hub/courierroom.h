#pragma once
// One console, its courier and a hub that can be taken away: time moves only when a story says so.

#include "models/core/kinds.h"
#include "models/hub/courier.h"
#include "tests/simulate/simhub.h"
#include "tests/simulate/simlog.h"

namespace qd::test {

class Wire : public hub::HubPort // to a hub, as a story wants it
{
public:
    Wire(simulate::SimHub &hub, const simulate::Login &login) : m_hub(hub), m_login(login) { }

    Result<hub::Greeting> connect() override
    {
        ++connects;
        if (down)
            return tl::unexpected(*down);
        hub::Greeting greeting = m_hub.hello(m_login);
        if (!otherHub.isEmpty())
            greeting.hub = otherHub;
        greeting.mayAppend = mayAppend;
        greeting.mayRead = mayRead;
        return greeting;
    }
    void disconnect() override { }
    Result<std::vector<hub::PushAnswer>> push(const std::vector<CarriedEvent> &events) override
    {
        pushes.push_back(static_cast<int>(events.size()));
        if (down)
            return tl::unexpected(*down);
        if (pushFails && (pushFailsFrom == 0 || static_cast<int>(events.size()) >= pushFailsFrom))
            return tl::unexpected(*pushFails);
        std::vector<hub::PushAnswer> answers = m_hub.push(m_login, events);
        if (answersShort)
            answers.pop_back();
        return answers;
    }
    Result<hub::Pulled> pull(const QByteArray &cursor, const hub::Batch &batch) override
    {
        ++pulls;
        return down ? Result<hub::Pulled>(tl::unexpected(*down)) : m_hub.pull(m_login, cursor, batch);
    }
    Result<QHash<ConsoleId, qint64>> heads(const std::vector<ConsoleId> &chains) override
    {
        ++headsAsked;
        return down ? Result<QHash<ConsoleId, qint64>>(tl::unexpected(*down)) : m_hub.heads(m_login, chains);
    }

    simulate::Login &login() { return m_login; }

    std::optional<Error> down, pushFails;
    int pushFailsFrom = 0; // only batches of so many
    bool answersShort = false, mayAppend = true, mayRead = true;
    QString otherHub;
    int connects = 0, pulls = 0, headsAsked = 0;
    std::vector<int> pushes; // how large they were

private:
    simulate::SimHub &m_hub;
    simulate::Login m_login;
};

inline simulate::SimHub makeHub()
{
    simulate::Lots lots(1);
    return simulate::SimHub(lots.uuid(0), lots.uuid(0));
}

class Desk // a console with its courier
{
public:
    Desk(simulate::SimHub &hub, const QString &person, hub::Standing standing = hub::Standing::Responder,
         const hub::CourierPolicy &policy = {})
        : wire(hub, {person.toLower(), person, standing}),
          log(ConsoleId(simulate::Lots(qHash(person, 1)).uuid(0)), person, qHash(person, 2)),
          courier(log, wire, policy, 1)
    {
        log.join(hub.hello({}).hub);
    }

    // Steps until the courier wants to wait; says for how long.
    Duration settle()
    {
        for (int i = 0; i < 10000; ++i) {
            const hub::Courier::Step next = courier.step(now);
            now += callTakes;
            if (next.at && *next.at > now)
                return *next.at - now;
        }
        return Duration(-1);
    }
    Duration after(Duration wait)
    {
        now += wait;
        return settle();
    }
    Event write(const IncidentId &incident, const char *kind, const QString &text = {})
    {
        const Event event = log.append({incident, QString::fromLatin1(kind), {{QStringLiteral("text"), text}}, now}, now);
        courier.hint(hub::Hint::Appended);
        return event;
    }
    IncidentId declare()
    {
        const IncidentId incident(simulate::Lots(static_cast<quint64>(log.events().size()) + qHash(log.author(), 3)).uuid(0));
        write(incident, kinds::declared);
        return incident;
    }
    [[nodiscard]] const hub::CourierStatus &status() const { return courier.status(); }

    Instant now = fromMsecs(1'795'000'000'000);
    Duration callTakes{0};
    Wire wire;
    simulate::SimLog log;
    hub::Courier courier;
};

inline Error networkGone()
{
    return {ErrorCode::Storage, QStringLiteral("The hub cannot be reached."), {}};
}

} // namespace qd::test
