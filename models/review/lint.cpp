#include "models/review/lintrules.h"

#include <QCryptographicHash>

namespace qd::review {
namespace {

constexpr QChar between(u'\x1f');

QString keyOf(const QStringList &parts)
{
    const QByteArray whole = parts.join(between).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().left(16));
}

// A dismissal is of a key; what stands differently now has another.
void dismiss(std::vector<Finding> &all, const Incident &incident)
{
    if (incident.dismissals.empty())
        return;
    QHash<QString, const Dismissal *> dismissals;
    for (const Dismissal &dismissal : incident.dismissals)
        dismissals.insert(dismissal.finding, &dismissal);
    for (Finding &finding : all) {
        const Dismissal *dismissal = dismissals.value(finding.key);
        if (!dismissal)
            continue;
        finding.dismissed = true;
        finding.reason = dismissal->reason;
        finding.dismissedBy = dismissal->by;
    }
    std::stable_partition(all.begin(), all.end(), [](const Finding &finding) { return !finding.dismissed; });
}

} // namespace

void LintReport::add(const Spot &spot, const QString &text, const QString &suggestion, const QString &basis)
{
    const QString rule = QLatin1String(m_rule->id);
    const QStringList parts{rule, spot.place, basis.simplified()};
    QString key = keyOf(parts);
    if (const int before = m_met[key]++; before > 0)
        key = keyOf(parts + QStringList{QString::number(before)}); // the same sentence twice
    m_all.push_back({key, rule, spot.place, spot.start, spot.length, text, QString::fromUtf8(m_rule->why), suggestion, false, {}, {}});
}

std::vector<Finding> everyFinding(const plan::Plan &plan, const Incident &incident, Instant now)
{
    return everyFinding(plan, incident, now, postmortem(plan, incident, now));
}

std::vector<Finding> everyFinding(const plan::Plan &plan, const Incident &incident, Instant now, const std::vector<DraftSection> &drafted)
{
    const LintSource source{plan, incident, now, drafted};
    LintReport report;
    for (const std::vector<LintRule> *rules : {&sectionRules, &recordRules, &followUpRules, &reviewRules, &wordingRules}) {
        for (const LintRule &rule : *rules) {
            report.begin(rule);
            rule.find(source, report);
        }
    }
    std::vector<Finding> all = report.take();
    dismiss(all, incident);
    return all;
}

std::vector<Finding> lint(const plan::Plan &plan, const Incident &incident, Instant now)
{
    std::vector<Finding> all = everyFinding(plan, incident, now);
    std::erase_if(all, [](const Finding &finding) { return finding.dismissed; });
    return all;
}

} // namespace qd::review
