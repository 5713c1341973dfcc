#include "models/clocks/settle.h"

#include <QStringBuilder>
#include <QVarLengthArray>

#include "models/clocks/calendar.h"
#include "models/core/durationtext.h"

namespace qd::clocks {
namespace {

struct Pause
{
    const ClockAct *act = nullptr;
    Instant from{};
    std::optional<Instant> to;
};

struct Acts // of people on one clock
{
    QVarLengthArray<Pause, 4> pauses; // in time; only the last may last
    const ClockAct *snooze = nullptr;
    const ClockAct *waiver = nullptr;
};

void take(Acts &acts, const ClockAct &act, bool inWindow)
{
    const bool paused = !acts.pauses.isEmpty() && !acts.pauses.back().to;
    switch (act.kind) {
    case ClockActKind::Pause:
        if (!paused)
            acts.pauses.append({&act, act.at, std::nullopt});
        break;
    case ClockActKind::Resume:
        if (paused)
            acts.pauses.back().to = std::max(act.at, acts.pauses.back().from);
        break;
    case ClockActKind::Snooze: acts.snooze = inWindow ? &act : acts.snooze; break;
    case ClockActKind::Waive: acts.waiver = inWindow && !acts.waiver ? &act : acts.waiver; break;
    }
}

Acts actsOn(const Incident &incident, const Countdown &clock, const Terms &terms, const Ending &ending)
{
    Acts acts;
    for (const ClockAct &act : incident.clockActs) {
        if (act.clock != clock.id)
            continue;
        const bool ended = ending.at && act.at >= *ending.at;
        take(acts, act, !ended && (!terms.recurring || act.at >= clock.startedAt));
    }
    return acts;
}

Instant extended(const Course &course, const Terms &terms, Instant due, Instant from, Instant to)
{
    if (to <= from)
        return due;
    if (!terms.working)
        return due + (to - from);
    const QTimeZone zone = zoneOf(course.plan);
    const Duration paused = openTimeBetween(from, to, course.plan.calendar, zone);
    return addOpenTime(due, paused, course.plan.calendar, zone).value_or(due);
}

// The time in which a clock is paused does not count, up to `until`.
void setDue(const Course &course, Countdown &clock, const Terms &terms, const Acts &acts, Instant until)
{
    Instant due = *terms.due;
    clock.total = std::max(Duration{}, due - clock.startedAt);
    for (const Pause &pause : acts.pauses) {
        const Instant from = std::max(pause.from, clock.startedAt);
        if (clock.pausedSince)
            clock.left = due - from;
        due = extended(course, terms, due, from, std::min(pause.to.value_or(until), until));
    }
    clock.dueAt = due;
    const double share = 1.0 - course.plan.warnAt;
    if (clock.total > Duration{} && share > 0 && share < 1)
        clock.warnAt = due - Duration(qRound64(static_cast<double>(clock.total.count()) * share));
}

void settleEnded(Countdown &clock, const Ending &ending)
{
    clock.metAt = ending.at;
    clock.metBy = ending.by;
    clock.state = clock.dueAt && *ending.at > *clock.dueAt ? State::Missed : State::Met;
    clock.lateBy = clock.state == State::Missed ? *ending.at - *clock.dueAt : Duration{};
}

void settleWaived(Countdown &clock, const ClockAct &waiver)
{
    clock.state = State::Waived;
    clock.metBy = waiver.event;
    clock.reason = waiver.reason;
    clock.lateBy = clock.dueAt ? std::max(Duration{}, waiver.at - *clock.dueAt) : Duration{};
}

void settleOpen(Countdown &clock, const Acts &acts, Instant now)
{
    if (acts.snooze && acts.snooze->at + acts.snooze->length > now) {
        clock.snoozedUntil = acts.snooze->at + acts.snooze->length;
        clock.reason = acts.snooze->reason;
    }
    const bool late = clock.dueAt && (clock.pausedSince ? clock.left < Duration{} : now > *clock.dueAt);
    if (clock.pausedSince)
        clock.reason = acts.pauses.back().act->reason;
    clock.state = late ? State::Missed : clock.pausedSince ? State::Paused : State::Running;
    if (late)
        clock.lateBy = clock.pausedSince ? -clock.left : now - *clock.dueAt;
    clock.left = std::max(Duration{}, clock.left);
}

} // namespace

Terms termsOf(const Course &course, Countdown &clock, const plan::Target &target)
{
    const Terms terms{dueAfter(clock.startedAt, target, course.plan), std::holds_alternative<plan::WorkingTime>(target)};
    if (!terms.due)
        clock.words = targetText(target);
    return terms;
}

bool settle(const Course &course, Countdown &clock, const Terms &terms, const Ending &ending)
{
    const Acts acts = course.incident.clockActs.empty() ? Acts{} : actsOn(course.incident, clock, terms, ending);
    const std::optional<Instant> stopped = acts.waiver ? acts.waiver->at : ending.at;
    if (!stopped && !acts.pauses.isEmpty() && !acts.pauses.back().to)
        clock.pausedSince = std::max(acts.pauses.back().from, clock.startedAt);
    if (terms.due)
        setDue(course, clock, terms, acts, stopped.value_or(course.now));
    if (acts.waiver)
        settleWaived(clock, *acts.waiver);
    else if (ending.at)
        settleEnded(clock, ending);
    else
        settleOpen(clock, acts, course.now);
    return !ending.cut || clock.state != State::Met;
}

QString spanText(Duration duration)
{
    const qint64 minutes = duration / std::chrono::minutes(1);
    const bool whole = duration == std::chrono::minutes(minutes) && minutes > 0;
    if (whole && minutes < 60)
        return QString::number(minutes) % QLatin1String(" min");
    if (whole && minutes % 60 == 0 && minutes <= 72LL * 60)
        return QString::number(minutes / 60) % QLatin1String(" h");
    return spokenDuration(duration);
}

QString targetText(const plan::Target &target)
{
    if (const Duration *duration = std::get_if<Duration>(&target))
        return spanText(*duration);
    if (const QString *words = std::get_if<QString>(&target))
        return *words;
    const plan::WorkingTime &time = std::get<plan::WorkingTime>(target);
    const auto counted = [](int number, const char *one, const char *many) {
        return number == 0 ? QString() : QString::number(number) + QLatin1Char(' ') + QLatin1String(number == 1 ? one : many);
    };
    QStringList parts{counted(time.days, "business day", "business days"), counted(time.hours, "business hour", "business hours")};
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

} // namespace qd::clocks
