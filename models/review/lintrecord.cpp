// What the record lacks.
#include "models/clocks/calendar.h"
#include "models/core/durationtext.h"
#include "models/review/lintrules.h"
#include "models/review/spans.h"
#include "models/review/wording.h"

namespace qd::review {
namespace {

QString placeOf(const EventId &id)
{
    return id.isNull() ? QString() : id.toString();
}

QString basisOf(Instant at)
{
    return QString::number(at.time_since_epoch().count());
}

// Open at its end, it is the same silence a minute later.
void gaps(const LintSource &source, LintReport &report)
{
    const Instant end = workEnd(source.incident, source.now);
    for (const Silence &silence : silences(source.incident, source.now)) {
        const QString severity = severityAt(source.incident, silence.from);
        const std::optional<Duration> cadence = cadenceAt(source.plan, severity);
        if (!cadence || silence.length() <= *cadence)
            continue;
        const bool lasts = silence.to == end && source.incident.isOpen();
        report.add({placeOf(silence.after)},
                   QStringLiteral("Nothing is recorded for %1 from %2; at %3 the plan tells people every %4")
                       .arg(spokenDuration(silence.length()), zonedText(silence.from, clocks::zoneOf(source.plan)),
                            severityText(source.incident, severity), spokenDuration(*cadence)),
                   QStringLiteral("Ask those who were there what happened, and log it with the time at which it happened."),
                   basisOf(silence.from) + (lasts ? QString() : basisOf(silence.to)));
    }
}

void raisedInSilence(const LintSource &source, LintReport &report)
{
    const Incident &incident = source.incident;
    const auto rank = [&incident](const QString &severity) {
        const auto &known = incident.rules.severities;
        return std::find_if(known.begin(), known.end(), [&severity](const Rulebook::Named &item) { return item.id == severity; })
            - known.begin();
    };
    for (size_t i = 1; i < incident.severities.size(); ++i) {
        const SeveritySpan &span = incident.severities[i];
        const bool raised = !span.severity.isEmpty() && rank(span.severity) < rank(incident.severities[i - 1].severity);
        const bool told = std::any_of(incident.updates.begin(), incident.updates.end(),
                                      [&span](const SentUpdate &update) { return update.at >= span.from; });
        if (raised && !told)
            report.add({span.event.toString()},
                       QStringLiteral("The severity was raised to %1 at %2 and no update was sent after it")
                           .arg(severityText(incident, span.severity), zonedText(span.from, clocks::zoneOf(source.plan))),
                       QStringLiteral("If people were told, log the update with its time; if not, say so under what went wrong."),
                       span.severity + basisOf(span.from));
    }
}

const QString &correctIt()
{
    static const QString sentence = QStringLiteral("Correct the time that is wrong; no duration is computed from it until then.");
    return sentence;
}

void impossibleLengths(const LintSource &source, LintReport &report)
{
    const Milestones &at = source.incident.milestones;
    struct Ends
    {
        const char *what;
        std::optional<Instant> from, to;
    };
    const Ends all[] = {{"Detection lies before the start", at.started, at.detected},
                        {"Declaration lies before the start", at.started, at.declared},
                        {"Declaration lies before the detection", at.detected, at.declared},
                        {"Acknowledgement lies before the detection", at.detected, at.acknowledged},
                        {"Identification lies before the acknowledgement", at.acknowledged, at.identified},
                        {"Mitigation lies before the detection", at.detected, at.mitigated},
                        {"Resolution lies before the detection", at.detected, at.resolved},
                        {"Resolution lies before the start", at.started, at.resolved},
                        {"Closing lies before the resolution", at.resolved, at.closed}};
    for (const Ends &ends : all) {
        if (between(ends.from, ends.to).impossible)
            report.add({}, QLatin1String(ends.what), correctIt(), QLatin1String(ends.what) + basisOf(*ends.from) + basisOf(*ends.to));
    }
}

void earlyStatuses(const LintSource &source, LintReport &report)
{
    const Incident &incident = source.incident;
    const QTimeZone zone = clocks::zoneOf(source.plan);
    for (const StatusSpan &span : incident.statuses) {
        const bool told = span.status == QLatin1String("resolved") || span.status == QLatin1String("identified"); // as a length already
        if (incident.milestones.detected && span.from < *incident.milestones.detected && span.from != incident.milestones.declared && !told)
            report.add({span.event.toString()},
                       QStringLiteral("The status was %1 at %2, before the incident was detected")
                           .arg(statusText(span.status).toLower(), zonedText(span.from, zone)),
                       correctIt(), span.status + basisOf(span.from) + basisOf(*incident.milestones.detected));
    }
}

void earlyAnswers(const LintSource &source, LintReport &report)
{
    for (const Ask &ask : source.incident.asks) {
        if (ask.answeredAt && *ask.answeredAt < ask.at)
            report.add({ask.id.toString()},
                       QStringLiteral("The ask “%1” was answered before it was asked").arg(ask.text.simplified().left(120)),
                       QStringLiteral("Correct the time that is wrong."), basisOf(ask.at) + basisOf(*ask.answeredAt));
    }
}

void entriesOfTheFuture(const LintSource &source, LintReport &report)
{
    for (const TimelineEntry &entry : source.incident.entries) {
        if (entry.at > source.now + std::chrono::minutes(5) && !entry.undone && entryKinds().contains(entry.kind))
            report.add({entry.id.toString()},
                       QStringLiteral("An entry is said to have happened at %1, which is still to come")
                           .arg(zonedText(entry.at, clocks::zoneOf(source.plan))),
                       QStringLiteral("Correct its time: look at the day and at the time zone."), basisOf(entry.at));
    }
}

void impossibleTimes(const LintSource &source, LintReport &report)
{
    impossibleLengths(source, report);
    earlyStatuses(source, report);
    earlyAnswers(source, report);
    entriesOfTheFuture(source, report);
}

void unknownStart(const LintSource &source, LintReport &report)
{
    if (!source.incident.isOpen() && !source.incident.milestones.started)
        report.add({}, QStringLiteral("The start of the impact is not known"),
                   QStringLiteral("Find it in the monitoring, and set started_at."), {});
}

void openHypotheses(const LintSource &source, LintReport &report)
{
    for (const TimelineEntry &entry : source.incident.entries) {
        if (!source.incident.isOpen() && entry.kind == QLatin1String("hypothesis") && entry.settlement.state == QLatin1String("open")
            && !entry.undone && !entry.redacted)
            report.add({entry.id.toString()}, QStringLiteral("A hypothesis was never settled: “%1”").arg(entry.text.simplified().left(120)),
                       QStringLiteral("Confirm it or rule it out, and say by what."), entry.text);
    }
}

void emptySeat(const LintSource &source, LintReport &report)
{
    const QString role = commanderRole(source.incident);
    const plan::Role *planned = plan::findRole(source.plan, role);
    const bool required = planned && planned->requiredAt.contains(source.incident.severity);
    const Duration vacant = vacantTime(source.incident, role, source.now);
    if (required && vacant > std::chrono::minutes(5))
        report.add({}, QStringLiteral("Nobody was %1 for %2").arg(roleText(source.incident, role), spokenDuration(vacant)),
                   QStringLiteral("If somebody was, assign the role with the time at which they took it."),
                   source.incident.isOpen() ? role : role + QString::number(vacant.count()));
}

} // namespace

const std::vector<LintRule> recordRules = {
    {"gap", "What nobody wrote down is guessed at later, and the guess becomes the story.", gaps},
    {"raised-in-silence", "Who was told of the lower severity went on believing it.", raisedInSilence},
    {"impossible-time", "No duration can be told, and the metrics leave the incident out.", impossibleTimes},
    {"unknown-start", "Without the start nobody knows how long users were hit before anyone saw it.", unknownStart},
    {"open-hypothesis", "A reader cannot tell whether it was the cause.", openHypotheses},
    {"empty-seat", "Decisions wait, or are made twice, while nobody commands.", emptySeat},
};

} // namespace qd::review
