// The post-mortem in the record: who wrote what on top of what, who reviews it, and what was final.
#include "models/core/fold.h"
#include "models/core/kinds.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using namespace qd::test;

namespace {

const QString dana = QStringLiteral("Dana");
const QString lee = QStringLiteral("Lee");
const QString cause = QStringLiteral("root-cause");

Story overAndDone()
{
    Story story;
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n14:05 Lee note pool exhausted\n14:30 Dana status resolved"));
    return story;
}

QStringList textsOfHeads(const Incident &incident)
{
    QStringList texts;
    const WrittenSection *written = incident.section(cause);
    for (const EventId &head : written ? written->heads : QList<EventId>())
        texts << written->version(head)->text;
    return texts;
}

QString refusal(const Result<EventId> &result)
{
    return result ? QString() : result.error().sentence;
}

} // namespace

class TestPostmortem : public QObject
{
    Q_OBJECT

private slots:
    void oneAfterTheOtherLeavesOneText()
    {
        Story story = overAndDone();
        story.tell(QStringLiteral("15:00 Dana write root-cause The pool was small\n15:01 Lee write root-cause The pool was too small"));
        QCOMPARE(textsOfHeads(story.incident()), QStringList{QStringLiteral("The pool was too small")});
        QCOMPARE(story.incident().section(cause)->versions.size(), 2);
    }

    void whoHadNotSeenTheOtherLeavesTwoUntilSomebodyTakesBothIn()
    {
        Story story = overAndDone();
        story.tell(QStringLiteral("15:00 Dana write root-cause The pool was small"));
        const EventId first = story.last();
        const Result<EventId> hers =
            story.submit(dana, at("15:02"), command::WriteSection{cause, QStringLiteral("The pool was small, by default"), first});
        const Result<EventId> his =
            story.submit(lee, at("15:03"), command::WriteSection{cause, QStringLiteral("Our pool was small"), first});
        QVERIFY(hers && his);
        QCOMPARE(textsOfHeads(story.incident()),
                 (QStringList{QStringLiteral("The pool was small, by default"), QStringLiteral("Our pool was small")}));
        QVERIFY(story.incident().conflicts.empty()); // two texts are merged, not fought over
        QVERIFY(refusal(story.submit(dana, at("15:04"), command::MovePostmortem{QStringLiteral("final")}))
                    .contains(QLatin1String("at the same time")));

        QVERIFY(
            story.submit(dana, at("15:05"), command::WriteSection{cause, QStringLiteral("Our pool was small, by default"), *hers, {*his}}));
        QCOMPARE(textsOfHeads(story.incident()), QStringList{QStringLiteral("Our pool was small, by default")});
    }

    void whatWasTakenBackIsNoHead()
    {
        Story story = overAndDone();
        story.tell(
            QStringLiteral("15:00 Dana write root-cause The pool was small\n15:01 Lee write root-cause Nobody knows\n15:02 Lee undo"));
        QCOMPARE(textsOfHeads(story.incident()), QStringList{QStringLiteral("The pool was small")});
        story.tell(QStringLiteral("15:03 Lee redo"));
        QCOMPARE(textsOfHeads(story.incident()), QStringList{QStringLiteral("Nobody knows")});
    }

    void aFinalPostmortemIsOfWhatWasKnownThen()
    {
        Story story = overAndDone();
        story.tell(QStringLiteral("15:00 Dana write root-cause The pool was small\n15:10 Dana postmortem final"));
        const Incident then = story.incident();
        QCOMPARE(then.finals.size(), 1u);

        QVERIFY(story.submit(lee, at("16:00"), command::AmendEntry{story.entryOf("pool"), {}, at("14:03"), QStringLiteral("a typo")}));
        story.tell(QStringLiteral("16:01>16:02 Lee note another thing that happened"));
        const Incident snapshot = fold(knownAt(story.events(), story.incident().finals.front()));
        QCOMPARE(timelineText(snapshot), timelineText(then));
        QCOMPARE(snapshot.postmortemState, QStringLiteral("final"));
        QVERIFY(timelineText(story.incident()) != timelineText(then));
    }

    void whatIsRedactedLaterLeavesTheFinalOneToo()
    {
        Story story = overAndDone();
        story.tell(QStringLiteral(
            "14:06>14:31 Sam note token=hunter2\n15:00 Dana write root-cause The pool was small\n15:10 Dana postmortem final"));
        QVERIFY(story.submit(lee, at("16:00"), command::RedactEntry{story.entryOf("hunter2"), QStringLiteral("a secret")}));
        const Incident snapshot = fold(knownAt(story.events(), story.incident().finals.front()));
        QVERIFY(!timelineText(snapshot).contains(QLatin1String("hunter2")));
    }

