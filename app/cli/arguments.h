#pragma once
// The words of a command line, read by the usage of the command that they name.

#include "models/core/result.h"

#include <QMultiHash>
#include <QStringList>

#include <optional>

namespace qd::cli {

struct CommandRow;

class Arguments
{
public:
    const CommandRow *command = nullptr; // nullptr: none was named (help or version is asked for)

    [[nodiscard]] QString word(const char *positional) const; // empty where it was not given
    [[nodiscard]] bool hasWord(const char *positional) const { return m_words.contains(QLatin1String(positional)); }
    [[nodiscard]] bool has(const char *option) const { return m_options.contains(QLatin1String(option)); }
    [[nodiscard]] QString value(const char *option, const QString &otherwise = {}) const; // the last one that was given
    [[nodiscard]] std::optional<QString> maybe(const char *option) const;
    [[nodiscard]] QStringList values(const char *option) const; // in the order given

private:
    friend Result<Arguments> readArguments(const QStringList &words);
    QHash<QString, QString> m_words;
    QHash<QString, QStringList> m_options;
};

// Global options (--db --as --now --json --help --version) stand anywhere; `--` ends options; a negative time is a value, not an option.
[[nodiscard]] Result<Arguments> readArguments(const QStringList &words);

} // namespace qd::cli
