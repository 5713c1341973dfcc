// Desks whose clocks are apart go by the hub's, and a time of day that is set meanwhile moves none of them.
#include "app/common/correctedclock.h"

#include <QtTest>

using namespace qd;
using namespace std::chrono_literals;

namespace {

struct Machine : hub::HubClock
{
    Instant wall = Instant(std::chrono::hours(490000));
    Duration since{};
    [[nodiscard]] Instant now() const override { return wall; }
    [[nodiscard]] Duration steady() const override { return since; }
    void pass(Duration time)
    {
        wall += time;
        since += time;
    }
};

} // namespace

class TestCorrectedClock : public QObject
{
    Q_OBJECT

private slots:
    void desksAnHourApartShowTheSame()
    {
        const Instant hub = Instant(std::chrono::hours(490000)) + 7min;
        Machine early, late;
        late.wall += 1h;
        CorrectedClock one(early), other(late);
        QVERIFY(one.now() != other.now());
        one.correct(hub - early.now());
        other.correct(hub - late.now());
        QCOMPARE(one.now(), hub);
        QCOMPARE(other.now(), hub);
        early.pass(90s);
        late.pass(90s);
        QCOMPARE(one.now(), hub + 90s);
        QCOMPARE(other.now(), hub + 90s);
    }

    void aTimeOfDayThatIsSetMovesNothing()
    {
        Machine machine;
        CorrectedClock clock(machine);
        clock.correct(3min);
        const Instant before = clock.now();
        machine.wall -= 24h;
        QCOMPARE(clock.now(), before);
        clock.correct(24h + 3min); // measured again: the same hub
        QCOMPARE(clock.now(), before);
    }

    void whatTremblesIsNotFollowedAndWhatDriftsIs()
    {
        Machine machine;
        CorrectedClock clock(machine);
        clock.correct(3min);
        const Instant before = clock.now();
        clock.correct(3min + 40ms);
        QCOMPARE(clock.now(), before);
        clock.correct(3min - 600ms);
        QCOMPARE(clock.now(), before - 600ms);
    }

    void withoutAHubItIsTheMachines()
    {
        Machine machine;
        CorrectedClock clock(machine);
        machine.wall += 5min;
        QCOMPARE(clock.now(), machine.wall);
        clock.correct(3min);
        clock.correct({});
        machine.wall -= 1h;
        QCOMPARE(clock.now(), machine.wall);
    }
};

QTEST_APPLESS_MAIN(TestCorrectedClock)
#include "tst_correctedclock.moc"
