// What a post-mortem is written from: pulled in as lines that follow the record, found again from the text, put aside with a reason.
#include "tests/ui/reviewroom.h"

#include <QLineEdit>

using namespace qd;
using namespace qd::test;

class TestPostmortemEvidence : public QObject
{
    Q_OBJECT

    static void choose(const QListView *list, const QString &words, QItemSelectionModel::SelectionFlags how)
    {
        list->selectionModel()->setCurrentIndex(PaneRoom::rowWith(list, words), how);
    }

private slots:
    void severalEntriesArePulledAtOnceAndFollowTheRecord()
    {
        ReviewRoom room;
        QListView *timeline = room.list("Timeline to pick from");
        choose(timeline, QStringLiteral("Shard 1"), QItemSelectionModel::ClearAndSelect);
        choose(timeline, QStringLiteral("Shard 2"), QItemSelectionModel::Select);
        QTest::keyClick(timeline, Qt::Key_Return);
        const QString pulled = room.text()->toPlainText();
        QCOMPARE(pulled.count(QLatin1Char('\n')), 1);
        QVERIFY(pulled.startsWith(QStringLiteral("- [14:02 UTC Shard 1 rolled back (Dana)](entry:%1#line)").arg(room.shardOne.toString())));
        room.leave();
        command::AmendEntry amend;
        amend.entry = room.shardOne;
        amend.text = QStringLiteral("Shard 1 and 3 rolled back");
        room.submit(amend);
        room.perform(QStringLiteral("open"), room.byHand.first());
        QVERIFY(room.text()->toPlainText().contains(QStringLiteral("Shard 1 and 3 rolled back")));
        QTRY_VERIFY(room.preview()->toPlainText().contains(QStringLiteral("Shard 1 and 3 rolled back")));
    }

