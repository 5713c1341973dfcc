// What each clock allowed and what it took. Each bar is drawn against its own allowance, so that five minutes and five days stand side by side.
#include "models/clocks/clocks.h"
#include "models/core/durationtext.h"
#include "models/exchange/incidentcharts.h"
#include "models/exchange/printstyle.h"

namespace qd::exchange {
namespace {

using clocks::Countdown;
using clocks::State;

constexpr double width = 482;
constexpr double plotLeft = 198;
constexpr double allowedAt = 284; // where every allowance ends
constexpr double plotRight = 324;
constexpr double wordsAt = 342;
constexpr double rowHeight = 12.2;
constexpr double plain = 7.5;
constexpr double small = 6.5;
constexpr size_t rowsOnAPage = 48;
constexpr size_t mostClocks = 4 * rowsOnAPage;

struct Bar
{
    QString label;
    QString detail;
    QString word; // "kept", "missed"
    QString rest; // "3 min of 5 min"
    State state = State::Running;
    double used = -1; // as a share of what was allowed; below 0: no bar
};

double usedShare(const Countdown &clock, Instant now)
{
    if (!clock.dueAt || clock.total <= Duration(0))
        return -1;
    if (clock.state == State::Waived && clock.lateBy <= Duration(0))
        return -1;
    Duration over = clock.lateBy;
    if (clock.state == State::Met)
        over = clock.metAt ? *clock.metAt - *clock.dueAt : Duration(0);
    else if (clock.state == State::Running)
        over = now - *clock.dueAt;
    else if (clock.state == State::Paused)
        over = -clock.left;
    return std::max(0.0, static_cast<double>((clock.total + over).count()) / static_cast<double>(clock.total.count()));
}

QString wordOf(const Countdown &clock)
{
    switch (clock.state) {
    case State::Met: return QStringLiteral("kept");
    case State::Missed: return QStringLiteral("missed");
    case State::Waived: return QStringLiteral("waived");
    case State::Paused: return QStringLiteral("paused");
    case State::Running: break;
    }
    return QStringLiteral("running");
}

QString restOf(const Countdown &clock, double used)
{
    if (!clock.dueAt)
        return clock.words;
    if (clock.state == State::Waived || used < 0)
        return clock.reason;
    const Duration took(static_cast<qint64>(used * static_cast<double>(clock.total.count())));
    if (clock.state == State::Missed)
        return QStringLiteral("%1 over %2").arg(spokenDuration(clock.lateBy), spokenDuration(clock.total));
    return QStringLiteral("%1 of %2").arg(spokenDuration(took), spokenDuration(clock.total));
}

int groupOf(const Countdown &clock)
{
    static const QStringList order{QStringLiteral("acknowledge"), QStringLiteral("resolve"),    QStringLiteral("watch"),
                                   QStringLiteral("role"),        QStringLiteral("update"),     QStringLiteral("escalate"),
                                   QStringLiteral("ask"),         QStringLiteral("postmortem"), QStringLiteral("postmortem-document"),
                                   QStringLiteral("action")};
    const qsizetype at = order.indexOf(clock.kind);
    return static_cast<int>(at < 0 ? order.size() : at);
}

// Of the updates every window, kept or missed; of all else what the clocks tell.
std::vector<Countdown> allClocks(const plan::Plan &plan, const Incident &incident, Instant now)
{
    std::vector<Countdown> all;
    for (const Countdown &clock : clocks::clocks(plan, incident, now)) {
        if (clock.kind != QLatin1String("update"))
            all.push_back(clock);
    }
    for (const plan::Audience &audience : plan.audiences) {
        for (const Countdown &clock : clocks::updateWindows(plan, incident, audience, now))
            all.push_back(clock);
    }
    std::stable_sort(all.begin(), all.end(), [](const Countdown &a, const Countdown &b) {
        return std::pair(groupOf(a), a.kind == QLatin1String("update") ? a.subject : QString())
            < std::pair(groupOf(b), b.kind == QLatin1String("update") ? b.subject : QString());
    });
    return all;
}

std::vector<Bar> barsOf(const std::vector<Countdown> &all, Instant now)
{
    std::vector<Bar> bars;
    for (const Countdown &clock : all) {
        const double used = usedShare(clock, now);
        bars.push_back({clock.label, clock.detail, wordOf(clock), restOf(clock, used), clock.state, used});
    }
    return bars;
}

QColor colourOf(State state)
{
    switch (state) {
    case State::Met: return print::good;
    case State::Missed: return print::bad;
    case State::Running:
    case State::Paused: return print::open;
    case State::Waived: break;
    }
    return print::soft;
}

void drawSign(Chart &chart, QPointF at, State state)
{
    const QColor colour = colourOf(state);
    const auto point = [at](double x, double y) { return at + QPointF(x, y); };
    switch (state) {
    case State::Met: chart.line({point(-3, 0), point(-0.8, 2.4), point(3.2, -2.8)}, colour, 1.3); return;
    case State::Missed:
        chart.line({point(-2.6, -2.6), point(2.6, 2.6)}, colour, 1.3);
        chart.line({point(-2.6, 2.6), point(2.6, -2.6)}, colour, 1.3);
        return;
    case State::Running: chart.polygon({point(-2.2, -3), point(3, 0), point(-2.2, 3)}, colour); return;
    case State::Paused:
        chart.area(QRectF(point(-2.6, -2.8), point(-0.7, 2.8)), colour);
        chart.area(QRectF(point(0.7, -2.8), point(2.6, 2.8)), colour);
        return;
    case State::Waived: chart.line({point(-3, 0), point(3, 0)}, colour, 1.3); return;
    }
}

// Within the allowance in one colour; what is beyond it in that of a miss, and broken off where it would leave the chart.
void drawBar(Chart &chart, const Bar &bar, double middle)
{
    const double unit = allowedAt - plotLeft;
    chart.area(QRectF(plotLeft, middle - 3.5, unit, 7), print::hairline);
    const double within = std::min(bar.used, 1.0) * unit;
    const QColor colour = bar.state == State::Missed ? print::bad : bar.state == State::Met ? print::good : print::measure;
    if (within > 0)
        chart.area(QRectF(plotLeft, middle - 3.5, std::max(within, 0.8), 7), colour);
    if (bar.used <= 1)
        return;
    const double wanted = allowedAt + (bar.used - 1) * unit;
    const double end = std::min(wanted, plotRight);
    chart.area(QRectF(allowedAt, middle - 3.5, std::max(end - allowedAt, 0.8), 7), colour);
    if (wanted > plotRight) {
        for (const double x : {plotRight - 9, plotRight - 5})
            chart.polygon({{x, middle - 3.5}, {x + 1.6, middle - 3.5}, {x - 0.4, middle + 3.5}, {x - 2, middle + 3.5}}, print::paper);
    }
}

void drawRow(Chart &chart, const Bar &bar, double top, bool named)
{
    const double middle = top + rowHeight / 2;
    const double base = middle + 2.6;
    const QString label = named ? cutTo(bar.label, plotLeft - 74, plain) : QString();
    chart.write({0, base}, label, plain, print::ink);
    const double room = plotLeft - 8 - (named ? widthAbout(label, plain) + 6 : 0);
    const QString detail = cutTo(bar.detail, room, small);
    if (detail.size() > 3)
        chart.write({plotLeft - 8, base}, detail, small, print::soft, ChartShape::Anchor::End);
    if (bar.used >= 0)
        drawBar(chart, bar, middle);
    drawSign(chart, {wordsAt - 8, middle}, bar.state);
    chart.write({wordsAt, base}, bar.word, plain, colourOf(bar.state), ChartShape::Anchor::Start, true);
    const double rest = wordsAt + widthAbout(bar.word, plain, true) + 4;
    chart.write({rest, base}, cutTo(bar.rest, width - rest, plain), plain, print::ink);
}

Chart chartOf(const std::vector<Bar> &bars, size_t from, size_t to)
{
    Chart chart{QStringLiteral("clocks"), QStringLiteral("Clocks: allowed and used"), {}, width, 0, {}};
    constexpr double top = 15;
    const double bottom = top + static_cast<double>(to - from) * rowHeight;
    chart.write({plotLeft, 8}, QStringLiteral("0"), small, print::soft);
    chart.write({allowedAt, 8}, QStringLiteral("allowed"), small, print::soft, ChartShape::Anchor::Middle);
    QStringList told;
    for (size_t i = from; i < to; ++i) {
        const double y = top + static_cast<double>(i - from) * rowHeight;
        const bool named = i == from || bars[i].label != bars[i - 1].label;
        if (named && i > from)
            chart.line({{0, y}, {width, y}}, print::hairline, 0.4);
        drawRow(chart, bars[i], y, named);
        told << QStringLiteral("%1 %2: %3 %4").arg(bars[i].label, bars[i].detail, bars[i].word, bars[i].rest).simplified();
    }
    chart.line({{allowedAt, 11}, {allowedAt, bottom}}, print::ink, 0.6);
    chart.height = bottom + 2;
    chart.description = told.join(QLatin1String("; "));
    return chart;
}

void addRest(Chart &chart, size_t left)
{
    chart.height += 12;
    chart.write({0, chart.height - 3}, QStringLiteral("and %1 more, all of them in the record").arg(left), small, print::soft);
}

} // namespace

std::vector<Chart> clockCharts(const plan::Plan &plan, const Incident &incident, Instant now)
{
    const std::vector<Bar> bars = barsOf(allClocks(plan, incident, now), now);
    const size_t shown = std::min(bars.size(), mostClocks);
    std::vector<Chart> charts;
    for (size_t from = 0; from < shown; from += rowsOnAPage) {
        charts.push_back(chartOf(bars, from, std::min(shown, from + rowsOnAPage)));
        if (from > 0) {
            charts.back().id += QStringLiteral("-%1").arg(charts.size());
            charts.back().title += QStringLiteral(", continued");
        }
    }
    if (shown < bars.size())
        addRest(charts.back(), bars.size() - shown);
    return charts;
}

} // namespace qd::exchange
