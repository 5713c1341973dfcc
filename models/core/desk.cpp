#include "models/core/desk.h"

#include "models/core/deskrules.h"

#include <QSet>

namespace qd {

using deskrules::Case;

Result<Drafts> decide(const Incident &incident, const Command &command, const DeskContext &context)
{
    if (incident.id.isNull())
        return refused(QStringLiteral("there is no such incident; declare it first"));
    if (context.author.trimmed().isEmpty())
        return refused(QStringLiteral("say who you are: every event has an author"));
    const Case at{incident, context};
    return std::visit([&at](const auto &c) { return deskrules::decide(at, c); }, command);
}

Result<Drafts> decideDeclare(const command::Declare &declare, IncidentId id, const DeskContext &context)
{
    if (context.author.trimmed().isEmpty())
        return refused(QStringLiteral("say who you are: every event has an author"));
    Incident unborn;
    unborn.id = id;
    return deskrules::decide(Case{unborn, context}, declare);
}

namespace deskrules {

EventDraft Case::draft(const char *kind, QJsonObject body, std::optional<Instant> at) const
{
    return {incident.id, QLatin1String(kind), std::move(body), at.value_or(context.now)};
}

EventDraft Case::change(const char *kind, const QString &field, QJsonObject body, std::optional<Instant> at) const
{
    body.insert(QStringLiteral("base"), incident.setBy.value(field).toString());
    return draft(kind, std::move(body), at);
}

Result<Drafts> one(EventDraft draft)
{
    return Drafts{std::move(draft)};
}

QString inSentence(Instant instant)
{
    return toIso(instant);
}

std::optional<Error> timeProblem(const std::optional<Instant> &at, Instant now)
{
    if (at && *at > now) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("%1 lies in the future (now is %2); give a time that has been, such as -5m, or 'yesterday 23:50' for last night")
                         .arg(inSentence(*at), inSentence(now)), {}};
    }
    return std::nullopt;
}

} // namespace deskrules

namespace {

bool canBeUndone(const Event &event)
{
    static const QSet<QString> never{QLatin1String(kinds::declared), QLatin1String(kinds::entryRedacted), QLatin1String(kinds::eventUndone),
                                     QLatin1String(kinds::eventRedone)};
    return !never.contains(event.kind);
}

QString called(const Event &event)
{
    QString kind = event.kind;
    kind.replace(QLatin1Char('.'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    const QString text = event.body[QLatin1String("text")].toString().simplified();
    return text.isEmpty() ? kind : QStringLiteral("%1 “%2”").arg(kind, text.size() > 40 ? text.left(39) + QChar(0x2026) : text);
}

EventId target(const Event &event)
{
    return EventId::fromString(event.body[QLatin1String("event")].toString());
}

std::vector<const Event *> sortedBy(std::span<const Event> events, const QString &author)
{
    std::vector<const Event *> mine;
    for (const Event &event : events) {
        if (event.author == author)
            mine.push_back(&event);
    }
    std::sort(mine.begin(), mine.end(), [](const Event *a, const Event *b) { return comesBefore(*a, *b); });
    return mine;
}

} // namespace

std::optional<Undoable> lastUndoable(std::span<const Event> events, const QString &author)
{
    const std::vector<const Event *> mine = sortedBy(events, author);
    QSet<EventId> undone;
    for (const Event *event : mine) {
        if (event->kind == QLatin1String(kinds::eventUndone))
            undone.insert(target(*event));
        else if (event->kind == QLatin1String(kinds::eventRedone))
            undone.remove(target(*event));
    }
    for (auto event = mine.rbegin(); event != mine.rend(); ++event) {
        if (canBeUndone(**event) && !undone.contains((*event)->id))
            return Undoable{(*event)->id, (*event)->kind, called(**event)};
    }
    return std::nullopt;
}

std::optional<Undoable> lastRedoable(std::span<const Event> events, const QString &author)
{
    std::vector<EventId> undone; // newest last; a change of its own ends what can be redone
    for (const Event *event : sortedBy(events, author)) {
        if (event->kind == QLatin1String(kinds::eventUndone))
            undone.push_back(target(*event));
        else if (event->kind == QLatin1String(kinds::eventRedone))
            std::erase(undone, target(*event));
        else
            undone.clear();
    }
    if (undone.empty())
        return std::nullopt;
    const auto event = std::find_if(events.begin(), events.end(), [&undone](const Event &item) { return item.id == undone.back(); });
    if (event == events.end())
        return std::nullopt;
    return Undoable{event->id, event->kind, called(*event)};
}

} // namespace qd
