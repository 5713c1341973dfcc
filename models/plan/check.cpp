#include "models/plan/check.h"

#include "models/plan/render.h"
#include "models/plan/values.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace qd::plan {
namespace {

constexpr QLatin1String all("all");

template<class T>
QStringList idsOf(const std::vector<T> &items)
{
    QStringList ids;
    for (const T &item : items)
        ids << item.id;
    return ids;
}

QStringList wordList(const char *words)
{
    return QString::fromLatin1(words).split(QLatin1Char(' '));
}

bool isSlug(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    return form.match(id).hasMatch();
}

bool isWord(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("^[\\w.+-]+$"), QRegularExpression::UseUnicodePropertiesOption);
    return form.match(id).hasMatch();
}

class Checker
{
public:
    Checker(const Plan &plan, const Complain &complain) : m_plan(plan), m_complain(complain), m_severities(idsOf(plan.severities))
    {
        m_severities.removeDuplicates();
    }

    void run();

private:
    void checkSelf();
    void checkIds();
    void checkSeverityNames();
    void checkTimes();
    void checkTemplates();
    void checkWords();

    template<class T>
    void ids(const char *list, const std::vector<T> &items, bool slug = true);
    void known(const QString &path, const char *what, const QString &where, const QString &word, const QStringList &words);
    void severity(const QString &path, const QString &where, const QString &id);
    void severityList(const QString &path, const QString &where, const QStringList &ids);

    const Plan &m_plan;
    const Complain &m_complain;
    QStringList m_severities;
};

QString at(const char *list, size_t index, const QString &rest = {})
{
    return QStringLiteral("%1/%2%3").arg(QLatin1String(list)).arg(index).arg(rest.isEmpty() ? rest : QLatin1Char('/') + rest);
}

void Checker::run()
{
    checkSelf();
    checkIds();
    checkSeverityNames();
    checkTimes();
    checkTemplates();
    checkWords();
}

void Checker::checkSelf()
{
    if (!m_plan.id.isEmpty() && !isSlug(m_plan.id))
        m_complain(QStringLiteral("id"), QStringLiteral("'%1' cannot be an id; use lower case, digits and hyphens").arg(m_plan.id));
    if (!QTimeZone(m_plan.zone).isValid())
        m_complain(QStringLiteral("zone"),
                   QStringLiteral("'%1' is no time zone; write an IANA name such as UTC or Europe/Berlin")
                       .arg(QString::fromUtf8(m_plan.zone.left(60))));
}

template<class T>
void Checker::ids(const char *list, const std::vector<T> &items, bool slug)
{
    QSet<QString> seen;
    for (size_t i = 0; i < items.size(); ++i) {
        const QString id = items[i].id;
        const QString path = at(list, i, QStringLiteral("id"));
        if (id.isEmpty())
            continue;
        if (!(slug ? isSlug(id) : isWord(id)))
            m_complain(path,
                       QStringLiteral("'%1' cannot be an id; use %2")
                           .arg(id, slug ? QStringLiteral("lower case, digits and hyphens") : QStringLiteral("one word")));
        else if (seen.contains(id.toCaseFolded()))
            m_complain(path, QStringLiteral("the id '%1' stands twice in %2; give each its own").arg(id, QString::fromLatin1(list)));
        seen.insert(id.toCaseFolded());
    }
}

void Checker::checkIds()
{
    ids("severities", m_plan.severities, false);
    ids("audiences", m_plan.audiences);
    ids("roles", m_plan.roles);
    ids("phases", m_plan.phases);
    ids("escalation", m_plan.escalation);
    ids("templates", m_plan.templates);
    ids("checklists", m_plan.checklists);
    ids("scenarios", m_plan.scenarios);
    ids("postmortem/sections", m_plan.postmortem.sections);
    ids("postmortem/horizons", m_plan.postmortem.horizons);
    ids("metrics", m_plan.metrics, false);
    if (m_severities.contains(all))
        m_complain(at("severities", static_cast<size_t>(idsOf(m_plan.severities).indexOf(all)), QStringLiteral("id")),
                   QStringLiteral("'all' stands for every severity and cannot be the id of one"));
}

void Checker::known(const QString &path, const char *what, const QString &where, const QString &word, const QStringList &words)
{
    if (word.isEmpty() || words.contains(word))
        return;
    const QString near = nearest(word.left(60), words);
    m_complain(path,
               QStringLiteral("unknown %1 '%2' in %3; ").arg(QLatin1String(what), word.left(60), where)
                   + (words.isEmpty() ? QStringLiteral("the plan has none")
                          : near.isEmpty()
                          ? QStringLiteral("the plan has %1").arg(words.join(QStringLiteral(", ")))
                          : QStringLiteral("did you mean '%1'? The plan has %2").arg(near, words.join(QStringLiteral(", ")))));
}

void Checker::severity(const QString &path, const QString &where, const QString &id)
{
    if (id != all)
        known(path, "severity", where, id, m_severities);
}

void Checker::severityList(const QString &path, const QString &where, const QStringList &list)
{
    for (qsizetype i = 0; i < list.size(); ++i)
        severity(QStringLiteral("%1/%2").arg(path).arg(i), where, list[i]);
}

