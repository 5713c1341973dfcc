// How long it took, against what the plan asks, and what was missed.
#include "models/core/durationtext.h"
#include "models/review/factgroups.h"
#include "models/review/wording.h"

namespace qd::review {
namespace {

using clocks::Countdown;
using clocks::State;

struct Stage
{
    const char *label;
    const char *from;
    const char *to;
    Length Durations::*length;
    const char *clock; // that counts it down; empty: none
};
constexpr Stage stages[] = {
    {"Time to detect", "started", "detected", &Durations::toDetect, ""},
    {"Time to acknowledge", "detected", "acknowledged", &Durations::toAcknowledge, "acknowledge"},
    {"Time to identify", "acknowledged", "identified", &Durations::toIdentify, ""},
    {"Time to mitigate", "detected", "mitigated", &Durations::toMitigate, ""},
    {"Time to resolve", "detected", "resolved", &Durations::toResolve, "resolve"},
    {"Total, from start to resolution", "started", "resolved", &Durations::total, ""},
};

Fact::Verdict verdictOf(State state)
{
    return state == State::Met ? Fact::Verdict::Kept : state == State::Missed ? Fact::Verdict::Missed : Fact::Verdict::None;
}

// The events that say when a milestone was reached.
EventId reached(const Incident &incident, const QString &milestone)
{
    if (const EventId set = incident.setBy.value(milestone + QLatin1String("_at")); !set.isNull())
        return set;
    const QMap<QString, std::optional<Instant>> byStatus{{QStringLiteral("identified"), incident.milestones.identified},
                                                         {QStringLiteral("mitigated"), incident.milestones.mitigated},
                                                         {QStringLiteral("resolved"), incident.milestones.resolved}};
    if (const std::optional<Instant> at = byStatus.value(milestone)) {
        const auto span =
            std::find_if(incident.statuses.begin(), incident.statuses.end(), [&at](const StatusSpan &item) { return item.from == *at; });
        return span == incident.statuses.end() ? EventId() : span->event;
    }
    const auto entry = std::find_if(incident.entries.begin(), incident.entries.end(),
                                    [&milestone](const TimelineEntry &item) { return item.kind == milestone && !item.undone; });
    return entry == incident.entries.end() ? EventId() : entry->id;
}

void rest(Fact &fact, const EventId &event)
{
    if (!event.isNull() && std::find(fact.rests.begin(), fact.rests.end(), event) == fact.rests.end())
        fact.rests.push_back(event);
}

Duration pausedTime(const Countdown &clock)
{
    return clock.dueAt ? std::max(Duration{}, *clock.dueAt - clock.startedAt - clock.total) : Duration{};
}

void judgeByClock(Fact &fact, const Countdown &clock)
{
    fact.target = clock.words.isEmpty() ? clock.detail : clock.words;
    fact.verdict = verdictOf(clock.state);
    if (const Duration paused = pausedTime(clock); paused > Duration{} && clock.total > Duration{})
        fact.value += QStringLiteral(", of which paused %1").arg(spokenDuration(paused));
    rest(fact, clock.metBy);
}

// The plan's own measures (MTTD and the like) with a target for this severity.
void judgeByMetric(Fact &fact, const Stage &stage, const Length &length, const FactSource &source)
{
    for (const plan::Metric &metric : source.plan.metrics) {
        if (metric.from != QLatin1String(stage.from) || metric.to != QLatin1String(stage.to))
            continue;
        for (const plan::MetricTarget &target : metric.targets) {
            if (target.severity.compare(source.incident.severity, Qt::CaseInsensitive) != 0)
                continue;
            fact.target = QStringLiteral("within %1 (%2)").arg(spokenDuration(target.within), metric.id);
            if (length.value)
                fact.verdict = *length.value <= target.within ? Fact::Verdict::Kept : Fact::Verdict::Missed;
            return;
        }
    }
}

const Countdown *clockOf(const FactSource &source, const char *id)
{
    const auto found =
        std::find_if(source.clocks.begin(), source.clocks.end(), [id](const Countdown &clock) { return clock.id == QLatin1String(id); });
    return found == source.clocks.end() ? nullptr : &*found;
}

// What only the resolution ended was never done.
bool wasNeverDone(const Countdown &clock, const Incident &incident)
{
    static const QStringList kinds{QStringLiteral("update"), QStringLiteral("escalate"), QStringLiteral("role")};
    const bool endedByStatus = std::any_of(incident.statuses.begin(), incident.statuses.end(),
                                           [&clock](const StatusSpan &span) { return span.event == clock.metBy; });
    return kinds.contains(clock.kind) && endedByStatus;
}

QString missedText(const Countdown &clock, const Incident &incident)
{
    const QString late = spokenDuration(clock.lateBy);
    if (clock.metAt && wasNeverDone(clock, incident))
        return QStringLiteral("not done, %1 overdue at the resolution").arg(late);
    return clock.metAt ? QStringLiteral("%1 late").arg(late) : QStringLiteral("%1 overdue, not met").arg(late);
}

} // namespace

FactSource factSource(const plan::Plan &plan, const Incident &incident, Instant now)
{
    return {plan, incident, now, clocks::clocks(plan, incident, now)};
}

void addDurationFacts(const FactSource &source, std::vector<Fact> &all)
{
    const Durations lengths = durations(source.incident);
    for (const Stage &stage : stages) {
        const Length &length = lengths.*stage.length;
        Fact fact{QLatin1String(stage.label), lengthText(length), {}, Fact::Verdict::None, {}};
        rest(fact, reached(source.incident, QLatin1String(stage.from)));
        rest(fact, reached(source.incident, QLatin1String(stage.to)));
        if (const Countdown *clock = clockOf(source, stage.clock); clock && !length.impossible)
            judgeByClock(fact, *clock);
        else
            judgeByMetric(fact, stage, length, source);
        all.push_back(std::move(fact));
    }
}

void addClockFacts(const FactSource &source, std::vector<Fact> &all)
{
    for (const Countdown &clock : source.clocks) {
        if (clock.state != State::Missed)
            continue;
        Fact fact{
            QStringLiteral("Missed: %1").arg(clock.label), missedText(clock, source.incident), clock.detail, Fact::Verdict::Missed, {}};
        rest(fact, EventId::fromString(clock.subject));
        rest(fact, clock.metBy);
        all.push_back(std::move(fact));
    }
}

void addAskFacts(const FactSource &source, std::vector<Fact> &all)
{
    qsizetype boxed = 0;
    QStringList over;
    std::vector<EventId> rests;
    for (const Countdown &clock : source.clocks) {
        if (clock.kind != QLatin1String("ask"))
            continue;
        ++boxed;
        if (clock.state != State::Missed)
            continue;
        over << QStringLiteral("%1 (%2)").arg(clock.label, missedText(clock, source.incident));
        rests.push_back(EventId::fromString(clock.subject));
    }
    if (boxed == 0)
        return;
    const QString value = over.isEmpty() ? QStringLiteral("none of %1").arg(boxed)
                                         : QStringLiteral("%1 of %2: %3").arg(over.size()).arg(boxed).arg(over.join(QLatin1String("; ")));
    all.push_back(
        {QStringLiteral("Asks that overran their time"), value, {}, over.isEmpty() ? Fact::Verdict::Kept : Fact::Verdict::Missed, rests});
}

namespace {

QString idFrom(const QString &label)
{
    QString id;
    for (const QChar c : label.toLower()) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        if (plain || (!id.isEmpty() && !id.endsWith(QLatin1Char('-'))))
            id += plain ? c : QLatin1Char('-');
    }
    while (id.endsWith(QLatin1Char('-')))
        id.chop(1);
    return id.left(72);
}

// What rests on no one entry rests on the declaration: there is always a place to look.
void giveIdsAndRests(const Incident &incident, std::vector<Fact> &all)
{
    QHash<QString, int> used;
    for (Fact &fact : all) {
        const QString id = idFrom(fact.label);
        const int number = ++used[id];
        fact.id = number == 1 ? id : QStringLiteral("%1-%2").arg(id).arg(number);
        if (fact.rests.empty() && !incident.severities.empty())
            fact.rests.push_back(incident.severities.front().event);
    }
}

} // namespace

std::vector<Fact> facts(const plan::Plan &plan, const Incident &incident, Instant now)
{
    const FactSource source = factSource(plan, incident, now);
    std::vector<Fact> all;
    addDurationFacts(source, all);
    addClockFacts(source, all);
    addUpdateFacts(source, all);
    addAskFacts(source, all);
    addSpanFacts(source, all);
    addCommandFacts(source, all);
    giveIdsAndRests(incident, all);
    return all;
}

} // namespace qd::review
