// The rules on decisions, times, placeholders and the review; and what a dismissal holds on to.
#include "tests/models/review/reviewstory.h"

#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

std::vector<Finding> found(const Story &story, const char *rule, const char *now = "18:00")
{
    std::vector<Finding> all = everyFinding(reviewPlan(), story.incident(), at(now));
    std::erase_if(all, [rule](const Finding &finding) { return finding.rule != QLatin1String(rule); });
    return all;
}

void write(Story &story, const QString &text, const char *section = "root-cause")
{
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:00"), command::WriteSection{QLatin1String(section), text, {}, {}}));
}

QString wordsOf(const Story &story, const Finding &finding) // where it stands
{
    for (const DraftSection &section : postmortem(reviewPlan(), story.incident(), at("18:00"))) {
        if (section.id == finding.place)
            return section.markdown.mid(finding.start, finding.length);
    }
    return {};
}

} // namespace

class TestLintRules : public QObject
{
    Q_OBJECT

private slots:
    void everyFindingSaysWhyAndHasItsKey();
    void decisionsWithoutOutcome();
    void decisionsToRefrainHaveNone();
    void aStatusBeforeTheDetection();
    void anEntryOfTomorrow();
    void actionsPastTheirDay();
    void placeholders_data();
    void placeholders();
    void aPlaceholderThatTheRecordKnows();
    void aPromptAsHeadingIsNoPromptLeft();
    void twoVersionsOfOneSection();
    void marksOfAConflict();
    void commentsAndReviewers();
    void wordsAreFoundWhereTheyStand();
    void errorThatGoesOnIsACause();
    void aConfirmedHypothesisThatStopsAtError();
    void actionItemsAreReadToo();
    void aPulledEntryIsBlamedOnce();
    void aDismissalHoldsWhileTheSentenceStands();
    void aDismissalNeedsAReasonAndCanBeTakenBack();
    void twiceTheSameSentenceIsTwoFindings();
    void anOpenSilenceIsOneFinding();
};

void TestLintRules::everyFindingSaysWhyAndHasItsKey()
{
    Story story = toldOutage();
    write(story, QStringLiteral("Lee was careless. TBD {cause}"));
    QSet<QString> keys;
    const std::vector<Finding> all = everyFinding(reviewPlan(), story.incident(), at("18:00"));
    for (const Finding &finding : all) {
        QVERIFY2(!finding.why.isEmpty() && !finding.suggestion.isEmpty() && !finding.text.isEmpty(), qPrintable(finding.rule));
        QCOMPARE(finding.key.size(), 16);
        keys.insert(finding.key);
    }
    QCOMPARE(size_t(keys.size()), all.size());
    QCOMPARE(everyFinding(reviewPlan(), story.incident(), at("19:00")), all); // an hour later they are the same
}

void TestLintRules::decisionsWithoutOutcome()
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout is down\n"
                              "14:05 Dana decision Fail over to the standby\n"
                              "14:06 Dana decision Roll back 4.12\n"
                              "14:40 Lee action Rolled back shard 3\n"
                              "14:50 Dana decision Move the writes to Dublin"));
    QVERIFY(found(story, "loose-decision").empty()); // it is not over yet
    story.tell(QStringLiteral("16:00 Dana status resolved Errors are gone"));
    const std::vector<Finding> loose = found(story, "loose-decision");
    QCOMPARE(loose.size(), size_t(2));
    QCOMPARE(loose[0].place, story.entryOf(QStringLiteral("standby")).toString());
    QCOMPARE(loose[1].place, story.entryOf(QStringLiteral("Dublin")).toString());
    story.tell(QStringLiteral("16:10 Lee note The standby took over at 14:09\n16:11 Lee note Writes went to Dublin until 15:30"));
    QVERIFY(found(story, "loose-decision").empty());
}

void TestLintRules::decisionsToRefrainHaveNone()
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout is down\n14:05 Dana decision Do not fail over\n"
                              "14:06 Dana decision We keep the status page as it is\n16:00 Dana status resolved Gone"));
    QVERIFY(found(story, "loose-decision").empty());
}

void TestLintRules::aStatusBeforeTheDetection()
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(QStringLiteral("14:00>14:02 Dana declare P0 Checkout is down\n13:00>14:30 Dana status monitoring Looks better"));
    const std::vector<Finding> findings = found(story, "impossible-time");
    QVERIFY(!findings.empty());
    QVERIFY(std::any_of(findings.begin(), findings.end(),
                        [](const Finding &finding) { return finding.text.contains(QLatin1String("before the incident was detected")); }));
}

void TestLintRules::anEntryOfTomorrow()
{
    const Story story = toldOutage();
    QVERIFY(found(story, "impossible-time").empty());
    const std::vector<Finding> early = found(story, "impossible-time", "14:00"); // as on a console whose clock is slow
    QVERIFY(!early.empty());
    QVERIFY(early[0].text.contains(QLatin1String("still to come")));
}

