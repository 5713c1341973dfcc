// What the record lacks or leaves open.
#include "models/clocks/calendar.h"
#include "models/core/durationtext.h"
#include "models/review/lintrules.h"
#include "models/review/spans.h"
#include "models/review/wording.h"

#include <QRegularExpression>

namespace qd::review {
namespace {

void emptySections(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    for (const DraftSection &section : source.sections) {
        if (section.written || section.filled)
            continue;
        const QString needed = section.required ? QStringLiteral(", and the plan requires it") : QString();
        const QString prompt = section.prompts.isEmpty()
            ? QStringLiteral("Write it, or say why there is nothing to say.")
            : QStringLiteral("To say there: %1").arg(section.prompts.join(QLatin1String("; ")));
        all.push_back({rule, section.id, QStringLiteral("“%1” is not written yet%2").arg(section.title, needed), prompt});
    }
}

// A prompt left standing, or a blank to fill in: "[name]", "<date>", "TBD".
void standingPrompts(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    static const QRegularExpression blank(
        QStringLiteral("\\[(?![ xX]\\])[A-Za-z][^\\]\\[]{1,60}\\](?![(\\[:])|\\b(?:TBD|TBA|TODO|FIXME)\\b|\\bXXX\\b"));
    for (const DraftSection &section : source.sections) {
        if (!section.written)
            continue;
        const QRegularExpressionMatch match = blank.match(section.markdown);
        QString standing = match.captured();
        for (const QString &prompt : section.prompts) {
            if (standing.isEmpty() && prompt.size() > 8 && section.markdown.contains(prompt))
                standing = prompt;
        }
        if (!standing.isEmpty())
            all.push_back({rule, section.id, QStringLiteral("“%1” still holds “%2”").arg(section.title, standing),
                           QStringLiteral("Put in what is known, or take the line away.")});
    }
}

void missingImpact(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    const bool written = std::any_of(source.sections.begin(), source.sections.end(), [](const DraftSection &section) {
        return section.written && section.title.contains(QLatin1String("impact"), Qt::CaseInsensitive);
    });
    if (!written && source.incident.impact.trimmed().isEmpty())
        all.push_back({rule,
                       {},
                       QStringLiteral("The record does not say what users saw"),
                       QStringLiteral("Set the impact of the incident, or write the section.")});
}

void gaps(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    for (const Silence &silence : silences(source.incident, source.now)) {
        const QString severity = severityAt(source.incident, silence.from);
        const std::optional<Duration> cadence = cadenceAt(source.plan, severity);
        if (!cadence || silence.length() <= *cadence)
            continue;
        all.push_back({rule, silence.after.toString(),
                       QStringLiteral("Nothing is recorded for %1 from %2; at %3 the plan tells people every %4")
                           .arg(spokenDuration(silence.length()), zonedText(silence.from, clocks::zoneOf(source.plan)),
                                severityText(source.incident, severity), spokenDuration(*cadence)),
                       QStringLiteral("Ask those who were there what happened, and log it with the time at which it happened.")});
    }
}

void raisedInSilence(const LintSource &source, const QString &rule, std::vector<Finding> &all)
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
            all.push_back({rule, span.event.toString(),
                           QStringLiteral("The severity was raised to %1 at %2 and no update was sent after it")
                               .arg(severityText(incident, span.severity), zonedText(span.from, clocks::zoneOf(source.plan))),
                           QStringLiteral("If people were told, log the update with its time; if not, say so under what went wrong.")});
    }
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}]{4,}"));
    QStringList words;
    for (auto it = word.globalMatch(text.toCaseFolded()); it.hasNext();)
        words << it.next().captured();
    words.removeAll(QStringLiteral("todo"));
    return words;
}

bool becameAction(const Incident &incident, const QString &text)
{
    const QStringList words = wordsOf(text);
    return std::any_of(incident.actions.begin(), incident.actions.end(), [&words](const ActionItem &action) {
        const QStringList have = wordsOf(action.text);
        const auto shared = std::count_if(words.begin(), words.end(), [&have](const QString &word) { return have.contains(word); });
        return shared > 0 && shared * 2 >= words.size();
    });
}

