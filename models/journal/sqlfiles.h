#pragma once
// The numbered files below sql/, as the program carries them.

#include <QStringList>

#include <vector>

namespace qd::journal {

[[nodiscard]] QString statementText(const char *name); // "121_events_of_incident"
[[nodiscard]] QStringList statementNames();

struct Migration
{
    int version = 0; // of the schema after it
    QStringList statements;
};

[[nodiscard]] const std::vector<Migration> &migrations(); // in order, 1, 2, 3 …
[[nodiscard]] int newestVersion();

} // namespace qd::journal
