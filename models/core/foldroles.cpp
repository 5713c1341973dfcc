// Rules for who holds which role. Until the incoming person accepts, the outgoing one holds it.
#include "models/core/foldrules.h"
#include "models/core/kinds.h"

namespace qd::foldrules {
namespace {

void insertSpan(std::vector<RoleSpan> &spans, RoleSpan span)
{
    const auto later = [&span](const RoleSpan &other) {
        if (other.from != span.from)
            return other.from > span.from;
        return other.stamp != span.stamp ? other.stamp > span.stamp : span.event < other.event;
    };
    spans.insert(std::find_if(spans.begin(), spans.end(), later), std::move(span));
}

void dropOffer(Incident &incident, const QString &role)
{
    std::erase_if(incident.offers, [&role](const HandoverOffer &offer) { return offer.role == role; });
}

void take(State &state, const Event &event, const QString &holder, bool handedOver)
{
    const QString role = textOf(event, "role");
    insertSpan(state.incident.roles, {role, holder, event.happenedAt, textOf(event, "brief"), event.author, handedOver, event.id, event.stamp});
    dropOffer(state.incident, role);
    state.changed(QStringLiteral("role:") + role, event, holder);
}

Row assignedRow(const Incident &before, const Event &event)
{
    const QString role = textOf(event, "role");
    const QString name = textOf(event, "name");
    const QString outgoing = before.holder(role);
    const QString text = outgoing.isEmpty() || outgoing == name
        ? QStringLiteral("%1 takes %2").arg(name, nameOfRole(before, role))
        : QStringLiteral("%1 takes %2 from %3").arg(name, nameOfRole(before, role), outgoing);
    return {QStringLiteral("role"), text, role, {}};
}

void assign(State &state, const Event &event)
{
    take(state, event, textOf(event, "name"), false);
}

Row offeredRow(const Incident &before, const Event &event)
{
    const QString role = textOf(event, "role");
    const QString outgoing = before.holder(role);
    return {QStringLiteral("handover"), QStringLiteral("%1 offered to %2%3").arg(nameOfRole(before, role), textOf(event, "to"),
                outgoing.isEmpty() ? QString() : QStringLiteral(" by ") + outgoing), role, {}};
}

void offer(State &state, const Event &event)
{
    const QString role = textOf(event, "role");
    dropOffer(state.incident, role);
    state.incident.offers.push_back({role, textOf(event, "to"), textOf(event, "brief"), event.author, event.happenedAt, event.id});
}

Row handedOverRow(const Incident &before, const Event &event)
{
    const QString role = textOf(event, "role");
    const QString outgoing = before.holder(role);
    return {QStringLiteral("role"), QStringLiteral("%1 accepts %2%3").arg(textOf(event, "name"), nameOfRole(before, role),
                outgoing.isEmpty() ? QString() : QStringLiteral(" from ") + outgoing), role, {}};
}

void handOver(State &state, const Event &event)
{
    take(state, event, textOf(event, "name"), true);
}

Row releasedRow(const Incident &before, const Event &event)
{
    const QString role = textOf(event, "role");
    return {QStringLiteral("role"), QStringLiteral("%1 releases %2: the seat is empty").arg(before.holder(role), nameOfRole(before, role)), role, {}};
}

void release(State &state, const Event &event)
{
    take(state, event, QString(), false);
}

} // namespace

const std::vector<Rule> roleRules = {
    {kinds::roleAssigned, assignedRow, assign},
    {kinds::handoverOffered, offeredRow, offer},
    {kinds::roleHandedOver, handedOverRow, handOver},
    {kinds::roleReleased, releasedRow, release},
};

} // namespace qd::foldrules