    void aReviewIsAskedForAndAnswered()
    {
        Story story = overAndDone();
        story.tell(QStringLiteral("15:00 Dana write root-cause The pool was small\n15:01 Dana review-by Lee"));
        QVERIFY(refusal(story.submit(dana, at("15:02"), command::MovePostmortem{QStringLiteral("final")}))
                    .contains(QLatin1String("Lee has not answered")));
        QVERIFY(refusal(story.submit(lee, at("15:03"), command::GiveReview{QStringLiteral("changes"), {}}))
                    .contains(QLatin1String("what should change")));
        QVERIFY(story.submit(lee, at("15:03"), command::GiveReview{QStringLiteral("changes"), QStringLiteral("say why")}));
        QVERIFY(refusal(story.submit(dana, at("15:04"), command::MovePostmortem{QStringLiteral("final")}))
                    .contains(QLatin1String("asks for changes")));
        QVERIFY(story.submit(lee, at("15:05"), command::GiveReview{QStringLiteral("approved"), {}}));
        QVERIFY(story.submit(dana, at("15:06"), command::MovePostmortem{QStringLiteral("final")}));
        QVERIFY(
            refusal(story.submit(lee, at("15:07"), command::GiveReview{QStringLiteral("approved"), {}})).contains(QLatin1String("final")));
    }

    void aRequestIsTakenBack()
    {
        Story story = overAndDone();
        story.tell(QStringLiteral("15:00 Dana write root-cause The pool was small\n15:01 Dana review-by Lee"));
        QVERIFY(refusal(story.submit(dana, at("15:02"), command::AskReview{lee, true})).contains(QLatin1String("already")));
        QVERIFY(story.submit(dana, at("15:02"), command::AskReview{QStringLiteral("lee"), false}));
        QVERIFY(story.incident().reviewers.empty());
        QVERIFY(story.submit(dana, at("15:03"), command::MovePostmortem{QStringLiteral("final")}));
    }

    void commentsAreAnsweredAndResolved()
    {
        Story story = overAndDone();
        story.tell(QStringLiteral("15:00 Lee comment root-cause why was it small?"));
        const EventId question = story.last();
        QVERIFY(story.submit(dana, at("15:01"), command::Comment{cause, QStringLiteral("the default"), {}, question}));
        QVERIFY(story.submit(dana, at("15:02"), command::SettleComment{question}));
        const Incident incident = story.incident();
        QCOMPARE(incident.comments.size(), 2u);
        QCOMPARE(incident.comments[1].about, question);
        QVERIFY(incident.comments[0].resolved);
        QCOMPARE(incident.comments[0].resolvedBy, dana);
        QVERIFY(!story.submit(dana, at("15:03"), command::SettleComment{question}));
    }

    void anEntryIsInternalByItsTagOrBecauseSomebodySaysSo()
    {
        Story story = overAndDone();
        story.tell(QStringLiteral("14:40 Dana note the contract says 99.9 #internal"));
        QVERIFY(!story.incident().entry(story.entryOf("pool"))->internal);
        QVERIFY(story.submit(dana, at("15:00"), command::MarkEntry{story.entryOf("pool")}));
        QVERIFY(story.incident().entry(story.entryOf("pool"))->internal);
        QVERIFY(story.incident().entry(story.entryOf("contract"))->internal);
        QVERIFY(!story.submit(dana, at("15:01"), command::MarkEntry{story.entryOf("pool")}));
    }

    void anActionItemKnowsWhatBecameOfIt()
    {
        Story story = overAndDone();
        story.tell(QStringLiteral("15:00 Dana action-item Lee alert on the pool"));
        command::ChangeAction change;
        change.action = story.last();
        change.owner = lee; // as it is
        change.state = QStringLiteral("done");
        QVERIFY(story.submit(lee, at("16:00"), change));
        const QList<ActionChange> history = story.incident().actions.front().history;
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.front().field, QStringLiteral("state"));
        QCOMPARE(history.front().before, QStringLiteral("open"));
        QCOMPARE(history.front().after, QStringLiteral("done"));
        QCOMPARE(history.front().by, lee);
    }

    void aFindingIsDismissedWithAReason()
    {
        Story story = overAndDone();
        QVERIFY(refusal(story.submit(dana, at("15:00"), command::DismissFinding{QStringLiteral("gap:1"), {}}))
                    .contains(QLatin1String("say why")));
        QVERIFY(story.submit(dana, at("15:00"), command::DismissFinding{QStringLiteral("gap:1"), QStringLiteral("on hold")}));
        QCOMPARE(story.incident().dismissals.front().reason, QStringLiteral("on hold"));
        QVERIFY(story.submit(dana, at("15:01"), command::DismissFinding{QStringLiteral("gap:1"), {}, false}));
        QVERIFY(story.incident().dismissals.empty());
    }

    void aSectionTooLongIsRefusedInASentence()
    {
        Story story = overAndDone();
        const Result<EventId> written =
            story.submit(dana, at("15:00"), command::WriteSection{cause, QString(9 << 20, QLatin1Char('x')), {}});
        QVERIFY(refusal(written).contains(QLatin1String("attach the long part")));
    }
};

QTEST_GUILESS_MAIN(TestPostmortem)
#include "tst_postmortem.moc"
