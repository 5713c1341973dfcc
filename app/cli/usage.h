#pragma once
// What a command takes, read from its usage line: the line that --help prints is the one that arguments are read by.
//
//   INCIDENT TEXT [--at TIME] [--tag T]… --reason TEXT [--dry-run] [--text TEXT | --template NAME]
//
// Capitals or a|b are positionals, --x with a word after it takes a value, brackets make optional, … lets it come again;
// `TEXT | --line LINE` is one of the two, which the command itself sees to.

#include <QString>

#include <optional>
#include <vector>

namespace qd::cli {

struct OptionRule
{
    QString name;  // without the dashes
    QString value; // what stands for its value; empty: it takes none
    bool required = true;
    bool repeats = false;
};

struct PositionalRule
{
    QString name;
    bool required = true;
};

struct Usage
{
    std::vector<OptionRule> options;
    std::vector<PositionalRule> positionals;

    [[nodiscard]] std::optional<OptionRule> option(const QString &name) const;
};

[[nodiscard]] Usage readUsage(const QString &line);

} // namespace qd::cli
