#pragma once
// The numbered files below sql/, as the program carries them.

#include <QString>

#include <vector>

namespace qd::hub {

[[nodiscard]] QString statementText(const char *name); // "001_server"

struct Migration
{
    int version = 0; // of the hub after it
    QString text;    // many statements, in one exec: what stands between dollar signs is not for us to take apart
};

[[nodiscard]] const std::vector<Migration> &migrations(); // in order, 1, 2, 3 …
[[nodiscard]] int newestVersion();

} // namespace qd::hub
