// What a courier does for the people at a console: with the hub there, gone, slow, replaced, and refusing.
#include "tests/models/hub/courierroom.h"

#include <QTest>

using namespace qd;
using namespace qd::hub;
using namespace qd::test;
using namespace std::chrono_literals;

class TestCourier : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void whatIsWrittenHereComesToTheOthers();
    void withoutHintsItAsksEveryFifteenSecondsAndNotMoreOften();
    void whileTheHubIsGoneItTriesMoreAndMoreSeldom();
    void whenSomebodyAsksItTriesAtOnce();
    void anErrorThatNeedsAPersonIsTriedSeldomAndSaysSo();
    void whatTheHubRefusesWaitsAndTheOthersGoOn();
    void whatWasRefusedIsOfferedWhenItsIncidentBecomesKnown();
    void anObserverSendsNothingAndSaysHowMuchStays();
    void aNewerHubMayLetItReadOnly();
    void afterAFailoverWhatWasLostIsOfferedAgain();
    void aRestartInTheMiddleOfAFailoverBeginsItAgain();
    void twoCouriersOnOneRecordDoNotGetInEachOthersWay();
    void aSlowHubGetsSmallerBatches();
    void whatIsTooMuchForTheHubIsFoundAndTheRestGoesOn();
    void aHubThatIsFullStillGivesWhatOthersWrote();
    void anotherHubIsRefused();
    void aRecordThatWasLeftIsNotJoinedAgain();
    void anAnswerThatDoesNotFitCountsForNothing();
    void aClockThatIsSetBackDoesNotStopIt();
};

void TestCourier::whatIsWrittenHereComesToTheOthers()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana")), sam(hub, QStringLiteral("Sam"));
    const IncidentId incident = dana.declare();
    dana.write(incident, kinds::entryLogged, QStringLiteral("rolled back 4.12"));
    dana.settle();
    QCOMPARE(dana.status().state, CourierState::InStep);
    QCOMPARE(dana.status().sent, 2);
    sam.settle();
    QCOMPARE(sam.log.events().size(), 2u);
    QCOMPARE(sam.status().received, 2);

    sam.write(incident, kinds::entryLogged, QStringLiteral("error rate falls"));
    sam.settle();
    QCOMPARE(dana.log.events().size(), 2u);
    dana.courier.hint(Hint::Notified);
    dana.settle();
    QCOMPARE(dana.log.events().size(), 3u);
}

void TestCourier::withoutHintsItAsksEveryFifteenSecondsAndNotMoreOften()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    QCOMPARE(dana.settle(), 15s);
    const int before = dana.wire.pulls;
    QCOMPARE(dana.after(14s), 1s);
    QCOMPARE(dana.wire.pulls, before);
    for (int i = 0; i < 40; ++i)
        QCOMPARE(dana.after(i == 0 ? 1s : 15s), 15s);
    QCOMPARE(dana.wire.pulls, before + 40);
    QCOMPARE(dana.wire.connects, 1);
}

void TestCourier::whileTheHubIsGoneItTriesMoreAndMoreSeldom()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    dana.settle();
    const Instant lastSeen = dana.now;
    dana.wire.down = networkGone();
    dana.declare();
    dana.now += 3s;
    Duration wait = dana.settle();
    QVERIFY(wait >= 250ms && wait <= 500ms);
    Duration longest{};
    for (int i = 0; i < 12; ++i) {
        wait = dana.after(wait);
        longest = std::max(longest, wait);
        QVERIFY(wait >= 250ms && wait <= 60s);
    }
    QVERIFY(longest >= 30s);
    QCOMPARE(dana.status().state, CourierState::Offline);
    QCOMPARE(dana.status().since, lastSeen);
    QCOMPARE(dana.status().error->sentence, networkGone().sentence);
    QVERIFY(!dana.status().needsPerson);

    dana.wire.down.reset();
    dana.after(wait);
    QCOMPARE(dana.status().state, CourierState::InStep);
    QVERIFY(!dana.status().error);
    QCOMPARE(hub.rows().size(), 1u);
}

