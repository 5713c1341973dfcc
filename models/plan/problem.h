#pragma once
// What is wrong with a plan, where, and what would be right.

#include <QString>

#include <vector>

namespace qd::plan {

struct Place // in a file; lines and columns count from 1, columns in characters; 0: nowhere
{
    int line = 0;
    int column = 0;
    auto operator<=>(const Place &) const = default;
};

struct Problem
{
    QString file;
    int line = 0;
    int column = 0;
    QString what;
    bool operator==(const Problem &) const = default;

    [[nodiscard]] QString text() const // FILE:LINE:COLUMN: what
    {
        return QStringLiteral("%1:%2:%3: ").arg(file).arg(line).arg(column) + what;
    }
};

} // namespace qd::plan
