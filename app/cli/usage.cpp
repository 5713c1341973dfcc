#include "app/cli/usage.h"

#include <QStringList>

namespace qd::cli {

std::optional<OptionRule> Usage::option(const QString &name) const
{
    const auto found = std::find_if(options.begin(), options.end(), [&name](const OptionRule &rule) { return rule.name == name; });
    return found == options.end() ? std::nullopt : std::optional(*found);
}

Usage readUsage(const QString &line)
{
    Usage usage;
    bool required = true;
    bool wantsValue = false; // the last option may have a value
    bool otherwise = false;  // the next option stands for the positional before it
    for (QString word : line.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (word == QLatin1String("|")) { // outside of brackets: the word before it, or the option after it
            otherwise = required && !usage.positionals.empty();
            if (otherwise)
                usage.positionals.back().required = false;
            continue;
        }
        if (word.startsWith(QLatin1Char('['))) {
            required = false;
            word.remove(0, 1);
        }
        const bool repeats = word.endsWith(QChar(0x2026));
        word.remove(QChar(0x2026));
        const bool closes = word.endsWith(QLatin1Char(']'));
        word.remove(QLatin1Char(']'));
        if (word.startsWith(QLatin1String("--"))) {
            usage.options.push_back({word.mid(2), {}, required && !std::exchange(otherwise, false), false});
            wantsValue = true;
        } else if (wantsValue) {
            usage.options.back().value = word;
            wantsValue = false;
        } else {
            usage.positionals.push_back({word, required});
        }
        if (closes) {
            required = true;
            wantsValue = false;
        }
        if (repeats)
            usage.options.back().repeats = true;
    }
    return usage;
}

} // namespace qd::cli
