// Rules for the post-mortem: its sections, its review, what was said of it, and what the lint found.
#include "models/core/foldrules.h"
#include "models/core/kinds.h"

namespace qd::foldrules {
namespace {

Row noRow(const Incident &, const Event &)
{
    return {};
}

WrittenSection &sectionOf(Incident &incident, const QString &id)
{
    const auto found = std::find_if(incident.sections.begin(), incident.sections.end(),
                                    [&id](const WrittenSection &written) { return written.section == id; });
    if (found != incident.sections.end())
        return *found;
    incident.sections.push_back({});
    incident.sections.back().section = id;
    return incident.sections.back();
}

// The version that stands for one that was taken back: what it was written on.
EventId standing(const State &state, EventId version)
{
    for (int hops = 0; state.undoneBase.contains(version) && hops < 1000; ++hops)
        version = state.undoneBase.value(version);
    return version;
}

QList<EventId> basesOf(const State &state, const Event &event)
{
    QStringList named = textsOf(event, "bases");
    named << textOf(event, "base");
    QList<EventId> bases;
    for (const QString &text : std::as_const(named)) {
        const EventId base = standing(state, EventId::fromString(text));
        if (!base.isNull() && !bases.contains(base))
            bases << base;
    }
    return bases;
}

// On top of what its author had seen. What they had not seen stays a head beside it.
void writeSection(State &state, const Event &event)
{
    WrittenSection &written = sectionOf(state.incident, textOf(event, "section"));
    const SectionVersion version{event.id, textOf(event, "text"), event.author, event.happenedAt, basesOf(state, event)};
    for (const EventId &base : version.bases)
        written.heads.removeAll(base);
    if (!event.body.contains(QLatin1String("base")))
        written.heads.clear(); // from before it was kept what a text was written on
    written.heads << event.id;
    written.versions << version;
    written.text = version.text;
    written.by = version.by;
    written.at = version.at;
    written.event = version.event;
    state.incident.setBy.insert(QStringLiteral("section:") + written.section, event.id);
}

Row movedRow(const Incident &, const Event &event)
{
    const QString state = textOf(event, "state");
    return {QStringLiteral("postmortem"),
            QStringLiteral("Post-mortem: %1").arg(state == QLatin1String("review") ? QStringLiteral("in review") : state),
            state,
            {}};
}

FinalVersion finalOf(const Event &event)
{
    FinalVersion final{event.id, event.author, event.happenedAt, {}};
    const QJsonObject knew = event.body[QLatin1String("knew")].toObject();
    for (auto it = knew.begin(); it != knew.end(); ++it)
        final.knew.insert(ConsoleId::fromString(it.key()), it.value().toString().toULongLong());
    return final;
}

void movePostmortem(State &state, const Event &event)
{
    state.incident.postmortemState = textOf(event, "state");
    const bool isFinal = state.incident.postmortemState == QLatin1String("final");
    state.incident.postmortemFinalAt = isFinal ? std::optional(event.happenedAt) : std::nullopt;
    if (isFinal)
        state.incident.finals.push_back(finalOf(event));
}

void markSection(State &state, const Event &event)
{
    state.incident.sectionMarks.insert(textOf(event, "section"), event.body[QLatin1String("internal")].toBool(true));
}

Reviewer *reviewerNamed(Incident &incident, const QString &who)
{
    const auto found = std::find_if(incident.reviewers.begin(), incident.reviewers.end(),
                                    [&who](const Reviewer &reviewer) { return reviewer.who.compare(who, Qt::CaseInsensitive) == 0; });
    return found == incident.reviewers.end() ? nullptr : &*found;
}

Row askedRow(const Incident &, const Event &event)
{
    const bool asked = event.body[QLatin1String("asked")].toBool(true);
    const QString text =
        asked ? QStringLiteral("%1 is asked to review the post-mortem") : QStringLiteral("%1 need not review the post-mortem");
    return {QStringLiteral("postmortem"), text.arg(textOf(event, "who")), {}, {}};
}

// Who is asked again is asked about the text as it is now: an answer to an earlier one is over.
void askReview(State &state, const Event &event)
{
    const QString who = textOf(event, "who");
    std::erase_if(state.incident.reviewers,
                  [&who](const Reviewer &reviewer) { return reviewer.who.compare(who, Qt::CaseInsensitive) == 0; });
    if (event.body[QLatin1String("asked")].toBool(true))
        state.incident.reviewers.push_back({who, event.author, event.happenedAt, {}, {}, {}, event.id});
}

Row reviewedRow(const Incident &, const Event &event)
{
    const bool approved = textOf(event, "verdict") == QLatin1String("approved");
    const QString note = textOf(event, "note");
    const QString text =
        approved ? QStringLiteral("%1 approves the post-mortem") : QStringLiteral("%1 asks for changes to the post-mortem");
    return {QStringLiteral("postmortem"), text.arg(event.author) + (note.isEmpty() ? QString() : QStringLiteral(": ") + note), {}, {}};
}

void giveReview(State &state, const Event &event)
{
    Reviewer *reviewer = reviewerNamed(state.incident, event.author);
    if (!reviewer)
        reviewer = &state.incident.reviewers.emplace_back(Reviewer{event.author, {}, event.happenedAt, {}, {}, {}, {}});
    reviewer->verdict = textOf(event, "verdict");
    reviewer->note = textOf(event, "note");
    reviewer->answeredAt = event.happenedAt;
    reviewer->event = event.id;
}

void comment(State &state, const Event &event)
{
    state.incident.comments.push_back({event.id,
                                       textOf(event, "section"),
                                       textOf(event, "quote"),
                                       textOf(event, "text"),
                                       event.author,
                                       event.happenedAt,
                                       idOf(event, "about"),
                                       false,
                                       {}});
}

void settleComment(State &state, const Event &event)
{
    const EventId id = idOf(event, "comment");
    for (ReviewComment &said : state.incident.comments) {
        if (said.id != id)
            continue;
        said.resolved = event.body[QLatin1String("resolved")].toBool(true);
        said.resolvedBy = said.resolved ? event.author : QString();
    }
}

void dismiss(State &state, const Event &event)
{
    const QString finding = textOf(event, "finding");
    std::erase_if(state.incident.dismissals, [&finding](const Dismissal &dismissal) { return dismissal.finding == finding; });
    if (event.body[QLatin1String("dismissed")].toBool(true))
        state.incident.dismissals.push_back({finding, textOf(event, "reason"), event.author, event.happenedAt, event.id});
}

} // namespace

const std::vector<Rule> reviewRules = {
    {kinds::postmortemWritten, noRow, writeSection}, {kinds::postmortemMoved, movedRow, movePostmortem},
    {kinds::postmortemMarked, noRow, markSection},   {kinds::reviewAsked, askedRow, askReview},
    {kinds::reviewGiven, reviewedRow, giveReview},   {kinds::commented, noRow, comment},
    {kinds::commentSettled, noRow, settleComment},   {kinds::findingDismissed, noRow, dismiss},
};

} // namespace qd::foldrules
