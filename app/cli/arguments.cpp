#include "app/cli/arguments.h"

#include "app/cli/command.h"
#include "app/cli/usage.h"

namespace qd::cli {
namespace {

const Usage &globalUsage()
{
    static const Usage usage = readUsage(QStringLiteral("[--db FILE] [--as NAME] [--now TIME] [--json] [--help] [--version]"));
    return usage;
}

tl::unexpected<Error> misuse(const QString &what, const CommandRow *command)
{
    const QString hint =
        command ? QStringLiteral("usage: ") + usageLine(*command) : QStringLiteral("'quarterdeck-cli --help' lists the commands");
    return failure(ErrorCode::Usage, what + QStringLiteral("; ") + hint);
}

class Reader
{
public:
    Reader(const QStringList &words, Arguments &arguments, QHash<QString, QStringList> &options)
        : m_words(words),
          m_arguments(arguments),
          m_options(options)
    {
    }

    Result<QStringList> read()
    {
        while (m_next < m_words.size()) {
            const QString word = m_words[m_next++];
            if (m_optionsEnded || !isOption(word)) {
                m_plain << word;
                if (const std::optional<Error> problem = name())
                    return tl::unexpected(*problem);
            } else if (word == QLatin1String("--")) {
                m_optionsEnded = true;
            } else if (const Result<void> taken = takeOption(word); !taken) {
                return tl::unexpected(taken.error());
            }
        }
        return m_plain.mid(m_nameLength);
    }

    [[nodiscard]] QString given() const { return m_plain.join(QLatin1Char(' ')); }

private:
    // "-5m" is a time and "- " a text; our options all begin with two dashes.
    static bool isOption(const QString &word) { return word.startsWith(QLatin1String("--")) || word == QLatin1String("-h"); }

    // The command is named by the first word, or the first two.
    std::optional<Error> name()
    {
        const QString said = m_plain.join(QLatin1Char(' '));
        if (m_arguments.command) {
            const CommandRow *longer = m_plain.size() == 2 && m_nameLength == 1 ? findCommand(said) : nullptr; // "oncall add" is not "oncall"
            m_nameLength = longer ? 2 : m_nameLength;
            m_arguments.command = longer ? longer : m_arguments.command;
            return std::nullopt;
        }
        if (isForLater(said)) {
            return Error{
                ErrorCode::Usage, QStringLiteral("'%1' is not in this version; 'quarterdeck-cli --help' lists what is").arg(said), {}};
        }
        m_arguments.command = findCommand(said);
        m_nameLength = m_arguments.command ? m_plain.size() : 0;
        if (m_arguments.command || (m_plain.size() == 1 && beginsCommand(said)))
            return std::nullopt;
        return misuse(QStringLiteral("there is no command '%1'").arg(said), nullptr).value();
    }

    Result<void> takeOption(const QString &word)
    {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const QString option = word == QLatin1String("-h") ? QStringLiteral("help") : word.mid(2, equals < 0 ? -1 : equals - 2);
        std::optional<OptionRule> rule = m_arguments.command ? m_arguments.command->rules().option(option) : std::nullopt;
        if (!rule)
            rule = globalUsage().option(option);
        if (!rule)
            return misuse(QStringLiteral("unknown option '--%1'").arg(option), m_arguments.command);
        QStringList &values = m_options[option];
        if (!values.isEmpty() && !rule->repeats)
            return misuse(QStringLiteral("--%1 is given twice").arg(option), m_arguments.command);
        if (rule->value.isEmpty() && equals >= 0)
            return misuse(QStringLiteral("--%1 takes no value").arg(option), m_arguments.command);
        if (!rule->value.isEmpty() && equals < 0 && m_next >= m_words.size())
            return misuse(QStringLiteral("--%1 needs a value, %2").arg(option, rule->value), m_arguments.command);
        if (rule->value.isEmpty())
            values << QString();
        else
            values << (equals >= 0 ? word.mid(equals + 1) : m_words[m_next++]);
        return {};
    }

    const QStringList &m_words;
    Arguments &m_arguments;
    QHash<QString, QStringList> &m_options;
    qsizetype m_next = 0;
    qsizetype m_nameLength = 0;
    bool m_optionsEnded = false;
    QStringList m_plain; // what is no option, the command's name first
};

} // namespace

QString Arguments::word(const char *positional) const
{
    return m_words.value(QLatin1String(positional));
}

std::optional<QString> Arguments::maybe(const char *option) const
{
    const auto found = m_options.constFind(QLatin1String(option));
    return found == m_options.cend() ? std::nullopt : std::optional(found->last());
}

QString Arguments::value(const char *option, const QString &otherwise) const
{
    return maybe(option).value_or(otherwise);
}

QStringList Arguments::values(const char *option) const
{
    return m_options.value(QLatin1String(option));
}

Result<Arguments> readArguments(const QStringList &words)
{
    Arguments arguments;
    Reader reader(words, arguments, arguments.m_options);
    const Result<QStringList> plain = reader.read();
    if (!plain)
        return tl::unexpected(plain.error());
    if (arguments.has("help") || arguments.has("version"))
        return arguments;
    if (!arguments.command) {
        return misuse(reader.given().isEmpty() ? QStringLiteral("say what to do")
                                               : QStringLiteral("'%1' needs another word").arg(reader.given()),
                      nullptr);
    }
    const CommandRow *command = arguments.command;
    const std::vector<PositionalRule> &rules = command->rules().positionals;
    for (size_t i = 0; i < rules.size(); ++i) {
        if (static_cast<qsizetype>(i) < plain->size())
            arguments.m_words.insert(rules[i].name, plain->at(static_cast<qsizetype>(i)));
        else if (rules[i].required)
            return misuse(QStringLiteral("'%1' needs %2").arg(QLatin1String(command->name), rules[i].name), command);
    }
    if (plain->size() > static_cast<qsizetype>(rules.size())) {
        return misuse(QStringLiteral("'%1' is one word too many for '%2' (a text with blanks goes in quotes)")
                          .arg(plain->at(static_cast<qsizetype>(rules.size())), QLatin1String(command->name)),
                      command);
    }
    for (const OptionRule &rule : command->rules().options) {
        if (rule.required && !arguments.m_options.contains(rule.name))
            return misuse(QStringLiteral("'%1' needs --%2").arg(QLatin1String(command->name), rule.name), command);
    }
    return arguments;
}

} // namespace qd::cli
