#include "models/review/metrics.h"

#include "models/clocks/calendar.h"
#include "models/review/wording.h"

#include <QJsonArray>

#include <cmath>

namespace qd::review {
namespace {

using clocks::Countdown;
using clocks::State;

struct Measure
{
    const char *key; // of the durations in the command line's contract
    const char *name;
    Length Durations::*length;
    Spread Summary::*spread;
};
constexpr Measure measures[] = {
    {"to_detect", "MTTD", &Durations::toDetect, &Summary::toDetect},
    {"to_acknowledge", "MTTA", &Durations::toAcknowledge, &Summary::toAcknowledge},
    {"to_identify", "MTTI", &Durations::toIdentify, &Summary::toIdentify},
    {"to_mitigate", "MTTM", &Durations::toMitigate, &Summary::toMitigate},
    {"to_resolve", "MTTR", &Durations::toResolve, &Summary::toResolve},
    {"total", "total", &Durations::total, &Summary::total},
};

QDate dateOf(const Case &item)
{
    const std::optional<Instant> start = workStart(item.incident);
    return start ? toDateTime(*start, clocks::zoneOf(*item.plan)).date() : QDate();
}

bool isAsked(const Case &item, const MetricsQuery &query)
{
    const QDate date = dateOf(item);
    return (!query.from || date >= *query.from) && (!query.to || date <= *query.to);
}

QString keyOf(const Case &item, GroupBy by)
{
    switch (by) {
    case GroupBy::Month: return dateOf(item).toString(QStringLiteral("yyyy-MM"));
    case GroupBy::Severity: return item.incident.severity;
    case GroupBy::Type: return item.incident.type;
    case GroupBy::None: break;
    }
    return {};
}

qsizetype rankOf(const Case &item, GroupBy by)
{
    if (by != GroupBy::Severity)
        return 0;
    const auto &known = item.incident.rules.severities;
    return std::find_if(known.begin(), known.end(),
                        [&item](const Rulebook::Named &severity) { return severity.id == item.incident.severity; })
        - known.begin();
}

Spread spreadOf(const std::vector<const Case *> &cases, Length Durations::*length)
{
    Spread spread;
    std::vector<Duration> known;
    for (const Case *item : cases) {
        const Length one = durations(item->incident).*length;
        if (one.value)
            known.push_back(*one.value);
        spread.impossible += one.impossible ? 1 : 0;
    }
    spread.known = static_cast<int>(known.size());
    spread.unknown = static_cast<int>(cases.size()) - spread.known - spread.impossible;
    if (known.empty())
        return spread;
    std::sort(known.begin(), known.end());
    const size_t half = known.size() / 2;
    spread.median = known.size() % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
    spread.p90 = known[static_cast<size_t>(std::ceil(static_cast<double>(known.size()) * 0.9)) - 1];
    return spread;
}

void count(Tally &tally, const Countdown &clock)
{
    switch (clock.state) {
    case State::Met: ++tally.kept; break;
    case State::Missed: ++tally.missed; break;
    case State::Waived: ++tally.waived; break;
    case State::Running:
    case State::Paused: ++tally.open; break;
    }
}

void countClocks(Summary &summary, const Case &item, Instant now)
{
    for (const Countdown &clock : clocks::clocks(*item.plan, item.incident, now)) {
        if (clock.kind == QLatin1String("update"))
            continue; // every window is counted below
        count(summary.clocks[clock.kind], clock);
        if (clock.kind == QLatin1String("acknowledge") || clock.kind == QLatin1String("resolve"))
            count(summary.targets, clock);
    }
    for (const plan::Audience &audience : item.plan->audiences) {
        for (const Countdown &window : clocks::updateWindows(*item.plan, item.incident, audience, now))
            count(summary.clocks[QStringLiteral("update")], window);
    }
}

Summary summaryOf(const QString &key, const std::vector<const Case *> &cases, Instant now)
{
    Summary summary;
    summary.key = key;
    summary.incidents = static_cast<int>(cases.size());
    for (const Measure &measure : measures)
        summary.*measure.spread = spreadOf(cases, measure.length);
    for (const Case *item : cases) {
        countClocks(summary, *item, now);
        for (const ActionItem &action : item->incident.actions) {
            ++summary.actions;
            summary.actionsClosed += action.state == QLatin1String("open") ? 0 : 1;
        }
    }
    return summary;
}

QJsonValue seconds(const std::optional<Duration> &duration)
{
    return duration ? QJsonValue(toSeconds(*duration)) : QJsonValue(QJsonValue::Null);
}

QJsonObject tallyJson(const Tally &tally)
{
    return {{QStringLiteral("kept"), tally.kept},
            {QStringLiteral("missed"), tally.missed},
            {QStringLiteral("open"), tally.open},
            {QStringLiteral("waived"), tally.waived}};
}

QJsonObject summaryJson(const Summary &summary)
{
    QJsonObject lengths;
    for (const Measure &measure : measures) {
        const Spread &spread = summary.*measure.spread;
        lengths.insert(QLatin1String(measure.key),
                       QJsonObject{{QStringLiteral("name"), QLatin1String(measure.name)},
                                   {QStringLiteral("known"), spread.known},
                                   {QStringLiteral("unknown"), spread.unknown},
                                   {QStringLiteral("impossible"), spread.impossible},
                                   {QStringLiteral("median"), seconds(spread.median)},
                                   {QStringLiteral("p90"), seconds(spread.p90)}});
    }
    QJsonObject clocks;
    for (auto it = summary.clocks.begin(); it != summary.clocks.end(); ++it)
        clocks.insert(it.key(), tallyJson(*it));
    return {{QStringLiteral("incidents"), summary.incidents},
            {QStringLiteral("metrics"), lengths},
            {QStringLiteral("targets"),
             QJsonObject{{QStringLiteral("kept"), summary.targets.kept}, {QStringLiteral("missed"), summary.targets.missed}}},
            {QStringLiteral("clocks"), clocks},
            {QStringLiteral("actions"),
             QJsonObject{{QStringLiteral("added"), summary.actions}, {QStringLiteral("closed"), summary.actionsClosed}}}};
}

} // namespace

Metrics metrics(const std::vector<Case> &cases, const MetricsQuery &query, Instant now)
{
    using Place = std::pair<qsizetype, QString>; // how groups are ordered
    std::map<Place, std::vector<const Case *>> groups;
    std::map<QString, qsizetype> ranks; // one group a key, also where two plans rank a severity differently
    std::vector<const Case *> counted;
    int drills = 0;
    for (const Case &item : cases) {
        if (!isAsked(item, query))
            continue;
        if (item.incident.drill && !query.drills) {
            ++drills;
            continue;
        }
        counted.push_back(&item);
        const QString key = keyOf(item, query.by);
        const qsizetype rank = ranks.try_emplace(key, rankOf(item, query.by)).first->second;
        groups[{rank, key}].push_back(&item);
    }
    Metrics result;
    result.all = summaryOf({}, counted, now);
    result.all.drillsLeftOut = drills;
    if (query.by == GroupBy::None)
        return result;
    for (const auto &[place, members] : groups)
        result.groups.push_back(summaryOf(place.second, members, now));
    return result;
}

QJsonObject toJson(const Metrics &metrics)
{
    QJsonObject json = summaryJson(metrics.all);
    json.insert(QStringLiteral("drills_left_out"), metrics.all.drillsLeftOut);
    QJsonArray groups;
    for (const Summary &group : metrics.groups) {
        QJsonObject one = summaryJson(group);
        one.insert(QStringLiteral("key"), group.key.isEmpty() ? QStringLiteral("unknown") : group.key);
        groups.append(one);
    }
    json.insert(QStringLiteral("by"), groups);
    return json;
}

std::optional<GroupBy> groupByFromName(const QString &name)
{
    static const QMap<QString, GroupBy> names{{QStringLiteral("month"), GroupBy::Month},
                                              {QStringLiteral("severity"), GroupBy::Severity},
                                              {QStringLiteral("type"), GroupBy::Type}};
    const auto found = names.constFind(name.toLower());
    return found == names.cend() ? std::nullopt : std::optional(*found);
}

} // namespace qd::review
