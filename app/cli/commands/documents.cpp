// Documents of an incident: the post-mortem, the agenda of the meeting about it, the briefing for those who take it over.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/exchange/document.h"

#include <QFileInfo>
#include <QJsonObject>
#include <QRegularExpression>

#include <cstdio>
#include <unistd.h>

namespace qd::cli {
namespace {

using exchange::DocumentKind;
using exchange::DocumentRequest;
using exchange::Edition;
using exchange::Format;

Result<Format> chosenFormat(const Arguments &given, DocumentKind kind)
{
    if (given.hasWord("FILE") && given.word("FILE").isEmpty())
        return failure(ErrorCode::Usage, QStringLiteral("the name of the FILE is empty; name the file to write"));
    const QString name = given.value("format", given.word("FILE"));
    if (name.isEmpty())
        return Format::Markdown;
    const std::optional<Format> format = exchange::formatOf(name);
    if (!format || (kind != DocumentKind::Postmortem && format == Format::Json))
        return failure(ErrorCode::Usage,
                       QStringLiteral("'%1' is no format of this document; name one with --format: %2")
                           .arg(name.section(QLatin1Char('.'), -1), exchange::formatNames(kind)));
    if (!given.hasWord("FILE") && format != Format::Markdown)
        return failure(ErrorCode::Usage, QStringLiteral("only Markdown goes to the terminal; name the FILE to write"));
    return *format;
}

// A meeting is ahead: 14:30 is the next one.
Result<std::optional<Instant>> meetingTime(const Shell &shell)
{
    const std::optional<QString> text = shell.arguments().maybe("at");
    if (!text)
        return std::optional<Instant>();
    const Result<TypedTime> typed = shell.time(*text);
    if (!typed)
        return tl::unexpected(typed.error());
    static const QRegularExpression clock(QStringLiteral("^\\s*\\d{1,2}:\\d{2}\\s*$"));
    const bool passed = clock.match(*text).hasMatch() && typed->at < shell.now();
    return std::optional(passed ? toInstant(toDateTime(typed->at, shell.zone()).addDays(1)) : typed->at);
}

// On a terminal, from the moment at which it takes long enough to be wondered about.
class Meter
{
public:
    explicit Meter(bool quiet) : m_shown(!quiet && isatty(STDERR_FILENO)) { }
    ~Meter()
    {
        if (m_last >= 0)
            std::fputs("\r\033[K", stderr);
    }
    bool tell(double share)
    {
        const int percent = static_cast<int>(share * 100);
        if (m_shown && percent != m_last) {
            m_last = percent;
            std::fprintf(stderr, "\rwriting the document: %d %%", percent);
            std::fflush(stderr);
        }
        return true;
    }

private:
    bool m_shown;
    int m_last = -1;
};

Answer answerOf(const Incident &incident, const QByteArray &document, const QString &file)
{
    if (file.isEmpty())
        return {QString::fromUtf8(document),
                QJsonObject{{QStringLiteral("ref"), incident.ref}, {QStringLiteral("markdown"), QString::fromUtf8(document)}}};
    return {QStringLiteral("%1 written to %2, %3 bytes").arg(incident.ref, file).arg(document.size()),
            QJsonObject{{QStringLiteral("ref"), incident.ref},
                        {QStringLiteral("file"), QFileInfo(file).absoluteFilePath()},
                        {QStringLiteral("bytes"), document.size()}}};
}

Result<Answer> exportDocument(Shell &shell, DocumentKind kind)
{
    const Result<Format> format = chosenFormat(shell.arguments(), kind);
    if (!format)
        return tl::unexpected(format.error());
    const Result<Edition> edition = chosenEdition(shell.arguments());
    if (!edition)
        return tl::unexpected(edition.error());
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const Result<std::optional<Instant>> startsAt = meetingTime(shell);
    if (!startsAt)
        return tl::unexpected(startsAt.error());
    const Result<Journal *> journal = shell.journal(Shell::Access::Read);
    if (!journal)
        return tl::unexpected(journal.error());
    const exchange::DocumentSource source{room->plan, room->incident, room->events, shell.now(),
                                          [&journal](const QString &sha256) { return (*journal)->attachment(sha256); }};
    Meter meter(shell.arguments().has("json"));
    const Result<QByteArray> document =
        exchange::composeDocument(source, {kind, *format, *edition, *startsAt}, {[&meter](double share) { return meter.tell(share); }});
    if (!document)
        return tl::unexpected(document.error());
    const QString file = shell.arguments().word("FILE");
    if (file.isEmpty())
        return answerOf(room->incident, *document, file);
    if (const Result<void> written = exchange::writeDocument(file, *document); !written)
        return tl::unexpected(written.error());
    return answerOf(room->incident, *document, file);
}

Result<Answer> exportPostmortem(Shell &shell)
{
    return exportDocument(shell, DocumentKind::Postmortem);
}

Result<Answer> exportAgenda(Shell &shell)
{
    return exportDocument(shell, DocumentKind::Agenda);
}

Result<Answer> exportBriefing(Shell &shell)
{
    return exportDocument(shell, DocumentKind::Briefing);
}

} // namespace

Result<review::Edition> chosenEdition(const Arguments &given)
{
    const QString name = given.value("edition", QStringLiteral("internal"));
    if (name == QLatin1String("internal"))
        return Edition::Internal;
    if (name == QLatin1String("external"))
        return Edition::External;
    return failure(ErrorCode::Usage, QStringLiteral("'%1' is no edition; it is one of: internal, external").arg(name));
}

const CommandGroup documentCommands{
    {"postmortem export", "INCIDENT FILE [--format md|html|pdf|odt|docx|json] [--edition internal|external]",
     "Writes the document; the format by the file's ending where none is named. External: without what is internal, people by their roles.",
     exportPostmortem},
    {"postmortem agenda", "INCIDENT [FILE] [--at TIME] [--format md|html|pdf|odt|docx] [--edition internal|external]",
     "The agenda of the meeting, with its times; as Markdown on the terminal where no FILE is named.", exportAgenda},
    {"briefing", "INCIDENT [FILE] [--format md|html|pdf|odt|docx] [--edition internal|external]",
     "Situation, objectives, actions, organisation and resources, for those who take it over.", exportBriefing},
};

} // namespace qd::cli
