#pragma once
// What a look through the whole file found.

#include "models/core/event.h"

#include <QStringList>

#include <vector>

namespace qd {

struct ChainProblem
{
    EventId event;
    IncidentId incident;
    QString ref;         // of the incident, as far as it is known
    qint64 position = 0; // in the order of arrival
    QString sentence;    // what is wrong with it
    bool operator==(const ChainProblem &) const = default;
};

struct VerifyReport
{
    qint64 events = 0;   // looked at
    qint64 redacted = 0; // of these, without a body, and rightly so
    qint64 chains = 0;
    qint64 leaps = 0; // in older chains of other installations, of which one incident alone was brought here
    std::vector<ChainProblem> problems; // the first of each console's chain comes before what follows from it
    [[nodiscard]] bool sound() const { return problems.empty(); }
};

struct SalvageReport
{
    qint64 events = 0; // saved
    qint64 lost = 0;   // could not be read, or were not what was recorded
    qint64 attachments = 0;
    qint64 attachmentsLost = 0;
    qint64 incidents = 0;
    QStringList notes; // a sentence for each thing that a person should know
};

struct Arrivals
{
    std::vector<Event> events; // in the order of arrival
    qint64 position = 0;       // of the last one: where to go on from
};

} // namespace qd
