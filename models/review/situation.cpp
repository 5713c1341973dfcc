// The situation on one key: the same facts at three lengths, as plain text.
#include "models/clocks/calendar.h"
#include "models/core/durationtext.h"
#include "models/review/wording.h"

namespace qd::review {
namespace {

struct Brief
{
    const plan::Plan &plan;
    const Incident &incident;
    Instant now;
    QTimeZone zone;
    std::vector<clocks::Countdown> clocks;
    qsizetype most; // lines under one heading
};

void addGroup(QStringList &text, const QString &title, QStringList lines, qsizetype most)
{
    const qsizetype more = lines.size() - most;
    if (more > 0) {
        lines = lines.mid(0, most);
        lines << QStringLiteral("and %1 more").arg(more);
    }
    if (lines.isEmpty())
        return;
    text << QString() << title;
    for (const QString &line : lines)
        text << QLatin1String("  ") + line;
}

QString clockText(Instant at, const Brief &brief)
{
    const bool today = toDateTime(at, brief.zone).date() == toDateTime(brief.now, brief.zone).date();
    return toDateTime(at, brief.zone).toString(today ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QStringList headLines(const Brief &brief)
{
    const Incident &incident = brief.incident;
    QStringList marks;
    if (incident.drill)
        marks << QStringLiteral("EXERCISE");
    if (incident.restricted)
        marks << QStringLiteral("RESTRICTED");
    QStringList lines{incident.ref + QLatin1String("  ") + incident.displayTitle()};
    if (!marks.isEmpty())
        lines.last() += QStringLiteral("  [%1]").arg(marks.join(QLatin1String(", ")));
    lines << QStringLiteral("As of %1").arg(zonedText(brief.now, brief.zone));
    lines << QStringLiteral("Severity %1 · %2").arg(severityText(incident, incident.severity), statusText(incident.status));
    if (const std::optional<Instant> start = workStart(incident)) {
        const QString since = incident.milestones.detected ? QStringLiteral("detection") : QStringLiteral("the declaration");
        const QString lasted = spokenDuration(workEnd(incident, brief.now) - *start);
        lines.last() += (incident.isOpen() ? QStringLiteral(" · %1 since %2") : QStringLiteral(" · %1 after %2")).arg(lasted, since);
    }
    return lines;
}

QStringList conditions(const Brief &brief)
{
    const Incident &incident = brief.incident;
    QStringList lines;
    lines << QStringLiteral("Impact: %1").arg(incident.impact.isEmpty() ? QStringLiteral("not recorded") : incident.impact.simplified());
    if (!incident.services.isEmpty())
        lines << QStringLiteral("Services: %1").arg(incident.services.join(QLatin1String(", ")));
    for (const TimelineEntry &entry : incident.entries) {
        if (entry.kind != QLatin1String("hypothesis") || entry.undone || entry.redacted
            || entry.settlement.state == QLatin1String("ruled-out"))
            continue;
        const QString state =
            entry.settlement.state == QLatin1String("confirmed") ? QStringLiteral("Confirmed") : QStringLiteral("Suspected");
        lines << QStringLiteral("%1: %2").arg(state, entry.text.simplified());
    }
    return lines;
}

// The newest last; what was decided and what was done.
QStringList actionsTaken(const Brief &brief)
{
    QStringList lines;
    for (const int index : timelineOrder(brief.incident)) {
        const TimelineEntry &entry = brief.incident.entries[static_cast<size_t>(index)];
        const bool tells =
            entry.kind == QLatin1String("decision") || entry.kind == QLatin1String("action") || entry.kind == QLatin1String("escalation");
        if (tells && !entry.undone && !entry.redacted)
            lines << QStringLiteral("%1 %2: %3").arg(clockText(entry.at, brief), entry.kind, entry.text.simplified());
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - brief.most));
}

QStringList needs(const Brief &brief)
{
    const Incident &incident = brief.incident;
    QStringList lines;
    for (const clocks::Countdown &clock : brief.clocks) {
        if (clock.kind == QLatin1String("role") && clock.isOpen())
            lines << QStringLiteral("%1, since %2").arg(clock.label, clockText(clock.startedAt, brief));
    }
    for (const Ask &ask : incident.asks) {
        if (ask.state != QLatin1String("open"))
            continue;
        const QString due = ask.within ? QStringLiteral(", due %1").arg(clockText(ask.at + *ask.within, brief)) : QString();
        lines << QStringLiteral("%1: %2%3").arg(ask.who, ask.text.simplified(), due);
    }
    for (const HandoverOffer &offer : incident.offers)
        lines << QStringLiteral("%1 is offered %2 and has not accepted").arg(offer.to, roleText(incident, offer.role));
    for (const FieldConflict &conflict : incident.conflicts)
        lines << QStringLiteral("Conflict over %1: %2 stands")
                     .arg(conflict.field, conflict.values.empty() ? QString() : conflict.values.back().value);
    return lines;
}

QStringList roleLines(const Brief &brief)
{
    QStringList lines;
    for (const Rulebook::Named &role : brief.incident.rules.roles) {
        const RoleSpan *span = brief.incident.holding(role.id);
        const QString name = role.name.isEmpty() ? role.id : role.name;
        lines << (span ? QStringLiteral("%1: %2, since %3").arg(name, span->holder, clockText(span->from, brief))
                       : QStringLiteral("%1: nobody").arg(name));
    }
    return lines;
}

QStringList dueLines(const Brief &brief)
{
    QStringList lines;
    for (const clocks::Countdown &clock : brief.clocks) {
        if (!clock.isOpen())
            continue;
        if (clock.state == clocks::State::Paused)
            lines << QStringLiteral("%1: paused, %2").arg(clock.label, clock.reason);
        else if (clock.dueAt && *clock.dueAt < brief.now)
            lines << QStringLiteral("%1: overdue by %2").arg(clock.label, spokenDuration(clock.lateBy));
        else if (clock.dueAt)
            lines << QStringLiteral("%1: %2, in %3")
                         .arg(clock.label, clockText(*clock.dueAt, brief), spokenDuration(*clock.dueAt - brief.now));
        else
            lines << QStringLiteral("%1: %2").arg(clock.label, clock.words.isEmpty() ? clock.detail : clock.words);
    }
    return lines;
}

QStringList saidLines(const Brief &brief)
{
    QStringList lines;
    for (const Rulebook::Named &audience : brief.incident.rules.audiences) {
        const SentUpdate *last = nullptr;
        for (const SentUpdate &update : brief.incident.updates) {
            if (update.audience == audience.id && (!last || update.at >= last->at))
                last = &update;
        }
        if (last)
            lines << QStringLiteral("%1, %2: %3")
                         .arg(audience.name.isEmpty() ? audience.id : audience.name, clockText(last->at, brief), last->text.simplified());
    }
    return lines;
}

} // namespace

QString situation(const plan::Plan &plan, const Incident &incident, Instant now, BriefFor reader)
{
    const qsizetype most = reader == BriefFor::Executives ? 3 : reader == BriefFor::Joining ? 6 : 20;
    const Brief brief{plan, incident, now, clocks::zoneOf(plan), clocks::clocks(plan, incident, now), most};
    QStringList text = headLines(brief);
    addGroup(text, QStringLiteral("CONDITIONS"), conditions(brief), most);
    addGroup(text, QStringLiteral("ACTIONS"), actionsTaken(brief), most);
    if (reader != BriefFor::Executives) {
        addGroup(text, QStringLiteral("NEEDS"), needs(brief), most);
        addGroup(text, QStringLiteral("ROLES"), roleLines(brief), 20);
    } else if (const QString commander = incident.holder(commanderRole(incident)); !commander.isEmpty()) {
        text << QString() << QStringLiteral("Commanded by %1").arg(commander);
    }
    addGroup(text, QStringLiteral("DUE NEXT"), dueLines(brief), most);
    if (reader != BriefFor::Joining)
        addGroup(text, QStringLiteral("LAST SAID"), saidLines(brief), most);
    return text.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace qd::review
