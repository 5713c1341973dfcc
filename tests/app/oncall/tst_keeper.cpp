// Schedules are kept at hand: over a network that fails, from a file that changes, and from the last time where there is nothing better.
#include "app/oncall/feedfetcher.h"
#include "app/oncall/oncallkeeper.h"
#include "tests/app/oncall/feedserver.h"
#include "tests/models/oncall/rota.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

class KeeperTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<FeedServer>();
        m_server->body = dataFile("weekly-berlin.ics");
        m_clock = std::make_unique<ManualClock>(utc("2026-03-25T12:00:00Z"));
        start();
    }
    void cleanup() { m_keeper.reset(); }

    void aFeedIsFetchedAndKept()
    {
        m_server->etag = "\"v1\"";
        m_keeper->setSources({feed()});
        QTRY_COMPARE(onDuty(), QStringLiteral("Grace Hopper"));
        QVERIFY(state().problem.isEmpty());
        QCOMPARE(state().readAt, utc("2026-03-25T12:00:00Z"));
        m_clock->advance(15min);
        m_keeper->refresh(); // the server has nothing new
        QTRY_COMPARE(state().readAt, utc("2026-03-25T12:15:00Z"));
        QVERIFY(m_server->asked.back().contains("If-None-Match: \"v1\""));
    }

    void withoutANetworkTheLastOneCounts()
    {
        const oncall::Source source = feed();
        m_keeper->setSources({source});
        QTRY_VERIFY(state().schedule);
        m_server->close();
        m_clock->advance(1h);
        start(); // as after a restart
        m_keeper->setSources({source});
        QTRY_VERIFY(state().isStale());
        QCOMPARE(onDuty(), QStringLiteral("Grace Hopper"));
        QCOMPARE(oncall::onCallAt(m_keeper->roster(), {}, m_clock->now()).people.front().asOf, utc("2026-03-25T12:00:00Z"));
        QVERIFY2(state().problem.contains(QStringLiteral("127.0.0.1 cannot be reached")), qPrintable(state().problem));
    }

    void whatAServerSaysInsteadOfACalendarChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("problem");
        QTest::newRow("gone") << QByteArray("404 Not Found") << QByteArray()
                              << QStringLiteral("127.0.0.1 has no calendar at this address (404)");
        QTest::newRow("refused") << QByteArray("403 Forbidden") << QByteArray()
                                 << QStringLiteral("127.0.0.1 refuses (403): take the feed's private address");
        QTest::newRow("broken") << QByteArray("503 Unavailable") << QByteArray() << QStringLiteral("127.0.0.1 answers with an error (503)");
        QTest::newRow("a page to sign in") << QByteArray("200 OK") << QByteArray("<html>sign in")
                                           << QStringLiteral(
                                                  "line 1: this is a web page and no calendar; take the address of its feed, which "
                                                  "often ends in .ics");
        QTest::newRow("too much") << QByteArray("200 OK") << QByteArray(9 * 1024 * 1024, 'x')
                                  << QStringLiteral("127.0.0.1 sends more than 8 MB; a feed of the shifts of this year is enough");
    }

    void whatAServerSaysInsteadOfACalendarChangesNothing()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        m_keeper->setSources({feed()});
        QTRY_VERIFY(state().schedule);
        m_server->status = status;
        m_server->body = body;
        m_keeper->refresh();
        QTRY_VERIFY(!state().problem.isEmpty());
        QTEST(state().problem, "problem");
        QCOMPARE(onDuty(), QStringLiteral("Grace Hopper"));
    }

    void aServerThatSaysNothingIsGivenUp()
    {
        m_server->silent = true;
        FeedFetcher fetcher(nullptr, 50ms);
        std::optional<Result<FetchedFeed>> answer;
        fetcher.fetch(m_server->address(), {}, [&](const Result<FetchedFeed> &fetched) { answer = fetched; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().sentence, QStringLiteral("127.0.0.1 does not answer within 1 s"));
    }

    void aRedirectToAFileIsNotFollowed()
    {
        m_server->status = "302 Found";
        m_server->head = "Location: file:///etc/hostname\r\n";
        m_keeper->setSources({feed()});
        QTRY_VERIFY(!state().problem.isEmpty() && !state().problem.contains(QStringLiteral("not fetched")));
        QVERIFY(!state().schedule);
    }

    void aFileIsReadAgainWhenItChanges()
    {
        const QString path = m_folder->filePath(QStringLiteral("rota.ics"));
        write(path, calendar(vevent("Ada", "DTSTART:20260302T080000Z\r\nDTEND:20260402T080000Z")));
        m_keeper->setSources({{path, {}, {}}});
        QTRY_COMPARE(onDuty(), QStringLiteral("Ada"));
        write(path, calendar(vevent("Linus", "DTSTART:20260302T080000Z\r\nDTEND:20260402T080000Z")));
        QTRY_COMPARE(onDuty(), QStringLiteral("Linus"));
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE(state().problem, path + QStringLiteral(" is not there"));
        QCOMPARE(onDuty(), QStringLiteral("Linus")); // what was known stays
        write(path, calendar(vevent("Grace", "DTSTART:20260302T080000Z\r\nDTEND:20260402T080000Z")));
        QTRY_COMPARE(onDuty(), QStringLiteral("Grace"));
    }

    void anotherZoneReadsFloatingTimesAnew()
    {
        const QString path = m_folder->filePath(QStringLiteral("rota.ics"));
        write(path, calendar(vevent("Ada", "DTSTART:20260325T090000\r\nDTEND:20260325T170000")));
        m_keeper->setSources({{path, {}, {}}});
        QTRY_COMPARE(onDuty(), QStringLiteral("Ada"));
        m_keeper->setZone(QTimeZone("America/Los_Angeles"));
        QTRY_COMPARE(onDuty(), QString());
    }

    void aSourceThatIsNotWantedAnyMoreIsForgotten()
    {
        m_keeper->setSources({feed()});
        QSignalSpy changed(m_keeper.get(), &OnCallKeeper::changed);
        m_keeper->setSources({});
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_keeper->roster().empty());
    }

private:
    void start() { m_keeper = std::make_unique<OnCallKeeper>(OnCallKeeper::Setup{*m_clock, m_folder->filePath(QStringLiteral("feeds"))}); }
    [[nodiscard]] oncall::Source feed() const { return {m_server->address(), {}, {}}; }
    [[nodiscard]] const oncall::SourceState &state() const { return m_keeper->roster().front(); }
    [[nodiscard]] QString onDuty() const
    {
        const oncall::OnCallNow now = oncall::onCallAt(m_keeper->roster(), {}, m_clock->now());
        return now.people.empty() ? QString() : now.people.front().person;
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FeedServer> m_server;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<OnCallKeeper> m_keeper;
};

QTEST_GUILESS_MAIN(KeeperTest)
#include "tst_keeper.moc"
