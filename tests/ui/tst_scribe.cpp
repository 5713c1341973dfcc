// From the scribe's keys into the record.
#include "tests/ui/paneroom.h"
#include "ui/panes/scribe/scribepane.h"

#include <QClipboard>
#include <QLabel>
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

    void theCriteriaStandBesideADecisionToRollBack()
    {
        const auto shown = [this] {
            const QList<QLabel *> labels = room->pane->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->isVisible() && label->text().contains(QStringLiteral("Roll back when: The trouble began"));
            });
        };
        const int height = room->pane->height();
        QTest::keyClicks(line, QStringLiteral("! roll 4.12 "));
        QVERIFY(!shown());
        QTest::keyClicks(line, QStringLiteral("back on shard 3"));
        QVERIFY(shown() && line->hasFocus() && room->pane->height() > height);
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("? a rollback would help"));
        QVERIFY(!shown());
        type("! roll back 4.12");
        QVERIFY(!shown()); // the checklist has it now
        QCOMPARE(room->pane->height(), height);
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
        QTRY_VERIFY(room->drafts.values().join(QString()).isEmpty()); // once the entry is durable
    }

    void theDraftHoldsALineUntilItIsDurable()
    {
        QTest::keyClicks(line, QStringLiteral("as good as lost"));
        QTRY_COMPARE(room->drafts.values().join(QString()), QStringLiteral("as good as lost"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(room->drafts.values().join(QString()), QStringLiteral("as good as lost"));
        QTRY_VERIFY(room->drafts.values().join(QString()).isEmpty());
        QCOMPARE(room->session->saveStatus().state, SaveState::Saved);
    }

    void upGoesFurtherBackAndDownComesBack()
    {
        type("one");
        type("two");
        type("/status identified the pool");
        QTest::keyClicks(line, QStringLiteral("half a thought"));
        QTest::keyClick(line, Qt::Key_Up);
        QCOMPARE(line->toPlainText(), QStringLiteral("two")); // the last entry, to be corrected
        QTest::keyClick(line, Qt::Key_Up);
        QCOMPARE(line->toPlainText(), QStringLiteral("one"));
        QTest::keyClick(line, Qt::Key_Down);
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(line->toPlainText(), QStringLiteral("/status identified the pool")); // to be typed again
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(line->toPlainText(), QStringLiteral("half a thought"));
        QVERIFY(!room->session->incident().entries.at(1).edited);
    }

    void aCommandThatWasANoteIsMendedWithUp()
    {
        type("/sev P1");
        QTest::keyClick(line, Qt::Key_Up);
        QTest::keyClicks(line, QStringLiteral(" one shard is left"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(room->session->incident().severity, QStringLiteral("P1"));
        const auto &entries = room->session->incident().entries;
        QVERIFY(std::any_of(entries.begin(), entries.end(),
                            [](const TimelineEntry &entry) { return entry.text == QLatin1String("/sev P1") && entry.undone; }));
    }

    void shiftEnterIsALineOfTheSameEntry()
    {
        QTest::keyClicks(line, QStringLiteral("! roll back"));
        const int before = line->height();
        QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(line, QStringLiteral("shard 3 first"));
        QVERIFY(line->height() > before);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(room->session->incident().entries.last().text, QStringLiteral("roll back\nshard 3 first"));
        QCOMPARE(room->session->incident().entries.last().kind, QStringLiteral("decision"));
        QTest::keyClick(line, Qt::Key_Up);
        QCOMPARE(line->toPlainText(), QStringLiteral("roll back\nshard 3 first"));
        QTest::keyClick(line, Qt::Key_Return); // nothing changed
        QVERIFY(!room->session->incident().entries.last().edited);
    }

    void aPasteIsALineEachWithItsTime()
    {
        QApplication::clipboard()->setText(QStringLiteral("14:05 alarm fired\r\n14:09 ! roll back\r\n\r\nstill slow\r\n"));
        line->paste();
        QVERIFY(room->find<QWidget>(QStringLiteral("Will become: 3 entries, a line each 2 with a time of their own")));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(room->find<QWidget>(QStringLiteral("3 lines logged; Ctrl+Z takes them back one by one")));
        const auto &entries = room->session->incident().entries;
        QCOMPARE(entries.at(entries.size() - 3).at, at("14:05"));
        QCOMPARE(entries.at(entries.size() - 2).kind, QStringLiteral("decision"));
        QVERIFY(room->session->undo());
        QVERIFY(entries.last().undone && !entries.at(entries.size() - 2).undone);
    }

    void completionsAreAListThatStealsNothing()
    {
        auto *list = room->find<QListView>(QStringLiteral("Completions"));
        QTest::keyClicks(line, QStringLiteral("/sta"));
        QVERIFY(list->isVisible());
        QVERIFY(!list->currentIndex().isValid());
        QTest::keyClick(line, Qt::Key_Tab); // and what it takes next is offered at once
        QCOMPARE(line->toPlainText(), QStringLiteral("/status "));
        QVERIFY(list->isVisible());
        QTest::keyClick(line, Qt::Key_Down);
        QTest::keyClick(line, Qt::Key_Down);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(line->toPlainText(), QStringLiteral("/status identified "));
        QVERIFY(!list->isVisible());
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(room->session->incident().status, QStringLiteral("identified"));
        QTest::keyClicks(line, QStringLiteral("/sta"));
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!list->isVisible());
        QTest::keyClicks(line, QStringLiteral("t"));
        QVERIFY(!list->isVisible());           // not again for this word
        QTest::keyClick(line, Qt::Key_Return); // nothing is chosen: logged as it stands
        QCOMPARE(room->session->incident().entries.last().text, QStringLiteral("/stat"));
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
