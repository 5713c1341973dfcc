// Commands that bring timelines in and take them out.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "app/common/batch.h"
#include "models/exchange/document.h"
#include "models/exchange/timelineexport.h"
#include "models/exchange/timelineimport.h"
#include "models/plan/json.h"
#include "models/review/edition.h"

#include <QFileInfo>
#include <QJsonObject>

namespace qd::cli {
namespace {

using exchange::ImportedEntry;
using exchange::TimelineFormat;

// Reads the file in the zone of the incident that it goes into.
Result<std::vector<ImportedEntry>> readFile(const Shell &shell, const QString &path)
{
    const std::optional<TimelineFormat> format = exchange::timelineFormatOf(path);
    if (QFileInfo(path).suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0)
        return failure(ErrorCode::Usage, QStringLiteral("a Slack export's .json is not in this version; import .csv or .jsonl"));
    if (!format || *format == TimelineFormat::Markdown)
        return failure(ErrorCode::Usage, QStringLiteral("'%1' is no timeline that can be imported; give a .csv or a .jsonl").arg(path));
    return exchange::readTimelineFile(path, shell.zone(), shell.now());
}

Error inFile(const QString &path, const ImportedEntry &entry, Error error)
{
    error.sentence = QStringLiteral("%1:%2:1: %3").arg(path).arg(entry.line).arg(error.sentence);
    error.code = ErrorCode::BadInput;
    return error;
}

command::LogEntry logOf(const ImportedEntry &row)
{
    command::LogEntry entry;
    entry.text = row.text;
    if (entryKinds().contains(row.kind))
        entry.kind = row.kind;
    entry.zone = row.zone;
    entry.tags = row.tags;
    entry.approximate = row.approximate;
    entry.at = row.at;
    return entry;
}

// What a row of a new incident's file does beyond standing on the timeline: nothing else says how far that incident came.
std::optional<Command> deedOf(const ImportedEntry &row)
{
    static const QHash<QString, QString> statuses{{QStringLiteral("identified"), QStringLiteral("identified")},
                                                  {QStringLiteral("mitigated"), QStringLiteral("monitoring")},
                                                  {QStringLiteral("resolved"), QStringLiteral("resolved")},
                                                  {QStringLiteral("closed"), QStringLiteral("closed")}};
    if (row.kind == QLatin1String("acknowledged"))
        return command::Acknowledge{row.at};
    if (statuses.contains(row.kind))
        return command::ChangeStatus{statuses.value(row.kind), {}, row.at};
    return std::nullopt;
}

using Line = QPair<qint64, QString>; // of a timeline: when, and what

QSet<Line> linesOf(const Incident &incident)
{
    QSet<Line> lines;
    for (const TimelineEntry &entry : incident.entries)
        lines.insert({toMsecs(entry.at), entry.text});
    return lines;
}

struct Import
{
    Shell &shell;
    QString path;
    std::vector<ImportedEntry> rows;

    [[nodiscard]] std::optional<Instant> timeOf(const char *kind) const
    {
        const auto row =
            std::find_if(rows.begin(), rows.end(), [kind](const ImportedEntry &item) { return item.kind == QLatin1String(kind); });
        return row == rows.end() ? std::nullopt : std::optional(row->at);
    }
    [[nodiscard]] DeskContext contextOf(const ImportedEntry &row) const
    {
        return {row.author.isEmpty() ? shell.author() : row.author, shell.now()};
    }

