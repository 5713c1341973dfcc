#include "models/review/metrics.h"

namespace qd::review {
namespace {

QString text(const char *words)
{
    return QLatin1String(words);
}

class Table
{
public:
    explicit Table(const Metrics &metrics) : m_metrics(metrics)
    {
        m_rows.push_back({text("grouped by"), text("group"), text("measure"), text("value"), text("unit"), text("incidents")});
    }

    void add(const QString &by, const Summary &summary)
    {
        m_by = by;
        m_group = by == text("all") ? QString() : summary.key.isEmpty() ? text("unknown") : summary.title;
        row(text("incidents"), summary.incidents);
        for (size_t i = 0; i < measureCount; ++i)
            spread(QStringLiteral("%1 %2").arg(text(lengthKinds()[i].name), text(lengthKinds()[i].words)), summary.lengths[i]);
        tally(text("targets"), summary.targets);
        for (auto it = summary.clocks.begin(); it != summary.clocks.end(); ++it)
            tally(QStringLiteral("clocks, %1,").arg(it.key()), *it);
        row(text("repeats, linked"), summary.linkedAgain);
        row(text("repeats, same cause"), summary.sameCause);
        row(text("repeats, same type and service"), summary.sameKind);
        actions(summary.actions);
        for (auto it = summary.severities.begin(); it != summary.severities.end(); ++it)
            row(QStringLiteral("severity ") + (it.key().isEmpty() ? text("unknown") : it.key()), *it);
        for (auto it = summary.types.begin(); it != summary.types.end(); ++it)
            row(QStringLiteral("type ") + (it.key().isEmpty() ? text("unknown") : it.key()), *it);
        for (const PlanMetric &metric : summary.planMetrics)
            planMetric(metric);
    }

    [[nodiscard]] std::vector<QStringList> rows() && { return std::move(m_rows); }

private:
    void put(const QString &measure, const QString &value, const QString &unit, const Members &in)
    {
        QStringList refs;
        for (const int place : in)
            refs << m_metrics.incident(place).ref;
        m_rows.push_back({m_by, m_group, measure, value, unit, refs.join(QLatin1Char(' '))});
    }

    void row(const QString &measure, const Count &count) { put(measure, QString::number(count.number), {}, count.in); }

    void spread(const QString &name, const Spread &spread)
    {
        const auto seconds = [](const std::optional<Duration> &length) { return length ? QString::number(toSeconds(*length)) : QString(); };
        put(name + QLatin1String(", median"), seconds(spread.median), text("s"), spread.known.in);
        put(name + QLatin1String(", 90th percentile"), seconds(spread.p90), text("s"), spread.known.in);
        row(name + QLatin1String(", not known"), spread.unknown);
        row(name + QLatin1String(", impossible"), spread.impossible);
    }

    void tally(const QString &name, const Tally &tally)
    {
        row(name + QLatin1String(" kept"), tally.kept);
        row(name + QLatin1String(" missed"), tally.missed);
        row(name + QLatin1String(" open"), tally.open);
        row(name + QLatin1String(" waived"), tally.waived);
    }

    void actions(const ActionTally &actions)
    {
        const std::pair<const char *, const Count *> rows[] = {
            {"added", &actions.added}, {"done", &actions.done}, {"dropped", &actions.dropped}, {"in time", &actions.inTime},
            {"late", &actions.late},   {"open", &actions.open}, {"overdue", &actions.overdue}};
        for (const auto &[name, count] : rows)
            row(QStringLiteral("action items ") + text(name), *count);
    }

    void planMetric(const PlanMetric &metric)
    {
        const QString name = QStringLiteral("%1 of %2").arg(metric.metric, metric.planName);
        spread(name, metric.spread);
        for (const TargetOutcome &target : metric.targets) {
            const QString at = QStringLiteral("%1 at %2, target of %3 s,").arg(name, target.severity).arg(toSeconds(target.within));
            row(at + QLatin1String(" kept"), target.kept);
            row(at + QLatin1String(" missed"), target.missed);
            row(at + QLatin1String(" not known"), target.unknown);
        }
    }

    const Metrics &m_metrics;
    QString m_by, m_group;
    std::vector<QStringList> m_rows;
};

} // namespace

std::vector<QStringList> toTable(const Metrics &metrics)
{
    Table table(metrics);
    table.add(text("all"), metrics.all);
    for (const Summary &group : metrics.groups)
        table.add(groupByName(metrics.query.by), group);
    return std::move(table).rows();
}

} // namespace qd::review
