// Commands on the countdowns: clocks, pause, resume, snooze, waive, escalate.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/core/durationtext.h"
#include "models/exchange/incidentjson.h"

namespace qd::cli {
namespace {

using clocks::Countdown;

QString dueText(const Countdown &clock, Instant now)
{
    QString due = clock.dueAt ? QStringLiteral("due ") + toIso(*clock.dueAt) : clock.words;
    if (clock.state == clocks::State::Missed)
        return QStringLiteral("%1, late by %2").arg(due, spokenDuration(clock.lateBy));
    if (clock.state == clocks::State::Running && clock.dueAt)
        return QStringLiteral("%1, in %2").arg(due, spokenDuration(*clock.dueAt - now));
    if (clock.state == clocks::State::Paused)
        return QStringLiteral("%1 left").arg(spokenDuration(clock.left));
    return due;
}

Result<Answer> listClocks(Shell &shell)
{
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const std::vector<Countdown> all = clocks::clocks(room->plan, room->incident, shell.now());
    QStringList lines;
    for (const Countdown &clock : all) {
        lines << QStringLiteral("%1  %2  %3  (%4)")
                     .arg(clocks::stateName(clock.state).leftJustified(7), clock.label, dueText(clock, shell.now()), clock.id);
    }
    return Answer{lines.isEmpty() ? QStringLiteral("no clocks") : lines.join(QLatin1Char('\n')), exchange::clocksJson(all)};
}

// The id of the clock that is meant: whole, or the unambiguous beginning of one.
Result<QString> findClock(const Room &room, const QString &text, Instant now)
{
    QStringList ids;
    for (const Countdown &clock : clocks::clocks(room.plan, room.incident, now))
        ids << clock.id;
    if (ids.contains(text))
        return text;
    QStringList beginning;
    for (const QString &id : ids) {
        if (id.startsWith(text, Qt::CaseInsensitive))
            beginning << id;
    }
    if (beginning.size() == 1)
        return beginning.first();
    return refused(QStringLiteral("%1 '%2'; its clocks are: %3")
                       .arg(beginning.isEmpty() ? QStringLiteral("%1 has no clock").arg(room.incident.ref)
                                                : QStringLiteral("several clocks begin with"),
                            text, ids.join(QLatin1String(", "))));
}

// A command on the CLOCK that is meant.
Result<Answer> changeClock(Shell &shell, const std::function<Command(const QString &clock, const QString &reason)> &make)
{
    return shell.changeBy([&](const Room &room) {
        const Result<QString> clock = findClock(room, shell.arguments().word("CLOCK"), shell.now());
        return clock.map([&](const QString &id) { return make(id, shell.arguments().value("reason")); });
    });
}

Result<Answer> pauseClock(Shell &shell)
{
    return changeClock(shell, [](const QString &clock, const QString &reason) { return command::PauseClock{clock, reason}; });
}

Result<Answer> resumeClock(Shell &shell)
{
    return changeClock(shell, [](const QString &clock, const QString &) { return command::ResumeClock{clock}; });
}

Result<Answer> waiveClock(Shell &shell)
{
    return changeClock(shell, [](const QString &clock, const QString &reason) { return command::WaiveClock{clock, reason}; });
}

Result<Answer> snoozeClock(Shell &shell)
{
    const Result<Duration> length = readLength(shell.arguments().word("DURATION"));
    if (!length)
        return tl::unexpected(length.error());
    return changeClock(shell, [&length](const QString &clock, const QString &reason) {
        return command::SnoozeClock{clock, *length, reason};
    });
}

Result<Answer> escalate(Shell &shell)
{
    return shell.changeAt([&given = shell.arguments()](std::optional<Instant> at) {
        return command::Escalate{given.word("STEP"), given.value("channel"), at, given.value("to")};
    });
}

} // namespace

const CommandGroup clockCommands{
    {"clocks", "INCIDENT", "Every countdown, the most urgent first.", listClocks},
    {"pause", "INCIDENT CLOCK --reason TEXT", "Stops a clock; the time does not count.", pauseClock},
    {"resume", "INCIDENT CLOCK", "Lets a paused clock run again.", resumeClock},
    {"snooze", "INCIDENT CLOCK DURATION --reason TEXT", "Asks for no notice of a clock for a while.", snoozeClock},
    {"waive", "INCIDENT CLOCK --reason TEXT", "Lets a clock go by on purpose.", waiveClock},
    {"escalate", "INCIDENT STEP [--at TIME] [--channel TEXT] [--to NAME]", "Records that a step of the escalation was taken.", escalate},
};

} // namespace qd::cli