void Checker::checkSeverityNames()
{
    for (size_t i = 0; i < m_plan.audiences.size(); ++i) {
        for (const Cadence &cadence : m_plan.audiences[i].cadences)
            severity(at("audiences", i, QStringLiteral("cadence/") + cadence.severity), QStringLiteral("cadence"), cadence.severity);
    }
    for (size_t i = 0; i < m_plan.roles.size(); ++i)
        severityList(at("roles", i, QStringLiteral("required_at")), QStringLiteral("required_at"), m_plan.roles[i].requiredAt);
    for (size_t i = 0; i < m_plan.escalation.size(); ++i)
        severityList(at("escalation", i, QStringLiteral("severities")), QStringLiteral("escalation"), m_plan.escalation[i].severities);
    for (size_t i = 0; i < m_plan.metrics.size(); ++i) {
        for (const MetricTarget &target : m_plan.metrics[i].targets)
            severity(at("metrics", i, QStringLiteral("targets/") + target.severity), QStringLiteral("targets"), target.severity);
    }
}

void Checker::checkTimes()
{
    for (size_t i = 0; i < m_plan.phases.size(); ++i) {
        const Phase &phase = m_plan.phases[i];
        if (phase.startsAfter && phase.endsAfter && *phase.endsAfter < *phase.startsAfter)
            m_complain(at("phases", i, QStringLiteral("ends_after")),
                       QStringLiteral("the phase '%1' ends before it starts; ends_after counts from detection, as starts_after does")
                           .arg(phase.name));
    }
    for (size_t i = 0; i < m_plan.escalation.size(); ++i) {
        if (m_plan.escalation[i].step < 1)
            m_complain(at("escalation", i, QStringLiteral("step")), QStringLiteral("steps of escalation count from 1"));
    }
}

void Checker::checkTemplates()
{
    static const QStringList stages = wordList("declared investigating identified mitigating monitoring resolved closed");
    for (size_t i = 0; i < m_plan.templates.size(); ++i) {
        const Template &item = m_plan.templates[i];
        known(at("templates", i, QStringLiteral("audience")), "audience", QStringLiteral("templates"), item.audience,
              idsOf(m_plan.audiences));
        if (!item.stage.isEmpty() && !stages.contains(item.stage))
            m_complain(at("templates", i, QStringLiteral("stage")),
                       QStringLiteral("'%1' is no stage; write %2").arg(item.stage, stages.join(QStringLiteral(", "))));
        for (const QString &name : placeholdersIn(item.body)) {
            if (knownPlaceholders().contains(name))
                continue;
            const QString near = nearest(name.left(60), knownPlaceholders());
            m_complain(at("templates", i, QStringLiteral("body")),
                       QStringLiteral("unknown placeholder {{%1}}; %2")
                           .arg(name.left(60),
                                near.isEmpty() ? QStringLiteral("write [%1] for what a person fills in").arg(name.left(60))
                                               : QStringLiteral("did you mean {{%1}}?").arg(near)));
        }
    }
}

void Checker::checkWords()
{
    static const QStringList milestones = wordList("started detected declared acknowledged identified mitigated resolved");
    static const QStringList fills = wordList("summary impact timeline durations roles actions metrics");
    const auto oneOf = [this](const QString &path, const QString &word, const QStringList &words) {
        if (!word.isEmpty() && !words.contains(word))
            m_complain(path,
                       QStringLiteral("'%1' is not known here; write one of %2").arg(word.left(60), words.join(QStringLiteral(", "))));
    };
    for (size_t i = 0; i < m_plan.metrics.size(); ++i) {
        const Metric &metric = m_plan.metrics[i];
        oneOf(at("metrics", i, QStringLiteral("from")), metric.from, milestones);
        oneOf(at("metrics", i, QStringLiteral("to")), metric.to, milestones);
        if (metric.from.isEmpty() != metric.to.isEmpty())
            m_complain(at("metrics", i), QStringLiteral("the metric '%1' needs both from and to, or neither").arg(metric.id));
    }
    for (size_t i = 0; i < m_plan.postmortem.sections.size(); ++i)
        oneOf(at("postmortem/sections", i, QStringLiteral("fill")), m_plan.postmortem.sections[i].fill, fills);
    for (size_t i = 0; i < m_plan.scenarios.size(); ++i)
        known(at("scenarios", i, QStringLiteral("type")), "type of incident", QStringLiteral("scenarios"), m_plan.scenarios[i].type,
              m_plan.types);
    for (size_t i = 0; i < m_plan.escalation.size(); ++i) {
        const QStringList &types = m_plan.escalation[i].types;
        for (qsizetype j = 0; j < types.size(); ++j)
            known(at("escalation", i, QStringLiteral("types/%1").arg(j)), "type of incident", QStringLiteral("escalation"), types[j],
                  m_plan.types);
    }
}

// `all` gives every severity that is not named its copy; then the order is that of the severities.
template<class T>
void resolve(std::vector<T> &rows, const QStringList &severities)
{
    std::vector<T> resolved;
    const auto find = [&rows](const QString &id) {
        return std::find_if(rows.begin(), rows.end(), [&id](const T &row) { return row.severity == id; });
    };
    for (const QString &id : severities) {
        auto row = find(id);
        if (row == rows.end())
            row = find(QString(all));
        if (row == rows.end())
            continue;
        resolved.push_back(*row);
        resolved.back().severity = id;
    }
    rows = std::move(resolved);
}

} // namespace

void checkPlan(const Plan &plan, const Complain &complain)
{
    Checker(plan, complain).run();
}

void resolveAll(Plan &plan)
{
    const QStringList severities = idsOf(plan.severities);
    for (Audience &audience : plan.audiences)
        resolve(audience.cadences, severities);
    for (Metric &metric : plan.metrics)
        resolve(metric.targets, severities);
    for (Role &role : plan.roles)
        role.requiredAt = role.requiredAt.contains(all) ? severities : role.requiredAt;
    for (EscalationStep &step : plan.escalation)
        step.severities = step.severities.contains(all) ? QStringList() : step.severities;
}

} // namespace qd::plan