void TestLintRules::actionsPastTheirDay()
{
    Story story = toldOutage();
    const auto add = [&story](const char *text, const char *due) {
        QVERIFY(story.submit(QStringLiteral("Mo"), at("16:00"),
                             command::AddAction{QLatin1String(text), QStringLiteral("Lee"), QLatin1String(due), {}, {}, {}}));
    };
    add("Alert on saturation", "2026-11-21");
    QVERIFY(found(story, "overdue-action").empty()); // today is not over
    add("Limit the retries", "2026-11-20");
    const std::vector<Finding> overdue = found(story, "overdue-action");
    QCOMPARE(overdue.size(), size_t(1));
    QVERIFY(overdue[0].text.contains(QLatin1String("before the incident")));
}

void TestLintRules::placeholders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stands"); // empty: none
    QTest::newRow("one brace") << QStringLiteral("It was {root_cause} again") << QStringLiteral("{root_cause}");
    QTest::newRow("two braces") << QStringLiteral("Until {{eta}} we wait") << QStringLiteral("{{eta}}");
    QTest::newRow("unknown to everybody") << QStringLiteral("See {{flux_capacitor}}") << QStringLiteral("{{flux_capacitor}}");
    QTest::newRow("brackets") << QStringLiteral("Caused by [name of the change]") << QStringLiteral("[name of the change]");
    QTest::newRow("line to write on") << QStringLiteral("Commander: ____") << QStringLiteral("____");
    QTest::newRow("code") << QStringLiteral("The route `/users/{user_id}` and `{{ .Values.host }}`") << QString();
    QTest::newRow("fenced code") << QStringLiteral("```\n{root_cause}\n```\nThe pool leaked.") << QString();
    QTest::newRow("a path") << QStringLiteral("Calls to /users/{user_id}/orders failed") << QString();
    QTest::newRow("a query") << QStringLiteral("rate(errors{job=\"web\"}[5m]) was 0") << QString();
    QTest::newRow("a link") << QStringLiteral("See [the change](https://example.org) and [this one][2]") << QString();
    QTest::newRow("an aside") << QStringLiteral("The log says [sic] “recieved”") << QString();
    QTest::newRow("a set") << QStringLiteral("Shards {1, 2, 3} were down") << QString();
    QTest::newRow("a quotation") << QStringLiteral("The mail said \"Dear {first_name}, we are sorry\" to everybody") << QString();
}

void TestLintRules::placeholders()
{
    QFETCH(QString, text);
    QFETCH(QString, stands);
    Story story = toldOutage();
    write(story, text);
    const std::vector<Finding> findings = found(story, "placeholder");
    QCOMPARE(findings.size(), size_t(stands.isEmpty() ? 0 : 1));
    if (!findings.empty())
        QCOMPARE(wordsOf(story, findings[0]), stands);
}

void TestLintRules::aPlaceholderThatTheRecordKnows()
{
    Story story = toldOutage();
    write(story, QStringLiteral("In {{title}} the pool leaked."));
    QCOMPARE(found(story, "placeholder")[0].suggestion, QStringLiteral("The record says: Checkout returns 503"));
}

void TestLintRules::aPromptAsHeadingIsNoPromptLeft()
{
    Story story = toldOutage();
    const QString prompt = QStringLiteral("What in the system made this possible, and what set it off?");
    write(story, prompt);
    QCOMPARE(found(story, "standing-prompt").size(), size_t(1));
    write(story, QStringLiteral("### ") + prompt + QStringLiteral("\nThe pool leaked."));
    QVERIFY(found(story, "standing-prompt").empty());
}

void TestLintRules::twoVersionsOfOneSection()
{
    Story story = toldOutage();
    write(story, QStringLiteral("The pool leaked.\n\nNobody saw it."));
    QVERIFY(found(story, "rival-versions").empty());
    Incident incident = story.incident();
    const std::vector<DraftSection> drafted = postmortem(reviewPlan(), incident, at("18:00"));
    QVERIFY(std::all_of(drafted.begin(), drafted.end(), [](const DraftSection &section) { return section.heads.size() <= 1; }));
}

void TestLintRules::marksOfAConflict()
{
    Story story = toldOutage();
    write(story, QStringLiteral("The pool leaked.\n<<<<<<< Dana\nAt noon.\n=======\nAt one.\n>>>>>>> Lee\n"));
    const std::vector<Finding> findings = found(story, "conflict");
    QCOMPARE(findings.size(), size_t(1));
    QVERIFY(wordsOf(story, findings[0]).startsWith(QLatin1String("<<<<<<< Dana")));
}

void TestLintRules::commentsAndReviewers()
{
    Story story = toldOutage();
    write(story, QStringLiteral("The pool leaked at noon."));
    QVERIFY(story.submit(QStringLiteral("Lee"), at("16:05"),
                         command::Comment{QStringLiteral("root-cause"), QStringLiteral("At one, I think"), QStringLiteral("at noon"), {}}));
    const std::vector<Finding> comments = found(story, "open-comment");
    QCOMPARE(comments.size(), size_t(1));
    QCOMPARE(wordsOf(story, comments[0]), QStringLiteral("at noon"));
    story.tell(QStringLiteral("16:10 Mo review-by Lee"));
    QVERIFY(found(story, "open-review").empty()); // it is a draft still
    story.tell(QStringLiteral("16:11 Mo postmortem review"));
    QCOMPARE(found(story, "open-review").size(), size_t(1));
    QVERIFY(story.submit(QStringLiteral("Lee"), at("16:20"), command::GiveReview{QStringLiteral("approved"), {}}));
    QVERIFY(found(story, "open-review").empty());
}

