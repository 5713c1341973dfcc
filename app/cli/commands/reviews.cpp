// Commands on the post-mortem, and the metrics over all incidents.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/core/durationtext.h"
#include "models/exchange/document.h"
#include "models/exchange/incidentjson.h"
#include "models/review/metrics.h"

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

Result<std::optional<QDate>> dateOption(const Shell &shell, const char *option)
{
    const std::optional<QString> text = shell.arguments().maybe(option);
    if (!text)
        return std::optional<QDate>();
    return shell.date(*text).map([](QDate date) { return std::optional(date); });
}

Result<review::MetricsQuery> metricsQuery(const Shell &shell)
{
    const Result<std::optional<QDate>> from = dateOption(shell, "from");
    const Result<std::optional<QDate>> to = dateOption(shell, "to");
    for (const auto *date : {&from, &to}) {
        if (!*date)
            return tl::unexpected(date->error());
    }
    review::MetricsQuery query;
    query.from = *from;
    query.to = *to;
    query.drills = shell.arguments().has("drills");
    if (const std::optional<QString> by = shell.arguments().maybe("by")) {
        const std::optional<review::GroupBy> group = review::groupByFromName(*by);
        if (!group)
            return failure(ErrorCode::Usage, QStringLiteral("metrics cannot be grouped by '%1'; use month, severity or type").arg(*by));
        query.by = *group;
    }
    return query;
}

QString lineOf(const char *label, const review::Spread &spread)
{
    QString line = QStringLiteral("  %1 ").arg(QString::fromLatin1(label).leftJustified(12));
    line += spread.median ? QStringLiteral("median %1, 90 % within %2 (of %3)")
                                .arg(spokenDuration(*spread.median), spokenDuration(spread.p90.value_or(*spread.median)))
                                .arg(spread.known)
                          : QStringLiteral("not known");
    if (spread.impossible > 0)
        line += QStringLiteral("; %1 impossible").arg(spread.impossible);
    return line;
}

QString textOf(const QString &title, const review::Summary &summary)
{
    QStringList lines{QStringLiteral("%1: %2 incidents").arg(title).arg(summary.incidents)};
    const std::pair<const char *, const review::Spread *> lengths[] = {
        {"detect", &summary.toDetect},     {"acknowledge", &summary.toAcknowledge}, {"identify", &summary.toIdentify},
        {"mitigate", &summary.toMitigate}, {"resolve", &summary.toResolve},         {"total", &summary.total}};
    for (const auto &[label, spread] : lengths)
        lines << lineOf(label, *spread);
    lines << QStringLiteral("  targets      %1 kept, %2 missed").arg(summary.targets.kept).arg(summary.targets.missed);
    lines << QStringLiteral("  action items %1 closed of %2").arg(summary.actionsClosed).arg(summary.actions);
    return lines.join(QLatin1Char('\n'));
}

Result<Answer> showMetrics(Shell &shell)
{
    const Result<review::MetricsQuery> query = metricsQuery(shell);
    if (!query)
        return tl::unexpected(query.error());
    const Result<std::vector<Room>> rooms = shell.rooms();
    if (!rooms)
        return tl::unexpected(rooms.error());
    std::vector<review::Case> cases;
    for (const Room &room : *rooms)
        cases.push_back({std::make_shared<const plan::Plan>(room.plan), room.incident});
    const review::Metrics metrics = review::metrics(cases, *query, shell.now());
    QStringList parts{textOf(QStringLiteral("all"), metrics.all)};
    for (const review::Summary &group : metrics.groups)
        parts << textOf(group.key.isEmpty() ? QStringLiteral("not known") : group.key, group);
    return Answer{parts.join(QStringLiteral("\n\n")), review::toJson(metrics)};
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
    {"metrics", "[--from DATE] [--to DATE] [--by month|severity|type] [--drills]", "How long incidents took, against their targets.",
     showMetrics},
};

} // namespace qd::cli
