#include "models/exchange/outline.h"

#include "models/clocks/calendar.h"
#include "models/exchange/incidentcharts.h"
#include "models/exchange/outlinepictures.h"
#include "models/review/fill.h"
#include "models/review/markdown.h"
#include "models/review/wording.h"

#include <QSet>

namespace qd::exchange {
namespace {

QString stateText(const QString &state)
{
    return state == QLatin1String("review") ? QStringLiteral("in review") : state;
}

QString marksOf(const Incident &incident)
{
    QStringList marks;
    if (incident.drill)
        marks << QStringLiteral("Exercise");
    if (incident.restricted)
        marks << QStringLiteral("Restricted");
    return marks.join(QLatin1String(", "));
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

std::vector<OutlineRow> headOf(const plan::Plan &plan, const Incident &incident, const Outline &outline, Instant now)
{
    const QTimeZone zone = clocks::zoneOf(plan);
    const auto time = [&zone](const std::optional<Instant> &at) { return at ? review::zonedText(*at, zone) : QStringLiteral("not known"); };
    const review::Durations lengths = review::durations(incident);
    std::vector<OutlineRow> rows = {{QStringLiteral("Severity"), outline.severity}, {QStringLiteral("Status"), outline.status}};
    if (!incident.type.isEmpty())
        rows.push_back({QStringLiteral("Type"), incident.type});
    if (!incident.services.isEmpty())
        rows.push_back({QStringLiteral("Services"), incident.services.join(QLatin1String(", "))});
    rows.push_back({QStringLiteral("Started"), time(incident.milestones.started)});
    rows.push_back({QStringLiteral("Detected"), time(incident.milestones.detected)});
    rows.push_back({QStringLiteral("Resolved"), incident.isOpen() ? QStringLiteral("not yet") : time(incident.milestones.resolved)});
    rows.push_back({QStringLiteral("Time to resolve"), review::lengthText(lengths.toResolve)});
    rows.push_back({QStringLiteral("Commander"), commandersOf(incident)});
    rows.push_back({QStringLiteral("Response plan"), plan.name.isEmpty() ? incident.rules.planName : plan.name});
    rows.push_back(
        {QStringLiteral("Document"), QStringLiteral("%1, as of %2").arg(review::statusText(outline.state), review::zonedText(now, zone))});
    if (!outline.marks.isEmpty())
        rows.push_back({QStringLiteral("Marked"), outline.marks});
    return rows;
}

QString anchorOf(const QString &id, QSet<QString> &taken)
{
    QString anchor;
    for (const QChar c : id.toLower()) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        anchor += plain ? c : QLatin1Char('-');
    }
    if (anchor.isEmpty())
        anchor = QStringLiteral("section");
    const QString stem = anchor;
    for (int number = 2; taken.contains(anchor); ++number)
        anchor = QStringLiteral("%1-%2").arg(stem).arg(number);
    taken.insert(anchor);
    return anchor;
}

Outline beginning(const QString &what, const plan::Plan &plan, const Incident &incident, Instant now)
{
    Outline outline;
    outline.what = what;
    outline.plan = plan;
    outline.incident = incident;
    outline.now = now;
    outline.ref = incident.ref;
    outline.title = incident.title;
    outline.severity = review::severityText(incident, incident.severity);
    outline.status = review::statusText(incident.status);
    outline.marks = marksOf(incident);
    return outline;
}

void addSections(Outline &outline)
{
    const plan::Plan &plan = outline.plan;
    QSet<QString> taken;
    for (const review::DraftSection &section : review::postmortem(plan, outline.incident, outline.now)) {
        const QString markdown = review::sectionText(review::withRecord(section, plan, outline.incident, outline.now));
        outline.sections.push_back({anchorOf(section.id, taken), section.title, markdown, section.id == QLatin1String("timeline")});
    }
}

} // namespace

Outline outlineOf(const plan::Plan &plan, const Incident &incident, Instant now)
{
    Outline outline = beginning(QStringLiteral("Post-mortem"), plan, incident, now);
    outline.state = stateText(incident.postmortemState);
    outline.head = headOf(plan, incident, outline, now);
    addSections(outline);
    outline.charts = incidentCharts(plan, incident, now);
    return outline;
}

Result<Outline> outlineOf(const DocumentSource &source, const DocumentRequest &, const Progress &progress)
{
    Outline outline = outlineOf(source.plan, source.incident, source.now);
    if (const Result<void> added = addPictures(outline, source, progress); !added)
        return tl::unexpected(added.error());
    return outline;
}

QString subtitleOf(const Outline &outline)
{
    return outline.state.isEmpty() ? outline.what : QStringLiteral("%1, %2").arg(outline.what, outline.state);
}

} // namespace qd::exchange
