// An incident out of one file and into another, by hand: byte for byte, whole or not at all.
#include "models/core/chains.h"
#include "models/core/kinds.h"
#include "models/journal/carriedlog.h"
#include "tests/models/journal/journalstory.h"

using namespace qd;
using namespace qd::test;

class TestCarriedLog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] std::vector<CarriedEvent> carriedOf(const char *name, const IncidentId &incident) const
    {
        return must(must(CarriedLog::open(path(name)))->events(incident));
    }
    static CarriedEvent following(const Event &last, const char *kind, const QByteArray &body)
    {
        CarriedEvent next{last, body, 0};
        next.event.id = EventId::make(last.recordedAt);
        next.event.kind = QLatin1String(kind);
        next.event.stamp += 1;
        next.event.consoleSeq += 1;
        next.event.prev = last.hash;
        next.event.bodyHash = hashBody(body);
        next.event.hash = hashEvent(next.event);
        return next;
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void theBytesOfABodyStay()
    {
        JournalStory there(path("there.db"));
        const IncidentId incident = there.declare(QStringLiteral("Checkout returns 503"));
        std::vector<CarriedEvent> events = carriedOf("there.db", incident);
        events.push_back(following(events.back().event, "rover.landed", "{ \"z\": 1.0,\"a\":12345678901234567890}"));
        JournalStory here(path("here.db"), QStringLiteral("Ana"));
        const auto log = must(CarriedLog::open(path("here.db")));
        QCOMPARE(must(log->bringIn(events, {})), qint64(events.size()));
        QCOMPARE(must(log->bringIn(events, {})), 0);
        std::vector<CarriedEvent> stored = must(log->events(incident));
        QCOMPARE(stored.size(), events.size());
        for (size_t i = 0; i < stored.size(); ++i) {
            QCOMPARE(stored[i].event, events[i].event);
            QCOMPARE(stored[i].body, events[i].body);
        }
        QVERIFY(must(here.journal().verify()).sound());
    }

    void anotherEventAtThePlaceIsRefusedAndNothingIsHalfDone()
    {
        JournalStory there(path("there.db"));
        const IncidentId incident = there.declare(QStringLiteral("Checkout returns 503"));
        const std::vector<CarriedEvent> events = carriedOf("there.db", incident);
        JournalStory here(path("here.db"), QStringLiteral("Ana"));
        const auto log = must(CarriedLog::open(path("here.db")));
        QCOMPARE(must(log->bringIn({events.front()}, {})), 1);
        const CarriedEvent mine = following(events.front().event, "rover.landed", "{}");
        QCOMPARE(must(log->bringIn({mine}, {})), 1);
        const CarriedEvent first = following(mine.event, "rover.landed", "{\"n\":1}");
        CarriedEvent other = following(events.front().event, "rover.landed", "{\"n\":2}");
        other.event.stamp += 7;
        other.event.hash = hashEvent(other.event);
        const Result<qint64> refused = log->bringIn({first, other}, {});
        QVERIFY(!refused && refused.error().code == ErrorCode::Refused);
        QVERIFY2(refused.error().sentence.contains(other.event.id.toString()), qPrintable(refused.error().sentence));
        QCOMPARE(must(log->events(incident)).size(), size_t(2)); // not `first` either
    }

    void aCorrectionWhoseBodyWentWithItsEntryIsSound()
    {
        JournalStory there(path("there.db"));
        const IncidentId incident = there.declare(QStringLiteral("Checkout returns 503"));
        const Event secret = there.log(incident, QStringLiteral("The password is hunter2"));
        there.submit(incident, command::AmendEntry{secret.id, QStringLiteral("It is hunter3"), {}, QStringLiteral("typo")});
        there.submit(incident, command::RedactEntry{secret.id, QStringLiteral("a secret")});
        const std::vector<CarriedEvent> events = carriedOf("there.db", incident);
        QCOMPARE(std::count_if(events.begin(), events.end(), [](const CarriedEvent &carried) { return carried.body.isEmpty(); }), 2);
        std::vector<CarriedEvent> backwards(events.rbegin(), events.rend());
        for (const std::vector<CarriedEvent> &order : {events, backwards}) {
            const char *name = order == events ? "here.db" : "other.db";
            JournalStory here(path(name), QStringLiteral("Ana"));
            const auto log = must(CarriedLog::open(path(name)));
            for (const CarriedEvent &one : order) // each by itself, as they may come
                QCOMPARE(must(log->bringIn({one}, {})), 1);
            const VerifyReport report = must(here.journal().verify());
            QVERIFY2(report.sound(), qPrintable(report.sound() ? QString() : report.problems.front().sentence));
            QCOMPARE(report.redacted, 2);
        }
    }

    // Of an older file, in which one chain runs through all incidents, one incident comes alone.
    void anOlderChainMayLeap()
    {
        JournalStory there(path("there.db"));
        const IncidentId incident = there.declare(QStringLiteral("Checkout returns 503"));
        for (const char *text : {"one", "two", "three", "four"})
            there.log(incident, QLatin1String(text));
        std::vector<CarriedEvent> older = carriedOf("there.db", incident);
        const ConsoleId installation = ConsoleId::make(at("12:00"));
        QVERIFY(!isOfOneIncident(installation) && isOfOneIncident(chainOf(installation, incident)));
        QByteArray prev(32, 'x');
        for (CarriedEvent &carried : older) {
            carried.event.console = installation;
            carried.event.consoleSeq = 2 * carried.event.consoleSeq; // every other one was of another incident
            carried.event.prev = prev;
            carried.event.hash = hashEvent(carried.event);
            prev = QByteArray(32, 'y');
        }
        JournalStory here(path("here.db"), QStringLiteral("Ana"));
        QCOMPARE(must(must(CarriedLog::open(path("here.db")))->bringIn(older, {})), qint64(older.size()));
        for (const std::optional<IncidentId> &which : {std::optional<IncidentId>(), std::optional(incident)}) {
            const VerifyReport report = must(here.journal().verify(which));
            QVERIFY2(report.sound(), qPrintable(report.sound() ? QString() : report.problems.front().sentence));
            QCOMPARE(report.leaps, qint64(older.size()));
        }
    }

    void whatIsNotThereAndWhatCannotBeWrittenIsSaid()
    {
        QVERIFY(!CarriedLog::open(path("nowhere.db")));
        QVERIFY(!QFile::exists(path("nowhere.db")));
    }
};

QTEST_GUILESS_MAIN(TestCarriedLog)
#include "tst_carriedlog.moc"
