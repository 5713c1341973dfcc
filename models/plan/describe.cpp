#include "models/plan/render.h"

#include "models/core/durationtext.h"
#include "models/plan/values.h"

#include <algorithm>

namespace qd::plan {
namespace {

using Rows = std::vector<QStringList>;

constexpr QLatin1String indent("  ");

template<class T, class Text>
QString joined(const std::vector<T> &items, const Text &textOf)
{
    QStringList texts;
    for (const T &item : items)
        texts << textOf(item);
    return texts.join(QStringLiteral(", "));
}

// Columns as wide as their widest cell; a column in which no row says anything is left out.
QString table(const QString &heading, const QStringList &titles, const Rows &rows)
{
    if (rows.empty())
        return {};
    std::vector<qsizetype> widths;
    for (qsizetype column = 0; column < titles.size(); ++column) {
        qsizetype widest = 0;
        for (const QStringList &row : rows)
            widest = std::max(widest, row[column].size());
        widths.push_back(widest == 0 ? 0 : std::max(widest, titles[column].size()));
    }
    const auto line = [&](const QStringList &cells) {
        QString text = indent;
        for (size_t column = 0; column < widths.size(); ++column) {
            if (widths[column] > 0)
                text += cells[static_cast<qsizetype>(column)].leftJustified(widths[column]) + indent;
        }
        while (text.endsWith(QLatin1Char(' ')))
            text.chop(1);
        return text + QLatin1Char('\n');
    };
    QString text = QLatin1Char('\n') + heading + QLatin1Char('\n') + line(titles);
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

QString paragraph(const QString &heading, const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("\n%1\n  %2\n").arg(heading, text);
}

QString target(const MaybeTarget &value)
{
    return value ? spokenTarget(*value) : QString();
}

QString span(const Phase &phase)
{
    const QString from = !phase.startsAfter ? QString()
        : *phase.startsAfter == Duration{}  ? QStringLiteral("0")
                                            : spokenDuration(*phase.startsAfter);
    const QString to = phase.endsAfter ? spokenDuration(*phase.endsAfter) : QString();
    if (from.isEmpty() || to.isEmpty())
        return from.isEmpty() ? (to.isEmpty() ? to : QStringLiteral("until ") + to) : QStringLiteral("from ") + from;
    return from + QStringLiteral(" to ") + to;
}

QString head(const Plan &plan)
{
    QString text = plan.id + QStringLiteral(": ") + plan.name;
    if (!plan.version.isEmpty())
        text += QStringLiteral(" (version %1)").arg(plan.version);
    text += QLatin1Char('\n');
    if (!plan.summary.isEmpty())
        text += plan.summary.simplified() + QLatin1Char('\n');
    text += QStringLiteral("Times are read in %1; working hours are %2, %3; targets count from %4.\n")
                .arg(QString::fromUtf8(plan.zone), dayNames(plan.calendar).join(QLatin1Char(' ')), hoursText(plan.calendar),
                     plan.origin == Origin::Started ? QStringLiteral("the start") : QStringLiteral("detection"));
    if (plan.stabilityWatch)
        text += QStringLiteral("After a fix, %1 of stability watch.\n").arg(spokenDuration(*plan.stabilityWatch));
    return text;
}

QString postmortemOf(const Severity &severity)
{
    const QString when = target(severity.postmortemWithin);
    if (!severity.postmortemRequired)
        return when.isEmpty() ? when : QStringLiteral("within ") + when;
    if (severity.postmortemRequired == Need::No)
        return QStringLiteral("not required");
    if (severity.postmortemRequired == Need::Optional)
        return when.isEmpty() ? QStringLiteral("optional") : QStringLiteral("optional, within ") + when;
    return when.isEmpty() ? QStringLiteral("required") : QStringLiteral("required within ") + when;
}

QString severities(const Plan &plan)
{
    Rows rows;
    for (const Severity &item : plan.severities)
        rows.push_back({item.id, item.name, target(item.respondWithin), target(item.resolveWithin), postmortemOf(item), item.coverage});
    return table(QStringLiteral("Severities"),
                 {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("respond"), QStringLiteral("resolve"),
                  QStringLiteral("post-mortem"), QStringLiteral("coverage")},
                 rows);
}

QString updates(const Plan &plan)
{
    QStringList titles{QStringLiteral("audience")};
    for (const Severity &severity : plan.severities)
        titles << severity.id;
    Rows rows;
    for (const Audience &audience : plan.audiences) {
        QStringList row{audience.name + (audience.external ? QStringLiteral(" (outside)") : QString())};
        for (const Severity &severity : plan.severities) {
            const Cadence *cadence = findCadence(audience, severity.id);
            QStringList parts;
            if (cadence && cadence->firstWithin)
                parts << QStringLiteral("first ") + spokenTarget(*cadence->firstWithin);
            if (cadence && cadence->every)
                parts << (std::holds_alternative<QString>(*cadence->every) ? QString() : QStringLiteral("every "))
                        + spokenTarget(*cadence->every);
            row << parts.join(QStringLiteral(", "));
        }
        rows.push_back(row);
    }
    return table(QStringLiteral("Updates"), titles, rows);
}

QString roles(const Plan &plan)
{
    Rows rows;
    for (const Role &role : plan.roles)
        rows.push_back({role.id, role.name, role.abbrev, role.requiredAt.join(QLatin1Char(' ')), role.takenBy});
    return table(
        QStringLiteral("Roles"),
        {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("short"), QStringLiteral("required at"), QStringLiteral("taken by")},
        rows);
}

QString escalation(const Plan &plan)
{
    Rows rows;
    for (const EscalationStep &step : plan.escalation) {
        QStringList when;
        if (step.after)
            when << (*step.after == Duration{} ? QStringLiteral("at once") : QStringLiteral("after ") + spokenDuration(*step.after));
        if (step.afterResolveTarget)
            when << QStringLiteral("past the resolve target");
        if (!step.condition.isEmpty())
            when << step.condition;
        const QString where = step.severities.isEmpty() ? QStringLiteral("all") : step.severities.join(QLatin1Char(' '));
        rows.push_back({where, QString::number(step.step), step.id, step.who, when.join(QStringLiteral(", ")),
                        step.channels.join(QStringLiteral(", "))});
    }
    return table(QStringLiteral("Escalation"),
                 {QStringLiteral("at"), QStringLiteral("step"), QStringLiteral("id"), QStringLiteral("who"), QStringLiteral("when"),
                  QStringLiteral("by")},
                 rows);
}

QString phases(const Plan &plan)
{
    Rows rows;
    for (const Phase &phase : plan.phases)
        rows.push_back({phase.id, phase.name, span(phase), QString::number(phase.steps.size())});
    return table(QStringLiteral("Phases"),
                 {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("since detection"), QStringLiteral("steps")}, rows);
}

QString metrics(const Plan &plan)
{
    Rows rows;
    for (const Metric &metric : plan.metrics)
        rows.push_back({metric.id, metric.name, joined(metric.targets, [](const MetricTarget &item) {
                            return item.severity + QLatin1Char(' ') + spokenDuration(item.within);
                        })});
    return table(QStringLiteral("Metrics"), {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("targets")}, rows);
}

QString conflicts(const Plan &plan)
{
    QStringList texts;
    for (const Severity &severity : plan.severities) {
        for (const QString &conflict : severity.conflicts)
            texts << severity.id + QStringLiteral(": ") + conflict.simplified();
    }
    for (const Conflict &conflict : plan.conflicts)
        texts << conflict.what.simplified();
    return paragraph(QStringLiteral("Where the written plan says two things"), texts.join(QStringLiteral("\n  ")));
}

} // namespace

QString describe(const Plan &plan)
{
    const auto id = [](const auto &item) { return item.id; };
    return head(plan) + severities(plan) + updates(plan) + roles(plan) + escalation(plan) + phases(plan)
        + paragraph(QStringLiteral("Scenarios"), joined(plan.scenarios, id))
        + paragraph(QStringLiteral("Templates"), joined(plan.templates, id))
        + paragraph(QStringLiteral("Checklists"), joined(plan.checklists, id))
        + paragraph(QStringLiteral("Post-mortem sections"), joined(plan.postmortem.sections, id)) + metrics(plan) + conflicts(plan);
}

} // namespace qd::plan
