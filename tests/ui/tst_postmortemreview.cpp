// Draft, in review, final: who was asked, who approved, what is missing, and a final version that later changes do not touch.
#include "tests/ui/reviewroom.h"

using namespace qd;
using namespace qd::test;

class TestPostmortemReview : public QObject
{
    Q_OBJECT

    static void makeFinal(ReviewRoom &room)
    {
        room.resolve();
        room.writeAll();
        room.button("Send to review")->click();
        room.button("Make final")->click();
        QCOMPARE(room.session->incident().postmortemState, QStringLiteral("final"));
    }

private slots:
    void itMovesThroughReview()
    {
        ReviewRoom room;
        room.button("Send to review")->click();
        QCOMPARE(room.lastKind(), QStringLiteral("postmortem.moved"));
        QVERIFY(room.says(QStringLiteral("Before it is final")));
        room.button("Make final")->click(); // refused: it is not resolved, and sections are missing
        QCOMPARE(room.session->incident().postmortemState, QStringLiteral("review"));
        QVERIFY(room.says(QStringLiteral("not resolved")));
        room.button("Back to draft")->click();
        QCOMPARE(room.session->incident().postmortemState, QStringLiteral("draft"));
    }

    void whatIsMissingIsOneKeyAway()
    {
        ReviewRoom room;
        room.leave();
        room.button("Send to review")->click();
        QPushButton *way = nullptr;
        for (QPushButton *button : room.pane->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->accessibleName().startsWith(QStringLiteral("Go to ")))
                way = button;
        }
        QVERIFY(way);
        way->click();
        const QModelIndex current = room.outline()->currentIndex();
        QVERIFY(current.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("required, empty")));
    }

    void reviewersAreAskedAnswerAndAreTakenBack()
    {
        ReviewRoom room;
        room.perform(QStringLiteral("ask"));
        room.answer(QStringLiteral("Reviewer"), QStringLiteral("Ana"));
        QCOMPARE(room.session->incident().reviewers.back().who, QStringLiteral("Ana"));
        QVERIFY(room.button("Reviewer Ana, asked")->isVisible());
        room.button("Send to review")->click();
        room.perform(QStringLiteral("changes"));
        auto *note = room.find<QPlainTextEdit>(QStringLiteral("Review note"));
        note->setPlainText(QStringLiteral("Say what the pool is"));
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.button("Reviewer Dana, asks for changes")->isVisible());
        room.perform(QStringLiteral("approve"));
        room.answer(QStringLiteral("Review note"), QString());
        QVERIFY(room.button("Reviewer Dana, approved")->isVisible());
        room.button("Reviewer Ana, asked")->click();
        QCOMPARE(room.lastBody()[QLatin1String("asked")].toBool(true), false);
    }

    void whatIsFinalIsReadOnlyAndStaysAsItWas()
    {
        ReviewRoom room;
        room.submit(command::WriteSection{
            room.byHand.first(), QStringLiteral("At [14:02 UTC](entry:%1#time) it was over.").arg(room.shardOne.toString()), {}});
        makeFinal(room);
        QVERIFY(room.text()->isReadOnly());
        QVERIFY(room.says(QStringLiteral("by Dana · nothing has changed")));
        command::AmendEntry amend;
        amend.entry = room.shardOne;
        amend.at = at("14:01");
        room.submit(amend);
        QVERIFY(room.says(QStringLiteral("1 change in the record since")));
        const QString kept = room.session->incident().section(room.byHand.first())->text;
        room.perform(QStringLiteral("open"), room.byHand.first());
        if (kept.contains(QStringLiteral("14:02")))
            QVERIFY(room.text()->toPlainText().contains(QStringLiteral("14:02 UTC")));
        room.perform(QStringLiteral("snapshot"));
        QVERIFY(room.text()->isReadOnly());
        room.button("Back to review")->click();
        QVERIFY(!room.text()->isReadOnly());
    }

    void theSnapshotKeepsAPulledTime()
    {
        ReviewRoom room;
        room.resolve();
        room.writeAll();
        room.submit(command::WriteSection{room.byHand.first(), QStringLiteral("At [x](entry:%1#time).").arg(room.shardOne.toString()), {}});
        room.button("Send to review")->click();
        room.button("Make final")->click();
        room.perform(QStringLiteral("open"), room.byHand.first());
        QVERIFY(room.text()->toPlainText().contains(QStringLiteral("[14:02 UTC]")));
        command::AmendEntry amend;
        amend.entry = room.shardOne;
        amend.at = at("13:58");
        room.submit(amend);
        QVERIFY(room.text()->toPlainText().contains(QStringLiteral("[14:02 UTC]")));
        room.button("Record as it is now")->click();
        QVERIFY(room.text()->toPlainText().contains(QStringLiteral("[13:58 UTC]")));
        room.button("As it was made final")->click();
        QVERIFY(room.text()->toPlainText().contains(QStringLiteral("[14:02 UTC]")));
    }

    void nothingIsPulledIntoWhatIsFinal()
    {
        ReviewRoom room;
        makeFinal(room);
        const QString before = room.text()->toPlainText();
        QListView *timeline = room.list("Timeline to pick from");
        timeline->setCurrentIndex(PaneRoom::rowWith(timeline, QStringLiteral("Shard 1")));
        QTest::keyClick(timeline, Qt::Key_Return);
        QCOMPARE(room.text()->toPlainText(), before);
        QVERIFY(room.says(QStringLiteral("move it back to review")));
    }

    void anEarlierMomentIsReadOnly()
    {
        ReviewRoom room;
        room.submit(command::WriteSection{room.byHand.first(), QStringLiteral("Written."), {}});
        room.advance(std::chrono::minutes(5));
        room.session->showAsOf(at("14:03"));
        QTRY_VERIFY(room.text()->isReadOnly());
        room.session->showAsOf(std::nullopt);
        QTRY_VERIFY(!room.text()->isReadOnly());
    }
};

QTEST_MAIN(TestPostmortemReview)
#include "tst_postmortemreview.moc"