    void aCorrectionIsFollowedWhileTheSectionIsOpenAndTypedIn()
    {
        ReviewRoom room;
        QListView *timeline = room.list("Timeline to pick from");
        choose(timeline, QStringLiteral("Shard 1"), QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(timeline, Qt::Key_Return);
        room.type(QStringLiteral("\nand th"));
        command::AmendEntry amend;
        amend.entry = room.shardOne;
        amend.text = QStringLiteral("Shard 9 rolled back");
        room.submit(amend);
        room.type(QStringLiteral("en"));
        QTRY_VERIFY(room.preview()->toPlainText().contains(QStringLiteral("Shard 9 rolled back")));
        QVERIFY(room.text()->toPlainText().endsWith(QStringLiteral("and then")));
        QVERIFY(!room.text()->toPlainText().contains(QStringLiteral("<<<<")));
    }

    void theTimelineIsFoundByItsWords()
    {
        ReviewRoom room;
        auto *field = room.find<QLineEdit>(QStringLiteral("Find in the timeline"));
        field->setText(QStringLiteral("shard 2"));
        QCOMPARE(room.list("Timeline to pick from")->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(room.list("Timeline to pick from")->model()->rowCount() > 1);
    }

    void anEntryIsCarriedIntoTheText()
    {
        ReviewRoom room;
        QListView *timeline = room.list("Timeline to pick from");
        const QPoint from = timeline->visualRect(PaneRoom::rowWith(timeline, QStringLiteral("Shard 2"))).center();
        timeline->scrollTo(PaneRoom::rowWith(timeline, QStringLiteral("Shard 2")));
        QWidget *rows = timeline->viewport();
        const QPoint to = rows->mapFromGlobal(room.text()->mapToGlobal(room.text()->rect().center()));
        QTest::mousePress(rows, Qt::LeftButton, Qt::NoModifier, from);
        QMouseEvent carry(QEvent::MouseMove, to, rows->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(rows, &carry);
        QTest::mouseRelease(rows, Qt::LeftButton, Qt::NoModifier, to);
        QVERIFY(room.text()->toPlainText().contains(QStringLiteral("Shard 2 rolled back")));
    }

    void aFactLeadsToWhatItRestsOnAndIsPulledAsALink()
    {
        ReviewRoom room;
        room.resolve();
        room.perform(QStringLiteral("facts"));
        QListView *facts = room.list("Facts");
        QVERIFY(facts->isVisible());
        choose(facts, QStringLiteral("Time to resolve"), QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(facts, Qt::Key_Return);
        QListView *timeline = room.list("Timeline to pick from");
        QVERIFY(timeline->isVisible());
        QVERIFY(room.says(QStringLiteral("“Time to resolve” rests on")));
        QVERIFY(PaneRoom::rowWith(timeline, QStringLiteral("Resolved")).isValid());
        QVERIFY(!PaneRoom::rowWith(timeline, QStringLiteral("Shard 1")).isValid());
        room.perform(QStringLiteral("facts"));
        PaneRoom::trigger(facts, QStringLiteral("Put into the section"));
        QVERIFY(room.text()->toPlainText().contains(QStringLiteral("](fact:time-to-resolve)")));
    }

    void aFindingIsDismissedWithAReasonAndTakenUpAgain()
    {
        ReviewRoom room;
        room.submit(command::WriteSection{room.byHand.first(), QStringLiteral("Dana broke the cluster."), {}});
        room.perform(QStringLiteral("findings"));
        QListView *findings = room.list("Findings");
        const int before = findings->model()->rowCount();
        QVERIFY(before > 0);
        const QString first = room.spoken(findings, 0);
        PaneRoom::trigger(findings, QStringLiteral("Dismiss, or take up again"));
        room.answer(QStringLiteral("Reason"), QStringLiteral("It is so by design"));
        QCOMPARE(room.lastKind(), QStringLiteral("finding.dismissed"));
        QCOMPARE(findings->model()->rowCount(), before - 1);
        QVERIFY(!PaneRoom::rowWith(findings, first).isValid());
        room.button("With 1 dismissed")->setChecked(true);
        QCOMPARE(findings->model()->rowCount(), before);
        findings->setCurrentIndex(findings->model()->index(before - 1, 0));
        PaneRoom::trigger(findings, QStringLiteral("Dismiss, or take up again"));
        QCOMPARE(room.lastBody()[QLatin1String("dismissed")].toBool(), false);
    }

    void aFindingLeadsToItsWords()
    {
        ReviewRoom room;
        room.submit(command::WriteSection{room.byHand.last(), QStringLiteral("At first Dana broke the cluster."), {}});
        room.perform(QStringLiteral("findings"));
        QListView *findings = room.list("Findings");
        choose(findings, QStringLiteral("Dana broke"), QItemSelectionModel::ClearAndSelect);
        QVERIFY(findings->currentIndex().isValid());
        QTest::keyClick(findings, Qt::Key_Return);
        QVERIFY(room.text()->toPlainText().contains(QStringLiteral("Dana broke")));
        QVERIFY(room.text()->textCursor().selectedText().contains(QStringLiteral("Dana broke")));
    }

    void wordsAreCommentedAnsweredAndSettled()
    {
        ReviewRoom room;
        room.type(QStringLiteral("The pool was exhausted by the rollout."));
        QTextCursor cursor = room.text()->textCursor();
        cursor.setPosition(4);
        cursor.setPosition(8, QTextCursor::KeepAnchor);
        room.text()->setTextCursor(cursor);
        room.perform(QStringLiteral("comment"));
        room.answer(QStringLiteral("New comment"), QStringLiteral("Which pool?"));
        const ReviewComment said = room.session->incident().comments.back();
        QCOMPARE(said.quote, QStringLiteral("pool"));
        QCOMPARE(said.section, room.byHand.first());
        QListView *comments = room.list("Comments");
        QVERIFY(PaneRoom::rowWith(comments, QStringLiteral("Which pool?")).isValid());
        QVERIFY(PaneRoom::rowWith(room.outline(), QStringLiteral("1 comment")).isValid());

        comments->setCurrentIndex(comments->model()->index(0, 0));
        PaneRoom::trigger(comments, QStringLiteral("Answer…"));
        room.answer(QStringLiteral("Answer"), QStringLiteral("That of the payment client"));
        QCOMPARE(room.session->incident().comments.back().about, said.id);
        QCOMPARE(comments->model()->rowCount(), 2);
        room.leave();
        comments->setCurrentIndex(comments->model()->index(1, 0));
        QTest::keyClick(comments, Qt::Key_Return); // an answer leads to the words of its thread
        QCOMPARE(room.text()->textCursor().selectedText(), QStringLiteral("pool"));
        PaneRoom::trigger(comments, QStringLiteral("Settle, or open again"));
        QVERIFY(room.session->incident().comments.front().resolved);
        QCOMPARE(comments->model()->rowCount(), 0);
    }

    void anActionItemIsNotedInALineAndSettled()
    {
        ReviewRoom room;
        room.perform(QStringLiteral("actions"));
        room.answer(QStringLiteral("New action item of the incident"), QStringLiteral("Alert on queue depth @lee friday #detect"));
        QCOMPARE(room.session->incident().actions.back().owner, QStringLiteral("lee"));
        QListView *actions = room.list("Action items of the incident");
        QVERIFY(PaneRoom::rowWith(actions, QStringLiteral("Alert on queue depth")).isValid());
        actions->setCurrentIndex(actions->model()->index(0, 0));
        QTest::keyClick(actions, Qt::Key_Space);
        QCOMPARE(room.session->incident().actions.back().state, QStringLiteral("done"));
    }
};

QTEST_MAIN(TestPostmortemEvidence)
#include "tst_postmortemevidence.moc"
