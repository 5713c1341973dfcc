#pragma once
// Calendars in a few words, and the shifts in them as text.

#include "models/oncall/roster.h"

#include <QFile>
#include <QTest>

namespace qd::test {

inline QByteArray calendar(const QByteArray &inside, const QByteArray &head = {})
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + head + inside + "END:VCALENDAR\r\n";
}

inline QByteArray vevent(const QByteArray &summary, const QByteArray &lines)
{
    return "BEGIN:VEVENT\r\nUID:" + summary.toHex() + "@rota.invalid\r\nSUMMARY:" + summary + "\r\n" + lines + "\r\nEND:VEVENT\r\n";
}

inline Instant utc(const char *text)
{
    const std::optional<Instant> instant = fromIso(QLatin1String(text));
    if (!instant)
        qFatal("no time: %s", text);
    return *instant;
}

inline oncall::Schedule schedule(const QByteArray &bytes, const char *around, const QTimeZone &zone = QTimeZone::utc(),
                                 std::optional<oncall::Level> level = {})
{
    const Result<oncall::Schedule> read = oncall::readSchedule(bytes, {utc(around), zone, level});
    if (!read)
        qFatal("%s", qPrintable(read.error().sentence));
    return *read;
}

inline QByteArray dataFile(const char *name)
{
    QFile file(QStringLiteral(QD_SOURCE_DIR "/tests/data/oncall/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", name);
    return file.readAll();
}

inline oncall::OnCallNow onCall(const oncall::Schedule &schedule, const char *at)
{
    return oncall::onCallAt({{{}, schedule, {}, {}}}, {}, utc(at));
}

// "Ada until 2026-03-09T08:00:00Z; Grace (secondary) until …"
inline QString people(const oncall::OnCallNow &now)
{
    QStringList parts;
    for (const oncall::OnDuty &duty : now.people) {
        const QString level = duty.level == oncall::Level::Primary ? QString() : QStringLiteral(" (secondary)");
        parts << QStringLiteral("%1%2 until %3").arg(duty.person, level, toIso(duty.until));
    }
    return parts.join(QStringLiteral("; "));
}

inline QString people(const oncall::Schedule &schedule, const char *at)
{
    return people(onCall(schedule, at));
}

// "2026-03-02T08:00:00Z 2026-03-09T08:00:00Z Ada" a line, of those that begin at or after an instant.
inline QStringList shifts(const oncall::Schedule &schedule, const char *from, const char *to)
{
    QStringList lines;
    for (const oncall::Shift &shift : schedule.shifts) {
        if (shift.from >= utc(from) && shift.from < utc(to))
            lines << QStringLiteral("%1 %2 %3").arg(toIso(shift.from), toIso(shift.to), shift.person);
    }
    return lines;
}

} // namespace qd::test
