// The simulator: seeds that are clean, seeds that replay, and couriers broken on purpose, each of which it must find.
#include "tests/simulate/check.h"

#include <QTest>

using namespace qd;
using namespace qd::hub;
using namespace qd::simulate;

namespace {

class OtherLog : public LogPort // passes everything on
{
public:
    explicit OtherLog(LogPort &inner) : m_inner(inner) { }
    Result<Membership> membership() override { return m_inner.membership(); }
    Result<void> setEpoch(const QString &hub, const QString &epoch) override { return m_inner.setEpoch(hub, epoch); }
    Result<std::vector<CarriedEvent>> waiting(const Batch &batch) override { return m_inner.waiting(batch); }
    Result<Backlog> backlog() override { return m_inner.backlog(); }
    Result<void> hold(const ConsoleId &chain, const QString &reason) override { return m_inner.hold(chain, reason); }
    Result<void> release() override { return m_inner.release(); }
    Result<std::vector<ConsoleId>> chains() override { return m_inner.chains(); }
    Result<void> unacknowledge(const QHash<ConsoleId, qint64> &hubHas) override { return m_inner.unacknowledge(hubHas); }
    Result<bool> acknowledge(const std::vector<qint64> &positions, const Membership &at) override
    {
        return m_inner.acknowledge(positions, at);
    }
    Result<bool> keep(const std::vector<CarriedEvent> &pulled, const Membership &at, const QByteArray &cursor) override
    {
        return m_inner.keep(pulled, at, cursor);
    }

protected:
    LogPort &m_inner;
};

class OtherHub : public HubPort
{
public:
    explicit OtherHub(HubPort &inner) : m_inner(inner) { }
    Result<Greeting> connect() override { return m_inner.connect(); }
    void disconnect() override { m_inner.disconnect(); }
    Result<std::vector<PushAnswer>> push(const std::vector<CarriedEvent> &events) override { return m_inner.push(events); }
    Result<Pulled> pull(const QByteArray &cursor, const Batch &batch) override { return m_inner.pull(cursor, batch); }
    Result<QHash<ConsoleId, qint64>> heads(const std::vector<ConsoleId> &chains) override { return m_inner.heads(chains); }

protected:
    HubPort &m_inner;
};

struct KeepsTooMuch : OtherHub // counts what was lost on the way as kept
{
    using OtherHub::OtherHub;
    Result<std::vector<PushAnswer>> push(const std::vector<CarriedEvent> &events) override
    {
        auto answers = m_inner.push(events);
        if (answers)
            return answers;
        std::vector<PushAnswer> made;
        for (const CarriedEvent &each : events)
            made.push_back({each.event.id, Verdict::Kept, 0, {}});
        return made;
    }
};

struct ForgetsAnswers : OtherLog
{
    using OtherLog::OtherLog;
    Result<bool> acknowledge(const std::vector<qint64> &positions, const Membership &at) override
    {
        return positions.size() > 1 ? m_inner.acknowledge({positions.begin() + 1, positions.end()}, at) : true;
    }
};

struct SkipsOne : OtherLog // the cursor moves on without the first of a batch
{
    using OtherLog::OtherLog;
    Result<bool> keep(const std::vector<CarriedEvent> &pulled, const Membership &at, const QByteArray &cursor) override
    {
        return pulled.size() < 3 ? m_inner.keep(pulled, at, cursor) : m_inner.keep({pulled.begin() + 1, pulled.end()}, at, cursor);
    }
};

struct Reverses : OtherHub // sends a chain backwards, and takes what is missing for kept
{
    using OtherHub::OtherHub;
    Result<std::vector<PushAnswer>> push(const std::vector<CarriedEvent> &events) override
    {
        auto answers = m_inner.push({events.rbegin(), events.rend()});
        if (!answers || answers->size() != events.size())
            return answers;
        std::reverse(answers->begin(), answers->end());
        for (PushAnswer &each : *answers)
            each.verdict = each.verdict == Verdict::Missing ? Verdict::Kept : each.verdict;
        return answers;
    }
};

struct CursorFirst : OtherLog // the cursor in one transaction, the events in the next
{
    using OtherLog::OtherLog;
    Result<bool> keep(const std::vector<CarriedEvent> &pulled, const Membership &at, const QByteArray &cursor) override
    {
        const Result<bool> moved = m_inner.keep({}, at, cursor);
        return moved && *moved ? m_inner.keep(pulled, {at.hub, at.epoch, cursor}, cursor) : moved;
    }
};

struct NoEpoch : OtherHub
{
    using OtherHub::OtherHub;
    Result<Greeting> connect() override
    {
        auto greeting = m_inner.connect();
        if (greeting)
            greeting->epoch = QStringLiteral("the same as ever");
        return greeting;
    }
};

struct AnyEpoch : OtherLog // an answer of a server that is gone counts for the one that took its place
{
    using OtherLog::OtherLog;
    Result<bool> acknowledge(const std::vector<qint64> &positions, const Membership &) override
    {
        const Result<Membership> now = m_inner.membership();
        return now ? m_inner.acknowledge(positions, *now) : Result<bool>(tl::unexpected(now.error()));
    }
};

struct NeverUnacknowledges : OtherLog // what the hub lost is not offered again
{
    using OtherLog::OtherLog;
    Result<void> unacknowledge(const QHash<ConsoleId, qint64> &) override { return {}; }
};

template<class Broken>
Breaking breakLog()
{
    Breaking breaking;
    breaking.log = [](LogPort &inner, const SimLog &) { return std::make_unique<Broken>(inner); };
    return breaking;
}

template<class Broken>
Breaking breakHub()
{
    Breaking breaking;
    breaking.hub = [](HubPort &inner) { return std::make_unique<Broken>(inner); };
    return breaking;
}

Breaking lateCommits()
{
    Breaking breaking;
    breaking.numbersBeforeCommit = true;
    return breaking;
}

Weather twoProgramsAndAFailingHub(quint64 seed)
{
    Weather weather = Weather::of(seed);
    weather.secondCourier = true;
    weather.restricted = false;
    weather.consoles = 2;
    weather.deeds = 60;
    weather.storm = 60'000;
    weather.failovers = 2;
    weather.verySlow = 0.5;
    weather.crash = weather.lostRequest = weather.lostAnswer = weather.lateRequest = weather.repeatedRequest = 0;
    weather.policy.poll = std::chrono::seconds(1);
    return weather;
}

// The first seed that shows it; 0: none of a thousand does. It begins shortly before one that does, for what is broken is often healed by the
// rest, and the search takes its time.
quint64 foundBy(const Breaking &breaking, Weather (*weather)(quint64 seed), quint64 first)
{
    for (quint64 seed = first; seed < first + 1000; ++seed) {
        if (!simulate::simulate(seed, weather(seed), breaking).problems.isEmpty())
            return seed;
    }
    return 0;
}

} // namespace

