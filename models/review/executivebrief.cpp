// What someone reads who decides about money and customers: whole sentences, no names of clocks, nothing to look up.
#include "models/core/durationtext.h"
#include "models/review/brief.h"

namespace qd::review {
namespace {

// The latest by the timeline's order, of a kind and a state of settlement (empty: any); nullptr: none.
const TimelineEntry *latest(const Incident &incident, QLatin1String kind, QLatin1String state)
{
    const TimelineEntry *found = nullptr;
    for (const int index : timelineOrder(incident)) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(index)];
        if (entry.kind == kind && !entry.undone && !entry.redacted && (state.isEmpty() || entry.settlement.state == state))
            found = &entry;
    }
    return found;
}

QString stageText(const QString &status)
{
    static const QHash<QString, QString> stages{
        {QStringLiteral("investigating"), QStringLiteral("the cause is being looked for")},
        {QStringLiteral("identified"), QStringLiteral("the cause is known and a remedy is being prepared")},
        {QStringLiteral("mitigating"), QStringLiteral("a remedy is being put in place")},
        {QStringLiteral("monitoring"), QStringLiteral("the remedy is in place and is being watched")},
    };
    return stages.value(status, status);
}

QString courseSentence(const Brief &brief)
{
    const Incident &incident = brief.incident;
    const std::optional<Instant> start = workStart(incident);
    if (!start)
        return {};
    const QString how = incident.milestones.detected ? QStringLiteral("Detected") : QStringLiteral("Declared");
    const QString length = minutesText(workEnd(incident, brief.now) - *start);
    const QString begun = QStringLiteral("%1 at %2").arg(how, clockText(*start, brief));
    if (incident.isOpen())
        return QStringLiteral("%1, %2 ago; %3.").arg(begun, length, stageText(incident.status));
    return QStringLiteral("%1 and %2 at %3, after %4.")
        .arg(begun, incident.status, clockText(workEnd(incident, brief.now), brief), length);
}

QString causeSentence(const Brief &brief)
{
    const QLatin1String hypothesis("hypothesis");
    if (const TimelineEntry *cause = latest(brief.incident, hypothesis, QLatin1String("confirmed")))
        return QStringLiteral("The cause is confirmed: ") + sentence(cause->text);
    for (const TimelineEntry &entry : brief.incident.entries) {
        const bool stands = entry.kind == hypothesis && !entry.undone && !entry.redacted;
        if (stands && entry.settlement.state == QLatin1String("open"))
            return QStringLiteral("The cause is not confirmed; suspected: ") + sentence(entry.text);
    }
    return brief.incident.isOpen() ? QStringLiteral("The cause is not known yet.") : QString();
}

QString decisionSentence(const Brief &brief)
{
    const TimelineEntry *decision = latest(brief.incident, QLatin1String("decision"), QLatin1String());
    return decision ? QStringLiteral("Decided at %1: %2").arg(clockText(decision->at, brief), sentence(decision->text)) : QString();
}

QString targetSentence(const Brief &brief)
{
    for (const clocks::Countdown &clock : brief.clocks) {
        if (clock.kind != QLatin1String("resolve") || !clock.isOpen() || !clock.dueAt)
            continue;
        const QString due = clockText(*clock.dueAt, brief);
        if (clock.state == clocks::State::Paused)
            return QStringLiteral("The time to resolve it stands still: ") + sentence(clock.reason);
        if (*clock.dueAt < brief.now)
            return QStringLiteral("The target to resolve it was %1 and is missed by %2.").arg(due, minutesText(brief.now - *clock.dueAt));
        return QStringLiteral("The target is to resolve it by %1, in %2.").arg(due, minutesText(*clock.dueAt - brief.now));
    }
    return {};
}

QString nextWord(const Brief &brief)
{
    for (const clocks::Countdown &clock : brief.clocks) {
        if (clock.kind == QLatin1String("update") && clock.subject.startsWith(QLatin1String("exec")) && clock.isOpen() && clock.dueAt)
            return *clock.dueAt < brief.now
                ? QStringLiteral("The update promised to you for %1 is late.").arg(clockText(*clock.dueAt, brief))
                : QStringLiteral("You hear again by %1.").arg(clockText(*clock.dueAt, brief));
    }
    return {};
}

QString commandSentence(const Brief &brief)
{
    const QString commander = brief.incident.holder(commanderRole(brief.incident));
    if (commander.isEmpty())
        return brief.incident.isOpen() ? QStringLiteral("Nobody is in command.") : QString();
    return (brief.incident.isOpen() ? QStringLiteral("%1 is in command.") : QStringLiteral("%1 was in command.")).arg(commander);
}

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString executiveBrief(const Brief &brief)
{
    const Incident &incident = brief.incident;
    const QString impact = incident.impact.isEmpty() ? QStringLiteral("The impact is not known yet.") : sentence(incident.impact);
    const QString services =
        incident.services.isEmpty() ? QString() : QStringLiteral("Affected: %1.").arg(listText(incident.services));
    QStringList paragraphs{joined({impact, services, courseSentence(brief)}), joined({causeSentence(brief), decisionSentence(brief)}),
                           joined({commandSentence(brief), targetSentence(brief), nextWord(brief)})};
    paragraphs.removeAll(QString());
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace qd::review