    // Entries that are there already, from an import before, are passed over. How many were.
    [[nodiscard]] Result<int> write(Batch &batch, bool withDeeds) const
    {
        const QSet<Line> before = linesOf(batch.incident());
        int there = 0;
        for (const ImportedEntry &row : rows) {
            if (before.contains({toMsecs(row.at), row.text.trimmed()})) {
                ++there;
                continue;
            }
            Result<EventId> done = batch.add(contextOf(row), logOf(row));
            if (const std::optional<Command> deed = deedOf(row); done && deed && withDeeds)
                done = batch.add(contextOf(row), *deed);
            if (!done)
                return tl::unexpected(inFile(path, row, done.error()));
        }
        return there;
    }
};

Answer imported(const Room &room, const std::vector<Event> &added, qsizetype rows, int there)
{
    const QString text = QStringLiteral("%1  %2 entries imported%3")
                             .arg(room.incident.ref)
                             .arg(rows - there)
                             .arg(there > 0 ? QStringLiteral(", %1 were there already").arg(there) : QString());
    const QJsonValue last = added.empty() ? QJsonValue() : QJsonValue(added.back().id.toString());
    return {text,
            QJsonObject{{QStringLiteral("ref"), room.incident.ref},
                        {QStringLiteral("imported"), rows - there},
                        {QStringLiteral("there_already"), there},
                        {QStringLiteral("event"), last},
                        {QStringLiteral("entry"), last}}};
}

Result<Answer> importInto(Shell &shell, const QString &path)
{
    Result<Room> room = shell.room(shell.arguments().value("incident"));
    if (!room)
        return tl::unexpected(room.error());
    const Result<std::vector<ImportedEntry>> rows = readFile(shell, path);
    if (!rows)
        return tl::unexpected(rows.error());
    const Result<Journal *> journal = shell.journal(Shell::Access::Write);
    if (!journal)
        return tl::unexpected(journal.error());
    const Import import{shell, path, *rows};
    Batch batch(room->events, (*journal)->console(), (*journal)->lastStamp());
    const Result<int> there = import.write(batch, false);
    if (!there)
        return tl::unexpected(there.error());
    if (const auto stored = shell.append(*room, batch.added()); !stored)
        return tl::unexpected(stored.error());
    return imported(*room, batch.added(), std::ssize(*rows), *there);
}

// An incident of unknown severity, titled by the file; its times are those that rows of the file name.
Result<Answer> importNew(Shell &shell, const QString &path)
{
    const Result<plan::Plan> plan = shell.plans().load(QStringLiteral("default"));
    if (!plan)
        return tl::unexpected(plan.error());
    if (const Result<void> zone = shell.useZoneOf(*plan); !zone)
        return tl::unexpected(zone.error());
    const Result<std::vector<ImportedEntry>> rows = readFile(shell, path);
    if (!rows)
        return tl::unexpected(rows.error());
    const Import import{shell, path, *rows};
    command::Declare declare;
    declare.title = QFileInfo(path).completeBaseName();
    declare.severity = QStringLiteral("unknown");
    declare.started = import.timeOf("started");
    declare.detected = import.timeOf("detected");
    declare.plan = plan::toJson(*plan);
    const Result<Journal *> journal = shell.journal(Shell::Access::Create);
    if (!journal)
        return tl::unexpected(journal.error());
    const IncidentId id = IncidentId::make(shell.now());
    declare.ref = freeReference(**journal, id);
    const DeskContext context{shell.author(), shell.now()};
    Result<Drafts> drafts = decideDeclare(declare, id, context);
    if (!drafts)
        return tl::unexpected(drafts.error());
    drafts->front().happenedAt = import.timeOf("declared").value_or(shell.now());
    Batch batch({}, (*journal)->console(), (*journal)->lastStamp());
    batch.add(context, *drafts);
    if (const Result<int> there = import.write(batch, true); !there)
        return tl::unexpected(there.error());
    Room room;
    room.plan = *plan;
    if (const auto stored = shell.append(room, batch.added()); !stored)
        return tl::unexpected(stored.error());
    return imported(room, batch.added(), std::ssize(*rows), 0);
}

Result<Answer> importTimeline(Shell &shell)
{
    const QString path = shell.arguments().word("FILE");
    return shell.arguments().has("incident") ? importInto(shell, path) : importNew(shell, path);
}

Result<Answer> exportTimeline(Shell &shell)
{
    const QString file = shell.arguments().word("FILE");
    const std::optional<TimelineFormat> format = exchange::timelineFormatOf(file);
    if (!format)
        return failure(ErrorCode::Usage, QStringLiteral("'%1' is no format of a timeline; give a .csv, .jsonl or .md").arg(file));
    const Result<review::Edition> edition = chosenEdition(shell.arguments());
    if (!edition)
        return tl::unexpected(edition.error());
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const Incident told = review::editionOf(room->incident, *edition);
    const QByteArray text = exchange::exportTimeline(room->plan, told, *format);
    if (const Result<void> written = exchange::writeDocument(file, text); !written)
        return tl::unexpected(written.error());
    return Answer{
        QStringLiteral("%1 written to %2").arg(room->incident.ref, file),
        QJsonObject{{QStringLiteral("ref"), room->incident.ref},
                    {QStringLiteral("file"), QFileInfo(file).absoluteFilePath()},
                    {QStringLiteral("entries"), std::count_if(told.entries.begin(), told.entries.end(), [](const TimelineEntry &entry) {
                         return entry.kind != review::withheld;
                     })}}};
}

} // namespace

const CommandGroup exchangeCommands{
    {"import timeline", "FILE [--incident INCIDENT]",
     "Logs the rows of a .csv or .jsonl (at, text, kind, author); without --incident into a new one of unknown severity.", importTimeline},
    {"export timeline", "INCIDENT FILE [--edition internal|external]",
     "Writes the timeline as .csv, .jsonl or .md. External: without what is internal, people by their roles.", exportTimeline},
};

} // namespace qd::cli