class TestSimulator : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void aHundredSeedsAreClean();
    void whatWasPassedOverIsReadWhenItsRestrictionIsLost();
    void aSeedReplaysToTheLine();
    void whatIsBrokenIsFound_data();
    void whatIsBrokenIsFound();
};

void TestSimulator::aHundredSeedsAreClean()
{
    for (quint64 seed = 1; seed <= 120; ++seed) {
        const Outcome outcome = simulate::simulate(seed, Weather::of(seed));
        QVERIFY2(outcome.problems.isEmpty(),
                 qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(outcome.problems.join(QLatin1Char('\n')))));
        QVERIFY(outcome.steps > 100);
    }
}

// A console that was no member passed over an entry; the server that knew of the restriction was lost with it, and its author too.
void TestSimulator::whatWasPassedOverIsReadWhenItsRestrictionIsLost()
{
    QCOMPARE(simulate::simulate(1001888, Weather::of(1001888)).problems, QStringList());
}

void TestSimulator::aSeedReplaysToTheLine()
{
    for (const quint64 seed : {7, 21, 42}) {
        QStringList once, again, other;
        (void)simulate::simulate(seed, Weather::of(seed), {}, &once);
        (void)simulate::simulate(seed, Weather::of(seed), {}, &again);
        (void)simulate::simulate(seed + 1, Weather::of(seed + 1), {}, &other);
        QVERIFY(once.size() > 100);
        QCOMPARE(again, once);
        QVERIFY(other != once);
    }
}

void TestSimulator::whatIsBrokenIsFound_data()
{
    QTest::addColumn<int>("which");
    int which = 0;
    for (const char *name :
         {"a dropped acknowledgement: what was never answered counts as kept", "a dropped acknowledgement: an answer is forgotten",
          "a skipped sequence: the cursor goes over an event", "a skipped sequence: the hub gives numbers away before the commit",
          "a wrong order: a chain goes out backwards", "the cursor moves before the events are kept", "another epoch is overlooked",
          "an answer of the epoch before counts", "what the hub lost is not offered again"})
        QTest::newRow(name) << which++;
}

void TestSimulator::whatIsBrokenIsFound()
{
    QFETCH(int, which);
    const Breaking all[] = {breakHub<KeepsTooMuch>(),       breakLog<ForgetsAnswers>(), breakLog<SkipsOne>(), lateCommits(),
                            breakHub<Reverses>(),           breakLog<CursorFirst>(),    breakHub<NoEpoch>(),  breakLog<AnyEpoch>(),
                            breakLog<NeverUnacknowledges>()};
    const quint64 seed = foundBy(all[which], which == 7 ? twoProgramsAndAFailingHub : Weather::of, which == 7 ? 430 : which == 1 ? 245 : 1);
    QVERIFY2(seed > 0, "a thousand seeds do not show it");
    qInfo("found by seed %llu", static_cast<unsigned long long>(seed));
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