void openTodos(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    static const QRegularExpression todo(QStringLiteral("\\bTODO\\b|\\bto-do:"));
    for (const TimelineEntry &entry : source.incident.entries) {
        const bool marked = todo.match(entry.text).hasMatch() || entry.tags.contains(QStringLiteral("todo"), Qt::CaseInsensitive);
        if (marked && !entry.undone && !entry.redacted && !becameAction(source.incident, entry.text))
            all.push_back({rule, entry.id.toString(),
                           QStringLiteral("An entry says TODO and no action item came of it: “%1”").arg(entry.text.simplified().left(120)),
                           QStringLiteral("Add an action item with an owner and a date, or amend the entry.")});
    }
}

void looseActions(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    for (const ActionItem &action : source.incident.actions) {
        if (action.state != QLatin1String("open") || (!action.owner.isEmpty() && !action.due.isEmpty()))
            continue;
        const QString lacks = !action.owner.isEmpty() ? QStringLiteral("no date")
            : !action.due.isEmpty()                   ? QStringLiteral("no owner")
                                                      : QStringLiteral("no owner and no date");
        all.push_back({rule, action.id.toString(),
                       QStringLiteral("The action item “%1” has %2").arg(action.text.simplified().left(120), lacks),
                       QStringLiteral("Name one person and one day.")});
    }
}

void noActions(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    const bool written = std::any_of(source.sections.begin(), source.sections.end(), [](const DraftSection &section) {
        return section.written && section.title.contains(QLatin1String("action"), Qt::CaseInsensitive);
    });
    if (!source.incident.isOpen() && source.incident.actions.empty() && !written)
        all.push_back({rule,
                       {},
                       QStringLiteral("There is no action item"),
                       QStringLiteral("Say what will be different next time, by whom and by when.")});
}

void impossibleTimes(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    const Durations lengths = durations(source.incident);
    const std::pair<const char *, const Length &> ends[] = {{"Detection lies before the start", lengths.toDetect},
                                                            {"Acknowledgement lies before the detection", lengths.toAcknowledge},
                                                            {"Identification lies before the acknowledgement", lengths.toIdentify},
                                                            {"Mitigation lies before the detection", lengths.toMitigate},
                                                            {"Resolution lies before the detection", lengths.toResolve},
                                                            {"Resolution lies before the start", lengths.total}};
    for (const auto &[what, length] : ends) {
        if (length.impossible)
            all.push_back({rule,
                           {},
                           QLatin1String(what),
                           QStringLiteral("Correct the time that is wrong; no duration is computed from it until then.")});
    }
}

void unknownStart(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    if (!source.incident.isOpen() && !source.incident.milestones.started)
        all.push_back({rule,
                       {},
                       QStringLiteral("The start of the impact is not known"),
                       QStringLiteral("Find it in the monitoring, and set started_at.")});
}

void openHypotheses(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    for (const TimelineEntry &entry : source.incident.entries) {
        if (!source.incident.isOpen() && entry.kind == QLatin1String("hypothesis") && entry.settlement.state == QLatin1String("open")
            && !entry.undone && !entry.redacted)
            all.push_back({rule, entry.id.toString(),
                           QStringLiteral("A hypothesis was never settled: “%1”").arg(entry.text.simplified().left(120)),
                           QStringLiteral("Confirm it or rule it out, and say by what.")});
    }
}

void emptySeat(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    const QString role = commanderRole(source.incident);
    const plan::Role *planned = plan::findRole(source.plan, role);
    const bool required = planned && planned->requiredAt.contains(source.incident.severity);
    const Duration vacant = vacantTime(source.incident, role, source.now);
    if (required && vacant > std::chrono::minutes(5))
        all.push_back({rule,
                       {},
                       QStringLiteral("Nobody was %1 for %2").arg(roleText(source.incident, role), spokenDuration(vacant)),
                       QStringLiteral("If somebody was, assign the role with the time at which they took it.")});
}

} // namespace

const std::vector<LintRule> recordRules = {
    {"empty-section", emptySections},
    {"standing-prompt", standingPrompts},
    {"impact", missingImpact},
    {"gap", gaps},
    {"raised-in-silence", raisedInSilence},
    {"todo", openTodos},
    {"loose-action", looseActions},
    {"no-action", noActions},
    {"impossible-time", impossibleTimes},
    {"unknown-start", unknownStart},
    {"open-hypothesis", openHypotheses},
    {"empty-seat", emptySeat},
};

} // namespace qd::review
