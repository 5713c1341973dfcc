// A shift begins and ends when the wall clock of its place says so, whatever the clocks do meanwhile.
#include "tests/models/oncall/rota.h"

using namespace qd;
using namespace qd::test;

class ZonesTest : public QObject
{
    Q_OBJECT

private slots:
    void mondayNineStaysMondayNineWhenSummerTimeBegins()
    {
        const oncall::Schedule rota = schedule(dataFile("weekly-berlin.ics"), "2026-03-25T12:00:00Z");
        QCOMPARE(rota.problems, QStringList());
        QCOMPARE(shifts(rota, "2026-03-16T00:00:00Z", "2026-04-07T00:00:00Z"),
                 (QStringList{QStringLiteral("2026-03-16T08:00:00Z 2026-03-23T08:00:00Z Ada Lovelace"),
                              QStringLiteral("2026-03-23T08:00:00Z 2026-03-30T07:00:00Z Grace Hopper"), // an hour shorter, and no overlap
                              QStringLiteral("2026-03-30T07:00:00Z 2026-04-06T07:00:00Z Ada Lovelace"),
                              QStringLiteral("2026-04-06T07:00:00Z 2026-04-13T07:00:00Z Grace Hopper")}));
        QCOMPARE(people(rota, "2026-03-30T06:59:59Z"), QStringLiteral("Grace Hopper until 2026-03-30T07:00:00Z"));
        QCOMPARE(people(rota, "2026-03-30T07:00:00Z"), QStringLiteral("Ada Lovelace until 2026-04-06T07:00:00Z"));
    }

    void mondayNineStaysMondayNineWhenSummerTimeEnds()
    {
        const oncall::Schedule rota = schedule(dataFile("weekly-berlin.ics"), "2026-10-25T12:00:00Z");
        QCOMPARE(shifts(rota, "2026-10-19T00:00:00Z", "2026-10-27T00:00:00Z"),
                 (QStringList{QStringLiteral("2026-10-19T07:00:00Z 2026-10-26T08:00:00Z Grace Hopper"), // an hour longer, and no gap
                              QStringLiteral("2026-10-26T08:00:00Z 2026-11-02T08:00:00Z Ada Lovelace")}));
        QVERIFY(onCall(rota, "2026-10-26T07:30:00Z").gaps.empty());
    }

    void aNightShiftLastsUntilTheMorningOfTheChange()
    {
        const oncall::Schedule rota =
            schedule(calendar(vevent("Ada",
                                     "DTSTART;TZID=Europe/Berlin:20260301T220000\r\nDTEND;TZID=Europe/Berlin:20260302T060000\r\n"
                                     "RRULE:FREQ=DAILY")),
                     "2026-03-28T12:00:00Z");
        QCOMPARE(shifts(rota, "2026-03-27T12:00:00Z", "2026-03-30T00:00:00Z"),
                 (QStringList{QStringLiteral("2026-03-27T21:00:00Z 2026-03-28T05:00:00Z Ada"),
                              QStringLiteral("2026-03-28T21:00:00Z 2026-03-29T04:00:00Z Ada"), // seven hours
                              QStringLiteral("2026-03-29T20:00:00Z 2026-03-30T04:00:00Z Ada")}));
        QCOMPARE(people(rota, "2026-03-28T23:59:00Z"), QStringLiteral("Ada until 2026-03-29T04:00:00Z"));
    }

    void aDayIsADayAndTwentyFourHoursAreHours()
    {
        const QByteArray start = "DTSTART;TZID=America/New_York:20260307T090000\r\n"; // the clocks change in the night after
        QCOMPARE(people(schedule(calendar(vevent("Ada", start + "DURATION:P1D")), "2026-03-08T00:00:00Z"), "2026-03-07T20:00:00Z"),
                 QStringLiteral("Ada until 2026-03-08T13:00:00Z"));
        QCOMPARE(people(schedule(calendar(vevent("Ada", start + "DURATION:PT24H")), "2026-03-08T00:00:00Z"), "2026-03-07T20:00:00Z"),
                 QStringLiteral("Ada until 2026-03-08T14:00:00Z"));
    }

