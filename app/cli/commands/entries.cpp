// Commands on what people write: log, amend, redact, pin, hypothesis, and the timeline.
#include "app/cli/commands/groups.h"
#include "app/cli/commands/typedline.h"
#include "app/cli/shell.h"
#include "models/core/entrytext.h"
#include "models/exchange/incidentjson.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QMimeDatabase>

namespace qd::cli {
namespace {

struct ReadFile
{
    QString name;
    QByteArray content;
    QString sha256;
};

Result<ReadFile> readAttachment(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1 cannot be attached: %2")
                           .arg(path, QFileInfo(path).isDir() ? QStringLiteral("it is a folder") : file.errorString()));
    }
    if (file.size() > largestAttachment)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1 cannot be attached: it is larger than 64 MiB; put it elsewhere and log a link").arg(path));
    const QByteArray content = file.readAll();
    return ReadFile{QFileInfo(path).fileName(), content,
                    QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex())};
}

Result<std::vector<ReadFile>> readAttachments(const QStringList &paths)
{
    std::vector<ReadFile> files;
    for (const QString &path : paths) {
        const Result<ReadFile> file = readAttachment(path);
        if (!file)
            return tl::unexpected(file.error());
        files.push_back(*file);
    }
    return files;
}

// The entry and what the events say of its attachments, for one append.
Result<std::vector<Event>> eventsFor(Shell &shell, Recorder recorder, const Room &room, const command::LogEntry &entry,
                                     const std::vector<ReadFile> &files)
{
    const DeskContext context{shell.author(), shell.now()};
    const Result<Drafts> logged = decide(room.incident, entry, context);
    if (!logged)
        return tl::unexpected(logged.error());
    std::vector<Event> events = recorder.record(*logged, shell.now());
    const EventId id = events.front().id;
    for (const ReadFile &file : files) {
        const command::AddAttachment attachment{
            file.sha256, file.name, QMimeDatabase().mimeTypeForFileNameAndData(file.name, file.content).name(), file.content.size(), id};
        const Result<Drafts> more = decide(room.incident, attachment, context);
        if (!more)
            return tl::unexpected(more.error());
        const std::vector<Event> added = recorder.record(*more, shell.now());
        events.insert(events.end(), added.begin(), added.end());
    }
    return events;
}

// The entry of TEXT and its options; the one of --line is its own.
Result<command::LogEntry> entryOf(const Shell &shell)
{
    const Arguments &given = shell.arguments();
    command::LogEntry entry;
    entry.text = given.word("TEXT");
    entry.kind = given.value("kind", entry.kind);
    if (const std::optional<QString> text = given.maybe("at")) {
        const Result<TypedTime> time = shell.time(*text);
        if (!time)
            return tl::unexpected(time.error());
        entry.at = time->at;
        entry.zone = time->zone;
        entry.approximate = time->approximate;
    }
    return entry;
}

Result<Answer> storeEntry(Shell &shell, Room &room, command::LogEntry entry)
{
    entry.tags = shell.arguments().values("tag");
    const Result<std::vector<ReadFile>> files = readAttachments(shell.arguments().values("attach"));
    if (!files)
        return tl::unexpected(files.error());
    for (const ReadFile &file : *files)
        entry.attachments << file.sha256;
    const Result<Journal *> journal = shell.journal(Shell::Access::Write);
    if (!journal)
        return tl::unexpected(journal.error());
    Recorder recorder((*journal)->console(), shell.author());
    recorder.observe((*journal)->lastStamp());
    const Result<std::vector<Event>> recorded = eventsFor(shell, recorder, room, entry, *files);
    if (!recorded)
        return tl::unexpected(recorded.error());
    for (const ReadFile &file : *files) {
        if (const auto stored = (*journal)->putAttachment(file.content, file.name); !stored)
            return tl::unexpected(stored.error());
    }
    const auto events = shell.append(room, *recorded);
    if (!events)
        return tl::unexpected(events.error());
    return changed(room, events->front());
}

Result<Answer> logLine(Shell &shell, Room &room, const QString &line)
{
    const Arguments &given = shell.arguments();
    for (const char *option : {"at", "kind"}) {
        if (given.has(option))
            return failure(
                ErrorCode::Usage,
                QStringLiteral("--line says its own time and kind, as in \"-5m ! roll back\"; leave --%1 out").arg(QLatin1String(option)));
    }
    const ScribeLine read = readTypedLine(shell, room, line);
    const Command command = commandOf(read, shell, room);
    const auto note = [&read](const Answer &answer) { return withProblems(answer, read); };
    if (const auto *entry = std::get_if<command::LogEntry>(&command))
        return storeEntry(shell, room, *entry).map(note);
    for (const char *option : {"attach", "tag"}) {
        if (given.has(option))
            return failure(
                ErrorCode::Usage,
                QStringLiteral("--%1 goes with an entry, and this line is a command; log it on its own").arg(QLatin1String(option)));
    }
    return shell.change(room, command).map(note);
}

Result<Answer> logEntry(Shell &shell)
{
    const Arguments &given = shell.arguments();
    const std::optional<QString> line = given.maybe("line");
    if (line.has_value() == given.hasWord("TEXT"))
        return failure(ErrorCode::Usage,
                       QStringLiteral("'log' needs TEXT or --line LINE, one of them; usage: ") + usageLine(*given.command));
    Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    if (line)
        return logLine(shell, *room, *line);
    const Result<command::LogEntry> entry = entryOf(shell);
    return entry ? storeEntry(shell, *room, *entry) : tl::unexpected(entry.error());
}

