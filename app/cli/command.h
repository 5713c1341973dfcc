#pragma once
// The table of commands: a row a command. To add one, write its handler in a file of its group and add a row there.

#include "app/cli/usage.h"
#include "models/core/result.h"

#include <QJsonValue>

#include <vector>

namespace qd::cli {

class Arguments;
class Shell;

struct Answer // what a command prints: the text, or with --json the value
{
    QString text;
    QJsonValue json;
};

struct CommandRow
{
    const char *name;    // "incident declare"
    const char *usage;   // what follows the name
    const char *summary; // for --help
    Result<Answer> (*run)(Shell &shell);

    [[nodiscard]] Usage rules() const;
};

using CommandGroup = std::vector<CommandRow>;

struct NamedGroup
{
    const char *title;
    const CommandGroup *rows;
};

[[nodiscard]] const std::vector<NamedGroup> &commandGroups();
[[nodiscard]] const CommandRow *findCommand(const QString &name); // nullptr: none
[[nodiscard]] bool beginsCommand(const QString &word);            // "incident"
[[nodiscard]] bool isForLater(const QString &name);               // of the contract, but not of this version
[[nodiscard]] QString usageLine(const CommandRow &command);
[[nodiscard]] QString helpText();

} // namespace qd::cli
