#include "models/clocks/calendar.h"

#include <random>

#include "tests/models/clocks/clockstory.h"

using namespace qd;
using namespace qd::clocks;
using namespace qd::clocks::test;

namespace {

QTimeZone zone(const char *id)
{
    return QTimeZone(QByteArray(id));
}

plan::Calendar open(QTime from, QTime to, std::vector<int> days = {1, 2, 3, 4, 5})
{
    plan::Calendar calendar;
    calendar.opens = from;
    calendar.closes = to;
    calendar.days = std::move(days);
    return calendar;
}

const std::vector<int> everyDay{1, 2, 3, 4, 5, 6, 7};

QString hoursFrom(const char *from, int hours, const plan::Calendar &calendar, const char *zoneId)
{
    const auto due = addWorkingTime(at(from), {0, hours}, calendar, zone(zoneId));
    return due ? timeText(*due) : QStringLiteral("never");
}

QString daysFrom(const char *from, int days, const plan::Calendar &calendar, const char *zoneId)
{
    const auto due = addWorkingTime(at(from), {days, 0}, calendar, zone(zoneId));
    return due ? timeText(*due) : QStringLiteral("never");
}

} // namespace

class TestCalendar : public QObject
{
    Q_OBJECT

private slots:
    void businessHoursStopAtNightAndOverTheWeekend()
    {
        const plan::Calendar office; // Monday to Friday, 09:00 to 17:00
        TOLD(hoursFrom("2026-11-23 10:00", 4, office, "UTC"), "2026-11-23 14:00");
        TOLD(hoursFrom("2026-11-23 15:00", 4, office, "UTC"), "2026-11-24 11:00");
        TOLD(hoursFrom("2026-11-27 16:00", 2, office, "UTC"), "2026-11-30 10:00");
        TOLD(hoursFrom("2026-11-28 12:00", 1, office, "UTC"), "2026-11-30 10:00");
        TOLD(hoursFrom("2026-11-23 06:00", 8, office, "UTC"), "2026-11-23 17:00");
        TOLD(hoursFrom("2026-11-23 17:00", 1, office, "UTC"), "2026-11-24 10:00");
    }

    void businessDaysEndAtTheCloseOfTheLastOne()
    {
        const plan::Calendar office;
        TOLD(daysFrom("2026-11-23 10:00", 1, office, "UTC"), "2026-11-24 17:00");
        TOLD(daysFrom("2026-11-23 23:00", 3, office, "UTC"), "2026-11-26 17:00");
        TOLD(daysFrom("2026-11-26 10:00", 3, office, "UTC"), "2026-12-01 17:00");
        TOLD(daysFrom("2026-11-28 10:00", 1, office, "UTC"), "2026-11-30 17:00");
    }

    void theDayIsThatOfTheZone()
    {
        const plan::Calendar office; // 23:30 UTC on Monday is 08:30 on Tuesday in Tokyo
        TOLD(daysFrom("2026-11-23 23:30", 1, office, "Asia/Tokyo"), "2026-11-25 08:00");
        TOLD(hoursFrom("2026-11-23 23:30", 1, office, "Asia/Tokyo"), "2026-11-24 01:00");
    }

    void holidaysDoNotCount()
    {
        plan::Calendar office;
        office.holidays = {QDate(2026, 12, 24), QDate(2026, 12, 25)};
        TOLD(daysFrom("2026-12-23 10:00", 1, office, "UTC"), "2026-12-28 17:00");
        TOLD(hoursFrom("2026-12-23 16:00", 2, office, "UTC"), "2026-12-28 10:00");
        TOLD(hoursFrom("2026-12-24 10:00", 1, office, "UTC"), "2026-12-28 10:00");
    }

    void daysAndThenHours()
    {
        const auto due = addWorkingTime(at("2026-11-23 10:00"), {1, 2}, {}, QTimeZone::utc());
        TOLD(timeText(*due), "2026-11-25 11:00");
    }

    void officeHoursFollowSummerTime()
    {
        const plan::Calendar office; // Berlin: 29 March is +02:00 from 01:00 UTC on, 25 October back to +01:00
        TOLD(hoursFrom("2026-03-27 15:00", 2, office, "Europe/Berlin"), "2026-03-30 08:00");
        TOLD(daysFrom("2026-03-27 10:00", 1, office, "Europe/Berlin"), "2026-03-30 15:00");
        TOLD(hoursFrom("2026-10-23 14:00", 2, office, "Europe/Berlin"), "2026-10-26 09:00");
        TOLD(daysFrom("2026-10-23 10:00", 1, office, "Europe/Berlin"), "2026-10-26 16:00");
        TOLD(hoursFrom("2026-03-06 21:00", 2, office, "America/New_York"), "2026-03-09 14:00");
        TOLD(hoursFrom("2026-10-30 20:00", 2, office, "America/New_York"), "2026-11-02 15:00");
    }

