#pragma once
// The parameters of libpq that an address may carry: one table.

#include <QString>

#include <vector>

namespace qd::hub {

enum class ParameterKind {
    Word,    // one of `choices`
    Seconds, // a number of seconds from 1 to 60
    Count,   // a number from 1 to 600000
    File,    // an absolute path
    Name,    // letters, digits, dots, hyphens and underscores
};

struct ParameterRow
{
    const char *name;
    ParameterKind kind;
    const char *choices;  // separated by blanks
    const char *fallback; // what holds where it is not given; empty: libpq's own
};

[[nodiscard]] const std::vector<ParameterRow> &parameterTable();
[[nodiscard]] const ParameterRow *findParameter(const QString &name);                  // nullptr: none that is known
[[nodiscard]] QString parameterProblem(const ParameterRow &row, const QString &value); // a sentence; empty: it is good

} // namespace qd::hub
