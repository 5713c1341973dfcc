// Whom a record names: the people that an edition for the outside calls by their roles.
#include "models/review/personwords.h"
#include "models/review/rolenames.h"

namespace qd::review {
namespace {

QStringList inEntries(const Incident &incident)
{
    QStringList names;
    for (const TimelineEntry &entry : incident.entries) {
        names << entry.author << entry.people << entry.settlement.by;
        for (const Revision &revision : entry.history)
            names << revision.replacedBy;
    }
    return names;
}

QStringList inCourse(const Incident &incident)
{
    QStringList names;
    for (const RoleSpan &span : incident.roles)
        names << span.holder << span.by;
    for (const HandoverOffer &offer : incident.offers)
        names << offer.to << offer.by;
    for (const SeveritySpan &span : incident.severities)
        names << span.by;
    for (const StatusSpan &span : incident.statuses)
        names << span.by;
    for (const FieldConflict &conflict : incident.conflicts) {
        for (const ConflictValue &value : conflict.values) {
            names << value.by;
            if (conflict.field.startsWith(QLatin1String("role:")))
                names << value.value;
        }
    }
    return names;
}

QStringList inWork(const Incident &incident)
{
    QStringList names;
    for (const SentUpdate &update : incident.updates)
        names << update.by << update.approvedBy;
    for (const UpdateDraft &draft : incident.drafts)
        names << draft.by << draft.approvedBy;
    for (const Ask &ask : incident.asks)
        names << ask.who << ask.by << ask.answeredBy;
    for (const Check &check : incident.checks)
        names << check.by;
    for (const ClockAct &act : incident.clockActs)
        names << act.by;
    for (const RaisedEscalation &raised : incident.escalations)
        names << raised.by << raised.who;
    for (const ActionItem &action : incident.actions) {
        names << action.owner << action.by;
        for (const ActionChange &change : action.history) {
            names << change.by;
            if (change.field == QLatin1String("owner"))
                names << change.before << change.after;
        }
    }
    return names;
}

QStringList inReview(const Incident &incident)
{
    QStringList names;
    for (const WrittenSection &section : incident.sections) {
        for (const SectionVersion &version : section.versions)
            names << version.by;
    }
    for (const Reviewer &reviewer : incident.reviewers)
        names << reviewer.who << reviewer.askedBy;
    for (const ReviewComment &comment : incident.comments)
        names << comment.by << comment.resolvedBy;
    for (const Dismissal &dismissal : incident.dismissals)
        names << dismissal.by;
    for (const FinalVersion &final : incident.finals)
        names << final.by;
    return names;
}

} // namespace

void RoleNames::addPeople(const Incident &incident)
{
    QStringList names = inEntries(incident) + inCourse(incident) + inWork(incident) + inReview(incident);
    names.removeDuplicates();
    std::stable_partition(names.begin(), names.end(),
                          [](const QString &name) { return foldedNames(name).size() > 1; }); // whole names first
    for (const QString &name : std::as_const(names))
        addPerson(name);
}

} // namespace qd::review
