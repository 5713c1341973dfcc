#include "models/core/merging.h"

namespace qd {
namespace {

const QString mergedIntoRelation = QStringLiteral("merged-into");

const IncidentLink *linkWith(const Incident &incident, const Incident &other, const QString &relation)
{
    const auto &all = incident.links;
    const auto found = std::find_if(all.begin(), all.end(), [&](const IncidentLink &link) {
        const bool same = link.otherId.isEmpty() ? link.other.compare(other.ref, Qt::CaseInsensitive) == 0 : link.otherId == other.id.toString();
        return same && link.relation == relation;
    });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

Result<Command> mergeInto(const Incident &incident, const Incident &into)
{
    if (incident.id == into.id)
        return refused(QStringLiteral("%1 cannot be merged into itself; name the other incident").arg(incident.ref));
    if (const QString already = incident.mergedInto(); !already.isEmpty())
        return refused(QStringLiteral("%1 is merged into %2 already; 'unmerge %1' takes that back").arg(incident.ref, already));
    if (const QString further = into.mergedInto(); !further.isEmpty()) {
        const bool circle = further.compare(incident.ref, Qt::CaseInsensitive) == 0;
        return refused(circle ? QStringLiteral("%1 is merged into %2: the two would stand in each other; 'unmerge %1' first")
                                    .arg(into.ref, incident.ref)
                              : QStringLiteral("%1 is itself merged into %2; merge into %2 instead").arg(into.ref, further));
    }
    if (incident.drill != into.drill)
        return refused(QStringLiteral("one of %1 and %2 is a drill; a drill and an incident are not one").arg(incident.ref, into.ref));
    return command::LinkIncident{into.ref, mergedIntoRelation, into.id.toString()};
}

Result<Command> unmerge(const Incident &incident)
{
    const auto merged = std::find_if(incident.links.rbegin(), incident.links.rend(),
                                     [](const IncidentLink &link) { return link.relation == mergedIntoRelation; });
    if (merged == incident.links.rend())
        return refused(QStringLiteral("%1 is not merged into another incident").arg(incident.ref));
    return command::UnlinkIncident{merged->event};
}

Result<Command> linkTo(const Incident &incident, const Incident &other, const QString &relation)
{
    if (relation == mergedIntoRelation)
        return mergeInto(incident, other);
    if (incident.id == other.id)
        return refused(QStringLiteral("%1 cannot be linked to itself; name the other incident").arg(incident.ref));
    if (linkWith(incident, other, relation))
        return refused(QStringLiteral("%1 is linked to %2 in this way already").arg(incident.ref, other.ref));
    return command::LinkIncident{other.ref, relation, other.id.toString()};
}

} // namespace qd
