#pragma once
// A plan with targets for the stories of the review, and one whole incident under it.

#include "models/plan/json.h"
#include "models/review/review.h"
#include "tests/support/story.h"

namespace qd::test {

using namespace std::chrono_literals;

inline plan::Plan reviewPlan()
{
    plan::Plan plan;
    plan.id = QStringLiteral("house");
    plan.name = QStringLiteral("The house plan");
    plan.zone = "Europe/Berlin";
    plan::Severity p0;
    p0.id = QStringLiteral("P0");
    p0.name = QStringLiteral("Critical");
    p0.respondWithin = Duration(5min);
    p0.resolveWithin = Duration(60min);
    plan::Severity p1;
    p1.id = QStringLiteral("P1");
    p1.name = QStringLiteral("High");
    p1.resolveWithin = Duration(4h);
    plan.severities = {p0, p1};
    plan::Cadence often{QStringLiteral("P0"), Duration(10min), Duration(15min)};
    plan::Cadence seldom{QStringLiteral("P1"), std::nullopt, Duration(60min)};
    plan.audiences = {{QStringLiteral("responders"), QStringLiteral("Responders"), QStringLiteral("#war-room"), {}, false, {often, seldom}},
                      {QStringLiteral("executives"), QStringLiteral("Executives"), {}, {}, false, {}}};
    plan.roles = {{QStringLiteral("ic"), QStringLiteral("Incident Commander"), QStringLiteral("IC"), {}, {}, {}, {}},
                  {QStringLiteral("scribe"), QStringLiteral("Scribe"), {}, {}, {}, {}, {}}};
    plan.metrics = {{QStringLiteral("MTTD"),
                     QStringLiteral("Mean time to detect"),
                     {},
                     QStringLiteral("started"),
                     QStringLiteral("detected"),
                     {{QStringLiteral("P0"), Duration(3min)}}}};
    return plan;
}

inline const QString &outage()
{
    static const QString lines = QStringLiteral("14:02>14:04 Dana declare P0 Checkout returns 503\n"
                                                "14:05 Dana ack\n"
                                                "14:06 Dana role ic Dana\n"
                                                "14:08 Lee observation Replica lag is 40 s\n"
                                                "14:10 Dana ask Lee 10m check the replica\n"
                                                "14:12>14:20 Lee action Rolled back shard 3\n"
                                                "14:20 Dana update responders Rolling back\n"
                                                "14:25 Lee status identified\n"
                                                "14:40 Lee status monitoring\n"
                                                "14:45 Dana offer ic Mo shards 1 and 2 are done\n"
                                                "14:50 Mo accept ic\n"
                                                "15:12 Mo status resolved No errors for half an hour\n");
    return lines;
}

inline Story toldOutage()
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(outage());
    return story;
}

} // namespace qd::test
