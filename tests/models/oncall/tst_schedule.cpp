// Who is on call, with repeats, exceptions, changes and overrides; and that nobody is, where nobody is.
#include "tests/models/oncall/rota.h"

using namespace qd;
using namespace qd::test;
using oncall::Level;

class ScheduleTest : public QObject
{
    Q_OBJECT

private slots:
    void aFeedOfAPagerSaysWhoIsOnCall()
    {
        const oncall::Schedule feed = schedule(dataFile("pager-feed.ics"), "2026-09-10T00:00:00Z");
        QCOMPARE(feed.name, QStringLiteral("On Call Schedule for the Shop"));
        QCOMPARE(people(feed, "2026-09-10T00:00:00Z"), QStringLiteral("Ada Lovelace (secondary) until 2026-09-14T07:00:00Z"));
        QCOMPARE(onCall(feed, "2026-09-10T00:00:00Z").people.front().address, QStringLiteral("ada@example.invalid"));
        QCOMPARE(people(feed, "2026-09-14T07:00:00Z"), QStringLiteral("Grace Hopper (secondary) until 2026-09-21T07:00:00Z"));
    }

    void aTeamCalendarWithAChangeAnExceptionAndACancelledDay()
    {
        const oncall::Schedule team = schedule(dataFile("team-calendar.ics"), "2026-03-20T00:00:00Z");
        QCOMPARE(team.problems, QStringList());
        QCOMPARE(shifts(team, "2026-03-01T00:00:00Z", "2026-04-14T00:00:00Z"),
                 (QStringList{QStringLiteral("2026-03-02T10:00:00Z 2026-03-09T10:00:00Z ada"),
                              QStringLiteral("2026-03-30T11:00:00Z 2026-04-06T09:00:00Z grace"),
                              QStringLiteral("2026-04-03T23:00:00Z 2026-04-04T23:00:00Z linus"),
                              QStringLiteral("2026-04-13T09:00:00Z 2026-04-20T09:00:00Z ada")}));
        QCOMPARE(people(team, "2026-04-04T12:00:00Z"),
                 QStringLiteral("grace until 2026-04-06T09:00:00Z; linus (secondary) until 2026-04-04T23:00:00Z"));
    }

    void whereNobodyIsOnCallItIsSaidWithTheNextShift()
    {
        const oncall::Schedule office = schedule(
            calendar(vevent("Ada", "DTSTART:20260302T080000Z\r\nDTEND:20260302T180000Z\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")),
            "2026-03-06T12:00:00Z");
        QCOMPARE(people(office, "2026-03-06T12:00:00Z"), QStringLiteral("Ada until 2026-03-06T18:00:00Z"));
        const oncall::OnCallNow night = onCall(office, "2026-03-06T18:00:00Z"); // a Friday evening
        QVERIFY(night.people.empty());
        QCOMPARE(night.gaps.size(), 1U);
        QCOMPARE(night.gaps.front().level, Level::Primary);
        QCOMPARE(toIso(night.gaps.front().next->from), QStringLiteral("2026-03-09T08:00:00Z"));
    }

    void aSecondaryThatIsEmptyIsNotHiddenByThePrimary()
    {
        const QByteArray one = calendar(vevent("Ada", "DTSTART:20260302T080000Z\r\nDTEND:20260309T080000Z"));
        const QByteArray two = calendar(vevent("Grace", "DTSTART:20260303T080000Z\r\nDTEND:20260309T080000Z"));
        const oncall::Roster roster{{{QStringLiteral("/one.ics"), Level::Primary, {}},
                                     schedule(one, "2026-03-02T12:00:00Z", QTimeZone::utc(), Level::Primary),
                                     {},
                                     {}},
                                    {{QStringLiteral("/two.ics"), Level::Secondary, {}},
                                     schedule(two, "2026-03-02T12:00:00Z", QTimeZone::utc(), Level::Secondary),
                                     {},
                                     {}}};
        const oncall::OnCallNow monday = oncall::onCallAt(roster, {}, utc("2026-03-02T12:00:00Z"));
        QCOMPARE(people(monday), QStringLiteral("Ada until 2026-03-09T08:00:00Z"));
        QCOMPARE(monday.gaps.front().level, Level::Secondary);
        const oncall::OnCallNow tuesday = oncall::onCallAt(roster, {}, utc("2026-03-03T12:00:00Z"));
        QCOMPARE(people(tuesday), QStringLiteral("Ada until 2026-03-09T08:00:00Z; Grace (secondary) until 2026-03-09T08:00:00Z"));
        QVERIFY(tuesday.gaps.empty());
    }

