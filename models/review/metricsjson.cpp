#include "models/review/metrics.h"

#include <QJsonArray>

namespace qd::review {
namespace {

using Object = QJsonObject;

QString text(const char *words)
{
    return QLatin1String(words);
}

QJsonValue seconds(const std::optional<Duration> &duration)
{
    return duration ? QJsonValue(toSeconds(*duration)) : QJsonValue(QJsonValue::Null);
}

QJsonValue number(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QString &words)
{
    return words.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(words);
}

class Writer
{
public:
    explicit Writer(const Metrics &metrics) : m_metrics(metrics) { }

    [[nodiscard]] Object summary(const Summary &summary) const
    {
        return {{text("incidents"), summary.incidents.number},
                {text("in"), refs(summary.incidents)},
                {text("metrics"), lengths(summary)},
                {text("targets"), tally(summary.targets)},
                {text("clocks"), clocks(summary)},
                {text("actions"), actions(summary.actions)},
                {text("repeats"), repeats(summary)},
                {text("severities"), counts(summary.severities)},
                {text("types"), counts(summary.types)},
                {text("plan_metrics"), planMetrics(summary)}};
    }

private:
    [[nodiscard]] QJsonArray refs(const Count &count) const
    {
        QJsonArray refs;
        for (const int place : count.in)
            refs.append(m_metrics.incident(place).ref);
        return refs;
    }

    [[nodiscard]] Object spread(const Spread &spread) const
    {
        return {{text("known"), spread.known.number},
                {text("unknown"), spread.unknown.number},
                {text("impossible"), spread.impossible.number},
                {text("median"), seconds(spread.median)},
                {text("p90"), seconds(spread.p90)},
                {text("unknown_in"), refs(spread.unknown)},
                {text("impossible_in"), refs(spread.impossible)}};
    }

    [[nodiscard]] Object lengths(const Summary &summary) const
    {
        Object lengths;
        for (size_t i = 0; i < measureCount; ++i) {
            const LengthKind &kind = lengthKinds()[i];
            Object one = spread(summary.lengths[i]);
            one.insert(text("name"), text(kind.name));
            one.insert(text("from"), text(kind.from));
            one.insert(text("to"), text(kind.to));
            lengths.insert(text(kind.key), one);
        }
        Object total = lengths.value(text("to_recover")).toObject();
        total.insert(text("name"), text("total"));
        lengths.insert(text("total"), total);
        return lengths;
    }

    [[nodiscard]] Object tally(const Tally &tally) const
    {
        return {{text("kept"), tally.kept.number},       {text("missed"), tally.missed.number},
                {text("open"), tally.open.number},       {text("waived"), tally.waived.number},
                {text("missed_in"), refs(tally.missed)}, {text("kept_share"), number(keptShare(tally))}};
    }

    [[nodiscard]] Object clocks(const Summary &summary) const
    {
        Object clocks;
        for (auto it = summary.clocks.begin(); it != summary.clocks.end(); ++it)
            clocks.insert(it.key(), tally(*it));
        return clocks;
    }

    [[nodiscard]] static Object actions(const ActionTally &actions)
    {
        return {{text("added"), actions.added.number},
                {text("closed"), actions.done.number + actions.dropped.number},
                {text("done"), actions.done.number},
                {text("dropped"), actions.dropped.number},
                {text("in_time"), actions.inTime.number},
                {text("late"), actions.late.number},
                {text("open"), actions.open.number},
                {text("overdue"), actions.overdue.number},
                {text("in_time_share"), number(inTimeShare(actions))}};
    }

    [[nodiscard]] Object repeats(const Summary &summary) const
    {
        return {{text("linked"), summary.linkedAgain.number},
                {text("same_cause"), summary.sameCause.number},
                {text("same_kind"), summary.sameKind.number},
                {text("linked_in"), refs(summary.linkedAgain)},
                {text("same_cause_in"), refs(summary.sameCause)},
                {text("same_kind_in"), refs(summary.sameKind)},
                {text("within_days"), static_cast<int>(repeatsWithin.count())}};
    }

    [[nodiscard]] static Object counts(const QMap<QString, Count> &counts)
    {
        Object all;
        for (auto it = counts.begin(); it != counts.end(); ++it)
            all.insert(it.key().isEmpty() ? text("unknown") : it.key(), it->number);
        return all;
    }

    [[nodiscard]] QJsonArray planMetrics(const Summary &summary) const
    {
        QJsonArray all;
        for (const PlanMetric &metric : summary.planMetrics) {
            QJsonArray targets;
            for (const TargetOutcome &target : metric.targets)
                targets.append(Object{{text("severity"), target.severity},
                                      {text("within"), toSeconds(target.within)},
                                      {text("kept"), target.kept.number},
                                      {text("missed"), target.missed.number},
                                      {text("unknown"), target.unknown.number},
                                      {text("missed_in"), refs(target.missed)},
                                      {text("kept_share"), number(share(target.kept, target.kept.number + target.missed.number))}});
            Object one = spread(metric.spread);
            one.insert(text("plan"), metric.plan);
            one.insert(text("id"), metric.metric);
            one.insert(text("name"), metric.name);
            one.insert(text("from"), metric.from);
            one.insert(text("to"), metric.to);
            one.insert(text("targets"), targets);
            all.append(one);
        }
        return all;
    }

    const Metrics &m_metrics;
};

QJsonValue dateJson(const std::optional<QDate> &date)
{
    return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject toJson(const Metrics &metrics)
{
    const Writer writer(metrics);
    const MetricsQuery &query = metrics.query;
    QJsonObject json = writer.summary(metrics.all);
    QJsonArray groups;
    for (const Summary &group : metrics.groups) {
        QJsonObject one = writer.summary(group);
        one.insert(text("key"), group.key.isEmpty() ? text("unknown") : group.key);
        one.insert(text("title"), group.key.isEmpty() ? text("unknown") : group.title);
        groups.append(one);
    }
    json.insert(text("by"), groups);
    json.insert(text("drills_left_out"), metrics.leftOut.drills);
    json.insert(text("merged_left_out"), metrics.leftOut.merged);
    json.insert(text("asked"),
                Object{{text("from"), dateJson(query.from)},
                       {text("to"), dateJson(query.to)},
                       {text("by"), orNull(groupByName(query.by))},
                       {text("plan"), orNull(query.plan)},
                       {text("severity"), orNull(query.severity)},
                       {text("service"), orNull(query.service)},
                       {text("type"), orNull(query.type)},
                       {text("drills"), query.drills}});
    json.insert(text("definitions"), QJsonArray::fromStringList(definitions()));
    return json;
}

QStringList definitions()
{
    QStringList all;
    for (const LengthKind &kind : lengthKinds())
        all << QStringLiteral("%1 %2: %3 to %4").arg(text(kind.name), text(kind.words), text(kind.from), text(kind.to));
    all << QStringLiteral("months and days: of the detection, else of the declaration, in the zone of the incident's plan")
        << QStringLiteral("targets: the clocks to acknowledge and to resolve")
        << QStringLiteral(
               "repeat: linked to an earlier incident as related, duplicate or caused by it; else of the same written root cause; "
               "else of the same type with a service in common within %1 days")
               .arg(repeatsWithin.count())
        << QStringLiteral("merged and duplicate incidents are counted once")
        << QStringLiteral("action items in time: of those with a day that are done, or whose day went by, the ones done by their day");
    return all;
}

} // namespace qd::review
