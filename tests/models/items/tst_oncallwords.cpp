// Who is on call, as the window says it.
#include "models/items/completion.h"
#include "models/items/escalationcards.h"
#include "models/items/oncallwords.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using namespace qd::test;
using oncall::Level;

class TestOnCallWords : public QObject
{
    Q_OBJECT

private slots:
    void whoAndUntilWhen()
    {
        QCOMPARE(items::onCallLine(view()), QStringLiteral("On call: Ada (primary, until 18:00); Grace (secondary, until 20:00)"));
        QCOMPARE(items::dutyWords(view().now.people.front(), view().until), QStringLiteral("on call · primary until 18:00"));
        QCOMPARE(items::onCallLine({{}, view().until}), QString());
    }

    void nobodyIsSaidWithWhatComes()
    {
        oncall::OnCallNow now;
        now.gaps = {{Level::Primary, oncall::Shift{QStringLiteral("Ada"), {}, Level::Primary, at("16:00"), at("18:00")}},
                    {Level::Secondary, {}}};
        QCOMPARE(items::onCallLine({now, view().until}),
                 QStringLiteral("On call: nobody as primary until 16:00, then Ada; nobody as secondary, and no shift is in sight"));
        QCOMPARE(items::calledWords(QStringLiteral("On-call Engineer"), {now, view().until}),
                 QStringLiteral("on call: nobody as primary until 16:00, then Ada"));
    }

    void aScheduleThatCouldNotBeFetchedSaysFromWhenItIs()
    {
        items::OnCallView stale = view();
        stale.now.people.front().asOf = at("10:42");
        QCOMPARE(items::dutyWords(stale.now.people.front(), stale.until), QStringLiteral("on call · primary until 18:00, as of 10:42"));
    }

    void theStepOfWhoeverIsOnCall_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("person");
        QTest::newRow("on call") << QStringLiteral("On-Call Engineer") << QStringLiteral("Ada");
        QTest::newRow("primary") << QStringLiteral("On-call Primary Engineer") << QStringLiteral("Ada");
        QTest::newRow("secondary") << QStringLiteral("Secondary on-call") << QStringLiteral("Grace");
        QTest::newRow("backup") << QStringLiteral("On-call Backup Engineer") << QStringLiteral("Grace");
        QTest::newRow("alone") << QStringLiteral("Backup engineer") << QStringLiteral("Grace");
        QTest::newRow("in German") << QStringLiteral("Rufbereitschaft") << QStringLiteral("Ada");
        QTest::newRow("somebody else") << QStringLiteral("Engineering Lead") << QString();
        QTest::newRow("a word that is not it") << QStringLiteral("Primary customer contact team") << QString();
    }

    void theStepOfWhoeverIsOnCall()
    {
        QFETCH(QString, who);
        const oncall::OnCallNow now = view().now;
        const oncall::OnDuty *duty = items::onCallFor(who, now);
        QTEST(duty ? duty->person : QString(), "person");
    }

    void aStepThatIsDueNamesThePerson()
    {
        plan::Plan plan;
        plan::EscalationStep step;
        step.id = QStringLiteral("on-call");
        step.who = QStringLiteral("On-Call Engineer");
        step.channels = {QStringLiteral("Page")};
        plan.escalation = {step};
        const items::Cards cards = items::escalationCards(plan, Incident(), {}, at("12:00"), view().until, view());
        QCOMPARE(cards.front().title, QStringLiteral("On-Call Engineer: Ada"));
        QCOMPARE(cards.front().detail, QStringLiteral("on call until 18:00 · Page"));
        QCOMPARE(items::personCalled(plan, QStringLiteral("on-call"), view().now), QStringLiteral("Ada"));
        const items::Cards without = items::escalationCards(plan, Incident(), {}, at("12:00"), view().until);
        QCOMPARE(without.front().title, QStringLiteral("On-Call Engineer"));
        QCOMPARE(without.front().detail, QStringLiteral("Page"));
    }

    void whoIsOnCallIsCompletedFirst()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n14:03 Dana role ic Grace"));
        const Incident incident = story.incident();
        items::Vocabulary known;
        known.readUpTo(incident);
        known.noteOnCall(view());
        const auto rows = items::completionsAt(QStringLiteral("/ic @"), 5, 0, incident, known).rows;
        QCOMPARE(rows.size(), 3U);
        QCOMPARE(rows[0].text, QStringLiteral("@Ada"));
        QCOMPARE(rows[0].detail, QStringLiteral("on call · primary until 18:00"));
        QCOMPARE(rows[1].text, QStringLiteral("@Grace"));
        QVERIFY(rows[1].detail.endsWith(QStringLiteral(" · on call · secondary until 20:00"))); // beside the role
        QCOMPARE(rows[2].text, QStringLiteral("@Dana"));
    }

    void aSourceSaysHowItIs()
    {
        oncall::SourceState state{{QStringLiteral("https://x.invalid/secret-key/rota.ics"), {}, {}}, {}, {}, {}};
        QCOMPARE(items::sourceWords(state, at("12:00"), view().until), QStringLiteral("being read"));
        state.problem = QStringLiteral("x.invalid cannot be reached");
        QCOMPARE(items::sourceWords(state, at("12:00"), view().until), QStringLiteral("✕ x.invalid cannot be reached"));
        state.schedule = oncall::Schedule{{},
                                          {{QStringLiteral("Ada"), {}, Level::Primary, at("08:00"), at("18:00")},
                                           {QStringLiteral("Linus"), {}, Level::Primary, at("18:00"), at("20:00")}},
                                          at("00:00"),
                                          at("23:00"),
                                          {QStringLiteral("line 12: this event does not say when it begins")}};
        state.readAt = at("10:42");
        QCOMPARE(items::sourceWords(state, at("12:00"), view().until),
                 QStringLiteral("✕ x.invalid cannot be reached. As of 10:42: Ada (primary, until 18:00), then Linus"));
        state.problem.clear();
        QCOMPARE(items::sourceWords(state, at("12:00"), view().until),
                 QStringLiteral("Ada (primary, until 18:00), then Linus. Left out: line 12: this event does not say when it begins"));
        QCOMPARE(oncall::shortPlace(state.source.place), QStringLiteral("x.invalid … rota.ics"));
    }

private:
    static items::OnCallView view()
    {
        oncall::OnCallNow now;
        now.people = {{QStringLiteral("Ada"), {}, Level::Primary, at("08:00"), at("18:00"), {}},
                      {QStringLiteral("Grace"), {}, Level::Secondary, at("08:00"), at("20:00"), {}}};
        return {now, [](Instant instant) { return toDateTime(instant, QTimeZone::utc()).toString(QStringLiteral("HH:mm")); }};
    }
};

QTEST_GUILESS_MAIN(TestOnCallWords)
#include "tst_oncallwords.moc"
