// Two people write one section: nothing that either typed is lost, and a true conflict is chosen place by place.
#include "tests/ui/reviewroom.h"
#include "ui/panes/postmortem/sectiondraft.h"

#include <QTextBlock>

using namespace qd;
using namespace qd::test;

class TestPostmortemRivals : public QObject
{
    Q_OBJECT

    static review::DraftSection section(const QString &text, const EventId &version = EventId::make(at("14:02")))
    {
        review::DraftSection section;
        section.id = QStringLiteral("root-cause");
        section.markdown = text;
        section.written = true;
        section.version = version;
        section.heads = {version};
        section.by = QStringList{QStringLiteral("Lee")};
        return section;
    }

private slots:
    void whatArrivesWhileTypingIsMergedAroundTheCursor()
    {
        ReviewRoom room;
        const QString id = room.byHand.first();
        room.submit(command::WriteSection{id, QStringLiteral("First.\n\nSecond.\n\nThird."), {}});
        Colleague lee(room);
        QTextCursor cursor = room.text()->textCursor();
        cursor.setPosition(14); // after "Second"
        room.text()->setTextCursor(cursor);
        room.type(QStringLiteral(" and more"));
        lee.write(id, QStringLiteral("First, by Lee.\n\nSecond.\n\nThird."));
        QTRY_VERIFY(room.text()->toPlainText().contains(QStringLiteral("First, by Lee.")));
        QCOMPARE(room.text()->toPlainText(), QStringLiteral("First, by Lee.\n\nSecond and more.\n\nThird."));
        QCOMPARE(room.text()->textCursor().block().text().left(room.text()->textCursor().positionInBlock()),
                 QStringLiteral("Second and more"));
        QVERIFY(room.says(QStringLiteral("Lee has written here meanwhile")));
        room.leave();
        const WrittenSection *written = room.session->incident().section(id);
        QCOMPARE(written->heads.size(), 1); // on top of both
        QCOMPARE(written->text, QStringLiteral("First, by Lee.\n\nSecond and more.\n\nThird."));
    }

    void aTrueConflictShowsBothAndIsChosen_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("the first") << QStringLiteral("mine") << QStringLiteral("The pool was exhausted.");
        QTest::newRow("the second") << QStringLiteral("theirs") << QStringLiteral("The cache was cold.");
        QTest::newRow("both") << QStringLiteral("both") << QStringLiteral("The pool was exhausted.\nThe cache was cold.");
    }

    void aTrueConflictShowsBothAndIsChosen()
    {
        QFETCH(QString, verb);
        QFETCH(QString, wanted);
        ReviewRoom room;
        const QString id = room.byHand.first();
        const EventId first = room.submit(command::WriteSection{id, QStringLiteral("Nothing is known."), {}});
        room.submit(command::WriteSection{id, QStringLiteral("The pool was exhausted."), first});
        room.submit(command::WriteSection{id, QStringLiteral("The cache was cold."), first});
        QVERIFY(room.says(QStringLiteral("1 place differs: choose")));
        QVERIFY(room.text()->toPlainText().contains(QStringLiteral("The pool was exhausted.")));
        QVERIFY(room.text()->toPlainText().contains(QStringLiteral("The cache was cold.")));
        QVERIFY(PaneRoom::rowWith(room.outline(), QStringLiteral("differ")).isValid());
        room.perform(verb);
        QCOMPARE(room.text()->toPlainText(), wanted);
        const WrittenSection *written = room.session->incident().section(id);
        QCOMPARE(written->text, wanted);
        QCOMPARE(written->heads.size(), 1);
        QVERIFY(!room.says(QStringLiteral("differ")));
    }

    void whatMergesByItselfIsKeptWithOneKey()
    {
        ReviewRoom room;
        const QString id = room.byHand.first();
        const EventId first = room.submit(command::WriteSection{id, QStringLiteral("One.\n\nTwo.\n\nThree."), {}});
        room.submit(command::WriteSection{id, QStringLiteral("One, first.\n\nTwo.\n\nThree."), first});
        room.submit(command::WriteSection{id, QStringLiteral("One.\n\nTwo.\n\nThree, last."), first});
        QCOMPARE(room.text()->toPlainText(), QStringLiteral("One, first.\n\nTwo.\n\nThree, last."));
        QCOMPARE(room.session->incident().section(id)->heads.size(), 2);
        room.button("Keep it so")->click();
        QCOMPARE(room.session->incident().section(id)->heads.size(), 1);
        QCOMPARE(room.session->incident().section(id)->text, QStringLiteral("One, first.\n\nTwo.\n\nThree, last."));
        QVERIFY(!room.button("Keep it so")->isVisible());
    }

    void aDraftOfAnEndedProgramIsMergedWithWhatCameSince()
    {
        ui::SectionDraft draft;
        plan::Plan plan;
        Incident incident;
        const EventId before = EventId::make(at("14:02"));
        WrittenSection written;
        written.section = QStringLiteral("root-cause");
        written.versions = {{before, QStringLiteral("One.\n\nTwo."), QStringLiteral("Dana"), {}, {}}};
        incident.sections = {written};
        QCOMPARE(draft.begin(section(QStringLiteral("One.\n\nTwo, by Lee."))), QStringLiteral("One.\n\nTwo, by Lee."));
        const ui::DraftPlace place{plan, incident, {}, QStringLiteral("Dana")};
        QCOMPARE(draft.restore(QStringLiteral("One, kept.\n\nTwo."), before, place), QStringLiteral("One, kept.\n\nTwo, by Lee."));
        QCOMPARE(draft.restore({}, before, place), draft.standing());
    }

    void ownWordsAreNoNews()
    {
        ui::SectionDraft draft;
        plan::Plan plan;
        Incident incident;
        const ui::DraftPlace place{plan, incident, {}, QStringLiteral("Dana")};
        (void)draft.begin(section(QStringLiteral("One.")));
        draft.writes(QStringLiteral("One. Two."));
        QCOMPARE(draft.renew(section(QStringLiteral("One. Two.")), QStringLiteral("One. Two. Thr"), place),
                 QStringLiteral("One. Two. Thr"));
        QVERIFY(draft.arrivedFrom().isEmpty());
    }
};

QTEST_MAIN(TestPostmortemRivals)
#include "tst_postmortemrivals.moc"
