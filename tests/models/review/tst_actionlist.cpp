// The action items of many incidents: what is due, what is overdue, what was closed in time; and that every place says the same.
#include "models/review/actionlist.h"
#include "models/review/fill.h"
#include "tests/models/review/reviewstory.h"

#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

plan::Plan planWithHorizons()
{
    plan::Plan plan = reviewPlan();
    plan.postmortem.horizons = {{QStringLiteral("immediate"), Duration(7 * 24h), {}},
                                {QStringLiteral("short-term"), Duration(30 * 24h), {}},
                                {QStringLiteral("some-day"), std::nullopt, {}}};
    return plan;
}

struct Morning // after an incident: its items, as the record has them
{
    Story story = toldOutage();

    EventId add(const QString &text, const QString &due = {}, const QString &owner = {}, const QString &horizon = {})
    {
        return *story.submit(QStringLiteral("Mo"), at("16:00"),
                             command::AddAction{text, owner, due, QStringLiteral("detect"), horizon, {}});
    }
    EventId close(const EventId &item, Instant when, const char *state = "done")
    {
        command::ChangeAction change;
        change.action = item;
        change.state = QLatin1String(state);
        return *story.submit(QStringLiteral("Lee"), when, change);
    }
    [[nodiscard]] ActionList list(Instant now) const { return actionsOf(planWithHorizons(), story.incident(), now); }
    [[nodiscard]] QString section(Instant now) const
    {
        return fillFromRecord(QStringLiteral("actions"), planWithHorizons(), story.incident(), now);
    }
};

const Instant monday = at("12:00") + 48h; // 23 November 2026

ListedAction only(const QString &due, Instant now)
{
    Morning morning;
    morning.add(QStringLiteral("Alert on queue depth"), due);
    return morning.list(now).front();
}

QStringList texts(const ActionList &actions)
{
    QStringList all;
    for (const ListedAction &action : actions)
        all << action.item.text;
    return all;
}

// One of each state, as it is on that Monday: overdue, today, ahead, expected, no date; in time, late, without a date, dropped.
Morning everyState()
{
    Morning morning;
    morning.add(QStringLiteral("overdue"), QStringLiteral("2026-11-21"), QStringLiteral("Lee"));
    morning.add(QStringLiteral("today"), QStringLiteral("2026-11-23"));
    morning.add(QStringLiteral("ahead"), QStringLiteral("2026-11-28"), QStringLiteral("ana"));
    morning.add(QStringLiteral("expected"), {}, {}, QStringLiteral("immediate"));
    morning.add(QStringLiteral("undated"));
    morning.close(morning.add(QStringLiteral("in time"), QStringLiteral("2026-11-22")), at("12:00") + 24h);
    morning.close(morning.add(QStringLiteral("late"), QStringLiteral("2026-11-21")), monday);
    morning.close(morning.add(QStringLiteral("done")), monday);
    morning.close(morning.add(QStringLiteral("dropped"), QStringLiteral("2026-12-31")), monday, "dropped");
    return morning;
}

} // namespace

class TestActionList : public QObject
{
    Q_OBJECT

private slots:
    void howItStands_data();
    void howItStands();
    void aDayIsADayOfThePlansZone();
    void withoutADateItIsExpectedByItsHorizon();
    void closedInTime_data();
    void closedInTime();
    void whatWasDroppedAndThenDoneIsClosedWhenItWasDone();
    void everyPlaceSaysTheSame();
    void aChangeAndItsUndoReachEveryPlace();
    void theEarliestComesFirst();
    void ordersAreTheColumns();
    void filtersNarrow_data();
    void filtersNarrow();
    void aRestrictedIncidentKeepsItsTitle();
    void thePostmortemSaysWhatIsLateAndWhatHasNoDate();
};

void TestActionList::howItStands_data()
{
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("overdue");
    QTest::newRow("long ago") << "2026-11-20"
                              << "3 days overdue" << 3;
    QTest::newRow("yesterday") << "2026-11-22"
                               << "1 day overdue" << 1;
    QTest::newRow("today") << "2026-11-23"
                           << "due today" << 0;
    QTest::newRow("tomorrow") << "2026-11-24"
                              << "due tomorrow" << 0;
    QTest::newRow("ahead") << "2026-12-01"
                           << "due in 8 days" << 0;
    QTest::newRow("none") << ""
                          << "no date" << 0;
}

void TestActionList::howItStands()
{
    QFETCH(QString, due);
    const ListedAction action = only(due, monday);
    QTEST(standingText(action), "words");
    QTEST(action.overdueDays(), "overdue");
    QCOMPARE(action.age, 2);
}

