// After the worst: what is computed is computed again, and what can be read of a damaged file is saved.
#include "tests/models/journal/rawfile.h"

using namespace qd;
using namespace qd::test;

class TestSalvage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("room.db"));
        m_into = m_folder->filePath(QStringLiteral("saved.db"));
    }
    void rebuiltProjectionsAreTheSame();
    void aDamagedFileGivesWhatCanBeRead();
    void aTruncatedFileGivesWhatIsLeft();
    void alteredEventsAreNotSaved();
    void redactionsAndAttachmentsAreSaved();
    void nothingIsOverwritten();
    void aFileThatIsNoneIsRefused();

private:
    void tellALongEvening()
    {
        JournalStory story(m_path);
        const IncidentId first = story.declare(QStringLiteral("Checkout returns 503"));
        const IncidentId second = story.declare(QStringLiteral("Slow search"));
        story.submit(first, command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}});
        for (int i = 0; i < 400; ++i)
            story.log(i % 3 ? first : second, QStringLiteral("entry number %1 of a long evening with a text of some length").arg(i));
        const Event entry = story.log(first, QStringLiteral("hunter2"));
        story.submit(first, command::AmendEntry{entry.id, QStringLiteral("hunter3"), {}, {}});
        story.submit(first, command::RedactEntry{entry.id, QStringLiteral("a password")});
        const Event typo = story.log(second, QStringLiteral("tpyo"));
        story.submit(second, command::AmendEntry{typo.id, QStringLiteral("typo"), {}, {}});
        story.submit(second, command::ChangeStatus{QStringLiteral("resolved"), {}, {}});
        m_attachment = must(story.journal().putAttachment("a graph", QStringLiteral("graph.png"), QStringLiteral("image/png")));
    }
    [[nodiscard]] static QStringList projections(const QString &path)
    {
        QStringList all = rows(
            path, QStringLiteral("SELECT rowid || '|' || text || '|' || hex(event) || '|' || at AS line FROM entry_text ORDER BY rowid"));
        for (const IncidentSummary &summary : must(openJournal(path)->incidents()))
            all << QStringLiteral("%1 %2 %3 %4 %5 %6")
                       .arg(summary.ref, summary.status, summary.commander)
                       .arg(summary.entryCount)
                       .arg(summary.eventCount)
                       .arg(toMsecs(summary.lastRecordedAt));
        return all << rows(path, QStringLiteral("SELECT projected_to || ' ' || last_stamp AS line FROM projection"))
                   << rows(path,
                           QStringLiteral("SELECT hex(id) || first_position || ' ' || last_position AS line FROM incident ORDER BY id"));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_into;
    QString m_attachment;
};

void TestSalvage::rebuiltProjectionsAreTheSame()
{
    tellALongEvening();
    const QStringList before = projections(m_path);
    QVERIFY(before.size() > 400);
    must(openJournal(m_path)->rebuild());
    QCOMPARE(projections(m_path), before);

    harm(m_path, QStringLiteral("DELETE FROM entry_text"));
    harm(m_path, QStringLiteral("UPDATE incident SET status = 'nonsense'"));
    must(openJournal(m_path)->rebuild());
    QCOMPARE(projections(m_path), before);
}

