// The shared database as the window holds it: joined and left, what waits, who writes, who is in the room, whose clock.
#include "models/session/shareddatabase.h"
#include "tests/support/colleague.h"
#include "tests/support/fakelink.h"
#include "tests/support/room.h"

#include <QSignalSpy>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

namespace {

struct Desk
{
    Room room{QStringLiteral("dana.local")};
    FakeLink link;
    std::optional<Duration> corrected;
    SharedDatabase shared{{*room.journal, *room.session, link, [this](const std::optional<Duration> &by) { corrected = by; }}};
    std::optional<Result<void>> answer;

    void join(const TypedHub &hub = {QStringLiteral("postgresql://dana@db.example.org/quarterdeck"), {}, {}, QStringLiteral("secret")})
    {
        shared.join(hub, [this](const Result<void> &done) { answer = done; });
    }
    void joined(hub::Standing standing = hub::Standing::Responder)
    {
        join();
        link.greeted(FakeLink::greeting(standing));
        QVERIFY(answer && *answer);
    }
};

} // namespace

class TestSharedDatabase : public QObject
{
    Q_OBJECT

private slots:
    void aRecordIsAloneAtFirst()
    {
        Desk desk;
        desk.shared.start();
        QVERIFY(!desk.shared.isJoined());
        QVERIFY(desk.link.calls.isEmpty());
        desk.room.declare();
        QVERIFY(desk.room.settled());
        QCOMPARE(desk.link.hints, 0);
        QVERIFY(!desk.room.session->isWaiting(desk.room.session->events().front().id));
    }

    void joiningAsksOnceThenCarriesAndWritesAsThePersonOfTheHub()
    {
        Desk desk;
        desk.join();
        QCOMPARE(desk.link.calls, QStringList{QStringLiteral("greet postgresql://dana@db.example.org/quarterdeck secret")});
        QVERIFY2(!desk.answer, "the window does not wait");
        QVERIFY(!desk.shared.isJoined());
        desk.link.greeted(FakeLink::greeting());
        QVERIFY(desk.answer && *desk.answer);
        QVERIFY(desk.shared.isJoined());
        QCOMPARE(desk.link.calls.last(), QStringLiteral("start postgresql://dana@db.example.org/quarterdeck"));
        QCOMPARE(desk.room.session->author(), QStringLiteral("Dana"));
        QVERIFY2(desk.room.session->board().empty(), "who writes is no incident");
        QCOMPARE(desk.link.kept.value(QStringLiteral("postgresql://dana@db.example.org/quarterdeck")), QStringLiteral("secret"));
        QCOMPARE(desk.shared.status().state, hub::HubState::Connecting);
        QVERIFY(!desk.room.journal->sharing()->with.address.contains(QStringLiteral("secret")));
    }

    void whatIsRefusedLeavesEverythingAsItWas()
    {
        Desk desk;
        desk.join();
        desk.link.greeted(tl::unexpected(Error{ErrorCode::Refused, QStringLiteral("the password is wrong; type it again"), {}}));
        QVERIFY(desk.answer && !*desk.answer);
        QCOMPARE(desk.answer->error().sentence, QStringLiteral("the password is wrong; type it again"));
        QVERIFY(!desk.shared.isJoined());
        QVERIFY(desk.link.kept.isEmpty());
        QCOMPARE(desk.room.session->author(), QStringLiteral("dana.local"));
        desk.answer.reset();
        desk.join({QStringLiteral("postgresql://dana@db.example.org/q?options=-c"), {}, {}, {}});
        QVERIFY(desk.answer && !*desk.answer);
        desk.join({QString(), {}, {}, {}});
        QVERIFY(desk.answer->error().sentence.startsWith(QStringLiteral("Say where the hub is")));
    }

    void whatATerminalJoinedMeanwhileIsNotOverwritten()
    {
        Desk desk;
        desk.join();
        Sharing other;
        other.address = QStringLiteral("postgresql://dana@elsewhere/quarterdeck");
        other.hub = QStringLiteral("another");
        QVERIFY(desk.room.journal->join(other));
        desk.link.greeted(FakeLink::greeting());
        QVERIFY(desk.answer && !*desk.answer);
        QVERIFY(desk.answer->error().sentence.contains(QStringLiteral("elsewhere")));
        QCOMPARE(desk.room.journal->sharing()->with, other);
    }

