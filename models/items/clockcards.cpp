#include "models/items/clockcards.h"

#include "models/clocks/remaining.h"

#include <QCoreApplication>

namespace qd::items {

using clocks::Countdown;
using clocks::State;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Clocks)
};

bool isLate(const Countdown &clock, Instant now)
{
    return clock.state == State::Missed || (clock.state == State::Running && clock.dueAt && now > *clock.dueAt);
}

// What is said of a clock beyond what it counts.
QString circumstance(const Countdown &clock, Instant now, const TimeText &time)
{
    if (clock.state == State::Waived)
        return clock.reason.isEmpty() ? QString() : Words::tr("waived: %1").arg(clock.reason);
    if (clock.metAt && clock.dueAt)
        return Words::tr("done %1, due %2").arg(time(*clock.metAt), time(*clock.dueAt));
    if (clock.metAt)
        return Words::tr("done %1").arg(time(*clock.metAt));
    if (clock.state == State::Paused || clock.pausedSince)
        return Words::tr("paused: %1").arg(clock.reason);
    if (clock.snoozedUntil && *clock.snoozedUntil > now)
        return Words::tr("snoozed until %1: %2").arg(time(*clock.snoozedUntil), clock.reason);
    if (isLate(clock, now) && clock.dueAt)
        return Words::tr("was due %1").arg(time(*clock.dueAt));
    return clockTone(clock, now) == Tone::Near ? Words::tr("due soon") : QString();
}

QString sign(const Countdown &clock, Instant now)
{
    if (isLate(clock, now))
        return QStringLiteral("✕ ");
    if (clock.state == State::Met)
        return QStringLiteral("✓ ");
    return clock.state == State::Paused ? QStringLiteral("Ⅱ ") : QString();
}

} // namespace

Tone clockTone(const Countdown &clock, Instant now)
{
    if (isLate(clock, now))
        return Tone::Missed;
    if (clock.state == State::Met)
        return Tone::Good;
    if (clock.state != State::Running)
        return Tone::Quiet;
    const bool snoozed = clock.snoozedUntil && *clock.snoozedUntil > now;
    return clock.warnAt && now >= *clock.warnAt && !snoozed ? Tone::Near : Tone::Plain;
}

Card clockCard(const Countdown &clock, Instant now, const TimeText &time)
{
    Card card;
    card.id = clock.id;
    card.tone = clockTone(clock, now);
    card.title = sign(clock, now) + clock.label;
    const QString remaining = clocks::remainingText(clock, now);
    card.value = remaining;
    QStringList details{clock.detail, circumstance(clock, now, time)};
    details.removeAll(QString());
    card.detail = details.join(QStringLiteral(" · "));
    if (clock.isOpen() && clock.dueAt && !isLate(clock, now))
        card.bar = clocks::progress(clock, now);
    card.hatched = clock.state == State::Paused;
    if (card.hatched && remaining.startsWith(QLatin1String("paused, "))) // the word stands below, the figure at the right
        card.value = remaining.mid(8);
    card.spoken = QStringList{clock.label, remaining, card.detail}.join(QStringLiteral(", "));
    return card;
}

QString clockSummary(const std::vector<Countdown> &all)
{
    const auto count = [&all](State state, bool openOnly) {
        return static_cast<int>(std::count_if(
            all.begin(), all.end(), [=](const Countdown &clock) { return clock.state == state && (!openOnly || clock.isOpen()); }));
    };
    QStringList parts;
    if (const int running = count(State::Running, true))
        parts << Words::tr("%n running", nullptr, running);
    if (const int paused = count(State::Paused, true))
        parts << Words::tr("%n paused", nullptr, paused);
    if (const int missed = count(State::Missed, false))
        parts << Words::tr("%n missed", nullptr, missed);
    return parts.join(QStringLiteral(", "));
}

} // namespace qd::items
