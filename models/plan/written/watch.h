#pragma once
// Over the reading of one document: how far it is, and whether it is still wanted.

#include "models/core/result.h"

#include <functional>
#include <utility>

namespace qd::plan::written {

class Watch
{
public:
    explicit Watch(std::function<bool(double share)> tell) : m_tell(std::move(tell)) { }

    // What follows is the work up to this share of the whole.
    void pass(double until)
    {
        m_from = m_until;
        m_until = until;
    }

    // A share of this pass is done; tells of it when it is worth telling. False: the reading is to stop.
    bool reached(double share)
    {
        const double whole = m_from + (m_until - m_from) * share;
        if (m_tell && !m_stopped && whole >= m_told + step) {
            m_told = whole;
            m_stopped = !m_tell(whole);
        }
        return !m_stopped;
    }

    [[nodiscard]] bool stopped() const { return m_stopped; }

private:
    static constexpr double step = 0.001;

    std::function<bool(double)> m_tell;
    double m_from = 0;
    double m_until = 0;
    double m_told = 0;
    bool m_stopped = false;
};

[[nodiscard]] inline tl::unexpected<Error> stoppedReading()
{
    return refused(QStringLiteral("the import was stopped"));
}

} // namespace qd::plan::written
