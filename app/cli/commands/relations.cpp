// Commands on an incident and others: what it is like, links, merging.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/core/durationtext.h"
#include "models/core/merging.h"
#include "models/items/relatedcards.h"

#include <QJsonArray>
#include <QJsonObject>

namespace qd::cli {
namespace {

QJsonObject likeJson(const LikeHit &hit)
{
    return {{QStringLiteral("ref"), hit.ref},
            {QStringLiteral("id"), hit.incident.toString()},
            {QStringLiteral("title"), hit.title},
            {QStringLiteral("severity"), hit.severity},
            {QStringLiteral("status"), hit.status},
            {QStringLiteral("declared_at"), toIso(hit.declaredAt)},
            {QStringLiteral("score"), hit.score},
            {QStringLiteral("why"), items::whyLike(hit)},
            {QStringLiteral("words"), QJsonArray::fromStringList(hit.words)},
            {QStringLiteral("services"), QJsonArray::fromStringList(hit.services)},
            {QStringLiteral("same_type"), hit.sameType},
            {QStringLiteral("cause"), hit.lesson.cause},
            {QStringLiteral("ended_by"), hit.lesson.ending},
            {QStringLiteral("took"), hit.took ? QJsonValue(toSeconds(*hit.took)) : QJsonValue()}};
}

QString linkLine(const LinkedIncident &linked)
{
    return QStringLiteral("%1 %2  %3  %4").arg(items::relationWord(linked.relation), linked.ref, linked.status, linked.title).trimmed();
}

QString likeLines(const LikeHit &hit, Instant now)
{
    QString text = QStringLiteral("%1  %2  %3  %4, %5")
                       .arg(hit.ref, hit.severity.isEmpty() ? QStringLiteral("?") : hit.severity, hit.status.leftJustified(13), hit.title,
                            items::agoWord(hit.declaredAt, now));
    for (const QString &line : (items::whyLike(hit) + QLatin1Char('\n') + items::whatWasDone(hit)).split(QLatin1Char('\n'))) {
        if (!line.isEmpty())
            text += QStringLiteral("\n    ") + line;
    }
    return text;
}

Result<int> limitOf(const Arguments &given)
{
    const QString text = given.value("limit", QStringLiteral("8"));
    bool isNumber = false;
    const int limit = text.toInt(&isNumber);
    if (!isNumber || limit < 1)
        return failure(ErrorCode::Usage, QStringLiteral("--limit is a number from 1 on, not '%1'").arg(text));
    return std::min(limit, 1000);
}

Result<Answer> showRelated(Shell &shell)
{
    const Result<int> limit = limitOf(shell.arguments());
    if (!limit)
        return tl::unexpected(limit.error());
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const Result<Journal *> journal = shell.journal(Shell::Access::Read);
    const Result<std::vector<LinkedIncident>> links = (*journal)->links(room->incident);
    if (!links)
        return tl::unexpected(links.error());
    LikeQuery query = likeQueryOf(room->incident);
    query.limit = *limit + static_cast<int>(links->size());
    const Result<std::vector<LikeHit>> hits = (*journal)->like(query);
    if (!hits)
        return tl::unexpected(hits.error());
    QStringList lines;
    for (const LinkedIncident &linked : *links)
        lines << linkLine(linked);
    QJsonArray like;
    for (const LikeHit &hit : *hits) {
        const bool known =
            std::any_of(links->begin(), links->end(), [&hit](const LinkedIncident &linked) { return linked.incident == hit.incident; });
        if (known || like.size() >= *limit)
            continue;
        like << likeJson(hit);
        lines << likeLines(hit, shell.now());
    }
    return Answer{lines.isEmpty() ? QStringLiteral("nothing is linked with %1 or looks like it").arg(room->incident.ref)
                                  : lines.join(QLatin1Char('\n')),
                  QJsonObject{{QStringLiteral("ref"), room->incident.ref},
                              {QStringLiteral("links"), linksJson(*links)},
                              {QStringLiteral("like"), like}}};
}

Result<Room> otherRoom(Shell &shell, const char *word)
{
    const Result<IncidentId> other = shell.find(shell.arguments().word(word));
    return other ? shell.room(*other) : Result<Room>(tl::unexpected(other.error()));
}

Result<Answer> linkIncident(Shell &shell)
{
    return shell.changeBy([&shell](const Room &room) -> Result<Command> {
        const Result<Room> other = otherRoom(shell, "OTHER");
        if (!other)
            return tl::unexpected(other.error());
        const QString relation = shell.arguments().word("related|duplicate|caused-by");
        if (relation.startsWith(QLatin1String("merged-")))
            return refused(QStringLiteral("'merge %1 %2' merges two incidents").arg(room.incident.ref, other->incident.ref));
        static const QStringList relations{QStringLiteral("related"), QStringLiteral("duplicate"), QStringLiteral("caused-by")};
        if (!relations.contains(relation))
            return refused(QStringLiteral("unknown relation '%1'; it is one of: %2").arg(relation, relations.join(QLatin1String(", "))));
        return linkTo(room.incident, other->incident, relation);
    });
}

Result<Answer> unlinkIncident(Shell &shell)
{
    Result<Room> room = shell.room();
    Result<Room> other = otherRoom(shell, "OTHER");
    for (const Result<Room> *one : {&room, &other}) {
        if (!*one)
            return tl::unexpected(one->error());
    }
    const Result<Journal *> journal = shell.journal(Shell::Access::Write);
    if (!journal)
        return tl::unexpected(journal.error());
    const Result<std::vector<LinkedIncident>> links = (*journal)->links(room->incident);
    if (!links)
        return tl::unexpected(links.error());
    QString merged; // that one, and it is no mere link
    for (const LinkedIncident &linked : *links) {
        if (linked.ref.compare(other->incident.ref, Qt::CaseInsensitive) != 0)
            continue;
        if (!linked.relation.startsWith(QLatin1String("merged-")))
            return shell.change(linked.own ? *room : *other, command::UnlinkIncident{linked.link});
        merged = linked.own ? room->incident.ref : other->incident.ref;
    }
    return refused(merged.isEmpty()
                       ? QStringLiteral("%1 and %2 are not linked; 'related %1' shows what is").arg(room->incident.ref, other->incident.ref)
                       : QStringLiteral("%1 is merged; 'unmerge %1' takes that back").arg(merged));
}

Result<Answer> mergeIncident(Shell &shell)
{
    return shell.changeBy([&shell](const Room &room) -> Result<Command> {
        const Result<Room> into = otherRoom(shell, "INTO");
        return into ? mergeInto(room.incident, into->incident) : Result<Command>(tl::unexpected(into.error()));
    });
}

Result<Answer> unmergeIncident(Shell &shell)
{
    return shell.changeBy([](const Room &room) { return unmerge(room.incident); });
}

} // namespace

QJsonArray linksJson(const std::vector<LinkedIncident> &links)
{
    QJsonArray all;
    for (const LinkedIncident &linked : links)
        all.append(QJsonObject{{QStringLiteral("other"), linked.ref},
                               {QStringLiteral("relation"), linked.relation},
                               {QStringLiteral("title"), linked.title},
                               {QStringLiteral("severity"), linked.severity},
                               {QStringLiteral("status"), linked.status},
                               {QStringLiteral("own"), linked.own},
                               {QStringLiteral("event"), linked.link.toString()}});
    return all;
}

const CommandGroup relationCommands{
    {"related", "INCIDENT [--limit N]", "What it is linked with, and earlier incidents like it: why, and what was done then.", showRelated},
    {"link", "INCIDENT OTHER related|duplicate|caused-by", "Links two incidents; both show it.", linkIncident},
    {"unlink", "INCIDENT OTHER", "Takes a link back, on whichever side it stands.", unlinkIncident},
    {"merge", "INCIDENT INTO", "One incident, two records: closes the first and counts it no more; both references go on working.",
     mergeIncident},
    {"unmerge", "INCIDENT", "Takes the merge back; the incident has the status that it had.", unmergeIncident},
};

} // namespace qd::cli
