// What was redacted is gone: from the log, the index, the attachments and the bytes of the file. The record of it stays, and verifies.
#include "models/core/kinds.h"
#include "tests/models/journal/rawfile.h"

using namespace qd;
using namespace qd::test;

class TestRedaction : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("room.db"));
    }
    void theTextLeavesEveryByteOfTheFile();
    void theStateIsTheSameBeforeAndAfterTheBodyWent();
    void aReaderElsewhereOnlyDelaysIt();
    void attachmentsThatNothingElseNamesGo();
    void whatComesInAfterItsRedactionIsRedacted();

private:
    [[nodiscard]] QStringList filesThatHold(const QByteArray &secret) const
    {
        QStringList found;
        for (const QString &name : filesIn(m_folder->path())) {
            if (bytesOf(m_folder->filePath(name)).toLower().contains(secret))
                found << name;
        }
        return found;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestRedaction::theTextLeavesEveryByteOfTheFile()
{
    JournalStory story(m_path);
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    for (int i = 0; i < 600; ++i) // so that the index has several segments and the log several pages
        story.log(incident, QStringLiteral("shard %1 restarted").arg(i));
    const Event secret = story.log(incident, QStringLiteral("password is Hunter2secret for the vault"));
    story.submit(incident, command::AmendEntry{secret.id, QStringLiteral("sorry, Swordfish99 it is"), {}, QStringLiteral("wrong one")});
    for (int i = 0; i < 300; ++i)
        story.log(incident, QStringLiteral("shard %1 came back").arg(i));
    QCOMPARE(story.found(QStringLiteral("swordfish99")).size(), 1);
    QVERIFY(!filesThatHold("hunter2secret").isEmpty());

    story.submit(incident, command::RedactEntry{secret.id, QStringLiteral("a password")});
    for (const char *word : {"hunter2secret", "swordfish99", "vault"}) {
        QCOMPARE(filesThatHold(word), QStringList());
        QVERIFY(story.found(QLatin1String(word)).isEmpty());
    }
    const VerifyReport report = must(story.journal().verify());
    QVERIFY(report.sound());
    QCOMPARE(report.redacted, 2);
    QCOMPARE(must(story.journal().verify(incident)).redacted, 2);
    QCOMPARE(story.found(QStringLiteral("shard 17 restarted")).size(), 1);
    const Incident state = fold(must(story.journal().events(incident)));
    QVERIFY(state.entry(secret.id)->redacted);
    QCOMPARE(state.entry(secret.id)->history.back().reason, QStringLiteral("a password"));
    story.close();
    QCOMPARE(filesThatHold("hunter2secret"), QStringList());
}

void TestRedaction::theStateIsTheSameBeforeAndAfterTheBodyWent()
{
    JournalStory story(m_path);
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    const Event secret = story.log(incident, QStringLiteral("token=abc"));
    std::vector<Event> events = must(story.journal().events(incident));
    events.push_back(story.submit(incident, command::RedactEntry{secret.id, QStringLiteral("a token")}));
    QVERIFY(fold(events) == fold(must(story.journal().events(incident))));
}

void TestRedaction::aReaderElsewhereOnlyDelaysIt()
{
    JournalStory story(m_path);
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    const Event secret = story.log(incident, QStringLiteral("hunter2secret"));
    const auto reader = openRaw(m_path);
    must(reader->run(QStringLiteral("PRAGMA busy_timeout = 0")));
    must(reader->run(QStringLiteral("BEGIN")));
    QCOMPARE(must(reader->value(QStringLiteral("SELECT count(*) FROM event"))).toInt(), 2);
    const auto redacted = story.journal().append(
        story.record({{incident,
                       QLatin1String(kinds::entryRedacted),
                       {{QStringLiteral("entry"), secret.id.toString()}, {QStringLiteral("reason"), QStringLiteral("x")}},
                       story.now()}}));
    QTRY_COMPARE_WITH_TIMEOUT(story.journal().position(), 3, 3000);
    QVERIFY(must(story.journal().events(incident))[1].body.isEmpty());
    must(reader->run(QStringLiteral("COMMIT")));
    QVERIFY(redacted.result());
    QTRY_COMPARE_WITH_TIMEOUT(filesThatHold("hunter2secret"), QStringList(), 10000);
}

void TestRedaction::attachmentsThatNothingElseNamesGo()
{
    JournalStory story(m_path);
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    const QString only = must(story.journal().putAttachment("a screenshot of a secret"));
    const QString added = must(story.journal().putAttachment("and its thumbnail"));
    const QString both = must(story.journal().putAttachment("a graph that others show too"));
    command::LogEntry entry;
    entry.text = QStringLiteral("look at this");
    entry.attachments = {only, both};
    const Event secret = story.submit(incident, entry);
    story.submit(incident, command::AddAttachment{added, QStringLiteral("thumb.png"), QStringLiteral("image/png"), 17, secret.id});
    entry.text = QStringLiteral("and at this");
    entry.attachments = {both};
    story.submit(incident, entry);

    story.submit(incident, command::RedactEntry{secret.id, QStringLiteral("it shows a name")});
    QVERIFY(!story.journal().attachment(only));
    QVERIFY(!story.journal().attachment(added));
    QVERIFY(story.journal().attachment(both));
    QCOMPARE(filesThatHold("a screenshot of a secret"), QStringList());
}

void TestRedaction::whatComesInAfterItsRedactionIsRedacted()
{
    JournalStory there(m_folder->filePath(QStringLiteral("there.db")));
    const IncidentId incident = there.declare(QStringLiteral("Checkout"));
    const Event secret = there.log(incident, QStringLiteral("hunter2secret"));
    there.submit(incident, command::AmendEntry{secret.id, QStringLiteral("hunter3secret"), {}, {}});
    const std::vector<Event> before = must(there.journal().events(incident));
    const Event redaction = there.submit(incident, command::RedactEntry{secret.id, QStringLiteral("a password")});

    JournalStory here(m_path);
    must(here.journal().appendNow({redaction}));
    must(here.journal().appendNow({before[2]}));
    must(here.journal().appendNow({before[1], before[0]}));
    for (const Event &event : must(here.journal().events(incident)))
        QVERIFY(!event.body.value(QLatin1String("text")).toString().contains(QLatin1String("secret")));
    QVERIFY(here.found(QStringLiteral("hunter3secret")).isEmpty());
    QVERIFY(must(here.journal().verify()).sound());
    QVERIFY(fold(must(here.journal().events(incident))) == fold(must(there.journal().events(incident))));
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
