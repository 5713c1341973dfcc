#include "ui/panes/metrics/metricscharts.h"

#include "models/core/durationtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <functional>
#include <set>

namespace qd::ui {
namespace {

using review::Count;
using review::Measure;
using review::Spread;
using review::Summary;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Metrics)
};

ChartBar barOf(const Count &count, const QString &said)
{
    return {static_cast<double>(count.number), said, count.in};
}

Colour severityColour(int rank)
{
    static constexpr Colour byRank[] = {Colour::Critical, Colour::High, Colour::Medium, Colour::Low};
    return rank < 0 ? Colour::Faint : byRank[std::min(rank, 3)];
}

QString groupName(const Summary &group)
{
    return group.key.isEmpty() ? Words::tr("not known") : group.title;
}

void nameMonths(ChartData &chart, const std::vector<Summary> &months)
{
    int year = 0;
    for (const Summary &month : months) {
        const QDate day = QDate::fromString(month.key + QStringLiteral("-01"), Qt::ISODate);
        if (!day.isValid()) {
            chart.categories << Words::tr("?");
            chart.names << Words::tr("month not known");
            continue;
        }
        const QString name = QLocale().monthName(day.month(), QLocale::ShortFormat);
        chart.categories << (year == 0 || day.month() == 1 ? name + QLatin1Char(' ') + day.toString(QStringLiteral("yy")) : name);
        chart.names << QLocale().monthName(day.month()) + QLatin1Char(' ') + QString::number(day.year());
        year = day.year();
    }
}

void nameGroups(ChartData &chart, const std::vector<Summary> &groups)
{
    for (const Summary &group : groups)
        chart.categories << groupName(group);
}

ChartBar lengthBar(const std::optional<Duration> &length, const Spread &spread)
{
    if (!length)
        return {0, Words::tr("not known"), {}};
    return {static_cast<double>(toSeconds(*length)),
            Words::tr("%1, of %2").arg(spokenDuration(*length), incidentCount(spread.known.number)), spread.known.in};
}

void addLengths(ChartData &chart, const std::vector<Summary> &groups, Measure measure)
{
    chart.unit = ChartData::Unit::Duration;
    chart.stacked = false;
    ChartSeries median{Words::tr("median"), Colour::Accent, false, {}}, p90{Words::tr("90 % within"), Colour::Faint, true, {}};
    for (const Summary &group : groups) {
        median.bars.push_back(lengthBar(group.length(measure).median, group.length(measure)));
        p90.bars.push_back(lengthBar(group.length(measure).p90, group.length(measure)));
    }
    chart.series = {median, p90};
}

ChartData lengthsByMonth(const MetricsPage &page, Measure measure)
{
    ChartData chart;
    chart.title = Words::tr("%1 by month").arg(measureName(measure));
    nameMonths(chart, page.months.groups);
    addLengths(chart, page.months.groups, measure);
    return chart;
}

// What the plans promise at this severity for the same length, where they agree.
std::optional<Duration> promised(const Summary &severity, Measure measure)
{
    const review::LengthKind &kind = review::lengthKinds()[static_cast<size_t>(measure)];
    std::optional<Duration> within;
    for (const review::PlanMetric &metric : severity.planMetrics) {
        if (metric.from != QLatin1String(kind.from) || metric.to != QLatin1String(kind.to))
            continue;
        for (const review::TargetOutcome &target : metric.targets) {
            if (within && *within != target.within)
                return std::nullopt;
            within = target.within;
        }
    }
    return within;
}

// The promise stands with the severity's name: as a bar, that of a week would leave nothing to be seen of an hour's.
ChartData lengthsBySeverity(const MetricsPage &page, Measure measure)
{
    ChartData chart;
    chart.title = Words::tr("%1 by severity").arg(measureName(measure));
    for (const Summary &group : page.severities.groups) {
        const std::optional<Duration> within = promised(group, measure);
        chart.categories << (within ? Words::tr("%1 ≤ %2").arg(groupName(group), spokenDuration(*within)) : groupName(group));
        chart.names << (within ? Words::tr("%1, target %2").arg(groupName(group), spokenDuration(*within)) : groupName(group));
    }
    addLengths(chart, page.severities.groups, measure);
    return chart;
}

// Stacked by severity: of the groups' incidents, those of each severity that there is.
void stackSeverities(ChartData &chart, const MetricsPage &page, const std::function<Count(const Summary &severity, size_t category)> &count)
{
    std::set<Colour> used; // two plans may both have a most severe one
    for (const Summary &severity : page.severities.groups) {
        const Colour colour = severityColour(severity.rank);
        ChartSeries series{groupName(severity), colour, !used.insert(colour).second, {}};
        for (size_t category = 0; category < static_cast<size_t>(chart.categories.size()); ++category) {
            const Count found = count(severity, category);
            series.bars.push_back(barOf(found, incidentCount(found.number)));
        }
        chart.series.push_back(series);
    }
}

