// Whatever is in the file: a sentence, and no more work than the file is worth.
#include "tests/models/oncall/rota.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QStringEncoder>

using namespace qd;
using namespace qd::test;

class AnyBytesTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNoCalendarIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << QByteArray(" \r\n") << QStringLiteral("the calendar is empty");
        QTest::newRow("words") << QByteArray("Ada is on call")
                               << QStringLiteral("line 1: this is no iCalendar file: BEGIN:VCALENDAR stands nowhere in it");
        QTest::newRow("a page")
            << QByteArray("<!DOCTYPE html><html>")
            << QStringLiteral("line 1: this is a web page and no calendar; take the address of its feed, which often ends in .ics");
        QTest::newRow("too large") << QByteArray(9 * 1024 * 1024, 'x')
                                   << QStringLiteral("the calendar is larger than 8 MB; export the shifts of this year alone");
    }

    void whatIsNoCalendarIsSaid()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        const auto read = oncall::readSchedule(bytes, {utc("2026-03-02T12:00:00Z")});
        QVERIFY(!read);
        QCOMPARE(read.error().sentence, sentence);
        QCOMPARE(read.error().code, ErrorCode::BadInput);
    }

    void whatIsWrongIsSaidWithItsLineAndTheRestIsRead_data()
    {
        QTest::addColumn<QByteArray>("lines"); // from line 3
        QTest::addColumn<QString>("sentence");
        const auto wrong = [](const char *name, const QByteArray &lines, const char *sentence) {
            QTest::newRow(name) << lines << QString::fromUtf8(sentence);
        };
        wrong("no begin", vevent("Bad", "DTEND:20260302T080000Z"), "line 3: this event does not say when it begins");
        wrong("a day that is none", vevent("Bad", "DTSTART:20260231T080000Z\r\nDTEND:20260302T080000Z"),
              "line 6: this cannot be read and was left out: DTSTART:20260231T080000Z");
        wrong("no end", vevent("Bad", "DTSTART:20260302T080000Z"),
              "line 3: 'Bad' has no length: it does not say when it ends, or ends before it begins");
        wrong("ends before", vevent("Bad", "DTSTART:20260302T080000Z\r\nDTEND:20260301T080000Z"),
              "line 3: 'Bad' has no length: it does not say when it ends, or ends before it begins");
        wrong("a rule by the second", vevent("Bad", "DTSTART:20260302T080000Z\r\nDURATION:PT1S\r\nRRULE:FREQ=SECONDLY"),
              "line 3: 'Bad': it comes again every minute or second, and no shift does");
        wrong("nobody", vevent("On call", "DTSTART:20260302T080000Z\r\nDURATION:PT1H"), "line 3: 'On call' names nobody");
        wrong("a text that is a number", vevent("Bad", "SUMMARY;VALUE=INTEGER:5\r\nDTSTART:20260302T080000Z\r\nDURATION:PT1H"),
              "line 6: this cannot be read and was left out: SUMMARY;VALUE=INTEGER:5");
    }

    void whatIsWrongIsSaidWithItsLineAndTheRestIsRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, sentence);
        const QByteArray good = vevent("Ada", "DTSTART:20260302T080000Z\r\nDTEND:20260309T080000Z");
        const oncall::Schedule read = schedule(calendar(lines + good), "2026-03-05T12:00:00Z");
        QVERIFY2(read.problems.contains(sentence), qPrintable(read.problems.join(QLatin1Char('\n'))));
        QCOMPARE(people(read, "2026-03-05T12:00:00Z"), QStringLiteral("Ada until 2026-03-09T08:00:00Z"));
    }

    void aFileThatIsCutOffSaysSo()
    {
        const QByteArray whole = calendar(vevent("Ada", "DTSTART:20260302T080000Z\r\nDTEND:20260309T080000Z")
                                          + vevent("Grace", "DTSTART:20260309T080000Z\r\nDTEND:20260316T080000Z"));
        const oncall::Schedule read = schedule(whole.left(whole.indexOf("DTEND:20260316")), "2026-03-05T12:00:00Z");
        QCOMPARE(read.problems, QStringList{QStringLiteral("line 9: this event does not end: the file is cut off here")});
        QCOMPARE(read.shifts.size(), 1U);
    }

    void otherEncodingsAndLineEndings()
    {
        const QString text =
            QStringLiteral("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:J\u00f6rg\nDTSTART:20260302T080000Z\nDTEND:20260309T080000Z\n"
                           "END:VEVENT\nEND:VCALENDAR\n");
        QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        for (const QByteArray &bytes : {text.toUtf8(), "\xef\xbb\xbf" + text.toUtf8(), text.toLatin1(), QByteArray(utf16(text)),
                                        text.toUtf8().replace('\n', '\r'), text.toUtf8().replace("\u00f6", "\xc3\r\n \xb6")})
            QCOMPARE(people(schedule(bytes, "2026-03-05T12:00:00Z"), "2026-03-05T12:00:00Z"),
                     QStringLiteral("Jörg until 2026-03-09T08:00:00Z"));
    }

    void rulesThatNeverComeTrueEndSoon_data()
    {
        QTest::addColumn<QByteArray>("rule");
        for (const char *rule :
             {"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
              "FREQ=DAILY;BYDAY=2MO", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3", "FREQ=DAILY;INTERVAL=7;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=32767",
              "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;COUNT=-5", "FREQ=DAILY;UNTIL=NEVER", "FREQ=WEEKLY;BYDAY=ZZ",
              "FREQ=", "FREQ=HOURLY;COUNT=2000000000"})
            QTest::newRow(rule) << QByteArray(rule);
    }

    void rulesThatNeverComeTrueEndSoon()
    {
        QFETCH(QByteArray, rule);
        QElapsedTimer watch;
        watch.start();
        static_cast<void>(schedule(calendar(vevent("Ada", "DTSTART:19700105T080000Z\r\nDURATION:PT1H\r\nRRULE:" + rule).repeated(5)),
                                   "2026-03-05T12:00:00Z"));
        QVERIFY2(watch.elapsed() < 10'000, qPrintable(QString::number(watch.elapsed())));
    }

    void aZoneThatChangesEverySecondIsNotFollowed()
    {
        const QByteArray zone = "BEGIN:VTIMEZONE\r\nTZID:Mad\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\n"
                                "TZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
        const oncall::Schedule read =
            schedule(calendar(zone + vevent("Ada", "DTSTART;TZID=Mad:20260302T080000\r\nDURATION:PT1H")), "2026-03-02T12:00:00Z");
        QCOMPARE(read.problems.size(), 1);
        QCOMPARE(read.shifts.size(), 1U);
    }

    void brokenCopiesOfGoodFilesDoNoHarm()
    {
        QRandomGenerator random(20261121);
        for (const char *name : {"weekly-berlin.ics", "pager-feed.ics", "team-calendar.ics"}) {
            const QByteArray good = dataFile(name);
            for (int i = 0; i < 300; ++i) {
                QByteArray bad = good;
                for (int hits = random.bounded(1, 12); hits > 0; --hits) {
                    const int at = random.bounded(static_cast<int>(bad.size()));
                    switch (random.bounded(4)) {
                    case 0: bad[at] = static_cast<char>(random.bounded(256)); break;
                    case 1: bad.remove(at, random.bounded(1, 40)); break;
                    case 2: bad.insert(at, bad.mid(random.bounded(static_cast<int>(bad.size())), random.bounded(60))); break;
                    default: bad[at] = ":;=\r\n,-0Z"[random.bounded(10)]; break;
                    }
                }
                const auto read = oncall::readSchedule(bad, {utc("2026-04-02T12:00:00Z")});
                QVERIFY(read || !read.error().sentence.isEmpty());
            }
        }
    }

    void aHugeCalendarIsReadInProportion()
    {
        const QByteArray one = vevent("Ada", "DTSTART:20260302T080000Z\r\nDTEND:20260309T080000Z\r\nRRULE:FREQ=HOURLY");
        const oncall::Schedule read = schedule(calendar(one.repeated(600)), "2026-03-05T12:00:00Z");
        QVERIFY(read.shifts.size() <= 20'000);
        QVERIFY(!read.problems.isEmpty());
        QVERIFY(read.problems.size() <= 21);
    }
};

QTEST_GUILESS_MAIN(AnyBytesTest)
#include "tst_anybytes.moc"
