#include "models/plan/json.h"

#include <QJsonArray>

namespace qd::plan {
namespace {

using List = std::initializer_list<std::pair<const char *, QJsonValue>>;

// Absent where the plan does not say.
QJsonObject object(const List &values)
{
    QJsonObject json;
    for (const auto &[key, value] : values) {
        const bool empty = value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty())
            || (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
        if (!empty)
            json.insert(QLatin1String(key), value);
    }
    return json;
}

template<class T, class Make>
QJsonArray array(const std::vector<T> &items, const Make &make)
{
    QJsonArray json;
    for (const T &item : items)
        json.append(make(item));
    return json;
}

QJsonArray titles(const std::vector<Step> &steps)
{
    return array(steps, [](const Step &step) { return step.title; });
}

QJsonArray numbers(const std::vector<int> &values)
{
    return array(values, [](int value) { return value; });
}

QJsonValue seconds(const std::optional<Duration> &duration)
{
    return duration ? QJsonValue(toSeconds(*duration)) : QJsonValue();
}

// The cadence to the responders, or the only one that is stated.
const Cadence *contractCadence(const Plan &plan, const QString &severity)
{
    const Cadence *only = nullptr;
    int stated = 0;
    for (const Audience &audience : plan.audiences) {
        const Cadence *cadence = findCadence(audience, severity);
        if (!cadence || !cadence->every)
            continue;
        if (audience.id == QLatin1String("responders"))
            return cadence;
        only = cadence;
        ++stated;
    }
    return stated == 1 ? only : nullptr;
}

QJsonObject severityRow(const Plan &plan, const QJsonObject &full, int rank)
{
    const QString id = full[QLatin1String("id")].toString();
    const Cadence *cadence = contractCadence(plan, id);
    return object({{"id", id},
                   {"name", full[QLatin1String("name")]},
                   {"rank", rank},
                   {"respond_within", full[QLatin1String("respond_within")]},
                   {"resolve_within", full[QLatin1String("resolve_within")]},
                   {"update_every", cadence ? targetJson(*cadence->every) : QJsonValue()},
                   {"postmortem_required", full[QLatin1String("postmortem_required")]},
                   {"postmortem_within", full[QLatin1String("postmortem_within")]},
                   {"lines", full[QLatin1String("lines")]}});
}

QJsonArray severityRows(const Plan &plan)
{
    const QJsonArray full = toJson(plan)[QLatin1String("severities")].toArray();
    QJsonArray rows;
    for (const auto severity : full)
        rows.append(severityRow(plan, severity.toObject(), static_cast<int>(rows.size())));
    return rows;
}

QJsonArray escalationRows(const Plan &plan)
{
    QJsonArray rows;
    for (const EscalationStep &step : plan.escalation) {
        const QStringList severities = step.severities.isEmpty() ? QStringList{QString()} : step.severities;
        for (const QString &severity : severities)
            rows.append(object({{"severity", severity},
                                {"step", step.step},
                                {"who", step.who},
                                {"after", seconds(step.after)},
                                {"condition", step.condition},
                                {"id", step.id}}));
    }
    return rows;
}

QJsonArray conflictRows(const Plan &plan)
{
    QJsonArray rows = array(plan.conflicts, [](const Conflict &item) {
        return object({{"what", item.what},
                       {"path", item.path},
                       {"values", QJsonArray::fromStringList(item.values)},
                       {"lines", numbers(item.lines)}});
    });
    for (const Severity &severity : plan.severities) {
        for (const QString &conflict : severity.conflicts)
            rows.append(object({{"what", severity.id + QStringLiteral(": ") + conflict}}));
    }
    return rows;
}

} // namespace

QJsonObject toContractJson(const Plan &plan)
{
    const auto named = [](const auto &item) { return object({{"id", item.id}, {"name", item.name}, {"body", item.body}}); };
    QJsonObject json{{QStringLiteral("id"), plan.id},
            {QStringLiteral("name"), plan.name},
            {QStringLiteral("severities"), severityRows(plan)},
            {QStringLiteral("roles"),
             array(plan.roles,
                   [](const Role &role) {
                       return object({{"id", role.id},
                                      {"name", role.name},
                                      {"abbrev", role.abbrev},
                                      {"duties", QJsonArray::fromStringList(role.duties)}});
                   })},
            {QStringLiteral("phases"),
             array(plan.phases,
                   [](const Phase &phase) {
                       return object({{"id", phase.id},
                                      {"name", phase.name},
                                      {"starts_after", seconds(phase.startsAfter)},
                                      {"ends_after", seconds(phase.endsAfter)},
                                      {"steps", titles(phase.steps)}});
                   })},
            {QStringLiteral("escalation"), escalationRows(plan)},
            {QStringLiteral("templates"), array(plan.templates, named)},
            {QStringLiteral("scenarios"),
             array(plan.scenarios,
                   [](const Scenario &scenario) {
                       return object({{"id", scenario.id}, {"name", scenario.name}, {"steps", titles(scenario.steps)}});
                   })},
            {QStringLiteral("metrics"), array(plan.metrics, [](const Metric &metric) { return metric.id; })},
            {QStringLiteral("conflicts"), conflictRows(plan)},
            {QStringLiteral("unread"),
             array(plan.unread,
                   [](const Unread &item) {
                       return object({{"line", item.line}, {"text", item.text}});
                   })},
            {QStringLiteral("lines"), toJson(plan)[QLatin1String("lines")]}};
    if (plan.postmortem.within)
        json.insert(QStringLiteral("postmortem_within"), targetJson(*plan.postmortem.within));
    return json;
}

} // namespace qd::plan