void TestActionList::aDayIsADayOfThePlansZone()
{
    const Instant lateEvening = at("23:30"); // in Berlin it is the 22nd
    QCOMPARE(only(QStringLiteral("2026-11-21"), lateEvening).overdueDays(), 1);
    Morning morning;
    const EventId item = morning.add(QStringLiteral("Cap the pool"), QStringLiteral("2026-11-21"));
    morning.close(item, lateEvening);
    QCOMPARE(morning.list(monday).front().closing, Closing::Late);
    QCOMPARE(standingText(morning.list(monday).front()), QStringLiteral("done 2026-11-22, 1 day late"));
}

void TestActionList::withoutADateItIsExpectedByItsHorizon()
{
    Morning morning;
    morning.add(QStringLiteral("Alert on queue depth"), {}, {}, QStringLiteral("Immediate"));
    morning.add(QStringLiteral("Rewrite"), {}, {}, QStringLiteral("some-day"));
    morning.add(QStringLiteral("Train"), QStringLiteral("2026-11-25"), {}, QStringLiteral("immediate"));
    const ActionList list = morning.list(monday);
    QCOMPARE(list[0].expected, QDate(2026, 11, 28));
    QCOMPARE(list[0].state, DueState::Expected);
    QCOMPARE(list[1].state, DueState::NoDate);
    QCOMPARE(list[2].date(), QDate(2026, 11, 25)); // what was promised counts
    const ListedAction later = morning.list(monday + 10 * 24h).front();
    QCOMPARE(later.state, DueState::PastExpected);
    QCOMPARE(later.overdueDays(), 0); // it was promised to nobody
}

void TestActionList::closedInTime_data()
{
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("answer"); // -1: counted apart
    QTest::newRow("on its day") << "2026-11-23"
                                << "done" << 1;
    QTest::newRow("before") << "2026-11-30"
                            << "done" << 1;
    QTest::newRow("after") << "2026-11-22"
                           << "done" << 0;
    QTest::newRow("dropped before its day") << "2026-11-30"
                                            << "dropped" << 0;
    QTest::newRow("without a date") << ""
                                    << "done" << -1;
    QTest::newRow("still open") << "2026-11-22"
                                << "open" << -1;
}

void TestActionList::closedInTime()
{
    QFETCH(QString, due);
    QFETCH(QString, state);
    Morning morning;
    morning.close(morning.add(QStringLiteral("Cap the pool"), due), monday, qPrintable(state));
    const std::optional<bool> answer = review::closedInTime(morning.story.incident().actions.front(), QTimeZone("Europe/Berlin"));
    QTEST(answer ? static_cast<int>(*answer) : -1, "answer");
}

void TestActionList::whatWasDroppedAndThenDoneIsClosedWhenItWasDone()
{
    Morning morning;
    const EventId item = morning.add(QStringLiteral("Cap the pool"), QStringLiteral("2026-11-22"));
    morning.close(item, at("18:00"), "dropped");
    morning.close(item, monday);
    QCOMPARE(morning.list(monday).front().closing, Closing::Late);
    QCOMPARE(morning.list(monday).front().closedOn(), QDate(2026, 11, 23));
}

void TestActionList::everyPlaceSaysTheSame()
{
    const Morning morning = everyState();
    const ActionList list = morning.list(monday);
    const ActionCounts counts = countsOf(list);
    QCOMPARE(counts, (ActionCounts{9, 5, 1, 2, 3, 1, 1, 1, 1}));
    const QString section = morning.section(monday);
    const QStringList rows = section.split(QLatin1Char('\n')).mid(2);
    QCOMPARE(rows.size(), counts.all);
    for (size_t i = 0; i < list.size(); ++i) {
        const QString &row = rows[static_cast<qsizetype>(i)];
        QVERIFY2(row.contains(list[i].item.text), qPrintable(row));
        QCOMPARE(row.contains(QLatin1String("overdue)")), list[i].overdueDays() > 0);
        QCOMPARE(row.contains(QLatin1String("in time |")), list[i].closing == Closing::InTime);
        QCOMPARE(row.contains(QLatin1String("late |")), list[i].closing == Closing::Late);
        const std::optional<bool> metric = review::closedInTime(list[i].item, list[i].zone); // what the metrics count
        QCOMPARE(metric == true, row.contains(QLatin1String("in time |")));
    }
}

