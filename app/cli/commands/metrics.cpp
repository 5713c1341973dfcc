// The metrics over all incidents.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/core/durationtext.h"
#include "models/exchange/tablefile.h"
#include "models/plan/json.h"
#include "models/review/metrics.h"

#include <QFileInfo>

namespace qd::cli {
namespace {

using review::Metrics;
using review::MetricsQuery;

Result<std::optional<QDate>> dateOption(const Shell &shell, const char *option)
{
    const std::optional<QString> text = shell.arguments().maybe(option);
    if (!text)
        return std::optional<QDate>();
    return shell.date(*text).map([](QDate date) { return std::optional(date); });
}

Result<MetricsQuery> readQuery(const Shell &shell)
{
    const Result<std::optional<QDate>> from = dateOption(shell, "from");
    const Result<std::optional<QDate>> to = dateOption(shell, "to");
    for (const auto *date : {&from, &to}) {
        if (!*date)
            return tl::unexpected(date->error());
    }
    if (*from && *to && **to < **from)
        return failure(ErrorCode::Usage, QStringLiteral("--to lies before --from; write the earlier day after --from"));
    MetricsQuery query;
    query.from = *from;
    query.to = *to;
    query.drills = shell.arguments().has("drills");
    query.plan = shell.arguments().value("plan");
    query.severity = shell.arguments().value("severity");
    query.service = shell.arguments().value("service");
    query.type = shell.arguments().value("type");
    if (const std::optional<QString> by = shell.arguments().maybe("by")) {
        const std::optional<review::GroupBy> group = review::groupByFromName(*by);
        if (!group)
            return failure(ErrorCode::Usage,
                           QStringLiteral("metrics cannot be grouped by '%1'; use month, severity, type, plan or service").arg(*by));
        query.by = *group;
    }
    return query;
}

QString refsText(const Metrics &metrics, const review::Count &count)
{
    QStringList refs;
    for (const int place : count.in)
        refs << metrics.incident(place).ref;
    const qsizetype left = refs.size() - 5;
    return left > 0 ? QStringLiteral("%1 and %2 more").arg(refs.mid(0, 5).join(QStringLiteral(", "))).arg(left)
                    : refs.join(QStringLiteral(", "));
}

QString spreadText(const review::Spread &spread)
{
    QString line = spread.median ? QStringLiteral("median %1, 90 % within %2 (of %3)")
                                       .arg(spokenDuration(*spread.median), spokenDuration(spread.p90.value_or(*spread.median)))
                                       .arg(spread.known.number)
                                 : QStringLiteral("not known");
    if (spread.median && spread.unknown.number > 0)
        line += QStringLiteral("; %1 not known").arg(spread.unknown.number);
    return line;
}

QString lineOf(const QString &label, const QString &words)
{
    return QStringLiteral("  %1 %2").arg(label.leftJustified(12), words);
}

QStringList planLines(const review::Summary &summary)
{
    QStringList lines;
    for (const review::PlanMetric &metric : summary.planMetrics) {
        QString line = QStringLiteral("  %1 of %2 (%3 to %4): %5")
                           .arg(metric.metric, metric.planName, metric.from, metric.to, spreadText(metric.spread));
        for (const review::TargetOutcome &target : metric.targets)
            line += QStringLiteral("; %1 within %2: %3 kept, %4 missed")
                        .arg(target.severity, spokenDuration(target.within))
                        .arg(target.kept.number)
                        .arg(target.missed.number);
        lines << line;
    }
    return lines;
}

QString textOf(const Metrics &metrics, const QString &title, const review::Summary &summary)
{
    QStringList lines{QStringLiteral("%1: %2 incidents").arg(title).arg(summary.incidents.number)};
    if (summary.incidents.number == 0)
        return lines.join(QLatin1Char('\n'));
    for (size_t i = 0; i < review::measureCount; ++i) {
        const review::Spread &spread = summary.lengths[i];
        QString line = lineOf(QLatin1String(review::lengthKinds()[i].words).mid(3), spreadText(spread));
        if (spread.impossible.number > 0)
            line += QStringLiteral("; %1 impossible (%2)").arg(spread.impossible.number).arg(refsText(metrics, spread.impossible));
        lines << line;
    }
    const review::ActionTally &actions = summary.actions;
    lines << lineOf(QStringLiteral("targets"),
                    QStringLiteral("%1 kept, %2 missed").arg(summary.targets.kept.number).arg(summary.targets.missed.number))
          << lineOf(QStringLiteral("repeats"),
                    QStringLiteral("%1 linked, %2 of the same cause, %3 of the same type and service")
                        .arg(summary.linkedAgain.number)
                        .arg(summary.sameCause.number)
                        .arg(summary.sameKind.number))
          << lineOf(QStringLiteral("action items"),
                    QStringLiteral("%1 closed of %2, %3 in time, %4 late, %5 overdue")
                        .arg(actions.done.number + actions.dropped.number)
                        .arg(actions.added.number)
                        .arg(actions.inTime.number)
                        .arg(actions.late.number)
                        .arg(actions.overdue.number));
    return (lines + planLines(summary)).join(QLatin1Char('\n'));
}

QString leftOutText(const review::LeftOut &leftOut)
{
    QStringList parts;
    if (leftOut.drills > 0)
        parts << QStringLiteral("%1 drills (--drills counts them)").arg(leftOut.drills);
    if (leftOut.merged > 0)
        parts << QStringLiteral("%1 merged or duplicate").arg(leftOut.merged);
    return parts.isEmpty() ? QString() : QStringLiteral("left out: ") + parts.join(QStringLiteral(", "));
}

QString textOf(const Metrics &metrics)
{
    QStringList parts{textOf(metrics, QStringLiteral("all"), metrics.all)};
    if (const QString leftOut = leftOutText(metrics.leftOut); !leftOut.isEmpty())
        parts << leftOut;
    for (const review::Summary &group : metrics.groups)
        parts << textOf(metrics, group.key.isEmpty() ? QStringLiteral("not known") : group.title, group);
    return parts.join(QStringLiteral("\n\n"));
}

// Without the entries that people logged: a long timeline costs nothing here.
Result<review::MeasuredCases> measuredCases(Shell &shell)
{
    const Result<Journal *> journal = shell.journal(Shell::Access::Read);
    if (!journal)
        return tl::unexpected(journal.error());
    const Result<std::vector<IncidentSummary>> rows = (*journal)->incidents();
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QByteArray, plan::Plan> plans; // many incidents run under one
    review::MeasuredCases cases;
    for (const IncidentSummary &row : *rows) {
        const Result<std::vector<Event>> course = (*journal)->course(row.id);
        if (!course)
            return tl::unexpected(course.error());
        const Incident incident = fold(*course);
        const QByteArray hash = hashBody(canonicalBody(incident.plan));
        if (!plans.contains(hash))
            plans.insert(hash, plan::fromJson(incident.plan));
        cases.push_back(std::make_shared<const review::Measured>(review::measure(plans[hash], incident, shell.now())));
    }
    return cases;
}

Result<Answer> showMetrics(Shell &shell)
{
    const Result<MetricsQuery> query = readQuery(shell);
    if (!query)
        return tl::unexpected(query.error());
    const Result<review::MeasuredCases> cases = measuredCases(shell);
    if (!cases)
        return tl::unexpected(cases.error());
    const bool ran = std::any_of(cases->begin(), cases->end(), [&query](const auto &one) {
        return query->plan.compare(one->plan, Qt::CaseInsensitive) == 0 || query->plan.compare(one->planName, Qt::CaseInsensitive) == 0;
    });
    if (!query->plan.isEmpty() && !ran) { // none ran under it, or nobody has heard of it
        if (const Result<plan::Plan> known = shell.plans().load(query->plan); !known)
            return tl::unexpected(known.error());
    }
    const Metrics metrics = review::metrics(*cases, *query, shell.now());
    const QString file = shell.arguments().value("csv");
    if (file.isEmpty())
        return Answer{textOf(metrics), review::toJson(metrics)};
    if (const Result<void> written = exchange::writeTable(file, review::toTable(metrics)); !written)
        return tl::unexpected(written.error());
    return Answer{QStringLiteral("metrics of %1 incidents written to %2").arg(metrics.all.incidents.number).arg(file),
                  review::toJson(metrics)};
}

} // namespace

const CommandGroup metricsCommands{
    {"metrics",
     "[--from DATE] [--to DATE] [--by month|severity|type|plan|service] [--plan PLAN] [--severity S] [--service NAME] [--type X] "
     "[--drills] "
     "[--csv FILE]",
     "How long incidents took, against their targets; what came again; which promises and action items were kept.", showMetrics},
};

} // namespace qd::cli
