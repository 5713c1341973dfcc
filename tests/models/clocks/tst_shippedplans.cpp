// The clocks of every plan that ships, at each of its severities, from the declaration to the post-mortem.
#include "models/clocks/calendar.h"
#include "models/clocks/remaining.h"
#include "models/plan/shipped.h"
#include "tests/models/clocks/clockstory.h"

#include <QSet>

using namespace qd;
using namespace qd::clocks;
using namespace qd::clocks::test;

namespace {

Declare declaration(const plan::Plan &plan, const plan::Severity &severity, const QString &type)
{
    Declare declare;
    declare.title = QStringLiteral("Checkout is down");
    declare.severity = severity.id;
    declare.type = type;
    declare.plan = deskPlan(plan);
    declare.ref = QStringLiteral("INC-TEST");
    declare.detected = at("10:00");
    return declare;
}

std::set<QString> openKinds(const std::vector<Countdown> &all)
{
    std::set<QString> kinds;
    for (const Countdown &clock : all) {
        if (clock.isOpen())
            kinds.insert(clock.kind);
    }
    return kinds;
}

} // namespace

class TestShippedPlans : public QObject
{
    Q_OBJECT

private slots:
    void atEachSeverity_data()
    {
        QTest::addColumn<QString>("planId");
        for (const QString &id : plan::shippedPlans())
            QTest::newRow(qPrintable(id)) << id;
    }

    void atEachSeverity()
    {
        QFETCH(QString, planId);
        const Result<plan::Plan> plan = plan::loadShipped(planId);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence));
        QStringList types = plan->types;
        types.prepend(QString());
        for (const plan::Severity &severity : plan->severities) {
            for (const QString &type : types) {
                live(*plan, severity, type);
                if (QTest::currentTestFailed())
                    QFAIL(qPrintable(QStringLiteral("at %1, type '%2'").arg(severity.id, type)));
            }
        }
    }

private:
    static void live(const plan::Plan &plan, const plan::Severity &severity, const QString &type)
    {
        ClockStory story(plan);
        story.does("10:01", declaration(plan, severity, type));
        targetsStand(story, severity);
        sound(story, "10:01");
        story.does("10:02", Acknowledge{});
        for (const plan::Role &role : plan.roles)
            story.does("10:03", AssignRole{role.id, QStringLiteral("Dana"), {}, {}});
        for (const plan::EscalationStep &step : plan.escalation)
            story.does("10:04", Escalate{step.id, {}, {}});
        for (const plan::Audience &audience : plan.audiences)
            story.does("10:05", SendUpdate{audience.id, QStringLiteral("We are looking into it"), {}, {}, {}});
        sound(story, "10:06");
        QVERIFY(!openKinds(story.all("10:06")).contains(QStringLiteral("role")));
        QVERIFY(!openKinds(story.all("10:06")).contains(QStringLiteral("escalate")));
        story.tell(R"(10:20 Dana status monitoring
                      10:55 Dana status resolved)");
        sound(story, "11:00");
        for (const QString &kind : openKinds(story.all("11:00")))
            QVERIFY2(kind.startsWith(QLatin1String("postmortem")), qPrintable(kind));
        QCOMPARE(openKinds(story.all("11:00")).contains(QStringLiteral("postmortem")),
                 severity.postmortemRequired.value_or(plan::Need::Yes) == plan::Need::Yes && severity.postmortemWithin);
        story.does("12:00", MovePostmortem{QStringLiteral("final")});
        sound(story, "2026-12-31 12:00");
        QVERIFY(openKinds(story.all("2026-12-31 12:00")).empty());
    }

    static void targetsStand(const ClockStory &story, const plan::Severity &severity)
    {
        const std::pair<const char *, const plan::MaybeTarget &> targets[] = {{"acknowledge", severity.respondWithin},
                                                                              {"resolve", severity.resolveWithin}};
        for (const auto &[id, target] : targets) {
            const Countdown clock = story.clock(id, "10:01");
            QCOMPARE(!clock.id.isEmpty(), target.has_value());
            if (target)
                QCOMPARE(clock.dueAt, dueAfter(at("10:00"), *target, story.plan()));
        }
        for (const plan::Audience &audience : story.plan().audiences) {
            const plan::Cadence *cadence = plan::findCadence(audience, severity.id);
            const bool promised = cadence && (cadence->firstWithin || cadence->every);
            QCOMPARE(!story.clock(qPrintable(QLatin1String("update:") + audience.id), "10:01").id.isEmpty(), promised);
        }
    }

    // Every clock can be told to a person, is listed once, and comes to rest.
    static void sound(const ClockStory &story, const char *when)
    {
        Instant now = at(when);
        std::vector<Countdown> all = story.all(when);
        QSet<QString> ids;
        for (const Countdown &clock : all) {
            QVERIFY2(!ids.contains(clock.id), qPrintable(clock.id));
            ids.insert(clock.id);
            QVERIFY2(!clock.label.isEmpty() && (!clock.detail.isEmpty() || !clock.words.isEmpty()), qPrintable(clock.id));
            QVERIFY2(clock.dueAt || !clock.words.isEmpty(), qPrintable(clock.id));
            QVERIFY2(!clock.isOpen() || !remainingText(clock, now).isEmpty(), qPrintable(clock.id));
        }
        size_t steps = 0;
        for (auto next = nextChange(all, now); next; next = nextChange(all, now)) {
            now = *next;
            all = clocks::clocks(story.plan(), story.incident(), now);
            QVERIFY(++steps <= 2 * all.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestShippedPlans)
#include "tst_shippedplans.moc"