    void anOverrideTakesThePlaceOfWhoeverItCovers()
    {
        const QByteArray week = vevent("Ada Lovelace", "DTSTART:20260302T080000Z\r\nDTEND:20260309T080000Z");
        const oncall::Schedule rota =
            schedule(calendar(week + vevent("Linus covers for Ada", "DTSTART:20260304T120000Z\r\nDTEND:20260304T180000Z")
                              + vevent("Grace", "DTSTART:20260305T120000Z\r\nDTEND:20260305T180000Z\r\nCATEGORIES:Override")),
                     "2026-03-04T12:00:00Z");
        QCOMPARE(people(rota, "2026-03-04T11:00:00Z"), QStringLiteral("Ada Lovelace until 2026-03-04T12:00:00Z"));
        QCOMPARE(people(rota, "2026-03-04T13:00:00Z"), QStringLiteral("Linus until 2026-03-04T18:00:00Z"));
        QCOMPARE(people(rota, "2026-03-04T19:00:00Z"), QStringLiteral("Ada Lovelace until 2026-03-05T12:00:00Z"));
        QCOMPARE(people(rota, "2026-03-05T13:00:00Z"), QStringLiteral("Grace until 2026-03-05T18:00:00Z"));
    }

    void twoPeopleStandSideBySide()
    {
        const oncall::Schedule pair = schedule(calendar(vevent("Ada and Grace", "DTSTART:20260302T080000Z\r\nDTEND:20260309T080000Z")
                                                        + vevent("Linus", "DTSTART:20260303T080000Z\r\nDTEND:20260304T080000Z")),
                                               "2026-03-02T12:00:00Z");
        QCOMPARE(people(pair, "2026-03-02T12:00:00Z"), QStringLiteral("Ada until 2026-03-09T08:00:00Z; Grace until 2026-03-09T08:00:00Z"));
        QVERIFY(people(pair, "2026-03-03T12:00:00Z").startsWith(QStringLiteral("Linus until"))); // who came on last is called first
    }

    void shiftsOfOnePersonThatFollowEachOtherAreOne()
    {
        const oncall::Schedule rota =
            schedule(calendar(vevent("Ada", "DTSTART:20260302T080000Z\r\nDTEND:20260302T200000Z\r\nRRULE:FREQ=DAILY;COUNT=3")
                              + vevent("Ada ", "DTSTART:20260302T200000Z\r\nDTEND:20260303T080000Z\r\nRRULE:FREQ=DAILY;COUNT=2")),
                     "2026-03-02T12:00:00Z");
        QCOMPARE(people(rota, "2026-03-02T12:00:00Z"), QStringLiteral("Ada until 2026-03-04T20:00:00Z"));
    }

