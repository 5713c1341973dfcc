// From the scribe's keys into the record.
#include "tests/ui/paneroom.h"
#include "ui/panes/scribe/scribepane.h"

#include <QPlainTextEdit>

using namespace qd;
using namespace qd::test;
using std::chrono::minutes;

class TestScribe : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        room = std::make_unique<PaneRoom>();
        room->declare();
        room->advance(minutes(23));
        room->show(ui::createScribePane, QSize(1000, 96));
        line = room->find<QPlainTextEdit>(QStringLiteral("Scribe entry"));
        line->setFocus();
    }
    void cleanup() { room.reset(); }

    void aLineBecomesAnEntry()
    {
        type("-2m ! roll back shard 3 next #rollback @lee");
        const TimelineEntry &entry = room->session->incident().entries.last();
        QCOMPARE(entry.kind, QStringLiteral("decision"));
        QCOMPARE(entry.text, QStringLiteral("roll back shard 3 next #rollback @lee"));
        QCOMPARE(entry.at, room->clock.now() - minutes(2));
        QCOMPARE(entry.tags, QStringList{QStringLiteral("rollback")});
        QVERIFY(line->toPlainText().isEmpty());
    }

    void whatItWillBecomeIsShown()
    {
        QTest::keyClicks(line, QStringLiteral("-2m ? pool exhausted #db"));
        QVERIFY(room->find<QWidget>(QStringLiteral("Will become: 14:23 Hypothesis pool exhausted #db")));
    }

    void commandsDoWhatTheySay()
    {
        type("/status identified the pool");
        QCOMPARE(room->session->incident().status, QStringLiteral("identified"));
        type("/ic @dana");
        QCOMPARE(room->session->incident().holder(QStringLiteral("ic")), QStringLiteral("Dana"));
        type("/ask @lee 10m check replica lag");
        QCOMPARE(room->session->incident().asks.back().who, QStringLiteral("lee"));
        type("/update executives");
        QCOMPARE(room->invoked.last(), QStringLiteral("updates.write executives"));
    }

    void whatIsNotUnderstoodIsSaidBeforehandAndLoggedAsANote()
    {
        QTest::keyClicks(line, QStringLiteral("/sev P1"));
        QVERIFY(room->find<QWidget>(QStringLiteral("Will be logged as a note: say why the severity changes: /sev P1 REASON")));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(line->toPlainText().isEmpty());
        QCOMPARE(room->session->incident().severity, QStringLiteral("P0"));
        QCOMPARE(room->session->incident().entries.last().text, QStringLiteral("/sev P1"));
        QCOMPARE(room->session->incident().entries.last().kind, QStringLiteral("note"));
    }

    void severalLinesAreSeveralEntries()
    {
        line->setPlainText(QStringLiteral("one\n! two\n\n=three"));
        QTest::keyClick(line, Qt::Key_Return);
        const auto &entries = room->session->incident().entries;
        QCOMPARE(entries.at(entries.size() - 3).text, QStringLiteral("one"));
        QCOMPARE(entries.at(entries.size() - 2).kind, QStringLiteral("decision"));
        QCOMPARE(entries.last().kind, QStringLiteral("observation"));
    }

    void upEditsTheLastEntryAndEscapeLeavesIt()
    {
        type("shrad 3 is down");
        QTest::keyClick(line, Qt::Key_Up);
        QCOMPARE(line->toPlainText(), QStringLiteral("shrad 3 is down"));
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(line->toPlainText().isEmpty());
        QTest::keyClick(line, Qt::Key_Up);
        line->setPlainText(QStringLiteral("shard 3 is down"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(room->session->incident().entries.last().text, QStringLiteral("shard 3 is down"));
        QVERIFY(room->session->incident().entries.last().edited);
    }

    void escapeClearsNothing()
    {
        QTest::keyClicks(line, QStringLiteral("half a thought"));
        QTest::keyClick(line, Qt::Key_Escape);
        QCOMPARE(line->toPlainText(), QStringLiteral("half a thought"));
    }

    void tabCompletes()
    {
        type("/ic @Amara");
        QTest::keyClicks(line, QStringLiteral("told @am"));
        QTest::keyClick(line, Qt::Key_Tab);
        QCOMPARE(line->toPlainText(), QStringLiteral("told @Amara "));
        line->setPlainText(QStringLiteral("/sta"));
        line->moveCursor(QTextCursor::End);
        QTest::keyClick(line, Qt::Key_Tab);
        QCOMPARE(line->toPlainText(), QStringLiteral("/status "));
    }

    void aDraftSurvivesTheEndOfTheProgram()
    {
        QTest::keyClicks(line, QStringLiteral("half a thought"));
        QTRY_COMPARE(room->drafts.value(room->drafts.keys().value(0)), QStringLiteral("half a thought"));
        room->show(ui::createScribePane, QSize(1000, 96)); // the program is there again
        line = room->find<QPlainTextEdit>(QStringLiteral("Scribe entry"));
        QCOMPARE(line->toPlainText(), QStringLiteral("half a thought"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(room->session->incident().entries.last().text, QStringLiteral("half a thought"));
        QVERIFY(room->drafts.values().value(0).isEmpty());
    }

    void undoOfTheIncidentWhereTheLineIsEmpty()
    {
        QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(room->invoked, QStringList{QStringLiteral("record.undo ")});
        type("/undo"); // a declaration cannot be taken back
        QCOMPARE(room->session->incident().entries.last().text, QStringLiteral("/undo"));
    }

private:
    void type(const char *text)
    {
        line->selectAll();
        QTest::keyClicks(line, QLatin1String(text));
        QTest::keyClick(line, Qt::Key_Return);
    }

    std::unique_ptr<PaneRoom> room;
    QPlainTextEdit *line = nullptr;
};

QTEST_MAIN(TestScribe)
#include "tst_scribe.moc"
