#include "models/review/fill.h"

#include "models/clocks/calendar.h"
#include "models/core/durationtext.h"
#include "models/core/standardsections.h"
#include "models/core/ticket.h"
#include "models/review/actionlist.h"
#include "models/review/factgroups.h"
#include "models/review/filltimeline.h"
#include "models/review/markdown.h"
#include "models/review/spans.h"
#include "models/review/wording.h"

namespace qd::review {
namespace {

QString verdictText(Fact::Verdict verdict)
{
    switch (verdict) {
    case Fact::Verdict::Kept: return QStringLiteral("kept");
    case Fact::Verdict::Missed: return QStringLiteral("**missed**");
    case Fact::Verdict::None: return {};
    }
    return {};
}

QString factTable(const QString &what, const std::vector<Fact> &facts, bool judged)
{
    std::vector<QStringList> rows;
    for (const Fact &fact : facts) {
        QStringList row{cellText(fact.label), cellText(fact.value)};
        if (judged)
            row << (fact.target.isEmpty() ? QStringLiteral("none stated") : cellText(fact.target)) << verdictText(fact.verdict);
        rows.push_back(row);
    }
    QStringList header{what, QStringLiteral("From the record")};
    if (judged)
        header << QStringLiteral("Target") << QStringLiteral("Verdict");
    return tableText(header, rows);
}

QString fillDurations(const plan::Plan &plan, const Incident &incident, Instant now)
{
    const FactSource source = factSource(plan, incident, now);
    std::vector<Fact> judged;
    addDurationFacts(source, judged);
    addUpdateFacts(source, judged);
    addAskFacts(source, judged);
    addClockFacts(source, judged);
    std::vector<Fact> spent;
    addSpanFacts(source, spent);
    addCommandFacts(source, spent);
    std::erase_if(spent, [](const Fact &fact) { return fact.label.startsWith(QLatin1String("Held by")); });
    return factTable(QStringLiteral("Measure"), judged, true) + QLatin1String("\n\n")
        + factTable(QStringLiteral("Time spent"), spent, false);
}

std::optional<Instant> milestoneNamed(const Milestones &at, const QString &name)
{
    const QMap<QString, std::optional<Instant>> all{
        {QStringLiteral("started"), at.started},       {QStringLiteral("detected"), at.detected},
        {QStringLiteral("declared"), at.declared},     {QStringLiteral("acknowledged"), at.acknowledged},
        {QStringLiteral("identified"), at.identified}, {QStringLiteral("mitigated"), at.mitigated},
        {QStringLiteral("resolved"), at.resolved}};
    return all.value(name);
}

// The plan's own measures, for this incident. One that counts incidents says nothing about one.
QString fillMetrics(const plan::Plan &plan, const Incident &incident, Instant)
{
    std::vector<Fact> measured;
    for (const plan::Metric &metric : plan.metrics) {
        if (metric.from.isEmpty() || metric.to.isEmpty())
            continue;
        const Length length = between(milestoneNamed(incident.milestones, metric.from), milestoneNamed(incident.milestones, metric.to));
        Fact fact{metric.name.isEmpty() ? metric.id : QStringLiteral("%1 (%2)").arg(metric.name, metric.id),
                  lengthText(length),
                  {},
                  Fact::Verdict::None,
                  {}};
        for (const plan::MetricTarget &target : metric.targets) {
            if (target.severity.compare(incident.severity, Qt::CaseInsensitive) != 0)
                continue;
            fact.target = QStringLiteral("within %1").arg(spokenDuration(target.within));
            if (length.value)
                fact.verdict = *length.value <= target.within ? Fact::Verdict::Kept : Fact::Verdict::Missed;
        }
        measured.push_back(std::move(fact));
    }
    return factTable(QStringLiteral("Metric"), measured, true);
}

QString fillRoles(const plan::Plan &plan, const Incident &incident, Instant now)
{
    const QTimeZone zone = clocks::zoneOf(plan);
    std::vector<QStringList> rows;
    for (const Tenure &tenure : tenures(incident)) {
        const QString until = tenure.to ? timeText(*tenure.to, zone) : QStringLiteral("the end");
        rows.push_back({cellText(roleText(incident, tenure.role)),
                        tenure.holder.isEmpty() ? QStringLiteral("*nobody*") : cellText(tenure.holder), timeText(tenure.from, zone), until,
                        tenure.handedOver ? QStringLiteral("handed over and accepted") : QStringLiteral("assigned"),
                        cellText(tenure.brief)});
        if (tenure.holder.isEmpty())
            rows.back()[4] = QStringLiteral("released");
    }
    const QString vacant = QStringLiteral("Time without a commander: %1.").arg([&] {
        const Duration time = vacantTime(incident, commanderRole(incident), now);
        return time > Duration{} ? spokenDuration(time) : QStringLiteral("none");
    }());
    if (rows.empty())
        return QStringLiteral("The record names nobody in any role. ") + vacant;
    const bool anyBrief = std::any_of(rows.begin(), rows.end(), [](const QStringList &row) { return !row[5].isEmpty(); });
    QStringList header{QStringLiteral("Role"),
                       QStringLiteral("Held by"),
                       QStringLiteral("From (%1)").arg(zoneName(zone)),
                       QStringLiteral("Until (%1)").arg(zoneName(zone)),
                       QStringLiteral("How"),
                       QStringLiteral("Brief")};
    if (!anyBrief) {
        header.removeLast();
        for (QStringList &row : rows)
            row.removeLast();
    }
    return tableText(header, rows) + QLatin1String("\n\n") + vacant;
}

QString dueCell(const ListedAction &action)
{
    if (!action.due.isValid())
        return QStringLiteral("*%1*").arg(action.expected.isValid() ? expectedText(action) : QStringLiteral("no date"));
    return action.overdueDays() > 0 ? action.item.due + QStringLiteral(" (overdue)") : action.item.due;
}

QString ticketCell(const QString &ticket)
{
    const QUrl link = ticketLink(ticket);
    return link.isValid()
        ? QStringLiteral("[%1](<%2>)")
              .arg(cellText(ticket), QString::fromLatin1(link.toEncoded()).replace(QLatin1Char('|'), QLatin1String("%7C")))
        : cellText(ticket);
}

QString fillActions(const plan::Plan &plan, const Incident &incident, Instant now)
{
    std::vector<QStringList> rows;
    for (const ListedAction &action : actionsOf(plan, incident, now)) {
        const ActionItem &item = action.item;
        QStringList kind{item.category, item.horizon};
        kind.removeAll(QString());
        rows.push_back({cellText(item.text), item.owner.isEmpty() ? QStringLiteral("*nobody yet*") : cellText(item.owner), dueCell(action),
                        cellText(kind.join(QLatin1String(", "))), cellText(closingText(action)), ticketCell(item.ticket)});
    }
    if (rows.empty())
        return {};
    return tableText({QStringLiteral("Action"), QStringLiteral("Owner"), QStringLiteral("Due"), QStringLiteral("Kind"),
                      QStringLiteral("State"), QStringLiteral("Ticket")},
                     rows);
}

struct Filling
{
    const char *name;
    QString (*fill)(const plan::Plan &plan, const Incident &incident, Instant now);
    bool record;
};
constexpr Filling fillings[] = {
    {"summary", fillSummary, false}, {"impact", fillImpact, false}, {"timeline", fillTimeline, true}, {"durations", fillDurations, true},
    {"metrics", fillMetrics, false}, {"roles", fillRoles, true},    {"actions", fillActions, true},
};

const Filling *fillingOf(const QString &name)
{
    const auto found = std::find_if(std::begin(fillings), std::end(fillings),
                                    [&name](const Filling &filling) { return name == QLatin1String(filling.name); });
    return found == std::end(fillings) ? nullptr : found;
}

} // namespace

QString fillFromRecord(const QString &fill, const plan::Plan &plan, const Incident &incident, Instant now)
{
    const Filling *filling = fillingOf(fill);
    return filling ? filling->fill(plan, incident, now) : QString();
}

bool isRecord(const QString &fill)
{
    const Filling *filling = fillingOf(fill);
    return filling && filling->record;
}

QString filledBy(const plan::Section &section)
{
    if (!section.fill.isEmpty())
        return section.fill;
    for (const StandardSection &standard : standardSections()) {
        if (covers(section.title, {}, standard))
            return standard.fill;
    }
    return {};
}

std::vector<plan::Section> allSections(const plan::Plan &plan)
{
    std::vector<plan::Section> all = plan.postmortem.sections;
    for (const StandardSection &standard : standardSections()) {
        const bool said = std::any_of(plan.postmortem.sections.begin(), plan.postmortem.sections.end(),
                                      [&standard](const plan::Section &section) { return covers(section.title, section.fill, standard); });
        if (!said)
            all.push_back({standard.id, standard.title, standard.prompts, standard.fill, false});
    }
    return all;
}

QString withRecord(const DraftSection &section, const plan::Plan &plan, const Incident &incident, Instant now)
{
    const std::vector<plan::Section> all = allSections(plan);
    const auto planned = std::find_if(all.begin(), all.end(), [&section](const plan::Section &item) { return item.id == section.id; });
    const QString fill = planned == all.end() ? QString() : filledBy(*planned);
    if (!section.written || !isRecord(fill))
        return section.markdown;
    const QString record = fillFromRecord(fill, plan, incident, now);
    const QStringList standing = section.markdown.split(QLatin1Char('\n'));
    const QStringList lines = record.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const bool there = std::all_of(lines.begin(), lines.end(), [&standing](const QString &line) { return standing.contains(line); });
    return there ? section.markdown : section.markdown + QLatin1String("\n\n### From the record\n\n") + record;
}

} // namespace qd::review