    void aLoginWithoutAPartInTheHubIsToldWhatToDo()
    {
        Desk desk;
        desk.join();
        desk.link.greeted(FakeLink::greeting(hub::Standing::None));
        QVERIFY(desk.answer && !*desk.answer);
        QVERIFY(desk.answer->error().sentence.contains(QStringLiteral("ask an administrator")));
        QVERIFY(!desk.shared.isJoined());
    }

    void aHostAloneIsCompletedByTheOtherFields()
    {
        const Result<ReadHub> hub =
            SharedDatabase::read({QStringLiteral("db1,db2:5433"), QStringLiteral("war room"), QStringLiteral("dana@ops"), {}});
        QVERIFY2(hub, hub ? "" : qPrintable(hub.error().sentence));
        QCOMPARE(hub->address.login, QStringLiteral("dana@ops"));
        QCOMPARE(hub->address.database, QStringLiteral("war room"));
        QCOMPARE(hub->address.hosts.size(), 2u);
        QVERIFY(!hub->isThisMachine);
        QVERIFY(SharedDatabase::read({QStringLiteral("localhost"), QStringLiteral("q"), {}, {}})->isThisMachine);
    }

    void afterARestartItGoesOn()
    {
        Desk desk;
        desk.joined();
        SharedDatabase again({*desk.room.journal, *desk.room.session, desk.link, [](const std::optional<Duration> &) {}});
        desk.link.calls.clear();
        again.start();
        QVERIFY(again.isJoined());
        QCOMPARE(desk.link.calls, QStringList{QStringLiteral("start postgresql://dana@db.example.org/quarterdeck")});
        QCOMPARE(again.status().person, QStringLiteral("Dana"));
    }

    void whatTheHubDoesNotHaveWaits()
    {
        Desk desk;
        desk.joined();
        desk.room.declare();
        const EventId entry = *desk.room.log(QStringLiteral("rolled back"));
        QVERIFY(desk.room.session->isWaiting(entry));
        QVERIFY(desk.room.settled());
        QTRY_COMPARE(desk.shared.status().waiting, 2);
        QVERIFY(desk.link.hints > 0);
        QVERIFY(desk.room.session->isWaiting(entry));
        QCOMPARE(desk.link.at, desk.room.session->incident().id);
        desk.link.sayState(hub::HubState::Offline, at("14:01"), QStringLiteral("db.example.org does not answer"));
        QCOMPARE(desk.shared.status().state, hub::HubState::Offline);
        QCOMPARE(desk.shared.status().waiting, 2);
    }

    void whatArrivesIsReadAtOnce()
    {
        Desk desk;
        desk.joined();
        desk.room.declare();
        QVERIFY(desk.room.settled());
        Colleague lee(QStringLiteral("Lee"), desk.room.clock.now());
        lee.see(desk.room.session->events());
        const Event event = lee.log(desk.room.clock.now(), QStringLiteral("shard 3 drains"));
        OpenOptions options;
        options.now = desk.room.clock.now();
        QVERIFY((*Journal::open(desk.room.path(), options))->appendNow({event})); // as the courier does, by a way of its own
        emit desk.link.arrived();
        QTRY_COMPARE(desk.room.session->incident().entries.back().text, QStringLiteral("shard 3 drains"));
    }

    void whoIsInTheRoomAndWhere()
    {
        Desk desk;
        desk.joined();
        const IncidentId incident = desk.room.declare();
        const QSignalSpy changes(&desk.shared, &SharedDatabase::presentChanged);
        const auto person = [](const char *name, const IncidentId &where, Duration ago) {
            return hub::Present{QLatin1String(name), ConsoleId::fromBytes(QByteArray(name).leftJustified(16, 'x')), where, ago};
        };
        emit desk.link.presenceChanged({person("Lee", incident, 1s), person("Ana", {}, 2s)});
        QCOMPARE(desk.shared.peopleAt(incident), QStringList{QStringLiteral("Lee")});
        QCOMPARE(desk.shared.peopleHere(), QStringList({QStringLiteral("Ana"), QStringLiteral("Lee")}));
        emit desk.link.presenceChanged({person("Lee", incident, 6s), person("Ana", {}, 7s)}); // heard of again: nothing to draw
        QCOMPARE(changes.size(), 1);
        emit desk.link.presenceChanged({});
        QCOMPARE(changes.size(), 2);
        QVERIFY(desk.shared.peopleHere().isEmpty());
    }

    void theClockIsTheHubsUntilOneLeaves()
    {
        Desk desk;
        desk.joined();
        emit desk.link.clockOffsetChanged(3min);
        QCOMPARE(desk.corrected, std::optional<Duration>(3min));
        QVERIFY(desk.shared.leave());
        QVERIFY(!desk.corrected);
        QVERIFY(!desk.shared.clockOffset());
    }

