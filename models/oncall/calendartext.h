#pragma once
// The lines of an iCalendar file (RFC 5545), unfolded and by component, each with its number. Nothing of their values is understood here.

#include "models/core/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace qd::oncall {

inline constexpr qsizetype largestCalendar = 8 * 1024 * 1024; // bytes
inline constexpr qsizetype longestLine = 16 * 1024;           // unfolded; what is longer is no property of a shift
inline constexpr size_t mostComponents = 50'000;

struct PropertyLine
{
    int number = 0;  // in the file, of its first part, from 1
    QByteArray name; // in capitals: "DTSTART"
    QByteArray text; // all of it, UTF-8
};

struct Component
{
    int line = 0; // of its BEGIN
    std::vector<PropertyLine> lines;
};

struct CalendarText
{
    QString name;                  // X-WR-CALNAME
    QByteArray zone;               // X-WR-TIMEZONE
    std::vector<Component> events; // without their alarms
    std::vector<Component> zones;  // with their STANDARD and DAYLIGHT parts as lines
    QStringList problems;          // "line 12: …", of what was left out
};

// UTF-8, UTF-16 with its mark, or Latin-1; any line ending. BadInput: too large, or no calendar at all.
[[nodiscard]] Result<CalendarText> readCalendarText(const QByteArray &bytes);

} // namespace qd::oncall