    void aTimeThatIsSkippedAndOneThatComesTwice()
    {
        const oncall::Schedule skipped =
            schedule(calendar(vevent("Ada", "DTSTART;TZID=Europe/Berlin:20260329T023000\r\nDTEND;TZID=Europe/Berlin:20260329T090000")),
                     "2026-03-29T00:00:00Z");
        QCOMPARE(toIso(skipped.shifts.front().from), QStringLiteral("2026-03-29T01:30:00Z"));
        const oncall::Schedule twice =
            schedule(calendar(vevent("Ada", "DTSTART;TZID=Europe/Berlin:20261025T023000\r\nDTEND;TZID=Europe/Berlin:20261025T090000")),
                     "2026-10-25T00:00:00Z");
        QCOMPARE(toIso(twice.shifts.front().from), QStringLiteral("2026-10-25T00:30:00Z")); // the first of the two
    }

    void floatingTimesAndWholeDaysAreInTheZoneOfThePlan()
    {
        const QByteArray floating = calendar(vevent("Ada", "DTSTART:20260704T090000\r\nDTEND:20260704T170000"));
        QCOMPARE(people(schedule(floating, "2026-07-04T12:00:00Z", QTimeZone("Asia/Tokyo")), "2026-07-04T00:00:00Z"),
                 QStringLiteral("Ada until 2026-07-04T08:00:00Z"));
        const QByteArray day = calendar(vevent("Ada", "DTSTART;VALUE=DATE:20261025"));
        QCOMPARE(shifts(schedule(day, "2026-10-25T12:00:00Z", QTimeZone("Europe/Berlin")), "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z"),
                 QStringList{QStringLiteral("2026-10-24T22:00:00Z 2026-10-25T23:00:00Z Ada")}); // 25 hours
        const QByteArray own =
            calendar(vevent("Ada", "DTSTART:20260704T090000\r\nDTEND:20260704T170000"), "X-WR-TIMEZONE:Europe/Berlin\r\n");
        QCOMPARE(people(schedule(own, "2026-07-04T12:00:00Z", QTimeZone("Asia/Tokyo")), "2026-07-04T08:00:00Z"),
                 QStringLiteral("Ada until 2026-07-04T15:00:00Z"));
    }

    void zonesAreKnownByMoreThanOneName_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("its name") << QByteArray("Europe/Berlin");
        QTest::newRow("in quotes") << QByteArray("\"Europe/Berlin\"");
        QTest::newRow("at the end of a path") << QByteArray("/freeassociation.sourceforge.net/Europe/Berlin");
        QTest::newRow("as Windows calls it") << QByteArray("W. Europe Standard Time");
        QTest::newRow("by the file's own rules") << QByteArray("Headquarters");
        QTest::newRow("by the place that the file names") << QByteArray("Branch");
    }

    void zonesAreKnownByMoreThanOneName()
    {
        QFETCH(QByteArray, zone);
        const QByteArray rules = "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19700329T020000\r\n"
                                 "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
                                 "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19701025T030000\r\n"
                                 "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n";
        const QByteArray zones = "BEGIN:VTIMEZONE\r\nTZID:Headquarters\r\n" + rules
            + "END:VTIMEZONE\r\nBEGIN:VTIMEZONE\r\nTZID:Branch\r\nX-LIC-LOCATION:Europe/Vienna\r\nEND:VTIMEZONE\r\n";
        const QByteArray rota = calendar(
            zones
            + vevent("Ada", "DTSTART;TZID=" + zone + ":20260302T090000\r\nDTEND;TZID=" + zone + ":20260309T090000\r\nRRULE:FREQ=WEEKLY"));
        const oncall::Schedule read = schedule(rota, "2026-03-25T12:00:00Z");
        QCOMPARE(read.problems, QStringList());
        QCOMPARE(shifts(read, "2026-03-23T00:00:00Z", "2026-03-31T00:00:00Z"),
                 (QStringList{QStringLiteral("2026-03-23T08:00:00Z 2026-03-30T07:00:00Z Ada"),
                              QStringLiteral("2026-03-30T07:00:00Z 2026-04-06T07:00:00Z Ada")}));
    }

    void aZoneThatNobodyKnowsIsSaidOnce()
    {
        const QByteArray lines = "DTSTART;TZID=Atlantis:20260302T090000\r\nDTEND;TZID=Atlantis:20260302T170000";
        const oncall::Schedule read = schedule(calendar(vevent("Ada", lines) + vevent("Grace", lines)), "2026-03-02T12:00:00Z");
        QCOMPARE(read.problems, QStringList{QStringLiteral("the zone 'Atlantis' is not known; its times are read in UTC")});
        QCOMPARE(read.shifts.size(), 2U);
    }
};

QTEST_GUILESS_MAIN(ZonesTest)
#include "tst_zones.moc"
