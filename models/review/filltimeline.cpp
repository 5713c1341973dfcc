#include "models/review/filltimeline.h"

#include "models/clocks/calendar.h"
#include "models/core/durationtext.h"
#include "models/review/edition.h"
#include "models/review/markdown.h"
#include "models/review/wording.h"

namespace qd::review {
namespace {

QString attachmentNames(const Incident &incident, const TimelineEntry &entry)
{
    QStringList names;
    for (const QString &sha256 : entry.attachments) {
        const auto found = std::find_if(incident.attachments.begin(), incident.attachments.end(),
                                        [&sha256](const Attachment &attachment) { return attachment.sha256 == sha256; });
        names << cellText(found == incident.attachments.end() ? sha256.left(12) : found->name);
    }
    return names.join(QLatin1String(", "));
}

QString settledText(const Settlement &settled)
{
    if (settled.state.isEmpty() || settled.state == QLatin1String("open"))
        return {};
    const QString how = settled.state == QLatin1String("ruled-out") ? QStringLiteral("ruled out") : settled.state;
    const QString note = settled.note.isEmpty() ? QString() : QLatin1String(": ") + cellText(settled.note);
    return QStringLiteral("%1 by %2%3").arg(cellText(how), cellText(settled.by), note);
}

QString whatItSays(const Incident &incident, const TimelineEntry &entry)
{
    if (entry.redacted)
        return QStringLiteral("*redacted*");
    const QString text = cellText(entry.text);
    QStringList marks;
    if (const QString settled = settledText(entry.settlement); !settled.isEmpty())
        marks << settled;
    if (const QString names = attachmentNames(incident, entry); !names.isEmpty())
        marks << QLatin1String("attached: ") + names;
    if (entry.undone)
        marks << QStringLiteral("taken back");
    if (entry.edited)
        marks << QStringLiteral("edited");
    if (entry.pinned)
        marks << QStringLiteral("key");
    const QString said = entry.undone && !text.isEmpty() ? QStringLiteral("~~%1~~").arg(text) : text;
    return marks.isEmpty() ? said : QStringLiteral("%1 *(%2)*").arg(said, marks.join(QLatin1String("; "))).trimmed();
}

QString happenedText(const TimelineEntry &entry, const QTimeZone &zone)
{
    return (entry.approximate ? QStringLiteral("about ") : QString()) + timeText(entry.at, zone);
}

QString milestoneSentence(const char *what, const std::optional<Instant> &at, const QTimeZone &zone)
{
    return at ? QStringLiteral("%1 %2").arg(QLatin1String(what), zonedText(*at, zone)) : QString();
}

QString severityCourse(const Incident &incident)
{
    QStringList course;
    for (const SeveritySpan &span : incident.severities) {
        const QString name = inlineText(severityText(incident, span.severity));
        if (course.isEmpty() || course.last() != name)
            course << name;
    }
    return course.join(QLatin1String(", then "));
}

QString whatItWas(const Incident &incident)
{
    QString text = QStringLiteral("**%1** (%2)").arg(inlineText(incident.title), inlineText(incident.ref));
    text += incident.drill ? QStringLiteral(" was an exercise") : QStringLiteral(" was an incident");
    if (!incident.type.isEmpty())
        text += QStringLiteral(" of type %1").arg(inlineText(incident.type));
    if (!incident.services.isEmpty())
        text += QStringLiteral(" that affected %1").arg(inlineText(listText(incident.services)));
    const QString source = incident.source.isEmpty() ? QString() : QStringLiteral(", noticed by: %1").arg(inlineText(incident.source));
    return text + source + QLatin1Char('.');
}

QString howItEnded(const Incident &incident, Instant now)
{
    const Durations lengths = durations(incident);
    if (incident.isOpen())
        return QStringLiteral("It is not resolved: %1 since %2.")
            .arg(spokenDuration(now - workStart(incident).value_or(now)),
                 incident.milestones.detected ? QStringLiteral("detection") : QStringLiteral("the declaration"));
    QString text = lengths.toResolve.value
        ? QStringLiteral("It was resolved %1 after its detection").arg(lengthText(lengths.toResolve))
        : QStringLiteral("It is resolved; the time from its detection is %1").arg(lengthText(lengths.toResolve));
    if (lengths.total.value)
        text += QStringLiteral(", and lasted %1 in all").arg(lengthText(lengths.total));
    return text + QLatin1Char('.');
}

} // namespace

QString fillTimeline(const plan::Plan &plan, const Incident &incident, Instant)
{
    const QTimeZone zone = clocks::zoneOf(plan);
    const bool local = !isUtc(zone);
    std::vector<QStringList> rows;
    for (const int index : timelineOrder(incident)) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(index)];
        if (entry.kind == withheld)
            continue;
        QStringList row;
        if (local)
            row << happenedText(entry, zone);
        row << happenedText(entry, QTimeZone::utc())
            << timeText(entry.recordedAt, QTimeZone::utc()) + (entry.late ? QStringLiteral(" **late**") : QString()) << cellText(entry.kind)
            << whatItSays(incident, entry) << cellText(entry.author);
        rows.push_back(row);
    }
    QStringList header;
    if (local)
        header << QStringLiteral("Happened (%1)").arg(zoneName(zone));
    header << QStringLiteral("Happened (UTC)") << QStringLiteral("Recorded (UTC)") << QStringLiteral("Kind") << QStringLiteral("What")
           << QStringLiteral("By");
    return tableText(header, rows);
}

QString fillSummary(const plan::Plan &plan, const Incident &incident, Instant now)
{
    const QTimeZone zone = clocks::zoneOf(plan);
    const Milestones &at = incident.milestones;
    QStringList course{milestoneSentence("Started", at.started, zone),       milestoneSentence("Detected", at.detected, zone),
                       milestoneSentence("Declared", at.declared, zone),     milestoneSentence("Acknowledged", at.acknowledged, zone),
                       milestoneSentence("Identified", at.identified, zone), milestoneSentence("Mitigated", at.mitigated, zone),
                       milestoneSentence("Resolved", at.resolved, zone),     milestoneSentence("Closed", at.closed, zone)};
    course.removeAll(QString());
    QStringList list;
    if (!at.started)
        list << QStringLiteral("- Start of the impact: not known");
    for (const QString &line : course)
        list << QLatin1String("- ") + line;
    list << QStringLiteral("- Severity: ") + severityCourse(incident);
    if (const QString commander = incident.holder(commanderRole(incident)); !commander.isEmpty())
        list << QStringLiteral("- Commanded by %1").arg(inlineText(commander));
    return whatItWas(incident) + QLatin1Char(' ') + howItEnded(incident, now) + QLatin1String("\n\n") + list.join(QLatin1Char('\n'));
}

QString fillImpact(const plan::Plan &, const Incident &incident, Instant)
{
    QStringList parts;
    if (!incident.impact.trimmed().isEmpty())
        parts << blockText(incident.impact);
    else
        parts << QStringLiteral("What users saw is not recorded.");
    QStringList list;
    if (!incident.services.isEmpty())
        list << QStringLiteral("- Services: %1").arg(inlineText(incident.services.join(QLatin1String(", "))));
    list << QStringLiteral("- From start to mitigation: %1")
                .arg(lengthText(between(incident.milestones.started, incident.milestones.mitigated)));
    list << QStringLiteral("- From start to resolution: %1").arg(lengthText(durations(incident).total));
    parts << list.join(QLatin1Char('\n'));
    return parts.join(QLatin1String("\n\n"));
}

} // namespace qd::review
