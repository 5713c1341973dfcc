#pragma once
// What a person at the window waits for: from a key to what it painted, and the longest time that the event loop was away meanwhile.

#include "tests/bench/measure.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <thread>

namespace qd::bench {

class PaintSeen : public QObject
{
public:
    explicit PaintSeen(QWidget *widget) : QObject(widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_seen = m_seen || event->type() == QEvent::Paint;
        return false;
    }
    void forget() { m_seen = false; }
    [[nodiscard]] bool seen() const { return m_seen; }

private:
    bool m_seen = false;
};

// From the start of `deed` to the end of the pass of the event loop in which the widget painted itself.
inline double toPaint(PaintSeen &paint, const std::function<void()> &deed)
{
    paint.forget();
    return millisecondsOf([&] {
        deed();
        const auto start = std::chrono::steady_clock::now();
        while (!paint.seen()) {
            QCoreApplication::processEvents();
            if (std::chrono::steady_clock::now() - start > std::chrono::seconds(5))
                qFatal("nothing was painted");
        }
    });
}

// Passes of the event loop, until it has had nothing to do for `quiet`, or for two seconds; the longest of them.
inline double settle(std::chrono::milliseconds quiet = std::chrono::milliseconds(10))
{
    double longest = 0;
    auto last = std::chrono::steady_clock::now();
    const auto end = last + std::chrono::seconds(2);
    for (auto now = last; now - last < quiet && now < end; now = std::chrono::steady_clock::now()) {
        bool busy = false;
        const double pass = millisecondsOf([&busy] { busy = QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents); });
        longest = std::max(longest, pass);
        if (busy)
            last = std::chrono::steady_clock::now();
        else
            std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    return longest;
}

// The longest time that the event loop was away for `deed` and for all that it brought about.
inline double longestBlock(const std::function<void()> &deed)
{
    const double itself = millisecondsOf(deed);
    return std::max(itself, settle());
}

inline double percentile(std::vector<double> times, double part)
{
    std::sort(times.begin(), times.end());
    return times[static_cast<size_t>(part * static_cast<double>(times.size() - 1))];
}

} // namespace qd::bench
