#pragma once
// An incident of any length, made without a log.

#include "tests/models/review/reviewstory.h"

namespace qd::test {

// `size` entries of some twelve words, ten seconds apart, added to the told outage; kinds and authors take turns, some stand on several lines.
inline Incident longIncident(int size)
{
    static const QStringList kinds{QStringLiteral("note"), QStringLiteral("observation"), QStringLiteral("action"),
                                   QStringLiteral("decision")};
    static const QStringList authors{QStringLiteral("Dana"), QStringLiteral("Lee"), QStringLiteral("Noor"), QStringLiteral("Sam")};
    static const QStringList words =
        QStringLiteral("replica shard checkout gauge pool latency deploy queue error rate the is at of from after "
                       "restarted drained measured rolled back")
            .split(QLatin1Char(' '));
    Incident incident = toldOutage().incident();
    incident.entries.reserve(incident.entries.size() + size);
    for (int i = 0; i < size; ++i) {
        TimelineEntry entry;
        entry.id = EventId::make(at("14:10"));
        entry.at = at("14:10") + std::chrono::milliseconds(qint64(i) * 3600'000 / std::max(1, size));
        entry.recordedAt = entry.at + std::chrono::seconds(i % 150);
        entry.late = i % 150 > 120;
        entry.kind = kinds[i % kinds.size()];
        entry.author = authors[(i / 3) % authors.size()];
        entry.text = QStringLiteral("Reading %1:").arg(i);
        for (int word = 0; word < 8 + i % 9; ++word)
            entry.text += QLatin1Char(' ') + words[(i * 7 + word * 5) % words.size()];
        if (i % 25 == 0)
            entry.text += QStringLiteral("\nand on a line of its own");
        incident.entries.append(entry);
    }
    return incident;
}

} // namespace qd::test