ChartData byMonth(const MetricsPage &page)
{
    ChartData chart;
    chart.title = Words::tr("Incidents by month");
    nameMonths(chart, page.months.groups);
    stackSeverities(chart, page, [&page](const Summary &severity, size_t category) {
        return page.months.groups[category].severities.value(severity.key);
    });
    return chart;
}

ChartData byType(const MetricsPage &page)
{
    ChartData chart;
    chart.title = Words::tr("Incidents by type and severity");
    const QStringList types = page.all().types.keys();
    for (const QString &type : types)
        chart.categories << (type.isEmpty() ? Words::tr("not known") : type);
    stackSeverities(chart, page, [&types](const Summary &severity, size_t category) {
        return severity.types.value(types[static_cast<qsizetype>(category)]);
    });
    return chart;
}

void addTo(Count &sum, const Count &count)
{
    sum.number += count.number;
    sum.in.insert(sum.in.end(), count.in.begin(), count.in.end());
    std::sort(sum.in.begin(), sum.in.end());
}

struct Part
{
    QString name;
    Colour colour;
    bool hatched;
    QString (*said)(int);
};

void addParts(ChartData &chart, const std::vector<Part> &parts, const std::vector<std::vector<const Count *>> &rows)
{
    for (size_t part = 0; part < parts.size(); ++part) {
        ChartSeries series{parts[part].name, parts[part].colour, parts[part].hatched, {}};
        for (const std::vector<const Count *> &row : rows)
            series.bars.push_back(barOf(*row[part], parts[part].said(row[part]->number)));
        chart.series.push_back(series);
    }
}

QString clockWords(int number)
{
    return number == 1 ? Words::tr("1 clock") : Words::tr("%n clocks", nullptr, number);
}

std::vector<Part> keptAndMissed(QString (*said)(int))
{
    return {{Words::tr("kept"), Colour::Accent, false, said}, {Words::tr("missed"), Colour::Critical, true, said}};
}

ChartData targetsByPlan(const MetricsPage &page)
{
    ChartData chart;
    chart.title = Words::tr("Targets by plan");
    nameGroups(chart, page.plans.groups);
    std::vector<std::vector<const Count *>> rows;
    for (const Summary &plan : page.plans.groups)
        rows.push_back({&plan.targets.kept, &plan.targets.missed});
    addParts(chart, keptAndMissed(clockWords), rows);
    return chart;
}

// Of one plan by severity; of several, each metric in one bar.
ChartData planMetrics(const MetricsPage &page)
{
    ChartData chart;
    chart.title = Words::tr("The plans' own metrics against their targets");
    const bool several = page.plans.groups.size() > 1;
    ChartSeries kept{Words::tr("kept"), Colour::Accent, false, {}}, missed{Words::tr("missed"), Colour::Critical, true, {}};
    for (const review::PlanMetric &metric : page.all().planMetrics) {
        Count keptOfAll, missedOfAll;
        for (const review::TargetOutcome &target : metric.targets) {
            if (!several) {
                chart.categories << metric.metric + QLatin1Char(' ') + target.severity;
                chart.names << Words::tr("%1 at %2 within %3").arg(metric.name, target.severity, spokenDuration(target.within));
                kept.bars.push_back(barOf(target.kept, incidentCount(target.kept.number)));
                missed.bars.push_back(barOf(target.missed, incidentCount(target.missed.number)));
            }
            addTo(keptOfAll, target.kept);
            addTo(missedOfAll, target.missed);
        }
        if (!several || metric.targets.empty())
            continue;
        chart.categories << metric.metric; // the name says of which plan
        chart.names << Words::tr("%1 of %2").arg(metric.name, metric.planName);
        kept.bars.push_back(barOf(keptOfAll, incidentCount(keptOfAll.number)));
        missed.bars.push_back(barOf(missedOfAll, incidentCount(missedOfAll.number)));
    }
    chart.series = {kept, missed};
    return chart;
}

