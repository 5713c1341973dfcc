#include "models/core/desk.h"

#include "models/core/deskrules.h"

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

Error unknown(const QString &what, const QString &given, const QString &known)
{
    return {ErrorCode::Refused, QStringLiteral("unknown %1 '%2'; the plan has: %3").arg(what, given, known), {}};
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

} // namespace qd