void TestCourier::whenSomebodyAsksItTriesAtOnce()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    dana.wire.down = networkGone();
    Duration wait = dana.settle();
    for (int i = 0; i < 8; ++i)
        wait = dana.after(wait);
    dana.wire.down.reset();
    dana.courier.tryNow();
    QCOMPARE(dana.status().state, CourierState::Connecting);
    dana.settle();
    QCOMPARE(dana.status().state, CourierState::InStep);
}

void TestCourier::anErrorThatNeedsAPersonIsTriedSeldomAndSaysSo()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    dana.wire.down = Error{ErrorCode::Refused, QStringLiteral("The password is wrong."), {}};
    const Duration wait = dana.settle();
    QVERIFY(wait >= 150s && wait <= 300s);
    QCOMPARE(dana.status().state, CourierState::Refused);
    QVERIFY(dana.status().needsPerson);
    QCOMPARE(dana.status().error->sentence, QStringLiteral("The password is wrong."));
}

void TestCourier::whatTheHubRefusesWaitsAndTheOthersGoOn()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    const IncidentId first = dana.declare(), second = dana.declare();
    dana.log.append({first, QString::fromLatin1(kinds::entryLogged), {}, dana.now}, dana.now, QStringLiteral("Lee"));
    dana.write(first, kinds::entryLogged);
    dana.write(second, kinds::entryLogged);
    dana.settle();
    QCOMPARE(hub.rows().size(), 3u); // two declarations and the entry of the second
    QCOMPARE(dana.status().state, CourierState::InStep);
    QCOMPARE(dana.status().waiting, 2);
    QCOMPARE(dana.status().held, 2);
    QCOMPARE(dana.status().heldChains.size(), 1u);
    QCOMPARE(dana.status().heldChains.front().reason, QStringLiteral("author"));
    QCOMPARE(dana.status().heldChains.front().incident, first);

    dana.wire.login().standing = Standing::Administrator;
    dana.courier.tryNow();
    dana.settle();
    QCOMPARE(dana.status().waiting, 0);
    QCOMPARE(hub.rows().size(), 5u);
}

void TestCourier::whatWasRefusedIsOfferedWhenItsIncidentBecomesKnown()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana")), sam(hub, QStringLiteral("Sam"));
    const IncidentId incident = dana.declare();
    dana.settle();
    sam.settle();
    sam.write(incident, kinds::entryLogged);
    hub.promoteStandby(1, simulate::Lots(5).uuid(0));
    sam.wire.down = networkGone();
    sam.settle();
    sam.wire.down.reset();
    sam.after(1s);
    QCOMPARE(sam.status().held, 2); // the hub has not heard of the incident, and it is not Sam's to declare
    dana.wire.down = networkGone();
    dana.after(15s);
    dana.wire.down.reset();
    dana.after(1s);
    sam.courier.hint(Hint::Notified);
    sam.settle();
    QCOMPARE(sam.status().waiting, 0);
    QCOMPARE(hub.rows().size(), 2u);
}

void TestCourier::anObserverSendsNothingAndSaysHowMuchStays()
{
    simulate::SimHub hub = makeHub();
    test::Desk olga(hub, QStringLiteral("Olga"), Standing::Observer);
    const IncidentId incident = olga.declare();
    olga.write(incident, kinds::entryLogged);
    olga.settle();
    QVERIFY(olga.wire.pushes.empty());
    QVERIFY(!olga.status().maySend);
    QCOMPARE(olga.status().waiting, 2);
    QCOMPARE(olga.status().state, CourierState::InStep);

    olga.wire.login().standing = Standing::Responder; // granted meanwhile
    for (int i = 0; i < 21; ++i)
        olga.after(15s);
    QCOMPARE(olga.status().waiting, 0);
    QCOMPARE(hub.rows().size(), 2u);
}

