#include "models/exchange/outlinekinds.h"

#include "models/clocks/calendar.h"
#include "models/exchange/incidentcharts.h"
#include "models/review/fill.h"
#include "models/review/markdown.h"
#include "models/review/wording.h"

namespace qd::exchange {
namespace {

std::vector<OutlineRow> factRows(const Outline &outline)
{
    const Incident &incident = outline.incident;
    const QTimeZone zone = clocks::zoneOf(outline.plan);
    const auto time = [&zone](const std::optional<Instant> &at) { return at ? review::zonedText(*at, zone) : QStringLiteral("not known"); };
    const review::Durations lengths = review::durations(incident);
    std::vector<OutlineRow> rows = {headRow("Severity", outline.severity), headRow("Status", outline.status)};
    if (!incident.type.isEmpty())
        rows.push_back(headRow("Type", incident.type));
    if (!incident.services.isEmpty())
        rows.push_back(headRow("Services", incident.services.join(QLatin1String(", "))));
    rows.push_back(headRow("Started", time(incident.milestones.started)));
    rows.push_back(headRow("Detected", time(incident.milestones.detected)));
    rows.push_back(headRow("Resolved", incident.isOpen() ? QStringLiteral("not yet") : time(incident.milestones.resolved)));
    rows.push_back(headRow("Time to resolve", review::lengthText(lengths.toResolve)));
    rows.push_back(headRow("Commander", commandersOf(incident)));
    rows.push_back(headRow("Response plan", outline.plan.name.isEmpty() ? incident.rules.planName : outline.plan.name));
    return rows;
}

QString standText(const Outline &outline, const std::optional<FinalVersion> &final)
{
    const QTimeZone zone = clocks::zoneOf(outline.plan);
    if (final)
        return QStringLiteral("Final, made so by %1 at %2; what was recorded later is not in it")
            .arg(final->by, review::zonedText(final->at, zone));
    return QStringLiteral("%1, as of %2").arg(review::statusText(outline.state), review::zonedText(outline.now, zone));
}

bool isLeftOut(const review::DraftSection &section, Edition edition)
{
    return edition == Edition::External && (section.internal || (!section.written && !section.filled));
}

QString listText(const QStringList &texts, const std::function<QString(qsizetype)> &mark)
{
    QStringList lines;
    for (qsizetype i = 0; i < texts.size(); ++i)
        lines << mark(i) + review::inlineText(texts[i]);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

OutlineRow headRow(const char *label, const QString &value)
{
    return {QString::fromLatin1(label), value};
}

QString freeAnchor(const Outline &outline, const QString &wanted)
{
    QString anchor;
    for (const QChar c : wanted.toLower()) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        anchor += plain ? c : QLatin1Char('-');
    }
    if (anchor.isEmpty())
        anchor = QStringLiteral("section");
    const QString stem = anchor;
    const auto isTaken = [&outline, &anchor] {
        return std::any_of(outline.sections.begin(), outline.sections.end(),
                           [&anchor](const OutlineSection &section) { return section.anchor == anchor; });
    };
    for (int number = 2; isTaken(); ++number)
        anchor = QStringLiteral("%1-%2").arg(stem).arg(number);
    return anchor;
}

QString commandersOf(const Incident &incident)
{
    const QString role = review::commanderRole(incident);
    QStringList names;
    for (const RoleSpan &span : incident.roles) {
        if (span.role == role && !span.holder.isEmpty() && !names.contains(span.holder))
            names << span.holder;
    }
    return names.isEmpty() ? QStringLiteral("nobody on record") : names.join(QLatin1String(", then "));
}

void addSection(Outline &outline, const QString &title, const QString &markdown)
{
    if (!markdown.isEmpty())
        outline.sections.push_back({freeAnchor(outline, title), title, markdown});
}

QString bulletList(const QStringList &texts)
{
    return listText(texts, [](qsizetype) { return QStringLiteral("- "); });
}

QString numberList(const QStringList &texts)
{
    return listText(texts, [](qsizetype i) { return QStringLiteral("%1. ").arg(i + 1); });
}

void fillPostmortem(Outline &outline, Edition edition, const std::optional<FinalVersion> &final)
{
    outline.what = QStringLiteral("Post-mortem");
    outline.state =
        outline.incident.postmortemState == QLatin1String("review") ? QStringLiteral("in review") : outline.incident.postmortemState;
    outline.head = factRows(outline);
    outline.head.push_back(headRow("Document", standText(outline, final)));
    if (edition == Edition::External)
        outline.head.push_back(headRow("Edition", QStringLiteral("External: people are named by their roles")));
    if (!outline.marks.isEmpty())
        outline.head.push_back(headRow("Marked", outline.marks));
    for (const review::DraftSection &section : review::postmortem(outline.plan, outline.incident, outline.now)) {
        if (isLeftOut(section, edition))
            continue;
        const QString markdown = review::sectionText(review::withRecord(section, outline.plan, outline.incident, outline.now));
        outline.sections.push_back(
            {freeAnchor(outline, section.id), section.title, markdown, markdown.contains(QLatin1String("| Recorded (UTC) |"))});
    }
    outline.charts = incidentCharts(outline.plan, outline.incident, outline.now);
}

} // namespace qd::exchange
