#pragma once
// A sample incident: a script of what people did, played through the Desk as if they had done it at this console.
//
//   {"title": …, "plan": "default", "steps": [{"at": "+4m", "as": "Dana", "do": "log", "text": …, "name": "first-look"}, …]}
//
// `at` counts from the declaration, which is the first step. `happened` (the same form) makes an entry late. A step that has a `name` can be
// meant by later ones as their `entry`, `ask` or `action`. What each `do` takes is the table in sample.cpp.

#include "models/core/event.h"
#include "models/core/result.h"

#include <QJsonObject>
#include <QStringList>

namespace qd {

struct Sample
{
    QString name;
    QString title;
    QString plan; // the name of the plan that it is played under
    Duration length{};
    std::vector<QJsonObject> steps;
};

[[nodiscard]] QStringList sampleNames(); // of those that ship
[[nodiscard]] Result<Sample> loadSample(const QString &name);
[[nodiscard]] Result<Sample> readSample(const QByteArray &json, const QString &name);

struct Stage // where a sample is played
{
    IncidentId incident;
    QString ref;
    QJsonObject plan;
    ConsoleId console;
    Stamp seen = 0; // the last stamp of the log
    Instant start{};
    std::optional<Instant> end; // what comes later is left out: the incident is under way
};

[[nodiscard]] Result<std::vector<Event>> playSample(const Sample &sample, const Stage &stage);

} // namespace qd