    void repeatsEndWithTheirRule_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<int>("count");
        QTest::newRow("count") << QByteArray("RRULE:FREQ=WEEKLY;COUNT=3") << 3;
        QTest::newRow("until, in UTC") << QByteArray("RRULE:FREQ=WEEKLY;UNTIL=20260316T080000Z") << 3;
        QTest::newRow("until, a moment before") << QByteArray("RRULE:FREQ=WEEKLY;UNTIL=20260316T075959Z") << 2;
        QTest::newRow("until a day") << QByteArray("RRULE:FREQ=WEEKLY;UNTIL=20260316") << 3;
        QTest::newRow("weekdays only") << QByteArray("RRULE:FREQ=DAILY;BYDAY=MO,WE;UNTIL=20260311") << 4;
        QTest::newRow("a month only") << QByteArray("RRULE:FREQ=DAILY;BYMONTH=3;BYMONTHDAY=2,5,-1;COUNT=3") << 3;
        QTest::newRow("extra dates") << QByteArray("RDATE;TZID=Europe/Berlin:20260304T090000,20260306T090000") << 3;
        QTest::newRow("an extra period") << QByteArray("RDATE;VALUE=PERIOD:20260304T090000Z/PT4H") << 2;
        QTest::newRow("exceptions") << QByteArray("RRULE:FREQ=DAILY;COUNT=5\r\nEXDATE;TZID=Europe/Berlin:20260303T090000\r\n"
                                                  "EXDATE;VALUE=DATE:20260305")
                                    << 3;
    }

    void repeatsEndWithTheirRule()
    {
        QFETCH(QByteArray, rule);
        QFETCH(int, count);
        const oncall::Schedule rota = schedule(
            calendar(vevent("Ada", "DTSTART;TZID=Europe/Berlin:20260302T090000\r\nDTEND;TZID=Europe/Berlin:20260302T170000\r\n" + rule)),
            "2026-03-02T12:00:00Z");
        QCOMPARE(rota.problems, QStringList());
        QCOMPARE(static_cast<int>(rota.shifts.size()), count);
    }

    void oneWhoTakesOverFromADayOn()
    {
        const oncall::Schedule rota = schedule(
            calendar(
                "BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Ada\r\nDTSTART:20260302T080000Z\r\nDTEND:20260302T160000Z\r\nRRULE:FREQ=DAILY;COUNT=4\r\n"
                "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Grace\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260304T080000Z\r\n"
                "DTSTART:20260304T100000Z\r\nDTEND:20260304T180000Z\r\nEND:VEVENT\r\n"),
            "2026-03-02T12:00:00Z");
        QCOMPARE(shifts(rota, "2026-03-03T00:00:00Z", "2026-03-10T00:00:00Z"),
                 (QStringList{QStringLiteral("2026-03-03T08:00:00Z 2026-03-03T16:00:00Z Ada"),
                              QStringLiteral("2026-03-04T10:00:00Z 2026-03-04T18:00:00Z Grace"),
                              QStringLiteral("2026-03-05T10:00:00Z 2026-03-05T18:00:00Z Grace")}));
    }

    void aCancelledOccurrenceLeavesAGap()
    {
        const oncall::Schedule rota =
            schedule(calendar("BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Ada\r\nDTSTART:20260302T080000Z\r\nDTEND:20260303T080000Z\r\nRRULE:FREQ="
                              "DAILY\r\nEND:VEVENT\r\n"
                              "BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Ada\r\nRECURRENCE-ID:20260304T080000Z\r\nDTSTART:20260304T080000Z\r\n"
                              "DTEND:20260305T080000Z\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"),
                     "2026-03-02T12:00:00Z");
        QCOMPARE(people(rota, "2026-03-03T12:00:00Z"), QStringLiteral("Ada until 2026-03-04T08:00:00Z"));
        QCOMPARE(onCall(rota, "2026-03-04T12:00:00Z").gaps.size(), 1U);
    }

    void aPlansOwnScheduleIsForItsIncidentsAlone()
    {
        const QByteArray one = calendar(vevent("Ada", "DTSTART:20260302T080000Z\r\nDTEND:20260309T080000Z"));
        const oncall::Roster roster{
            {{QStringLiteral("/one.ics"), {}, QStringLiteral("shop")}, schedule(one, "2026-03-02T12:00:00Z"), {}, {}}};
        QCOMPARE(oncall::onCallAt(roster, QStringLiteral("shop"), utc("2026-03-02T12:00:00Z")).people.size(), 1U);
        QVERIFY(oncall::onCallAt(roster, QStringLiteral("other"), utc("2026-03-02T12:00:00Z")).people.empty());
    }

    void aStaleFeedSaysFromWhenItIs()
    {
        const QByteArray one = calendar(vevent("Ada", "DTSTART:20260302T080000Z\r\nDTEND:20260309T080000Z"));
        const oncall::Roster roster{{{QStringLiteral("https://x.invalid/a.ics"), {}, {}},
                                     schedule(one, "2026-03-02T12:00:00Z"),
                                     utc("2026-03-02T10:42:00Z"),
                                     QStringLiteral("the server does not answer")}};
        QCOMPARE(oncall::onCallAt(roster, {}, utc("2026-03-02T12:00:00Z")).people.front().asOf, utc("2026-03-02T10:42:00Z"));
    }

    void sourcesComeBackAsTheyWereKept()
    {
        for (const oncall::Source &source : {oncall::Source{QStringLiteral("/home/a b/rota.ics"), {}, {}},
                                             oncall::Source{QStringLiteral("https://x.invalid/a.ics?key=1"), Level::Secondary, {}}})
            QCOMPARE(oncall::sourceOf(oncall::toText(source)), std::optional(source));
        QVERIFY(!oncall::sourceOf(QStringLiteral("nonsense")));
        QCOMPARE(oncall::fetchAddress(QStringLiteral("webcal://x.invalid/a.ics")), QStringLiteral("https://x.invalid/a.ics"));
        QVERIFY(oncall::isPlace(QStringLiteral("webcal://x.invalid/feed")));
        QVERIFY(!oncall::isPlace(QStringLiteral("weekly, Monday 09:00")));
        QVERIFY(!oncall::isPlace(QStringLiteral("https://x.invalid/schedules")));
    }

    void theSamplesOfRealFormatsAreRead()
    {
        QFile file(QStringLiteral(QD_SOURCE_DIR "/../shared/formats/calendar-recurring-with-timezone.ics"));
        if (!file.open(QIODevice::ReadOnly))
            return; // the sample is not part of the program: team-calendar.ics has its shape
        const oncall::Schedule team = schedule(file.readAll(), "2031-04-01T00:00:00Z");
        QCOMPARE(team.problems, QStringList());
        QCOMPARE(shifts(team, "2031-03-20T00:00:00Z", "2031-05-07T00:00:00Z").size(), 3);
        QCOMPARE(people(team, "2031-03-30T12:00:00Z"), QStringLiteral("alfa until 2031-03-31T08:00:00Z"));
        QCOMPARE(people(team, "2031-04-21T09:00:00Z"), QStringLiteral("bravo until 2031-04-28T08:00:00Z"));
    }
};

QTEST_GUILESS_MAIN(ScheduleTest)
#include "tst_schedule.moc"