void TestActionList::aChangeAndItsUndoReachEveryPlace()
{
    Morning morning = everyState();
    const QString before = morning.section(monday);
    const ActionCounts counted = countsOf(morning.list(monday));
    const EventId closed = morning.close(morning.story.incident().actions.front().id, monday);
    QCOMPARE(countsOf(morning.list(monday)).overdue, 0);
    QCOMPARE(countsOf(morning.list(monday)).late, 2);
    QVERIFY(!morning.section(monday).contains(QLatin1String("overdue)")));
    QVERIFY(morning.story.submit(QStringLiteral("Lee"), monday, command::Undo{closed, QStringLiteral("action.changed")}));
    QCOMPARE(countsOf(morning.list(monday)), counted);
    QCOMPARE(morning.section(monday), before);
}

void TestActionList::theEarliestComesFirst()
{
    ActionList list = everyState().list(monday);
    sortActions(list, ActionOrder::Due);
    QCOMPARE(texts(list),
             QStringList({QStringLiteral("overdue"), QStringLiteral("today"), QStringLiteral("ahead"), QStringLiteral("expected"),
                          QStringLiteral("undated"), QStringLiteral("late"), QStringLiteral("done"), QStringLiteral("dropped"),
                          QStringLiteral("in time")}));
}

void TestActionList::ordersAreTheColumns()
{
    ActionList list = everyState().list(monday);
    sortActions(list, ActionOrder::Owner);
    QCOMPARE(texts(list).mid(0, 2), QStringList({QStringLiteral("ahead"), QStringLiteral("overdue")})); // ana, Lee, then nobody
    sortActions(list, ActionOrder::Text, true);
    QCOMPARE(texts(list).mid(0, 2), QStringList({QStringLiteral("undated"), QStringLiteral("today")}));
    QCOMPARE(texts(list).last(), QStringLiteral("done")); // what is closed stays below
}

void TestActionList::filtersNarrow_data()
{
    QTest::addColumn<ActionFilter>("filter");
    QTest::addColumn<int>("left");
    QTest::newRow("none") << ActionFilter{} << 9;
    QTest::newRow("open") << ActionFilter{.state = QStringLiteral("open")} << 5;
    QTest::newRow("overdue") << ActionFilter{.overdue = true} << 1;
    QTest::newRow("an owner, as people write it") << ActionFilter{.owner = QStringLiteral("@Ana")} << 1;
    QTest::newRow("nobody's and open") << ActionFilter{.state = QStringLiteral("open"), .unowned = true} << 3;
    QTest::newRow("a category") << ActionFilter{.category = QStringLiteral("prevent")} << 0;
    QTest::newRow("a horizon") << ActionFilter{.horizon = QStringLiteral("immediate")} << 1;
    QTest::newRow("a plan by its name") << ActionFilter{.plan = QStringLiteral("the house plan")} << 9;
    QTest::newRow("another plan") << ActionFilter{.plan = QStringLiteral("castiel")} << 0;
    QTest::newRow("a reference's beginning") << ActionFilter{.incident = QStringLiteral("inc-t")} << 9;
    QTest::newRow("words of item and incident") << ActionFilter{.text = QStringLiteral("503 late")} << 1;
}

void TestActionList::filtersNarrow()
{
    QFETCH(ActionFilter, filter);
    QTEST(static_cast<int>(filtered(everyState().list(monday), filter).size()), "left");
}

void TestActionList::aRestrictedIncidentKeepsItsTitle()
{
    Incident incident = everyState().story.incident();
    incident.restricted = true;
    incident.codename = QStringLiteral("NIGHT HERON");
    QCOMPARE(actionsOf(planWithHorizons(), incident, monday).front().title, QStringLiteral("NIGHT HERON"));
}

void TestActionList::thePostmortemSaysWhatIsLateAndWhatHasNoDate()
{
    Morning morning;
    morning.add(QStringLiteral("A"), QStringLiteral("2026-11-21"));
    morning.add(QStringLiteral("B"), {}, QStringLiteral("Lee"), QStringLiteral("immediate"));
    morning.close(morning.add(QStringLiteral("C"), QStringLiteral("2026-11-22"), QStringLiteral("Ana")), monday);
    const QStringList rows = morning.section(monday).split(QLatin1Char('\n')).mid(2);
    QVERIFY2(rows[0].contains(QLatin1String("*nobody yet* | 2026-11-21 (overdue) | detect | open")), qPrintable(rows[0]));
    QVERIFY2(rows[1].contains(QLatin1String("*no date, expected by 2026-11-28*")), qPrintable(rows[1]));
    QVERIFY2(rows[2].contains(QLatin1String("done 2026-11-23, 1 day late")), qPrintable(rows[2]));
}

QTEST_GUILESS_MAIN(TestActionList)
#include "tst_actionlist.moc"
