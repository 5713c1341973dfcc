#pragma once
// A way to a hub that a story moves by hand: nothing goes over a network, every call is noted, and what the hub says comes when the story says so.

#include "models/session/hublink.h"

namespace qd::test {

class FakeLink : public HubLink
{
public:
    using HubLink::HubLink;

    void start(const hub::HubAddress &address) override { calls << QStringLiteral("start ") + address.text(); }
    void stop() override { calls << QStringLiteral("stop"); }
    void tryNow() override { calls << QStringLiteral("try"); }
    void hint() override { ++hints; }
    void lookAt(const IncidentId &incident) override { at = incident; }

    void greet(const hub::HubAddress &address, const QString &password, Done<hub::Greeting> done) override
    {
        calls << QStringLiteral("greet %1 %2").arg(address.text(), password);
        greeted = std::move(done);
    }
    void makeHub(const hub::HubAddress &address, const QString &password, const QString &person, Done<QString> done) override
    {
        calls << QStringLiteral("make %1 %2 %3").arg(address.text(), password, person);
        made = std::move(done);
    }
    void members(Done<std::vector<hub::HubMember>> done) override { done(known); }
    void grant(const hub::HubMember &member, Done<void> done) override
    {
        if (problem) {
            done(tl::unexpected(*problem));
            return;
        }
        std::erase_if(known, [&member](const hub::HubMember &one) { return one.login == member.login; });
        known.push_back(member);
        done({});
    }
    void revoke(const QString &login, Done<void> done) override
    {
        std::erase_if(known, [&login](const hub::HubMember &one) { return one.login == login; });
        done({});
    }
    void keepPassword(const hub::HubAddress &address, const QString &password, Done<void> done) override
    {
        kept.insert(address.credential(), password);
        done({});
    }
    void forgetPassword(const hub::HubAddress &address) override { kept.remove(address.credential()); }

    [[nodiscard]] static hub::Greeting greeting(hub::Standing standing = hub::Standing::Responder,
                                                const QString &person = QStringLiteral("Dana"))
    {
        return {.hub = QStringLiteral("c6a1b1de-0000-4000-8000-000000000001"),
                .epoch = QStringLiteral("1"),
                .person = person,
                .standing = standing};
    }
    void say(hub::HubStatus status) { emit statusChanged(status); }
    void sayState(hub::HubState state, const std::optional<Instant> &since = {}, const QString &sentence = {})
    {
        hub::HubStatus status;
        status.state = state;
        status.since = since;
        status.sentence = sentence;
        status.person = QStringLiteral("Dana");
        status.standing = hub::Standing::Responder;
        emit statusChanged(status);
    }

    QStringList calls;
    int hints = 0;
    IncidentId at;
    Done<hub::Greeting> greeted;
    Done<QString> made;
    std::vector<hub::HubMember> known;
    std::optional<Error> problem;
    QHash<QString, QString> kept;
};

} // namespace qd::test
