// Ids, stamps and times as people type them.
#include "models/core/event.h"
#include "models/core/timetext.h"

#include <QSet>
#include <QTest>

using namespace qd;

namespace {

Instant utc(const char *text)
{
    return *fromIso(QLatin1String(text));
}

} // namespace

class TimeTest : public QObject
{
    Q_OBJECT

private slots:
    void idsGrowAlsoWhenTheClockStandsStillOrJumpsBack()
    {
        const Instant now = utc("2026-11-21T14:00:00Z");
        EventId last = EventId::make(now);
        QCOMPARE(last.toString()[14], QLatin1Char('7')); // the version's digit
        for (int i = 0; i < 10000; ++i) {
            const EventId next = EventId::make(i % 2 ? now : now - std::chrono::hours(1));
            QVERIFY(last < next);
            QVERIFY(last.toString() < next.toString()); // text sorts alike
            last = next;
        }
    }

    void stampsGrowAlsoWhenTheClockJumpsBack()
    {
        HybridClock clock;
        const Stamp first = clock.tick(utc("2026-11-21T14:00:00Z"));
        QVERIFY(clock.tick(utc("2026-11-21T13:00:00Z")) > first);
        clock.observe(Stamp(1) << 62);
        QVERIFY(clock.tick(utc("2026-11-21T14:00:00Z")) > Stamp(1) << 62);
    }

    void typedTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // now is 14:32:10Z on 21 November 2026, 15:32:10 in Berlin
        QTest::addColumn<bool>("approximate");
        QTest::newRow("now") << "now" << "2026-11-21T14:32:10Z" << false;
        QTest::newRow("clock") << "15:05" << "2026-11-21T14:05:00Z" << false;
        QTest::newRow("seconds") << "15:05:07" << "2026-11-21T14:05:07Z" << false;
        QTest::newRow("ago") << "-5m" << "2026-11-21T14:27:10Z" << false;
        QTest::newRow("long ago") << "-1h30m" << "2026-11-21T13:02:10Z" << false;
        QTest::newRow("yesterday") << "yesterday 23:50" << "2026-11-20T22:50:00Z" << false;
        QTest::newRow("zulu") << "1403z" << "2026-11-21T14:03:00Z" << false;
        QTest::newRow("iso") << "2026-11-21T14:32:00Z" << "2026-11-21T14:32:00Z" << false;
        QTest::newRow("offset") << "2026-11-21T14:32:00+02:00" << "2026-11-21T12:32:00Z" << false;
        QTest::newRow("date and clock") << "2026-07-01 10:00" << "2026-07-01T08:00:00Z" << false;
        QTest::newRow("without a zone") << "2026-07-01T10:00:00" << "2026-07-01T08:00:00Z" << false;
        QTest::newRow("about") << "about 15:05" << "2026-11-21T14:05:00Z" << true;
        QTest::newRow("tilde") << "~15:05" << "2026-11-21T14:05:00Z" << true;
        QTest::newRow("autumn, twice") << "2026-10-25 02:30" << "2026-10-25T01:30:00Z" << false;
    }

    void typedTimes()
    {
        QFETCH(QString, text);
        const Result<TypedTime> read = readTime(text, utc("2026-11-21T14:32:10Z"), QTimeZone("Europe/Berlin"));
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
        QTEST(toIso(read->at), "expected");
        QTEST(read->approximate, "approximate");
    }

    void theSecondReadingIsNotTakenWhileItLiesInTheFuture()
    {
        const Result<TypedTime> read = readTime(QStringLiteral("02:30"), utc("2026-10-25T00:45:00Z"), QTimeZone("Europe/Berlin"));
        QCOMPARE(toIso(read->at), QStringLiteral("2026-10-25T00:30:00Z"));
    }

    void whatIsNoTimeIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        for (const char *text : {"", "teatime", "25:00", "14:61", "-5", "-m", "tomorrowish 14:00", "2026-02-30 10:00", "14", "about"})
            QTest::newRow(text) << text << "is no time; write 14:32";
        QTest::newRow("spring forward") << "2026-03-29 02:30" << "'2026-03-29 02:30' does not exist in Europe/Berlin";
    }

    void whatIsNoTimeIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        const Result<TypedTime> read = readTime(text, utc("2026-11-21T14:32:10Z"), QTimeZone("Europe/Berlin"));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Usage);
        QVERIFY2(read.error().sentence.contains(sentence), qPrintable(read.error().sentence));
    }

    void theChainCommitsToEveryField()
    {
        Event event;
        event.id = EventId::make(utc("2026-11-21T14:00:00Z"));
        event.bodyHash = hashBody("{}");
        const QByteArray hash = hashEvent(event);
        QSet<QByteArray> seen{hash};
        const std::function<void(Event &)> changes[] = {
            [](Event &e) { e.id = EventId::make(utc("2026-11-21T14:00:01Z")); }, [](Event &e) { e.incident = IncidentId::make({}); },
            [](Event &e) { e.kind = QStringLiteral("x"); },                      [](Event &e) { e.author = QStringLiteral("x"); },
            [](Event &e) { e.happenedAt += Duration(1); },                       [](Event &e) { e.recordedAt += Duration(1); },
            [](Event &e) { e.stamp = 1; },                                       [](Event &e) { e.console = ConsoleId::make({}); },
            [](Event &e) { e.consoleSeq = 1; },                                  [](Event &e) { e.bodyHash = hashBody("{}x"); },
            [](Event &e) { e.prev = "x"; }};
        for (const auto &change : changes) {
            Event altered = event;
            change(altered);
            QVERIFY(!seen.contains(hashEvent(altered)));
            seen.insert(hashEvent(altered));
        }
    }
};

QTEST_GUILESS_MAIN(TimeTest)
#include "tst_time.moc"
