// All clocks of ten thousand open incidents, in milliseconds.
#include "models/clocks/clocks.h"
#include "models/core/desk.h"
#include "models/core/fold.h"
#include "models/plan/json.h"
#include "models/plan/shipped.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace qd;

namespace {

constexpr int incidentCount = 10000;
const Instant noon = *fromIso(QStringLiteral("2026-11-21T12:00:00Z"));

// Under way for some minutes, with a commander, an ask and an update, under one of the plan's severities.
Incident openIncident(const plan::Plan &plan, const QJsonObject &embedded, size_t number)
{
    const Instant declared = noon - std::chrono::minutes(number % 240);
    const DeskContext context{QStringLiteral("Dana"), declared};
    command::Declare declare;
    declare.title = QStringLiteral("Incident %1").arg(number);
    declare.severity = plan.severities[number % plan.severities.size()].id;
    declare.detected = declared;
    declare.plan = embedded;
    declare.ref = QStringLiteral("INC-%1").arg(number);
    Recorder recorder(ConsoleId::make(declared), context.author);
    std::vector<Event> events = recorder.record(*decideDeclare(declare, IncidentId::make(declared), context), declared);
    const Incident bare = fold(events);
    const Command commands[] = {command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}},
                                command::MakeAsk{QStringLiteral("Lee"), QStringLiteral("check replica lag"), std::chrono::minutes(10), {}},
                                command::SendUpdate{plan.audiences.front().id, QStringLiteral("We are on it"), {}, {}, {}}};
    for (const Command &command : commands) {
        for (const Event &event : recorder.record(*decide(bare, command, context), declared))
            events.push_back(event);
    }
    return fold(events);
}

} // namespace

int main()
{
    const Result<plan::Plan> plan = plan::loadShipped(QStringLiteral("default"));
    if (!plan) {
        std::fprintf(stderr, "error: %s\n", qPrintable(plan.error().sentence));
        return 1;
    }
    const QJsonObject embedded = plan::toJson(*plan);
    std::vector<Incident> incidents;
    for (size_t i = 0; i < incidentCount; ++i)
        incidents.push_back(openIncident(*plan, embedded, i));

    size_t countdowns = 0;
    std::vector<double> rounds;
    for (int round = 0; round < 9; ++round) {
        QElapsedTimer timer;
        timer.start();
        countdowns = 0;
        for (const Incident &incident : incidents)
            countdowns += clocks::clocks(*plan, incident, noon).size();
        rounds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(rounds.begin(), rounds.end());
    std::printf("all clocks of %d open incidents (%zu countdowns): %.1f ms\n", incidentCount, countdowns, rounds[rounds.size() / 2]);
    return 0;
}