void TestCourier::aNewerHubMayLetItReadOnly()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana")), sam(hub, QStringLiteral("Sam"));
    sam.declare();
    sam.settle();
    dana.wire.mayAppend = false;
    dana.declare();
    dana.settle();
    QCOMPARE(dana.log.events().size(), 2u);
    QCOMPARE(dana.status().waiting, 1);
    QVERIFY(!dana.status().maySend);

    dana.wire.mayRead = false;
    dana.courier.tryNow();
    dana.settle();
    QCOMPARE(dana.status().state, CourierState::Refused);
    QVERIFY(dana.status().error->sentence.contains(QLatin1String("newer")));
}

void TestCourier::afterAFailoverWhatWasLostIsOfferedAgain()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    const IncidentId incident = dana.declare();
    dana.settle();
    for (int i = 0; i < 3; ++i) {
        dana.write(incident, kinds::entryLogged, QString::number(i));
        dana.settle();
    }
    QCOMPARE(dana.status().waiting, 0);
    hub.promoteStandby(2, simulate::Lots(5).uuid(0));
    QCOMPARE(hub.rows().size(), 2u);
    dana.wire.down = networkGone();
    dana.after(15s);
    dana.wire.down.reset();
    dana.after(1s);
    QCOMPARE(hub.rows().size(), 4u);
    QCOMPARE(dana.status().state, CourierState::InStep);
    QCOMPARE(dana.wire.headsAsked, 2); // on joining, and now
}

void TestCourier::aRestartInTheMiddleOfAFailoverBeginsItAgain()
{
    for (int steps = 1; steps < 12; ++steps) {
        simulate::SimHub hub = makeHub();
        test::Desk dana(hub, QStringLiteral("Dana"));
        dana.declare();
        dana.settle();
        hub.promoteStandby(1, simulate::Lots(5).uuid(0));
        Courier killed(dana.log, dana.wire, {}, 2);
        for (int i = 0; i < steps; ++i)
            (void)killed.step(dana.now);
        Courier next(dana.log, dana.wire, {}, 3);
        for (int i = 0; i < 100; ++i)
            (void)next.step(dana.now);
        QCOMPARE(hub.rows().size(), 1u);
        QCOMPARE(next.status().state, CourierState::InStep);
    }
}

void TestCourier::twoCouriersOnOneRecordDoNotGetInEachOthersWay()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana")), sam(hub, QStringLiteral("Sam"));
    Courier terminal(dana.log, dana.wire, {}, 2);
    const IncidentId incident = dana.declare();
    sam.declare();
    sam.settle();
    for (int i = 0; i < 60; ++i) { // a step each
        if (i % 20 == 0)
            dana.write(incident, kinds::entryLogged);
        (void)dana.courier.step(dana.now);
        (void)terminal.step(dana.now);
    }
    terminal.tryNow();
    for (int i = 0; i < 20; ++i)
        (void)terminal.step(dana.now);
    QCOMPARE(terminal.status().state, CourierState::InStep);
    QCOMPARE(dana.status().state, CourierState::InStep);
    QCOMPARE(hub.rows().size(), 5u);
    QCOMPARE(dana.log.events().size(), 5u);
}

void TestCourier::aSlowHubGetsSmallerBatches()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    const IncidentId incident = dana.declare();
    for (int i = 0; i < 2000; ++i)
        dana.write(incident, kinds::entryLogged);
    dana.callTakes = 6s;
    dana.settle();
    QCOMPARE(dana.wire.pushes.front(), 500);
    QVERIFY(dana.wire.pushes.size() > 3);
    QVERIFY(dana.wire.pushes[1] < 500 && dana.wire.pushes[2] < dana.wire.pushes[1]);
    QVERIFY(hub.rows().size() > 1000);
}

