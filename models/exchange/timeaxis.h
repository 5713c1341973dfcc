#pragma once
// An axis of time across a chart: where an instant stands, and which instants get a mark.

#include "models/core/time.h"

#include <vector>

namespace qd::exchange {

struct TimeMark
{
    Instant at{};
    QString text;     // "14:05", "21 Nov"
    bool day = false; // a new day begins
};

class TimeAxis
{
public:
    TimeAxis(Instant from, Instant to, double left, double right, const QTimeZone &zone); // a span of nothing is taken as a minute

    [[nodiscard]] double x(Instant at) const; // what lies outside stands at the end
    [[nodiscard]] bool holds(Instant at) const { return at >= m_from && at <= m_to; }
    [[nodiscard]] Instant from() const { return m_from; }
    [[nodiscard]] Instant to() const { return m_to; }
    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double right() const { return m_right; }
    [[nodiscard]] std::vector<TimeMark> marks(double apart) const; // at round local times, at least so far apart
    [[nodiscard]] QString timeText(Instant at) const; // "14:05", with the day where the axis has several, and seconds on a short one

private:
    [[nodiscard]] bool severalDays() const;

    Instant m_from;
    Instant m_to;
    double m_left;
    double m_right;
    QTimeZone m_zone;
};

} // namespace qd::exchange
