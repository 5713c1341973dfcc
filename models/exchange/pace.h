#pragma once
// Work that is done in stages, told as it goes.

#include "models/exchange/progress.h"

#include <algorithm>

namespace qd::exchange {

class Pace
{
public:
    static constexpr double step = 2000; // characters: some milliseconds of work
    explicit Pace(const Progress &progress) : m_progress(progress) { }

    // What follows takes the share from here to `to` and is so much work; pages count as a step each.
    void begin(double to, double work)
    {
        m_from = m_to;
        m_to = to;
        m_work = std::max(1.0, work);
        m_done = m_told = 0;
    }

    bool did(double work) // false: stopped
    {
        m_done += work;
        if (m_done - m_told < step || m_stopped)
            return !m_stopped;
        m_told = m_done;
        m_stopped = !m_progress(m_from + (m_to - m_from) * std::min(1.0, m_done / m_work));
        return !m_stopped;
    }

    [[nodiscard]] bool stopped() const { return m_stopped; }

private:
    const Progress &m_progress;
    double m_from = 0;
    double m_to = 0;
    double m_work = 1;
    double m_done = 0;
    double m_told = 0;
    bool m_stopped = false;
};

} // namespace qd::exchange
