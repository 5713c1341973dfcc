// Tamper evidence: whoever changes the file by hand is found out, and the event is named.
#include "tests/models/journal/rawfile.h"

using namespace qd;
using namespace qd::test;

class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aSoundFileHasNothingToReport();
    void anAlteredBodyIsFound();
    void anAlteredFieldIsFound_data();
    void anAlteredFieldIsFound();
    void aDeletedRowIsFound();
    void deletedNewestRowsAreFound();
    void aReorderedChainIsFound();
    void aRewrittenEventIsFoundByItsSuccessor();
    void aBodyThatIsGoneWithoutARedactionIsFound();
    void oneIncidentIsVerifiedAlone();

private:
    [[nodiscard]] std::vector<ChainProblem> problems(const std::optional<IncidentId> &incident = {}) const
    {
        return must(openJournal(m_path)->verify(incident)).problems;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    IncidentId m_incident;
    std::vector<Event> m_events;
};

void TestVerify::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("room.db"));
    JournalStory story(m_path);
    m_incident = story.declare(QStringLiteral("Checkout"), QStringLiteral("INC-4F7K"));
    for (const char *text : {"one", "two", "three", "four"})
        story.log(m_incident, QLatin1String(text));
    m_events = must(story.journal().events(m_incident));
}

void TestVerify::aSoundFileHasNothingToReport()
{
    const VerifyReport report = must(openJournal(m_path)->verify());
    QVERIFY(report.sound());
    QCOMPARE(report.events, 5);
    QCOMPARE(report.chains, 1);
}

void TestVerify::anAlteredBodyIsFound()
{
    harm(m_path, QStringLiteral("UPDATE event SET body = replace(body, 'two', 'none') WHERE position = 3"));
    QCOMPARE(problems().size(), 1u);
    QCOMPARE(problems().front().event, m_events[2].id);
    QCOMPARE(problems().front().ref, QStringLiteral("INC-4F7K"));
    QCOMPARE(problems().front().position, 3);
    QVERIFY(problems().front().sentence.contains(QStringLiteral("body")));
}

void TestVerify::anAlteredFieldIsFound_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"author = 'Mallory'", "kind = 'entry.pinned'", "happened_at = happened_at - 60000",
                               "recorded_at = recorded_at - 1", "stamp = stamp + 1", "incident = x'0190a8f0b7c27c3e8f7a000000000001'"})
        QTest::newRow(change) << QString::fromLatin1(change);
}

void TestVerify::anAlteredFieldIsFound()
{
    QFETCH(QString, change);
    harm(m_path, QStringLiteral("UPDATE event SET %1 WHERE position = 3").arg(change));
    QVERIFY(!problems().empty());
    QCOMPARE(problems().front().event, m_events[2].id);
}

void TestVerify::aDeletedRowIsFound()
{
    harm(m_path, QStringLiteral("DELETE FROM event WHERE position IN (3, 4)"));
    QCOMPARE(problems().size(), 1u);
    QCOMPARE(problems().front().event, m_events[4].id);
    QVERIFY2(problems().front().sentence.contains(QStringLiteral("2 event(s) before it are missing")),
             qPrintable(problems().front().sentence));
}

void TestVerify::deletedNewestRowsAreFound()
{
    harm(m_path, QStringLiteral("DELETE FROM event WHERE position >= 4"));
    QCOMPARE(problems().size(), 1u);
    QCOMPARE(problems().front().position, 4);
    QVERIFY(problems().front().sentence.contains(QStringLiteral("newest 2 event(s) are missing")));
}

void TestVerify::aReorderedChainIsFound()
{
    const auto move = [this](int from, int to) {
        harm(m_path, QStringLiteral("UPDATE event SET console_seq = %2 WHERE console_seq = %1").arg(from).arg(to));
    };
    move(3, 99);
    move(4, 3);
    move(99, 4);
    QVERIFY(problems().size() >= 2);
    QCOMPARE(problems().front().event, m_events[3].id);
}

void TestVerify::aRewrittenEventIsFoundByItsSuccessor()
{
    Event forged = m_events[2]; // with its own hashes right
    forged.body.insert(QStringLiteral("text"), QStringLiteral("never said"));
    forged.bodyHash = hashBody(canonicalBody(forged.body));
    forged.hash = hashEvent(forged);
    harm(m_path,
         QStringLiteral("UPDATE event SET body = '%1', body_hash = x'%2', hash = x'%3' WHERE position = 3")
             .arg(QString::fromUtf8(canonicalBody(forged.body)), QString::fromLatin1(forged.bodyHash.toHex()),
                  QString::fromLatin1(forged.hash.toHex())));
    QCOMPARE(problems().size(), 1u);
    QCOMPARE(problems().front().event, m_events[3].id);
    QVERIFY(problems().front().sentence.contains(QStringLiteral("does not follow")));
    QCOMPARE(problems(m_incident).front().event, m_events[3].id);
}

void TestVerify::aBodyThatIsGoneWithoutARedactionIsFound()
{
    harm(m_path, QStringLiteral("UPDATE event SET body = NULL WHERE position = 2"));
    harm(m_path,
         QStringLiteral("UPDATE event SET body = NULL, redacted_by = (SELECT id FROM event WHERE position = 5) WHERE position = 4"));
    QCOMPARE(problems().size(), 2u);
    QCOMPARE(problems().front().event, m_events[1].id);
    QVERIFY(problems().front().sentence.contains(QStringLiteral("no redaction")));
    QCOMPARE(problems().back().event, m_events[3].id);
}

void TestVerify::oneIncidentIsVerifiedAlone()
{
    IncidentId other;
    {
        JournalStory story(m_path);
        other = story.declare(QStringLiteral("Search"));
        story.log(other, QStringLiteral("five"));
    }
    harm(m_path, QStringLiteral("UPDATE event SET author = 'Mallory' WHERE position = 3"));
    QCOMPARE(problems(m_incident).size(), 1u);
    QVERIFY(problems(other).empty());
    QCOMPARE(must(openJournal(m_path)->verify(other)).events, 2);
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
