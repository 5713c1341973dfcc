// Commands on the post-mortem.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/exchange/document.h"
#include "models/exchange/incidentjson.h"
#include "models/review/review.h"

#include <QFileInfo>
#include <QJsonObject>

namespace qd::cli {
namespace {

Result<Answer> showPostmortem(Shell &shell)
{
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const std::vector<review::DraftSection> sections = review::postmortem(room->plan, room->incident, shell.now());
    QString text = QStringLiteral("# %1 %2 (%3)\n").arg(room->incident.ref, room->incident.displayTitle(), room->incident.postmortemState);
    for (const review::DraftSection &section : sections)
        text += QStringLiteral("\n## %1\n\n%2\n").arg(section.title, section.markdown.trimmed());
    return Answer{text,
                  QJsonObject{{QStringLiteral("ref"), room->incident.ref},
                              {QStringLiteral("state"), room->incident.postmortemState},
                              {QStringLiteral("reviewers"), exchange::reviewersJson(room->incident.reviewers)},
                              {QStringLiteral("comments"), exchange::commentsJson(room->incident.comments)},
                              {QStringLiteral("sections"), exchange::sectionsJson(sections)}}};
}

Result<Answer> writeSection(Shell &shell)
{
    return shell.change(command::WriteSection{shell.arguments().word("SECTION"), shell.arguments().value("text"), {}});
}

Result<Answer> movePostmortem(Shell &shell)
{
    return shell.change(command::MovePostmortem{shell.arguments().word("draft|review|final")});
}

Result<Answer> lintPostmortem(Shell &shell)
{
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const std::vector<review::Finding> findings = review::lint(room->plan, room->incident, shell.now());
    QStringList lines;
    for (const review::Finding &finding : findings) {
        const QString place = finding.place.isEmpty() ? QString() : QStringLiteral(" in %1").arg(finding.place);
        lines << QStringLiteral("%1%2: %3%4")
                     .arg(finding.rule, place, finding.text,
                          finding.suggestion.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(finding.suggestion));
    }
    return Answer{lines.isEmpty() ? QStringLiteral("nothing is missing") : lines.join(QLatin1Char('\n')), exchange::findingsJson(findings)};
}

Result<exchange::Format> chosenFormat(const Arguments &given)
{
    const QString name = given.value("format", given.word("FILE"));
    const std::optional<exchange::Format> format = exchange::formatOf(name);
    if (!format)
        return failure(ErrorCode::Usage,
                       QStringLiteral("'%1' is no format of a document; name one with --format: %2")
                           .arg(name.section(QLatin1Char('.'), -1), exchange::formatNames(review::DocumentKind::Postmortem)));
    return *format;
}

Result<Answer> exportPostmortem(Shell &shell)
{
    const Result<exchange::Format> format = chosenFormat(shell.arguments());
    if (!format)
        return tl::unexpected(format.error());
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const Result<Journal *> journal = shell.journal(Shell::Access::Read);
    if (!journal)
        return tl::unexpected(journal.error());
    const exchange::DocumentSource source{room->plan, room->incident, room->events, shell.now(),
                                          [&journal](const QString &sha256) { return (*journal)->attachment(sha256); }};
    const Result<QByteArray> document = exchange::composeDocument(source, {review::DocumentKind::Postmortem, *format});
    if (!document)
        return tl::unexpected(document.error());
    const QString file = shell.arguments().word("FILE");
    if (const Result<void> written = exchange::writeDocument(file, *document); !written)
        return tl::unexpected(written.error());
    return Answer{QStringLiteral("%1 written to %2, %3 bytes").arg(room->incident.ref, file).arg(document->size()),
                  QJsonObject{{QStringLiteral("ref"), room->incident.ref},
                              {QStringLiteral("file"), QFileInfo(file).absoluteFilePath()},
                              {QStringLiteral("bytes"), document->size()}}};
}

} // namespace

const CommandGroup reviewCommands{
    {"postmortem show", "INCIDENT", "The post-mortem as it stands: what people wrote, else what the record gives.", showPostmortem},
    {"postmortem write", "INCIDENT SECTION --text TEXT", "Writes a section, in Markdown: executive-summary, root-cause, lessons-learned …",
     writeSection},
    {"postmortem move", "INCIDENT draft|review|final", "Moves it on, or back.", movePostmortem},
    {"postmortem lint", "INCIDENT", "What is missing, what blames, what the timeline leaves open.", lintPostmortem},
    {"postmortem export", "INCIDENT FILE [--format md|html|pdf|odt|docx|json]",
     "Writes the document; the format by the file's ending where none is named.", exportPostmortem},
};

} // namespace qd::cli
