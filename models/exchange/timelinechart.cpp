// The course of an incident on one axis of time.
#include "models/clocks/calendar.h"
#include "models/exchange/incidentcharts.h"
#include "models/exchange/keyevents.h"
#include "models/exchange/printstyle.h"
#include "models/exchange/timeaxis.h"
#include "models/review/spans.h"
#include "models/review/wording.h"

namespace qd::exchange {
namespace {

constexpr double width = 482; // points: the body of an A4 page
constexpr double left = 58;
constexpr double small = 6.5;
constexpr double plain = 7.5;
constexpr double bandHeight = 15;
constexpr double rowGap = 4;

struct Band
{
    Instant from{};
    Instant to{};
    QStringList names; // from the longest to the shortest: the first that fits
    QColor colour;
    QColor text;
};

struct Drawing
{
    Chart chart;
    TimeAxis axis;
    double y = 0;
};

int rankOf(const Incident &incident, const QString &severity)
{
    const std::vector<Rulebook::Named> &all = incident.rules.severities;
    const auto found = std::find_if(all.begin(), all.end(), [&severity](const Rulebook::Named &named) { return named.id == severity; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

std::vector<Band> severityBands(const Incident &incident, Instant end)
{
    std::vector<Band> bands;
    for (const SeveritySpan &span : incident.severities) {
        const int rank = rankOf(incident, span.severity);
        if (!bands.empty())
            bands.back().to = span.from;
        bands.push_back({span.from,
                         end,
                         {review::severityText(incident, span.severity), span.severity},
                         print::severity(rank),
                         rank < 0 ? print::ink : print::paper});
    }
    return bands;
}

std::vector<Band> statusBands(const Incident &incident, Instant end)
{
    std::vector<Band> bands;
    for (const StatusSpan &span : incident.statuses) {
        if (!bands.empty())
            bands.back().to = span.from;
        bands.push_back({span.from, end, {review::statusText(span.status)}, print::status(span.status), print::ink});
    }
    return bands;
}

std::vector<Band> commandBands(const Incident &incident, Instant end)
{
    std::vector<Band> bands;
    const QString role = review::commanderRole(incident);
    for (const review::Tenure &tenure : review::tenures(incident)) {
        if (tenure.role != role)
            continue;
        const bool nobody = tenure.holder.isEmpty();
        const QColor colour = nobody ? print::paper : bands.size() % 2 == 0 ? print::status(QStringLiteral("closed")) : print::hairline;
        bands.push_back({tenure.from,
                         tenure.to.value_or(end),
                         {nobody ? QStringLiteral("nobody") : tenure.holder},
                         colour,
                         nobody ? print::bad : print::ink});
    }
    return bands;
}

void drawLabel(Drawing &drawing, const QString &label, double height)
{
    drawing.chart.write({0, drawing.y + height / 2 + 2.6}, label, plain, print::soft);
}

void drawName(Drawing &drawing, const Band &band, const QRectF &box)
{
    for (const QString &name : band.names) {
        if (widthAbout(name, plain, true) + 6 <= box.width()) {
            drawing.chart.write({box.left() + 4, box.center().y() + 2.6}, name, plain, band.text, ChartShape::Anchor::Start, true);
            return;
        }
    }
    const QString cut = cutTo(band.names.back(), box.width() - 6, plain, true);
    if (cut.size() > 3)
        drawing.chart.write({box.left() + 4, box.center().y() + 2.6}, cut, plain, band.text, ChartShape::Anchor::Start, true);
}

void drawBands(Drawing &drawing, const QString &label, const std::vector<Band> &bands)
{
    drawLabel(drawing, label, bandHeight);
    for (const Band &band : bands) {
        const double from = drawing.axis.x(band.from);
        const double to = drawing.axis.x(band.to);
        if (band.to < drawing.axis.from() || band.from > drawing.axis.to() || to <= from)
            continue;
        const QRectF box(from, drawing.y, to - from, bandHeight);
        drawing.chart.area(box, band.colour);
        if (from > drawing.axis.left())
            drawing.chart.line({box.topLeft(), box.bottomLeft()}, print::paper, 1);
        drawName(drawing, band, box);
    }
    drawing.y += bandHeight + rowGap;
}

constexpr int bins = 106;
constexpr double densityHeight = 30;

void drawDensity(Drawing &drawing, const Incident &incident)
{
    std::vector<int> counts(bins, 0);
    const double span = static_cast<double>((drawing.axis.to() - drawing.axis.from()).count());
    for (const TimelineEntry &entry : incident.entries) {
        if (drawing.axis.holds(entry.at))
            ++counts[static_cast<size_t>(std::min<qint64>(
                bins - 1, static_cast<qint64>(static_cast<double>((entry.at - drawing.axis.from()).count()) / span * bins)))];
    }
    const int most = *std::max_element(counts.begin(), counts.end());
    const double base = drawing.y + densityHeight;
    drawing.chart.write({0, drawing.y + 12}, QStringLiteral("Entries"), plain, print::soft);
    if (most > 0)
        drawing.chart.write({0, drawing.y + 21}, QStringLiteral("peak %1").arg(most), small, print::soft);
    const double step = (drawing.axis.right() - drawing.axis.left()) / bins;
    for (int i = 0; i < bins; ++i) {
        const double height = most == 0 ? 0 : densityHeight * counts[static_cast<size_t>(i)] / most;
        if (height > 0)
            drawing.chart.area(QRectF(drawing.axis.left() + i * step, base - height, step - 0.6, height), print::measure);
    }
    drawing.chart.line({{drawing.axis.left(), base}, {drawing.axis.right(), base}}, print::rule, 0.5);
    drawing.y = base + rowGap + 2;
}

void drawUpdates(Drawing &drawing, const Incident &incident)
{
    if (incident.updates.empty())
        return;
    drawLabel(drawing, QStringLiteral("Updates"), 10);
    const double middle = drawing.y + 5;
    drawing.chart.line({{drawing.axis.left(), middle}, {drawing.axis.right(), middle}}, print::hairline, 0.5);
    for (const SentUpdate &update : incident.updates) {
        const double x = drawing.axis.x(update.at);
        if (drawing.axis.holds(update.at))
            drawing.chart.polygon({{x, middle - 3.4}, {x + 3.4, middle}, {x, middle + 3.4}, {x - 3.4, middle}}, print::link);
    }
    drawing.y += 10 + rowGap + 2;
}

void drawBadge(Chart &chart, QPointF middle, int number)
{
    chart.area(QRectF(middle.x() - 5.5, middle.y() - 5, 11, 10), print::ink);
    chart.write(middle + QPointF(0, 2.4), QString::number(number), small, print::paper, ChartShape::Anchor::Middle, true);
}

// The numbers of the key events, each below its moment; where two would touch, the later one moves a line down.
void drawMarkers(Drawing &drawing, const std::vector<KeyEvent> &events)
{
    drawLabel(drawing, QStringLiteral("Key events"), 10);
    std::vector<double> ends;
    for (size_t i = 0; i < events.size(); ++i) {
        const double x = std::clamp(drawing.axis.x(events[i].at), drawing.axis.left() + 5.5, drawing.axis.right() - 5.5);
        size_t line = 0;
        while (line < ends.size() && ends[line] > x - 6.5)
            ++line;
        if (line == ends.size())
            ends.push_back(0);
        ends[line] = x + 5.5;
        drawBadge(drawing.chart, {x, drawing.y + 5 + static_cast<double>(line) * 12}, static_cast<int>(i) + 1);
    }
    drawing.y += std::max<double>(1, static_cast<double>(ends.size())) * 12 + 8;
}

void drawKey(Drawing &drawing, const std::vector<KeyEvent> &events)
{
    const size_t lines = (events.size() + 1) / 2;
    const double column = (width - 14) / 2;
    const double textAt = 16 + (events.empty() ? 0 : widthAbout(drawing.axis.timeText(events.front().at), plain)) + 6;
    for (size_t i = 0; i < events.size(); ++i) {
        const double x = i < lines ? 0 : column + 14;
        const double y = drawing.y + static_cast<double>(i % lines) * 13 + 5;
        drawBadge(drawing.chart, {x + 5.5, y}, static_cast<int>(i) + 1);
        drawing.chart.write({x + 16, y + 2.6}, drawing.axis.timeText(events[i].at), plain, print::soft);
        drawing.chart.write({x + textAt, y + 2.6}, cutTo(events[i].text, column - textAt, plain, events[i].milestone), plain, print::ink,
                            ChartShape::Anchor::Start, events[i].milestone);
    }
    drawing.y += static_cast<double>(lines) * 13 + 4;
}

QString outsideText(const Drawing &drawing, const Incident &incident)
{
    const auto count = [&incident](const auto &isOutside) {
        return std::count_if(incident.entries.begin(), incident.entries.end(),
                             [&](const TimelineEntry &entry) { return isOutside(entry.at); });
    };
    const auto before = count([&drawing](Instant at) { return at < drawing.axis.from(); });
    const auto after = count([&drawing](Instant at) { return at > drawing.axis.to(); });
    QString text;
    if (before > 0)
        text += QStringLiteral("; %1 before it").arg(review::numberText(before, QStringLiteral("entry"), QStringLiteral("entries")));
    if (after > 0)
        text += QStringLiteral("; %1 after it").arg(review::numberText(after, QStringLiteral("entry"), QStringLiteral("entries")));
    return text;
}

QString spanText(const Drawing &drawing, const QTimeZone &zone)
{
    return QStringLiteral("%1 to %2, %3")
        .arg(review::timeText(drawing.axis.from(), zone), review::timeText(drawing.axis.to(), zone), review::zoneName(zone));
}

// From the first that is known of it to a little after its end, so that what follows weeks later does not press it together.
TimeAxis axisOf(const Incident &incident, const QTimeZone &zone, Instant now)
{
    Instant from = *review::workStart(incident);
    for (const std::optional<Instant> &at : {incident.milestones.started, incident.milestones.detected, incident.milestones.declared})
        from = std::min(from, at.value_or(from));
    const Instant end = std::max(from, review::workEnd(incident, now));
    return {from, end + (incident.isOpen() ? Duration(0) : (end - from) / 25), left, width, zone};
}

void drawAxis(Drawing &drawing, double bottom)
{
    std::vector<ChartShape> rows;
    rows.swap(drawing.chart.shapes); // the marks lie below what they measure
    for (const TimeMark &mark : drawing.axis.marks(46)) {
        const double x = drawing.axis.x(mark.at);
        drawing.chart.line({{x, 12}, {x, bottom}}, mark.day ? print::rule : print::hairline, 0.5);
        const bool atEnd = x > width - 14;
        drawing.chart.write({atEnd ? width : x, 8}, mark.text, small, mark.day ? print::ink : print::soft,
                            atEnd ? ChartShape::Anchor::End : ChartShape::Anchor::Middle, mark.day);
    }
    drawing.chart.shapes.insert(drawing.chart.shapes.end(), rows.begin(), rows.end());
}

QString describe(const Incident &incident, const std::vector<KeyEvent> &events, const TimeAxis &axis, const QString &span)
{
    QStringList told;
    for (const KeyEvent &event : events)
        told << axis.timeText(event.at) + QLatin1Char(' ') + event.text.simplified();
    return QStringLiteral("The course of %1, %2. %3").arg(incident.ref, span, told.join(QLatin1String("; ")));
}

} // namespace

Chart timelineChart(const plan::Plan &plan, const Incident &incident, Instant now)
{
    if (!review::workStart(incident))
        return {};
    const QTimeZone zone = clocks::zoneOf(plan);
    Drawing drawing{
        {QStringLiteral("timeline"), QStringLiteral("Course of the incident"), {}, width, 0, {}}, axisOf(incident, zone, now), 15};
    const Instant end = drawing.axis.to();
    const std::vector<KeyEvent> events = keyEvents(incident, drawing.axis.from(), end);
    drawBands(drawing, QStringLiteral("Severity"), severityBands(incident, end));
    drawBands(drawing, QStringLiteral("Status"), statusBands(incident, end));
    if (const std::vector<Band> command = commandBands(incident, end); !command.empty())
        drawBands(drawing, QStringLiteral("Command"), command);
    drawDensity(drawing, incident);
    drawUpdates(drawing, incident);
    const double bottom = drawing.y;
    if (!events.empty()) {
        drawMarkers(drawing, events);
        drawKey(drawing, events);
    }
    drawAxis(drawing, bottom);
    drawing.chart.write({0, drawing.y + 6}, spanText(drawing, zone) + outsideText(drawing, incident), small, print::soft);
    drawing.chart.height = drawing.y + 9;
    drawing.chart.description = describe(incident, events, drawing.axis, spanText(drawing, zone));
    return drawing.chart;
}

} // namespace qd::exchange
