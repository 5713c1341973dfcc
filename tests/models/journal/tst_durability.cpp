// Power goes at any moment: what was acknowledged is there, and the file opens.
#include "tests/models/journal/childprocess.h"
#include "tests/models/journal/journalstory.h"

#include <QRandomGenerator>

#include <csignal>
#include <cstdio>

using namespace qd;
using namespace qd::test;

namespace {

// Appends entries for ever and prints the id of each that is durable.
int appendForEver(const QString &path, bool throughTheQueue)
{
    JournalStory story(path, QStringLiteral("Sam"));
    const IncidentId incident = must(story.journal().resolve(QStringLiteral("last")));
    for (int i = 0;; ++i) {
        std::vector<Event> events = story.record(
            {{incident, QStringLiteral("entry.logged"), {{QStringLiteral("text"), QStringLiteral("entry %1").arg(i)}}, story.now()}});
        if (i % 50 == 49) // and what touches the projections in the same transaction
            events.front().kind = QStringLiteral("ask.made");
        const auto stored = throughTheQueue ? story.journal().append(events).result() : story.journal().appendNow(events);
        if (!stored)
            return 1;
        std::printf("%s\n", qPrintable(stored->front().id.toString()));
        std::fflush(stdout);
    }
}

} // namespace

class TestDurability : public QObject
{
    Q_OBJECT

private slots:
    void killedAtAnyMomentNothingAcknowledgedIsLost();
    void killedWhileTheFileIsMadeItCanBeMade();

private:
    QSet<EventId> m_expected;
};

void TestDurability::killedAtAnyMomentNothingAcknowledgedIsLost()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("room.db"));
    {
        JournalStory story(path);
        story.declare(QStringLiteral("Checkout"));
    }
    QRandomGenerator random(4711);
    int acknowledged = 0;
    for (int round = 0; round < 30; ++round) {
        QProcess process;
        startRole(process, round % 2 ? QStringLiteral("queue") : QStringLiteral("now"), {path});
        process.waitForReadyRead(5000); // the first one is durable
        QTest::qSleep(random.bounded(60));
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished();
        QByteArray printed = process.readAllStandardOutput();
        printed.truncate(printed.lastIndexOf('\n') + 1); // a line cut off by the kill was not read by anybody

        const auto journal = openJournal(path);
        for (const QByteArray &line : printed.split('\n')) {
            if (line.isEmpty())
                continue;
            ++acknowledged;
            m_expected.insert(EventId::fromString(QString::fromLatin1(line)));
        }
        QSet<EventId> stored;
        for (const Event &event : must(journal->eventsAfter(0)))
            stored.insert(event.id);
        QVERIFY2((m_expected - stored).isEmpty(), qPrintable(QStringLiteral("round %1").arg(round)));
        QVERIFY(must(journal->verify()).sound());
    }
    QVERIFY2(acknowledged > 100, "the rounds were too short to say anything");
    const auto journal = openJournal(path);
    SearchQuery query;
    query.words = QStringLiteral("entry");
    query.limit = -1;
    const auto hits = must(journal->search(query));
    QCOMPARE(static_cast<qint64>(hits.size()), journal->position() - 1); // the projections caught up
}

void TestDurability::killedWhileTheFileIsMadeItCanBeMade()
{
    QRandomGenerator random(815);
    for (int round = 0; round < 15; ++round) {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("room.db"));
        QProcess process;
        startRole(process, QStringLiteral("make"), {path});
        QTest::qSleep(random.bounded(30));
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished();
        JournalStory story(path);
        story.declare(QStringLiteral("Checkout"));
        QVERIFY(must(story.journal().verify()).sound());
    }
}

int main(int argc, char **argv)
{
    return runTestsOrRole<TestDurability>(argc, argv, [](const QString &role, const QStringList &arguments) {
        if (role == QLatin1String("make")) {
            JournalStory(arguments.value(0)).declare(QStringLiteral("Checkout"));
            return 0;
        }
        return appendForEver(arguments.value(0), role == QLatin1String("queue"));
    });
}

#include "tst_durability.moc"
