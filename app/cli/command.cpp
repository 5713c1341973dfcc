#include "app/cli/command.h"

#include "app/cli/commands/groups.h"

#include <QStringList>

namespace qd::cli {

Usage CommandRow::rules() const
{
    return readUsage(QString::fromUtf8(usage));
}

const std::vector<NamedGroup> &commandGroups()
{
    static const std::vector<NamedGroup> groups{
        // clang-format off: a row a group, so that one is added without touching another
        {"Plans", &planCommands},
        {"Incidents", &incidentCommands},
        {"The timeline", &entryCommands},
        {"Related incidents", &relationCommands},
        {"People and work", &workCommands},
        {"Action items", &actionCommands},
        {"On call", &onCallCommands},
        {"Clocks", &clockCommands},
        {"Updates", &updateCommands},
        {"Post-mortems", &reviewCommands},
        {"The review", &postmortemCommands},
        {"Documents", &documentCommands},
        {"Metrics", &metricsCommands},
        {"In and out", &exchangeCommands},
        {"Bundles", &bundleCommands},
        {"The shared database", &hubCommands},
        {"The database", &storageCommands},
        // clang-format on
    };
    return groups;
}

const CommandRow *findCommand(const QString &name)
{
    for (const NamedGroup &group : commandGroups()) {
        for (const CommandRow &row : *group.rows) {
            if (name == QLatin1String(row.name))
                return &row;
        }
    }
    return nullptr;
}

bool beginsCommand(const QString &word)
{
    for (const NamedGroup &group : commandGroups()) {
        for (const CommandRow &row : *group.rows) {
            if (QLatin1String(row.name).startsWith(word + QLatin1Char(' ')))
                return true;
        }
    }
    return word == QLatin1String("import");
}

bool isForLater(const QString &name)
{
    static const QStringList later{QStringLiteral("replay"), QStringLiteral("drill")};
    return later.contains(name);
}

QString usageLine(const CommandRow &command)
{
    return QStringLiteral("quarterdeck-cli %1 %2").arg(QLatin1String(command.name), QString::fromUtf8(command.usage)).trimmed();
}

QString helpText()
{
    QString text = QStringLiteral("quarterdeck-cli [--db FILE] [--as NAME] [--now TIME] [--json] COMMAND …\n"
                                  "The incident record from a terminal, over the same database as the window.\n");
    for (const NamedGroup &group : commandGroups()) {
        text += QStringLiteral("\n%1\n").arg(QLatin1String(group.title));
        for (const CommandRow &row : *group.rows) {
            text += QStringLiteral("  %1\n        %2\n")
                        .arg(QStringLiteral("%1 %2").arg(QLatin1String(row.name), QString::fromUtf8(row.usage)).trimmed(),
                             QString::fromUtf8(row.summary));
        }
    }
    return text
        + QStringLiteral(
               "\nAn INCIDENT is a reference (INC-4F7K), a beginning of one, or 'last'. An ENTRY is an id, the short handle that\n"
               "'timeline' shows, or 'last'. A TIME is 14:32, -5m, 'yesterday 23:50' or 2026-11-21T14:32:00Z.\n"
               "Exit codes: 0 done, 1 refused, 2 usage, 3 an input file is wrong, 4 storage.\n");
}

} // namespace qd::cli