    void aDayOnWhichTheClockJumpsIsShorterOrLonger()
    {
        const plan::Calendar always = open(QTime(0, 0), QTime(0, 0), everyDay);
        const QTimeZone berlin = zone("Europe/Berlin");
        QCOMPARE(openTimeBetween(at("2026-03-28 23:00"), at("2026-03-29 22:00"), always, berlin), Duration(23h));
        TOLD(hoursFrom("2026-03-28 12:00", 24, always, "Europe/Berlin"), "2026-03-29 12:00");
        const plan::Calendar night = open(QTime(1, 0), QTime(5, 0), everyDay);
        QCOMPARE(openTimeBetween(at("2026-03-28 12:00"), at("2026-03-29 12:00"), night, berlin), Duration(3h));
        QCOMPARE(openTimeBetween(at("2026-10-24 12:00"), at("2026-10-25 12:00"), night, berlin), Duration(5h));
        const QTimeZone newYork = zone("America/New_York");
        QCOMPARE(openTimeBetween(at("2026-03-08 01:00"), at("2026-03-08 23:00"), night, newYork), Duration(3h));
        QCOMPARE(openTimeBetween(at("2026-11-01 01:00"), at("2026-11-01 23:00"), night, newYork), Duration(5h));
    }

    void openingAtATimeThatDoesNotExistOpensAfterTheGap()
    {
        const plan::Calendar early = open(QTime(2, 30), QTime(6, 0), everyDay); // 02:00 to 03:00 is skipped on 8 March in New York
        TOLD(hoursFrom("2026-03-08 05:00", 1, early, "America/New_York"), "2026-03-08 08:00");
        TOLD(hoursFrom("2026-03-28 23:30", 1, early, "Europe/Berlin"), "2026-03-29 02:00");
        const plan::Calendar late = open(QTime(0, 0), QTime(2, 30), everyDay); // and closes at 03:00, when 02:30 would be
        QCOMPARE(openTimeBetween(at("2026-03-08 01:00"), at("2026-03-08 23:00"), late, zone("America/New_York")), Duration(2h));
    }

    void aDayEndsAtItsLastMillisecond()
    {
        TOLD(timeText(endOfDay(QDate(2026, 3, 29), zone("Europe/Berlin")) + 1ms), "2026-03-29 22:00");
        TOLD(timeText(endOfDay(QDate(2026, 12, 1), QTimeZone::utc())), "2026-12-01 23:59:59");
        // In Santiago midnight itself is skipped on 6 September.
        TOLD(timeText(endOfDay(QDate(2026, 9, 5), zone("America/Santiago")) + 1ms), "2026-09-06 04:00");
    }

    void aCalendarThatIsNeverOpenCountsNothing()
    {
        TOLD(hoursFrom("2026-11-23 10:00", 1, open(QTime(17, 0), QTime(9, 0)), "UTC"), "never");
        TOLD(daysFrom("2026-11-23 10:00", 1, open(QTime(9, 0), QTime(17, 0), {}), "UTC"), "never");
        TOLD(daysFrom("2026-11-23 10:00", 1, open(QTime(9, 0), QTime(17, 0), {9}), "UTC"), "never");
        QCOMPARE(openTimeBetween(at("10:00"), at("11:00"), open(QTime(9, 0), QTime(9, 0)), QTimeZone::utc()), Duration{});
    }

    void targetsOfAPlan()
    {
        plan::Plan plan;
        plan.zone = "Europe/Berlin";
        const Instant from = at("2026-11-23 10:00");
        QCOMPARE(dueAfter(from, Duration(48h), plan), std::optional(from + 48h));
        QCOMPARE(dueAfter(from, plan::WorkingTime{1, 0}, plan), std::optional(at("2026-11-24 16:00")));
        QCOMPARE(dueAfter(from, QStringLiteral("next sprint"), plan), std::nullopt);
        plan.zone = "Mars/Olympus";
        QCOMPARE(dueAfter(from, plan::WorkingTime{1, 0}, plan), std::optional(at("2026-11-24 17:00")));
    }

    // Counting and adding are each other's inverse, whatever the zone and the season.
    void addedTimeIsTheTimeBetween()
    {
        std::mt19937 random(20261121);
        const char *const zones[] = {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"};
        plan::Calendar office = open(QTime(1, 30), QTime(21, 0), {1, 2, 3, 4, 6, 7});
        office.holidays = {QDate(2026, 3, 30), QDate(2026, 11, 2)};
        for (int i = 0; i < 500; ++i) {
            const QTimeZone where = zone(zones[random() % std::size(zones)]);
            const Instant from = at("2026-01-01 00:00") + std::chrono::minutes(random() % (365 * 1440));
            const Duration open = std::chrono::minutes(1 + random() % 6000);
            const std::optional<Instant> due = addOpenTime(from, open, office, where);
            QVERIFY(due);
            QCOMPARE(openTimeBetween(from, *due, office, where), open);
        }
    }
};

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
