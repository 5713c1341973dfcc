#pragma once
// One incident with many entries, as a day of busy scribes would leave it. For measuring only.

#include "models/core/desk.h"
#include "models/core/fold.h"
#include "models/journal/journal.h"
#include "models/plan/json.h"
#include "models/plan/shipped.h"

namespace qd::bench {

inline const QString longReference = QStringLiteral("INC-BENCH");

// `entries` of them, four a second from `start` on, the declaration first. Nothing but notes of eight words with a tag and a person.
inline std::vector<Event> longIncident(const ConsoleId &console, Instant start, int entries)
{
    const DeskContext context{QStringLiteral("Dana"), start};
    const Result<plan::Plan> plan = plan::loadShipped(QStringLiteral("default"));
    if (!plan)
        qFatal("%s", qPrintable(plan.error().sentence));
    command::Declare declare;
    declare.title = QStringLiteral("Checkout returns 503");
    declare.severity = plan->severities.front().id;
    declare.detected = start;
    declare.plan = plan::toJson(*plan);
    declare.ref = longReference;
    Recorder recorder(console, context.author);
    std::vector<Event> events = recorder.record(*decideDeclare(declare, IncidentId::make(start), context), start);
    const Incident incident = fold(events);
    for (int i = 1; i < entries; ++i) {
        command::LogEntry entry;
        entry.text = QStringLiteral("shard %1 rolled back, error rate %2 per mille #rollback @lee").arg(i % 40).arg(i % 7);
        events.push_back(recorder.record(decide(incident, entry, context)->front(), start + std::chrono::seconds(i / 4)));
    }
    return events;
}

} // namespace qd::bench
