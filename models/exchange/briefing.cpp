// A briefing in the five parts of the form ICS-201, for those who take an incident over: situation, objectives, actions, organisation, resources.
#include "models/exchange/outlinekinds.h"

#include "models/clocks/calendar.h"
#include "models/review/brief.h"
#include "models/review/markdown.h"

namespace qd::exchange {
namespace {

using review::Brief;

// What a responder aims at while the incident stands so; after what people themselves tagged as #objective.
QStringList objectives(const Brief &brief)
{
    QStringList aims;
    for (const TimelineEntry &entry : brief.incident.entries) {
        const bool tagged = entry.tags.contains(QLatin1String("objective"), Qt::CaseInsensitive)
            || entry.tags.contains(QLatin1String("goal"), Qt::CaseInsensitive);
        if (tagged && !entry.undone && !entry.redacted)
            aims << review::sentence(entry.text);
    }
    static const QMap<QString, QString> byStatus{
        {QStringLiteral("investigating"), QStringLiteral("Limit the harm, and find what causes it.")},
        {QStringLiteral("identified"), QStringLiteral("Take away what is known to cause it, or go around it.")},
        {QStringLiteral("mitigating"), QStringLiteral("Bring the mitigation to its end, and see that it works.")},
        {QStringLiteral("monitoring"), QStringLiteral("See that it stays well before it is called resolved.")},
        {QStringLiteral("resolved"), QStringLiteral("Write down what happened, and what keeps it from coming back.")}};
    if (const QString aim = byStatus.value(brief.incident.status); !aim.isEmpty())
        aims << aim;
    for (const QString &due : review::dueLines(brief))
        aims << due;
    return aims;
}

QString situationText(const Brief &brief)
{
    const Incident &incident = brief.incident;
    QStringList parts{review::blockText(review::executiveBrief(brief))};
    QStringList lines;
    if (!incident.services.isEmpty())
        lines << QStringLiteral("Services: %1").arg(incident.services.join(QLatin1String(", ")));
    lines << review::suspected(brief) << review::ruledOut(brief);
    if (!lines.isEmpty())
        parts << bulletList(lines);
    return parts.join(QLatin1String("\n\n"));
}

QString actionTable(const Brief &brief)
{
    static const QStringList kinds{QStringLiteral("decision"), QStringLiteral("action"), QStringLiteral("escalation"),
                                   QStringLiteral("status"), QStringLiteral("severity")};
    std::vector<QStringList> rows;
    for (const int index : timelineOrder(brief.incident)) {
        const TimelineEntry &entry = brief.incident.entries[index];
        if (kinds.contains(entry.kind) && !entry.undone && !entry.redacted)
            rows.push_back({review::clockText(entry.at, brief), entry.kind, review::cellText(review::plainText(entry.text)),
                            review::cellText(entry.author)});
    }
    if (rows.empty())
        return QStringLiteral("*The record holds no decision and no action yet.*");
    return review::tableText({QStringLiteral("Time (%1)").arg(review::zoneName(brief.zone)), QStringLiteral("Kind"), QStringLiteral("What"),
                              QStringLiteral("By")},
                             rows);
}

QString organisationTable(const Brief &brief)
{
    std::vector<QStringList> rows;
    for (const Rulebook::Named &role : brief.incident.rules.roles) {
        const RoleSpan *span = brief.incident.holding(role.id);
        rows.push_back({review::cellText(role.name.isEmpty() ? role.id : role.name),
                        span ? review::cellText(span->holder) : QStringLiteral("*nobody*"),
                        span ? review::clockText(span->from, brief) : QString()});
    }
    QStringList parts{review::tableText({QStringLiteral("Role"), QStringLiteral("Held by"), QStringLiteral("Since")}, rows)};
    if (const QStringList missing = review::needs(brief); !missing.isEmpty())
        parts << QStringLiteral("Needed now:\n\n") + bulletList(missing);
    parts.removeAll(QString());
    return parts.join(QLatin1String("\n\n"));
}

// Who and what was called in: asks, escalations, the people who wrote and hold no role, and where they are reached.
QString resourceTable(const Brief &brief)
{
    const Incident &incident = brief.incident;
    std::vector<QStringList> rows;
    QStringList told;
    for (const Ask &ask : incident.asks) {
        const QString due = ask.within ? review::clockText(ask.at + *ask.within, brief) : QString();
        rows.push_back({review::cellText(ask.who), review::cellText(review::plainText(ask.text)), review::clockText(ask.at, brief), due,
                        review::cellText(ask.answer.isEmpty() ? ask.state : ask.state + QLatin1String(": ") + ask.answer)});
        told << ask.who;
    }
    for (const RaisedEscalation &raised : incident.escalations) {
        rows.push_back({review::cellText(raised.who),
                        QStringLiteral("escalation"),
                        review::clockText(raised.at, brief),
                        {},
                        QStringLiteral("called")});
        told << raised.who;
    }
    for (const int index : timelineOrder(incident)) {
        const TimelineEntry &entry = incident.entries[index];
        const bool holds = std::any_of(incident.roles.begin(), incident.roles.end(),
                                       [&entry](const RoleSpan &span) { return span.holder == entry.author; });
        if (entry.author.isEmpty() || holds || told.contains(entry.author))
            continue;
        rows.push_back(
            {review::cellText(entry.author), QStringLiteral("responds"), review::clockText(entry.at, brief), {}, QStringLiteral("there")});
        told << entry.author;
    }
    QStringList parts{review::tableText(
        {QStringLiteral("Who or what"), QStringLiteral("For"), QStringLiteral("Asked at"), QStringLiteral("Due"), QStringLiteral("State")},
        rows)};
    QStringList channels;
    for (const plan::Audience &audience : brief.plan.audiences) {
        if (!audience.channel.isEmpty())
            channels << QStringLiteral("%1: %2").arg(audience.name.isEmpty() ? audience.id : audience.name, audience.channel);
    }
    if (!channels.isEmpty())
        parts << QStringLiteral("Where people are reached:\n\n") + bulletList(channels);
    parts.removeAll(QString());
    return parts.isEmpty() ? QStringLiteral("*The record names nobody who was called in.*") : parts.join(QLatin1String("\n\n"));
}

} // namespace

void fillBriefing(Outline &outline)
{
    const QTimeZone zone = clocks::zoneOf(outline.plan);
    const Brief brief{outline.plan, outline.incident, outline.now, zone, clocks::clocks(outline.plan, outline.incident, outline.now)};
    outline.what = QStringLiteral("Incident briefing");
    outline.head = {headRow("Severity", outline.severity), headRow("Status", outline.status),
                    headRow("Commander", commandersOf(outline.incident)), headRow("As of", review::zonedText(outline.now, zone))};
    if (!outline.marks.isEmpty())
        outline.head.push_back(headRow("Marked", outline.marks));
    addSection(outline, QStringLiteral("1. Situation"), situationText(brief));
    addSection(outline, QStringLiteral("2. Objectives"), numberList(objectives(brief)));
    addSection(outline, QStringLiteral("3. Actions"), actionTable(brief));
    addSection(outline, QStringLiteral("4. Organisation"), organisationTable(brief));
    addSection(outline, QStringLiteral("5. Resources"), resourceTable(brief));
}

} // namespace qd::exchange