void TestLintRules::wordsAreFoundWhereTheyStand()
{
    Story story = toldOutage();
    write(story, QStringLiteral("The pool was small.\n\n- At noon *Dana* forgot to check `pool_size`.\n"));
    const std::vector<Finding> blame = found(story, "blame");
    QCOMPARE(blame.size(), size_t(1));
    QCOMPARE(wordsOf(story, blame[0]), QStringLiteral("Dana* forgot to"));
}

void TestLintRules::errorThatGoesOnIsACause()
{
    Story story = toldOutage();
    write(story, QStringLiteral("The root cause was human error."));
    QCOMPARE(found(story, "human-error").size(), size_t(1));
    QCOMPARE(wordsOf(story, found(story, "human-error")[0]), QStringLiteral("human error"));
    write(story, QStringLiteral("It was human error. The form accepted both hosts without asking."));
    QVERIFY(found(story, "human-error").empty());
    write(story, QStringLiteral("The user error rate rose first."));
    QVERIFY(found(story, "human-error").empty());
}

void TestLintRules::aConfirmedHypothesisThatStopsAtError()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:20 Lee hypothesis Caused by operator error"));
    QVERIFY(found(story, "human-error").empty());
    QVERIFY(story.submit(QStringLiteral("Lee"), at("15:25"),
                         command::SettleHypothesis{story.last(), QStringLiteral("confirmed"), QStringLiteral("seen in the log")}));
    QCOMPARE(found(story, "human-error").size(), size_t(1));
}

void TestLintRules::actionItemsAreReadToo()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("16:00 Mo action-item Mo Remind Lee to be more careful"));
    QCOMPARE(found(story, "blame").size(), size_t(1));
    QCOMPARE(found(story, "blame")[0].place, story.incident().actions[0].id.toString());
}

void TestLintRules::aPulledEntryIsBlamedOnce()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:30 Mo note Lee forgot to check the replica"));
    const QString entry = story.last().toString();
    write(story, QStringLiteral("- [15:30 Lee forgot to check the replica (Mo)](entry:%1#line)").arg(entry));
    QCOMPARE(found(story, "blame").size(), size_t(1));
    QCOMPARE(found(story, "blame")[0].place, entry);
}

void TestLintRules::aDismissalHoldsWhileTheSentenceStands()
{
    Story story = toldOutage();
    write(story, QStringLiteral("Lee was careless. The pool leaked."));
    const QString key = found(story, "blame")[0].key;
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:30"), command::DismissFinding{key, QStringLiteral("Lee wants it said so"), true}));
    const Finding dismissed = found(story, "blame")[0];
    QVERIFY(dismissed.dismissed);
    QCOMPARE(dismissed.reason, QStringLiteral("Lee wants it said so"));
    QCOMPARE(dismissed.dismissedBy, QStringLiteral("Mo"));
    const std::vector<Finding> open = lint(reviewPlan(), story.incident(), at("18:00"));
    QVERIFY(std::none_of(open.begin(), open.end(), [&key](const Finding &finding) { return finding.key == key; }));
    write(story, QStringLiteral("The pool leaked for an hour.\n\nLee was careless. It was small."));
    QVERIFY(found(story, "blame")[0].dismissed); // what stands around it does not matter
    write(story, QStringLiteral("Lee was very careless."));
    QVERIFY(!found(story, "blame")[0].dismissed);
}

void TestLintRules::aDismissalNeedsAReasonAndCanBeTakenBack()
{
    Story story = toldOutage();
    const QString key = found(story, "empty-section")[0].key;
    const auto refusal = story.submit(QStringLiteral("Mo"), at("16:30"), command::DismissFinding{key, QStringLiteral(" "), true});
    QVERIFY(!refusal);
    QVERIFY(refusal.error().sentence.contains(QLatin1String("why")));
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:31"), command::DismissFinding{key, QStringLiteral("nothing to say"), true}));
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:32"), command::DismissFinding{key, {}, false}));
    QVERIFY(!found(story, "empty-section")[0].dismissed);
}

void TestLintRules::twiceTheSameSentenceIsTwoFindings()
{
    Story story = toldOutage();
    write(story, QStringLiteral("Lee was careless. Lee was careless."));
    const std::vector<Finding> blame = found(story, "blame");
    QCOMPARE(blame.size(), size_t(2));
    QVERIFY(blame[0].key != blame[1].key);
    QVERIFY(blame[0].start != blame[1].start);
}

void TestLintRules::anOpenSilenceIsOneFinding()
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout is down"));
    QCOMPARE(found(story, "gap", "15:00").size(), size_t(1));
    QCOMPARE(found(story, "gap", "15:00")[0].key, found(story, "gap", "15:30")[0].key); // it grows, and is the same
}

QTEST_GUILESS_MAIN(TestLintRules)
#include "tst_lintrules.moc"
