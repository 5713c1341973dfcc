// The only door: what it lets through, and how it says no.
#include "models/core/desk.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using namespace qd::test;

class DeskTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefusedCommandLeavesNothing_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("severity") << "14:10 Dana severity P9 because" << "unknown severity 'P9'; the plan has: P0, P1, P2";
        QTest::newRow("same severity") << "14:10 Dana severity P0 because" << "INC-TEST is P0 already";
        QTest::newRow("no reason") << "14:10 Dana severity P1" << "say why the severity changes";
        QTest::newRow("status") << "14:10 Dana status fixed" << "unknown status 'fixed'; it is one of: investigating, identified";
        QTest::newRow("role") << "14:10 Dana role cook Dana" << "unknown role 'cook'; the plan has: ic, tech-lead, comms, scribe";
        QTest::newRow("nobody") << "14:10 Dana role ic" << "say who takes the role";
        QTest::newRow("audience") << "14:10 Dana update press Hello" << "unknown audience 'press'; the plan has: responders, status-page, executives";
        QTest::newRow("empty update") << "14:10 Dana update executives" << "an update needs a text";
        QTest::newRow("kind") << "14:10 Dana rumour It is DNS" << "unknown kind 'rumour'; it is one of: note";
        QTest::newRow("future") << "14:30>14:10 Dana note I have seen it" << "2026-11-21T14:30:00Z lies in the future (now is 2026-11-21T14:10:00Z)";
        QTest::newRow("future status") << "14:30>14:10 Dana status resolved" << "lies in the future";
        QTest::newRow("checklist") << "14:10 Dana check takeoff 1" << "unknown checklist 'takeoff'";
        QTest::newRow("item") << "14:10 Dana check triage 7" << "'7' is no item of Triage; give its number, 1 to 2";
        QTest::newRow("scenario") << "14:10 Dana scenario Flood" << "unknown scenario 'Flood'; the plan has: service-down";
        QTest::newRow("step") << "14:10 Dana escalate p0-ceo" << "unknown escalation step 'p0-ceo'; the plan has: p0-cto";
        QTest::newRow("no offer") << "14:10 Dana accept ic" << "nobody has offered this role";
        QTest::newRow("not paused") << "14:10 Dana resume resolve" << "this clock is not paused";
        QTest::newRow("pause without reason") << "14:10 Dana pause resolve" << "say why";
        QTest::newRow("nothing to undo") << "14:10 Lee undo" << "there is nothing of yours left to undo";
        QTest::newRow("nothing to redo") << "14:10 Lee redo" << "there is nothing of yours to do again";
        QTest::newRow("final too early") << "14:10 Dana postmortem final" << "INC-TEST is not resolved yet";
        QTest::newRow("section") << "14:10 Dana write epilogue Once" << "unknown section 'epilogue'";
        QTest::newRow("field") << "14:10 Dana set colour red" << "unknown field 'colour'";
        QTest::newRow("no time") << "14:10 Dana set started_at teatime" << "'teatime' is no time for started_at";
        QTest::newRow("empty title") << "14:10 Dana set title" << "an incident needs a title";
    }

    void aRefusedCommandLeavesNothing()
    {
        QFETCH(QString, line);
        QFETCH(QString, sentence);
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down"));
        const Result<EventId> result = story.tryLine(line);
        QVERIFY(!result);
        QVERIFY2(result.error().sentence.contains(sentence), qPrintable(result.error().sentence));
        QCOMPARE(result.error().code, ErrorCode::Refused);
        QCOMPARE(story.events().size(), 1u);
    }

    void namesAreFoundWithoutCaseAndByTheirBeginning()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare critical Down\n14:03 Dana role tech Lee\n14:04 Dana role IC Dana\n14:05 Dana update status Looking"));
        QCOMPARE(story.incident().severity, QStringLiteral("P0"));
        QCOMPARE(story.incident().holder(QStringLiteral("tech-lead")), QStringLiteral("Lee"));
        QCOMPARE(story.incident().updates[0].audience, QStringLiteral("status-page"));
    }

    void severityMayBeUnknownAtFirst()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare unknown Something smells"));
        QVERIFY(story.incident().severity.isEmpty());
        story.tell(QStringLiteral("14:05 Dana severity P1 half the users"));
        QCOMPARE(story.incident().severity, QStringLiteral("P1"));
    }

    void tagsAndPeopleAreReadFromTheText()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:03 Sam action rolled back shard 3, see #rollback. (@lee) mail a@b.example #rollback"));
        const TimelineEntry entry = story.incident().entries.at(1);
        QCOMPARE(entry.tags, QStringList{QStringLiteral("rollback")});
        QCOMPARE(entry.people, QStringList{QStringLiteral("lee")});
    }

    void onlyALoggedEntryCanBeAmendedOrRedacted()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:03 Dana role ic Dana"));
        const auto result = story.submit(QStringLiteral("Dana"), at("14:05"), command::AmendEntry{story.last(), QStringLiteral("x"), {}, {}});
        QVERIFY(!result);
        QVERIFY(result.error().sentence.contains(QStringLiteral("records a change")));
    }

    void aDeclarationCannotBeUndone()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down"));
        QVERIFY(!story.tryLine(QStringLiteral("14:03 Dana undo")));
        QVERIFY(!story.submit(QStringLiteral("Dana"), at("14:03"), command::Undo{story.last(), QStringLiteral("incident.declared")}));
    }

    void undoGoesBackStepByStepAndRedoForth()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:03 Dana set title A\n14:04 Lee set impact everyone\n14:05 Dana set title B"));
        story.tell(QStringLiteral("14:06 Dana undo"));
        QCOMPARE(story.incident().title, QStringLiteral("A"));
        story.tell(QStringLiteral("14:07 Dana undo"));
        QCOMPARE(story.incident().title, QStringLiteral("Down"));
        QCOMPARE(story.incident().impact, QStringLiteral("everyone")); // Lee's stands
        story.tell(QStringLiteral("14:08 Dana redo"));
        QCOMPARE(story.incident().title, QStringLiteral("A"));
        story.tell(QStringLiteral("14:09 Dana note something else"));
        QVERIFY(!story.tryLine(QStringLiteral("14:10 Dana redo")));
    }

    void theRequiredSectionsAreWrittenBeforeItIsFinal()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:03 Dana status resolved"));
        const Result<EventId> early = story.tryLine(QStringLiteral("14:04 Dana postmortem final"));
        QVERIFY(!early);
        QVERIFY(early.error().sentence.contains(QStringLiteral("root-cause"))); // the timeline is drafted from the record
        story.tell(QStringLiteral("14:05 Dana write root-cause The pool was too small\n14:06 Dana postmortem final"));
        QCOMPARE(story.incident().postmortemState, QStringLiteral("final"));
        QVERIFY(!story.tryLine(QStringLiteral("14:07 Dana write root-cause Never mind")));
    }
};

QTEST_GUILESS_MAIN(DeskTest)
#include "tst_desk.moc"