void TestSalvage::aDamagedFileGivesWhatCanBeRead()
{
    tellALongEvening();
    const std::vector<Event> all = must(openJournal(m_path)->eventsAfter(0));
    const QStringList pages = rows(m_path, QStringLiteral("SELECT (SELECT rootpage FROM sqlite_master WHERE name = 'event') AS line"));
    QByteArray bytes = bytesOf(m_path);
    int overwritten = 0;
    for (qsizetype page = pages.front().toLongLong() + 20; overwritten < 3 && (page + 1) * 4096 < bytes.size(); page += 15, ++overwritten)
        bytes.replace(page * 4096, 4096, QByteArray(4096, '\x5a'));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();

    const SalvageReport report = must(Journal::salvage(m_path, m_into, at("15:00")));
    QCOMPARE(bytesOf(m_path), bytes);
    QVERIFY(report.lost > 0);
    QVERIFY(!report.notes.isEmpty());
    QCOMPARE(report.events + report.lost, static_cast<qint64>(all.size()));
    QVERIFY2(report.events > 300, qPrintable(QString::number(report.events)));
    QCOMPARE(report.incidents, 2);

    JournalStory saved(m_into);
    for (const Event &event : must(saved.journal().eventsAfter(0)))
        QVERIFY(std::find(all.begin(), all.end(), event) != all.end());
    for (const ChainProblem &problem : must(saved.journal().verify()).problems)
        QVERIFY2(problem.sentence.contains(QStringLiteral("missing")), qPrintable(problem.sentence));
    saved.log(must(saved.journal().resolve(QStringLiteral("last"))), QStringLiteral("and it goes on"));
    QVERIFY(!saved.found(QStringLiteral("evening")).isEmpty());
    QVERIFY(!QFileInfo::exists(m_path + QStringLiteral("-wal")));
}

void TestSalvage::aTruncatedFileGivesWhatIsLeft()
{
    tellALongEvening();
    const qsizetype all = std::ssize(must(openJournal(m_path)->eventsAfter(0)));
    const QByteArray whole = bytesOf(m_path);
    for (const qsizetype length : {whole.size() - 1, whole.size() * 3 / 4, whole.size() / 2}) {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(whole.left(length)) == length);
        file.close();
        const SalvageReport report = must(Journal::salvage(m_path, m_into, at("15:00")));
        QVERIFY2(report.events > all / 10, qPrintable(QStringLiteral("%1 of %2").arg(report.events).arg(all)));
        QVERIFY(QFile::remove(m_into));
    }
}

void TestSalvage::alteredEventsAreNotSaved()
{
    tellALongEvening();
    harm(m_path, QStringLiteral("UPDATE event SET body = replace(body, 'evening', 'night') WHERE position = 10"));
    harm(m_path, QStringLiteral("UPDATE event SET author = 'Mallory' WHERE position = 11"));
    const SalvageReport report = must(Journal::salvage(m_path, m_into, at("15:00")));
    QCOMPARE(report.lost, 2);
    QVERIFY2(report.notes.front().contains(QStringLiteral("event number 10 is lost: its body")), qPrintable(report.notes.front()));
}

void TestSalvage::redactionsAndAttachmentsAreSaved()
{
    tellALongEvening();
    const SalvageReport report = must(Journal::salvage(m_path, m_into, at("15:00")));
    QCOMPARE(report.lost, 0);
    QCOMPARE(report.attachments, 1);
    const auto saved = openJournal(m_into);
    QCOMPARE(must(saved->attachment(m_attachment)), QByteArrayLiteral("a graph"));
    QVERIFY(must(saved->verify()).sound());
    QCOMPARE(must(saved->verify()).redacted, 2);
    QVERIFY(must(saved->eventsAfter(0)) == must(openJournal(m_path)->eventsAfter(0)));
    QVERIFY(saved->console() != openJournal(m_path)->console());
}

void TestSalvage::nothingIsOverwritten()
{
    tellALongEvening();
    const QByteArray before = bytesOf(m_path);
    QVERIFY(Journal::salvage(m_path, m_path, at("15:00")).error().sentence.contains(QStringLiteral("not overwritten")));
    QCOMPARE(bytesOf(m_path), before);
}

void TestSalvage::aFileThatIsNoneIsRefused()
{
    QFile letter(m_path);
    QVERIFY(letter.open(QIODevice::WriteOnly) && letter.write("Dear Dana") > 0);
    letter.close();
    QCOMPARE(Journal::salvage(m_path, m_into, at("15:00")).error().code, ErrorCode::Storage);
    QVERIFY(!Journal::salvage(m_folder->filePath(QStringLiteral("none.db")), m_into, at("15:00")));
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
}

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