void TestCourier::whatIsTooMuchForTheHubIsFoundAndTheRestGoesOn()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    for (int i = 0; i < 40; ++i)
        dana.declare();
    dana.wire.pushFails = Error{ErrorCode::Refused, QStringLiteral("This is too much at once."), {}};
    dana.wire.pushFailsFrom = 4;
    Duration wait = dana.settle();
    for (int i = 0; i < 100 && dana.status().state != CourierState::InStep; ++i)
        wait = dana.after(wait);
    QVERIFY(hub.rows().size() >= 3u);
    dana.wire.pushFailsFrom = 0; // and now whatever is sent
    dana.declare();
    wait = dana.settle();
    for (int i = 0; i < 400 && dana.status().state != CourierState::InStep; ++i)
        wait = dana.after(wait);
    QVERIFY(dana.status().held > 0);
    QVERIFY(dana.status().waiting == dana.status().held);
    QCOMPARE(dana.log.held().begin()->second, QStringLiteral("This is too much at once."));
    dana.wire.pushFails.reset();
    dana.courier.tryNow();
    dana.settle();
    QCOMPARE(hub.rows().size(), 41u);
}

void TestCourier::aHubThatIsFullStillGivesWhatOthersWrote()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana")), sam(hub, QStringLiteral("Sam"));
    dana.wire.pushFails = Error{ErrorCode::Storage, QStringLiteral("The hub's disk is full."), {}};
    dana.declare();
    Duration wait = dana.settle();
    for (int i = 0; i < 10; ++i)
        wait = dana.after(wait);
    sam.declare();
    sam.settle();
    dana.courier.hint(Hint::Notified);
    dana.settle();
    QCOMPARE(dana.log.events().size(), 2u);
    QCOMPARE(dana.status().state, CourierState::Carrying);
    QCOMPARE(dana.status().error->sentence, QStringLiteral("The hub's disk is full."));
    const size_t tries = dana.wire.pushes.size();
    dana.after(1s);
    QCOMPARE(dana.wire.pushes.size(), tries); // and is not asked to take more every moment
}

void TestCourier::anotherHubIsRefused()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    dana.declare();
    dana.wire.otherHub = QStringLiteral("somebody else's");
    dana.settle();
    QCOMPARE(dana.status().state, CourierState::Refused);
    QVERIFY(dana.status().error->sentence.contains(QLatin1String("another shared database")));
    QVERIFY(dana.wire.pushes.empty());
    QCOMPARE(dana.wire.pulls, 0);
}

void TestCourier::aRecordThatWasLeftIsNotJoinedAgain()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    dana.settle();
    dana.log.join({});
    dana.after(15s);
    dana.after(1s);
    QCOMPARE(dana.status().state, CourierState::Refused);
    QVERIFY(dana.status().error->sentence.contains(QLatin1String("hub join")));
}

void TestCourier::anAnswerThatDoesNotFitCountsForNothing()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    const IncidentId incident = dana.declare();
    dana.write(incident, kinds::entryLogged);
    dana.wire.answersShort = true;
    dana.settle();
    QVERIFY(dana.status().error);
    for (const CarriedEvent &each : dana.log.events())
        QVERIFY(!dana.log.isShared(each) || hub.has(each.event.id));
    dana.wire.answersShort = false;
    dana.courier.tryNow();
    dana.settle();
    QCOMPARE(dana.status().waiting, 0);
    QCOMPARE(hub.rows().size(), 2u);
}

void TestCourier::aClockThatIsSetBackDoesNotStopIt()
{
    simulate::SimHub hub = makeHub();
    test::Desk dana(hub, QStringLiteral("Dana"));
    dana.settle();
    dana.now -= std::chrono::hours(3);
    const int before = dana.wire.pulls;
    QCOMPARE(dana.settle(), 15s);
    dana.after(15s);
    QCOMPARE(dana.wire.pulls, before + 1);
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