QString clockName(const QString &kind)
{
    static const std::pair<const char *, const char *> names[] = {{"acknowledge", QT_TRANSLATE_NOOP("Metrics", "acknowledge")},
                                                                  {"resolve", QT_TRANSLATE_NOOP("Metrics", "resolve")},
                                                                  {"update", QT_TRANSLATE_NOOP("Metrics", "updates")},
                                                                  {"escalate", QT_TRANSLATE_NOOP("Metrics", "escalation")},
                                                                  {"role", QT_TRANSLATE_NOOP("Metrics", "roles")},
                                                                  {"watch", QT_TRANSLATE_NOOP("Metrics", "watch")},
                                                                  {"ask", QT_TRANSLATE_NOOP("Metrics", "asks")},
                                                                  {"postmortem", QT_TRANSLATE_NOOP("Metrics", "review")},
                                                                  {"action", QT_TRANSLATE_NOOP("Metrics", "actions")},
                                                                  {"postmortem-document", QT_TRANSLATE_NOOP("Metrics", "document")}};
    for (const auto &[known, name] : names) {
        if (kind == QLatin1String(known))
            return Words::tr(name);
    }
    return kind;
}

ChartData clocksByKind(const MetricsPage &page)
{
    ChartData chart;
    chart.title = Words::tr("Clocks missed by kind");
    ChartSeries missed{Words::tr("missed"), Colour::Critical, true, {}};
    const auto &clocks = page.all().clocks;
    for (auto it = clocks.begin(); it != clocks.end(); ++it) {
        chart.categories << clockName(it.key());
        const int settled = it->kept.number + it->missed.number;
        missed.bars.push_back(barOf(it->missed, Words::tr("%1 of %n settled", nullptr, settled).arg(it->missed.number)));
    }
    chart.series = {missed};
    return chart;
}

ChartData repeats(const MetricsPage &page)
{
    ChartData chart;
    chart.title = Words::tr("Repeats by month");
    nameMonths(chart, page.months.groups);
    std::vector<std::vector<const Count *>> rows;
    for (const Summary &month : page.months.groups)
        rows.push_back({&month.linkedAgain, &month.sameCause, &month.sameKind});
    addParts(chart,
             {{Words::tr("linked"), Colour::Accent, false, incidentCount},
              {Words::tr("same cause"), Colour::High, true, incidentCount},
              {Words::tr("same type and service"), Colour::Faint, false, incidentCount}},
             rows);
    return chart;
}

QString itemWords(int number)
{
    return number == 1 ? Words::tr("1 action item") : Words::tr("%n action items", nullptr, number);
}

ChartData actions(const MetricsPage &page)
{
    ChartData chart;
    chart.title = Words::tr("Action items by month of the incident");
    nameMonths(chart, page.months.groups);
    std::vector<std::vector<const Count *>> rows;
    for (const Summary &month : page.months.groups)
        rows.push_back({&month.actions.inTime, &month.actions.late, &month.actions.open, &month.actions.overdue});
    addParts(chart,
             {{Words::tr("done in time"), Colour::Good, false, itemWords},
              {Words::tr("done late"), Colour::High, true, itemWords},
              {Words::tr("open"), Colour::Faint, false, itemWords},
              {Words::tr("overdue"), Colour::Critical, true, itemWords}},
             rows);
    return chart;
}

} // namespace

QString incidentCount(int number)
{
    return number == 1 ? Words::tr("1 incident") : Words::tr("%n incidents", nullptr, number);
}

QString measureName(Measure measure)
{
    static const char *const names[] = {
        QT_TRANSLATE_NOOP("Metrics", "MTTD to detect"),   QT_TRANSLATE_NOOP("Metrics", "MTTA to acknowledge"),
        QT_TRANSLATE_NOOP("Metrics", "MTTI to identify"), QT_TRANSLATE_NOOP("Metrics", "MTTM to mitigate"),
        QT_TRANSLATE_NOOP("Metrics", "MTTR to resolve"),  QT_TRANSLATE_NOOP("Metrics", "MTTR to recover")};
    return Words::tr(names[static_cast<size_t>(measure)]);
}

QString measureWords(Measure measure)
{
    static const char *const words[] = {QT_TRANSLATE_NOOP("Metrics", "from the start of the impact to its detection"),
                                        QT_TRANSLATE_NOOP("Metrics", "from the detection to the acknowledgement"),
                                        QT_TRANSLATE_NOOP("Metrics", "from the acknowledgement to the cause"),
                                        QT_TRANSLATE_NOOP("Metrics", "from the detection to the mitigation"),
                                        QT_TRANSLATE_NOOP("Metrics", "from the detection to the resolution"),
                                        QT_TRANSLATE_NOOP("Metrics", "from the start of the impact to the resolution")};
    return Words::tr(words[static_cast<size_t>(measure)]);
}

std::vector<ChartData> metricsCharts(const MetricsPage &page, Measure measure)
{
    return {lengthsByMonth(page, measure),
            lengthsBySeverity(page, measure),
            byMonth(page),
            byType(page),
            targetsByPlan(page),
            planMetrics(page),
            clocksByKind(page),
            repeats(page),
            actions(page)};
}

} // namespace qd::ui