// A command on the ENTRY that is meant.
Result<Answer> changeEntry(Shell &shell, const std::function<Result<Command>(const EventId &)> &make)
{
    return shell.changeBy([&](const Room &room) { return findEntry(room.incident, shell.arguments().word("ENTRY")).and_then(make); });
}

Result<Answer> amendEntry(Shell &shell)
{
    return changeEntry(shell, [&shell](const EventId &entry) {
        return shell.timeOption("at").map([&](std::optional<Instant> at) -> Command {
            return command::AmendEntry{entry, shell.arguments().maybe("text"), at, shell.arguments().value("reason")};
        });
    });
}

Result<Answer> redactEntry(Shell &shell)
{
    return changeEntry(shell, [&shell](const EventId &entry) { return command::RedactEntry{entry, shell.arguments().value("reason")}; });
}

Result<Answer> pinEntry(Shell &shell)
{
    return changeEntry(shell, [&shell](const EventId &entry) { return command::PinEntry{entry, !shell.arguments().has("off")}; });
}

Result<Answer> settleHypothesis(Shell &shell)
{
    return changeEntry(shell, [&given = shell.arguments()](const EventId &entry) {
        return command::SettleHypothesis{entry, given.word("confirmed|ruled-out"), given.value("note")};
    });
}

QString marksOf(const TimelineEntry &entry)
{
    QStringList marks;
    const std::pair<bool, QString> all[] = {{entry.pinned, QStringLiteral("pinned")},
                                            {entry.late, QStringLiteral("late")},
                                            {entry.edited, QStringLiteral("edited")},
                                            {entry.undone, QStringLiteral("struck")},
                                            {!entry.attachments.isEmpty(), QStringLiteral("attachment")},
                                            {entry.settlement.state != QLatin1String("open"), entry.settlement.state}};
    for (const auto &[set, mark] : all) {
        if (set)
            marks << mark;
    }
    return marks.isEmpty() ? QString() : QStringLiteral("  [%1]").arg(marks.join(QStringLiteral(", ")));
}

QString lineOf(const TimelineEntry &entry)
{
    const QString text = entry.redacted ? QStringLiteral("(redacted)") : entry.text;
    return QStringLiteral("%1  %2%3  %4  %5: %6%7")
        .arg(handleOf(entry.id), entry.approximate ? QStringLiteral("~") : QString(), toIso(entry.at), entry.kind.leftJustified(13),
             entry.author, QString(text).replace(QLatin1Char('\n'), QLatin1String("\n        ")), marksOf(entry));
}

Result<QSet<EventId>> searchHits(Shell &shell, const Room &room, const QString &words)
{
    const Result<Journal *> journal = shell.journal(Shell::Access::Read);
    if (!journal)
        return tl::unexpected(journal.error());
    SearchQuery query;
    query.words = words;
    query.incident = room.incident.id;
    query.limit = std::numeric_limits<int>::max();
    const Result<std::vector<SearchHit>> hits = (*journal)->search(query);
    if (!hits)
        return tl::unexpected(hits.error());
    QSet<EventId> ids;
    for (const SearchHit &hit : *hits)
        ids.insert(hit.event);
    return ids;
}

Result<Answer> timeline(Shell &shell)
{
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    std::optional<QSet<EventId>> hits;
    if (const std::optional<QString> words = shell.arguments().maybe("search")) {
        const Result<QSet<EventId>> found = searchHits(shell, *room, *words);
        if (!found)
            return tl::unexpected(found.error());
        hits = *found;
    }
    const QString kind = shell.arguments().value("kind");
    QJsonArray array;
    QStringList lines;
    for (const int index : timelineOrder(room->incident)) {
        const TimelineEntry &entry = room->incident.entries[static_cast<size_t>(index)];
        if ((hits && !hits->contains(entry.id)) || (!kind.isEmpty() && entry.kind != kind))
            continue;
        array << exchange::entryJson(entry);
        lines << lineOf(entry);
    }
    return Answer{lines.isEmpty() ? QStringLiteral("no entries") : lines.join(QLatin1Char('\n')), array};
}

} // namespace

const CommandGroup entryCommands{
    {"log",
     "INCIDENT TEXT | --line LINE [--at TIME] [--kind note|observation|hypothesis|decision|action|communication] [--tag T]… [--attach "
     "FILE]…",
     "Writes an entry on the timeline; LINE as the scribe types it: \"-5m ! roll back #db @lee\", \"/status monitoring\".", logEntry},
    {"amend", "INCIDENT ENTRY [--text TEXT] [--at TIME] [--reason TEXT]", "Corrects an entry; what it said before stays on the record.",
     amendEntry},
    {"redact", "INCIDENT ENTRY --reason TEXT", "Takes the text of an entry away for good.", redactEntry},
    {"pin", "INCIDENT ENTRY [--off]", "Pins an entry.", pinEntry},
    {"hypothesis", "INCIDENT ENTRY confirmed|ruled-out [--note TEXT]", "Settles a hypothesis ('open' opens it again).", settleHypothesis},
    {"timeline", "INCIDENT [--search WORDS] [--kind K]", "The entries in the order in which they happened, each with its handle.",
     timeline},
};

} // namespace qd::cli
