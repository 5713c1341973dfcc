// Decisions about the incident itself and its roles.
#include "models/core/deskrules.h"
#include "models/core/settling.h"

namespace qd::deskrules {
namespace {

Error unknown(const QString &what, const QString &given, const QString &known)
{
    return {ErrorCode::Refused, QStringLiteral("unknown %1 '%2'; the plan has: %3").arg(what, given, known), {}};
}

// "unknown" stands for a severity that nobody can tell yet.
Result<QString> severityId(const Rulebook &rules, const QString &text)
{
    if (text.compare(QLatin1String("unknown"), Qt::CaseInsensitive) == 0)
        return QString();
    const Rulebook::Named *severity = findNamed(rules.severities, text);
    if (!severity)
        return tl::unexpected(unknown(QStringLiteral("severity"), text, listNames(rules.severities) + QStringLiteral(" (or 'unknown')")));
    return severity->id;
}

Result<QString> roleId(const Rulebook &rules, const QString &text)
{
    const Rulebook::Named *role = findNamed(rules.roles, text);
    if (!role)
        return tl::unexpected(unknown(QStringLiteral("role"), text, listNames(rules.roles)));
    return role->id;
}

QJsonValue msecs(Instant instant)
{
    return static_cast<qint64>(toMsecs(instant));
}

const QStringList sources{QStringLiteral("alert"), QStringLiteral("user"), QStringLiteral("health-check"), QStringLiteral("external"),
                          QStringLiteral("team")};

} // namespace

Result<Drafts> decide(const Case &at, const command::Declare &c)
{
    const Rulebook rules = Rulebook::fromPlan(c.plan);
    if (c.title.trimmed().isEmpty())
        return refused(QStringLiteral("an incident needs a title: say what is wrong, as users see it"));
    if (rules.severities.empty())
        return refused(QStringLiteral("the plan has no severities; choose another with --plan"));
    const Result<QString> severity = severityId(rules, c.severity);
    if (!severity)
        return tl::unexpected(severity.error());
    for (const std::optional<Instant> &time : {c.started, c.detected}) {
        if (const std::optional<Error> problem = timeProblem(time, at.context.now))
            return tl::unexpected(*problem);
    }
    if (!c.source.isEmpty() && !sources.contains(c.source))
        return refused(QStringLiteral("unknown source '%1'; it is one of: %2").arg(c.source, sources.join(QLatin1String(", "))));

    QJsonObject body{{QStringLiteral("ref"), c.ref}, {QStringLiteral("title"), c.title.simplified()}, {QStringLiteral("severity"), *severity},
                     {QStringLiteral("plan"), c.plan}, {QStringLiteral("type"), c.type},
                     {QStringLiteral("services"), QJsonArray::fromStringList(c.services)}, {QStringLiteral("impact"), c.impact},
                     {QStringLiteral("source"), c.source}, {QStringLiteral("drill"), c.drill}, {QStringLiteral("restricted"), c.restricted},
                     {QStringLiteral("codename"), c.codename}};
    if (c.started)
        body.insert(QStringLiteral("started_at"), msecs(*c.started));
    if (c.detected)
        body.insert(QStringLiteral("detected_at"), msecs(*c.detected));
    return one(at.draft(kinds::declared, body));
}

Result<Drafts> decide(const Case &at, const command::Amend &c)
{
    static const QStringList texts{QStringLiteral("title"), QStringLiteral("type"), QStringLiteral("impact"), QStringLiteral("codename"),
                                   QStringLiteral("services"), QStringLiteral("source")};
    static const QStringList times{QStringLiteral("started_at"), QStringLiteral("detected_at"), QStringLiteral("acknowledged_at")};
    static const QStringList flags{QStringLiteral("restricted"), QStringLiteral("drill")};
    QJsonValue value;
    if (texts.contains(c.field)) {
        if (c.field == QLatin1String("title") && c.value.trimmed().isEmpty())
            return refused(QStringLiteral("an incident needs a title: say what is wrong, as users see it"));
        if (c.field == QLatin1String("source") && !sources.contains(c.value))
            return refused(QStringLiteral("unknown source '%1'; it is one of: %2").arg(c.value, sources.join(QLatin1String(", "))));
        value = c.value.trimmed();
    } else if (times.contains(c.field)) {
        const std::optional<Instant> instant = fromIso(c.value);
        if (!instant && !c.value.isEmpty())
            return refused(QStringLiteral("'%1' is no time for %2; write one like 2026-11-21T14:32:00Z, or nothing for not known").arg(c.value, c.field));
        if (const std::optional<Error> problem = timeProblem(instant, at.context.now))
            return tl::unexpected(*problem);
        value = instant ? msecs(*instant) : QJsonValue();
    } else if (flags.contains(c.field)) {
        if (c.value != QLatin1String("true") && c.value != QLatin1String("false"))
            return refused(QStringLiteral("%1 is true or false, not '%2'").arg(c.field, c.value));
        value = c.value == QLatin1String("true");
    } else {
        return refused(QStringLiteral("unknown field '%1'; fields are: %2").arg(c.field, (texts + times + flags).join(QLatin1String(", "))));
    }
    return one(at.change(kinds::amended, c.field, {{QStringLiteral("field"), c.field}, {QStringLiteral("value"), value}}));
}

Result<Drafts> decide(const Case &at, const command::Acknowledge &c)
{
    if (const std::optional<Error> problem = timeProblem(c.at, at.context.now))
        return tl::unexpected(*problem);
    const std::optional<Instant> known = at.incident.milestones.acknowledged;
    if (known && *known <= c.at.value_or(at.context.now))
        return refused(QStringLiteral("%1 was acknowledged at %2 already; 'incident set %1 acknowledged_at TIME' corrects it").arg(at.incident.ref, inSentence(*known)));
    return one(at.draft(kinds::acknowledged, {}, c.at));
}

Result<Drafts> decide(const Case &at, const command::LinkIncident &c)
{
    static const QStringList relations{QStringLiteral("related"), QStringLiteral("duplicate"), QStringLiteral("caused-by"),
                                       QStringLiteral("merged-into"), QStringLiteral("merged-from")};
    if (!relations.contains(c.relation))
        return refused(QStringLiteral("unknown relation '%1'; it is one of: %2").arg(c.relation, relations.join(QLatin1String(", "))));
    if (c.other.compare(at.incident.ref, Qt::CaseInsensitive) == 0)
        return refused(QStringLiteral("%1 cannot be linked to itself; name the other incident").arg(at.incident.ref));
    if (const QString into = at.incident.mergedInto(); !into.isEmpty() && c.relation == QLatin1String("merged-into"))
        return refused(QStringLiteral("%1 is merged into %2 already; 'unmerge %1' takes that back").arg(at.incident.ref, into));
    QJsonObject body{{QStringLiteral("other"), c.other}, {QStringLiteral("relation"), c.relation}};
    if (!c.otherId.isEmpty())
        body.insert(QStringLiteral("other_id"), c.otherId);
    return one(at.draft(kinds::linked, body));
}

Result<Drafts> decide(const Case &at, const command::UnlinkIncident &c)
{
    const auto &links = at.incident.links;
    if (std::none_of(links.begin(), links.end(), [&c](const IncidentLink &link) { return link.event == c.link; }))
        return refused(QStringLiteral("%1 has no such link; 'incident show %1' lists them").arg(at.incident.ref));
    return one(at.draft(kinds::unlinked, {{QStringLiteral("link"), c.link.toString()}}));
}

Result<Drafts> decide(const Case &at, const command::AddMember &c)
{
    const QString person = c.person.simplified();
    if (!at.incident.restricted)
        return refused(QStringLiteral("%1 is not restricted: everybody sees it; 'incident set %1 restricted true' changes that").arg(at.incident.ref));
    if (person.isEmpty())
        return refused(QStringLiteral("say who is to see %1").arg(at.incident.ref));
    if (at.incident.members.contains(person))
        return refused(QStringLiteral("%1 is a member of %2 already").arg(person, at.incident.ref));
    return one(at.draft(kinds::memberAdded, {{QStringLiteral("person"), person}}));
}

Result<Drafts> decide(const Case &at, const command::RemoveMember &c)
{
    const QString person = c.person.simplified();
    if (!at.incident.members.contains(person))
        return refused(QStringLiteral("%1 is no member of %2; its members are: %3").arg(person, at.incident.ref, at.incident.members.join(QLatin1String(", "))));
    if (at.incident.members.size() == 1)
        return refused(QStringLiteral("%1 is the last member of %2: add somebody else first, or nobody could see it any more").arg(person, at.incident.ref));
    return one(at.draft(kinds::memberRemoved, {{QStringLiteral("person"), person}}));
}

Result<Drafts> decide(const Case &at, const command::AdoptPlan &c)
{
    if (Rulebook::fromPlan(c.plan).severities.empty())
        return refused(QStringLiteral("the plan has no severities; choose another"));
    return one(at.draft(kinds::planAdopted, {{QStringLiteral("plan"), c.plan}}));
}

Result<Drafts> decide(const Case &at, const command::ChangeSeverity &c)
{
    const Result<QString> severity = severityId(at.incident.rules, c.severity);
    if (!severity)
        return tl::unexpected(severity.error());
    if (const std::optional<Error> problem = timeProblem(c.at, at.context.now))
        return tl::unexpected(*problem);
    if (*severity == at.incident.severity && !c.at && !conflictOver(at.incident, QStringLiteral("severity")))
        return refused(QStringLiteral("%1 is %2 already").arg(at.incident.ref, severity->isEmpty() ? QStringLiteral("of unknown severity") : *severity));
    if (c.reason.trimmed().isEmpty())
        return refused(QStringLiteral("say why the severity changes: a reason goes on the record"));
    return one(at.change(kinds::severityChanged, QStringLiteral("severity"),
                         {{QStringLiteral("severity"), *severity}, {QStringLiteral("reason"), c.reason.trimmed()}}, c.at));
}

Result<Drafts> decide(const Case &at, const command::ChangeStatus &c)
{
    const QString status = c.status.trimmed().toLower();
    if (!statusIsKnown(status))
        return refused(QStringLiteral("unknown status '%1'; it is one of: %2").arg(c.status, allStatuses().join(QLatin1String(", "))));
    if (const QString into = at.incident.mergedInto(); !into.isEmpty())
        return refused(QStringLiteral("%1 is merged into %2 and closed with it; change the status there, or 'unmerge %1' first").arg(at.incident.ref, into));
    if (const std::optional<Error> problem = timeProblem(c.at, at.context.now))
        return tl::unexpected(*problem);
    if (status == at.incident.status && !c.at && !conflictOver(at.incident, QStringLiteral("status")))
        return refused(QStringLiteral("%1 is %2 already").arg(at.incident.ref, status));
    return one(at.change(kinds::statusChanged, QStringLiteral("status"),
                         {{QStringLiteral("status"), status}, {QStringLiteral("note"), c.note.trimmed()}}, c.at));
}

Result<Drafts> decide(const Case &at, const command::AssignRole &c)
{
    const Result<QString> role = roleId(at.incident.rules, c.role);
    if (!role)
        return tl::unexpected(role.error());
    if (c.name.trimmed().isEmpty())
        return refused(QStringLiteral("say who takes the role"));
    if (const std::optional<Error> problem = timeProblem(c.at, at.context.now))
        return tl::unexpected(*problem);
    if (at.incident.holder(*role) == c.name.trimmed() && !c.at && !conflictOver(at.incident, QStringLiteral("role:") + *role))
        return refused(QStringLiteral("%1 holds this role already").arg(c.name.trimmed()));
    return one(at.change(kinds::roleAssigned, QStringLiteral("role:") + *role,
                         {{QStringLiteral("role"), *role}, {QStringLiteral("name"), c.name.trimmed()}, {QStringLiteral("brief"), c.brief}}, c.at));
}

Result<Drafts> decide(const Case &at, const command::OfferHandover &c)
{
    const Result<QString> role = roleId(at.incident.rules, c.role);
    if (!role)
        return tl::unexpected(role.error());
    if (c.to.trimmed().isEmpty())
        return refused(QStringLiteral("say to whom the role is offered"));
    if (at.incident.holder(*role) == c.to.trimmed())
        return refused(QStringLiteral("%1 holds this role already").arg(c.to.trimmed()));
    return one(at.draft(kinds::handoverOffered,
                        {{QStringLiteral("role"), *role}, {QStringLiteral("to"), c.to.trimmed()}, {QStringLiteral("brief"), c.brief}}));
}

Result<Drafts> decide(const Case &at, const command::AcceptHandover &c)
{
    const Result<QString> role = roleId(at.incident.rules, c.role);
    if (!role)
        return tl::unexpected(role.error());
    const auto offer = std::find_if(at.incident.offers.begin(), at.incident.offers.end(),
                                    [&role](const HandoverOffer &item) { return item.role == *role; });
    if (offer == at.incident.offers.end())
        return refused(QStringLiteral("nobody has offered this role; 'handover %1 %2 NAME' offers it").arg(at.incident.ref, *role));
    return one(at.change(kinds::roleHandedOver, QStringLiteral("role:") + *role,
                         {{QStringLiteral("role"), *role}, {QStringLiteral("name"), offer->to}, {QStringLiteral("brief"), offer->brief}}));
}

Result<Drafts> decide(const Case &at, const command::ReleaseRole &c)
{
    const Result<QString> role = roleId(at.incident.rules, c.role);
    if (!role)
        return tl::unexpected(role.error());
    if (at.incident.holder(*role).isEmpty() && !conflictOver(at.incident, QStringLiteral("role:") + *role))
        return refused(QStringLiteral("nobody holds this role"));
    if (const std::optional<Error> problem = timeProblem(c.at, at.context.now))
        return tl::unexpected(*problem);
    return one(at.change(kinds::roleReleased, QStringLiteral("role:") + *role, {{QStringLiteral("role"), *role}}, c.at));
}

} // namespace qd::deskrules
