// The window and the command line on one file: one console, one chain, and each hears of the other within a second.
#include "tests/models/journal/childprocess.h"
#include "tests/models/journal/journalstory.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <cstdio>

using namespace qd;
using namespace qd::test;

namespace {

int appendSome(const QString &path, const QString &author, int count)
{
    JournalStory story(path, author);
    const IncidentId incident = must(story.journal().resolve(QStringLiteral("last")));
    for (int i = 0; i < count; ++i)
        story.log(incident, QStringLiteral("%1 says %2").arg(author).arg(i));
    return 0;
}

} // namespace

class TestSideBySide : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void twoProgramsMakeOneChain();
    void eachHearsOfTheOtherWithinASecond();
    void nobodyHearsOfHimself();
    void aLongWriteElsewhereIsWaitedFor();
    void twoProgramsMakeOneFile();

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("room.db"));
};

void TestSideBySide::initTestCase()
{
    JournalStory(m_path).declare(QStringLiteral("Checkout"));
}

void TestSideBySide::twoProgramsMakeOneChain()
{
    QProcess ana;
    QProcess lee;
    startRole(ana, QStringLiteral("append"), {m_path, QStringLiteral("Ana"), QStringLiteral("200")});
    startRole(lee, QStringLiteral("append"), {m_path, QStringLiteral("Lee"), QStringLiteral("200")});
    JournalStory story(m_path);
    const IncidentId incident = must(story.journal().resolve(QStringLiteral("last")));
    std::vector<QFuture<Result<std::vector<Event>>>> futures;
    for (int i = 0; i < 200; ++i) {
        futures.push_back(story.journal().append(story.record(
            {{incident, QStringLiteral("entry.logged"), {{QStringLiteral("text"), QStringLiteral("Dana says %1").arg(i)}}, story.now()}})));
        story.log(incident, QStringLiteral("Dana says so at once"));
    }
    for (auto &future : futures)
        QVERIFY(future.result());
    for (QProcess *process : {&ana, &lee}) {
        QVERIFY(process->waitForFinished(60000));
        QCOMPARE(process->exitCode(), 0);
    }
    const std::vector<Event> events = must(story.journal().eventsAfter(0));
    QCOMPARE(events.size(), 801u);
    const VerifyReport report = must(story.journal().verify());
    QVERIFY(report.sound());
    QCOMPARE(report.chains, 1);
    QCOMPARE(story.found(QStringLiteral("Lee 199")).size(), 1);
}

void TestSideBySide::eachHearsOfTheOtherWithinASecond()
{
    JournalStory story(m_path);
    const qint64 position = story.journal().position();
    QSignalSpy arrived(&story.journal(), &Journal::arrived);
    QProcess lee;
    startRole(lee, QStringLiteral("append"), {m_path, QStringLiteral("Lee"), QStringLiteral("1")});
    QVERIFY(lee.waitForFinished());
    QVERIFY(arrived.wait(1000));
    QCOMPARE(must(story.journal().eventsAfter(position)).back().author, QStringLiteral("Lee"));
}

void TestSideBySide::nobodyHearsOfHimself()
{
    JournalStory story(m_path);
    const IncidentId incident = must(story.journal().resolve(QStringLiteral("last")));
    QSignalSpy arrived(&story.journal(), &Journal::arrived);
    story.log(incident, QStringLiteral("mine"));
    QVERIFY(story.journal().append(story.record({{incident, QStringLiteral("entry.logged"), {}, story.now()}})).result());
    QVERIFY(!arrived.wait(1000));
}

void TestSideBySide::aLongWriteElsewhereIsWaitedFor()
{
    QProcess other;
    startRole(other, QStringLiteral("hold"), {m_path});
    QVERIFY(other.waitForReadyRead());
    JournalStory story(m_path);
    const IncidentId incident = must(story.journal().resolve(QStringLiteral("last")));
    QElapsedTimer timer;
    timer.start();
    story.log(incident, QStringLiteral("patience"));
    QVERIFY(timer.elapsed() > 300);
    QVERIFY(other.waitForFinished());
}

void TestSideBySide::twoProgramsMakeOneFile()
{
    for (int round = 0; round < 5; ++round) {
        const QString path = m_folder.filePath(QStringLiteral("new-%1.db").arg(round));
        QProcess first;
        QProcess second;
        startRole(first, QStringLiteral("declare"), {path});
        startRole(second, QStringLiteral("declare"), {path});
        QVERIFY(first.waitForFinished() && second.waitForFinished());
        QCOMPARE(first.exitCode() + second.exitCode(), 0);
        const auto journal = openJournal(path);
        QCOMPARE(must(journal->incidents()).size(), 2u);
        QVERIFY(must(journal->verify()).sound());
        for (const IncidentSummary &summary : must(journal->incidents()))
            QCOMPARE(must(journal->events(summary.id)).front().console, chainOf(journal->console(), summary.id));
    }
}

int hold(const QString &path) // the file is locked for writing, for a while
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(path);
    if (!database.open() || !QSqlQuery(database).exec(QStringLiteral("BEGIN IMMEDIATE")))
        return 1;
    std::puts("held");
    std::fflush(stdout);
    QTest::qSleep(700);
    return database.commit() ? 0 : 1;
}

int main(int argc, char **argv)
{
    return runTestsOrRole<TestSideBySide>(argc, argv, [](const QString &role, const QStringList &arguments) {
        if (role == QLatin1String("hold"))
            return hold(arguments.value(0));
        if (role == QLatin1String("declare")) {
            JournalStory(arguments.value(0)).declare(QStringLiteral("Checkout"));
            return 0;
        }
        return appendSome(arguments.value(0), arguments.value(1), arguments.value(2).toInt());
    });
}

#include "tst_sidebyside.moc"