    void leavingKeepsTheRecordAndNothingWaits()
    {
        Desk desk;
        desk.joined();
        desk.room.declare();
        QVERIFY(desk.room.settled());
        QVERIFY(desk.shared.leave());
        QVERIFY(!desk.shared.isJoined());
        QCOMPARE(desk.link.calls.last(), QStringLiteral("stop"));
        QVERIFY(desk.link.kept.isEmpty());
        QCOMPARE(desk.room.session->author(), QStringLiteral("dana.local"));
        QVERIFY(!desk.room.session->isWaiting(desk.room.session->events().front().id));
        desk.link.sayState(hub::HubState::InStep); // said before it heard
        emit desk.link.presenceChanged({{QStringLiteral("Lee"), {}, {}, 1s}});
        emit desk.link.clockOffsetChanged(3min);
        QCOMPARE(desk.shared.status().state, hub::HubState::None);
        QVERIFY(desk.shared.peopleHere().isEmpty());
        QVERIFY(!desk.corrected);
        QCOMPARE(desk.room.session->incident().title, QStringLiteral("Checkout returns 503"));
    }

    void whatATerminalJoinsOrLeavesIsNoticed()
    {
        Desk desk;
        desk.shared.start();
        OpenOptions options;
        options.now = desk.room.clock.now();
        const Result<std::unique_ptr<Journal>> terminal = Journal::open(desk.room.path(), options);
        QVERIFY(terminal);
        Sharing with;
        with.address = QStringLiteral("postgresql://dana@db.example.org/quarterdeck");
        with.hub = FakeLink::greeting().hub;
        with.person = QStringLiteral("Dana");
        with.standing = QStringLiteral("responder");
        QVERIFY((*terminal)->join(with));
        QTRY_VERIFY_WITH_TIMEOUT(desk.shared.isJoined(), 10000);
        QCOMPARE(desk.link.calls.last(), QStringLiteral("start postgresql://dana@db.example.org/quarterdeck"));
        QCOMPARE(desk.room.session->author(), QStringLiteral("Dana"));
        QVERIFY((*terminal)->leave());
        desk.link.sayState(hub::HubState::Refused); // as the courier finds
        QTRY_VERIFY_WITH_TIMEOUT(!desk.shared.isJoined(), 10000);
        QCOMPARE(desk.link.calls.last(), QStringLiteral("stop"));
        QCOMPARE(desk.room.session->author(), QStringLiteral("dana.local"));
    }

    void aHubIsMadeAndJoinedAtOnce()
    {
        Desk desk;
        std::optional<Result<QString>> made;
        desk.shared.makeHub({QStringLiteral("localhost"), QStringLiteral("quarterdeck"), {}, {}},
                            [&made](const Result<QString> &done) { made = done; });
        QVERIFY(desk.link.calls.last().startsWith(QStringLiteral("make postgresql://localhost/quarterdeck")));
        desk.link.made(QStringLiteral("The hub is made."));
        desk.link.greeted(FakeLink::greeting(hub::Standing::Administrator));
        QVERIFY(made && *made);
        QCOMPARE(**made, QStringLiteral("The hub is made."));
        QVERIFY(desk.shared.isAdministrator());
    }

    void standingsAreGivenAndTaken()
    {
        Desk desk;
        desk.joined(hub::Standing::Administrator);
        std::optional<Result<void>> done;
        const auto note = [&done](const Result<void> &result) { done = result; };
        desk.shared.grant({QString(), QStringLiteral("Lee"), hub::Standing::Responder}, note);
        QVERIFY(done && !*done);
        desk.shared.grant({QStringLiteral("lee"), QStringLiteral("Lee"), hub::Standing::Responder}, note);
        QVERIFY(*done);
        desk.shared.loadMembers([](const Result<std::vector<hub::HubMember>> &members) { QCOMPARE(members->size(), 1u); });
        QCOMPARE(desk.shared.knownPeople(), QStringList({QStringLiteral("Dana"), QStringLiteral("Lee")}));
        desk.shared.revoke(QStringLiteral("lee"), note);
        desk.shared.loadMembers([](const Result<std::vector<hub::HubMember>> &members) { QVERIFY(members->empty()); });
    }
};

QTEST_GUILESS_MAIN(TestSharedDatabase)
#include "tst_shareddatabase.moc"
