// The incident as the plan's message templates want it. A value that is not known is left out: nothing is told that the record does not say.
#include "models/clocks/calendar.h"
#include "models/core/durationtext.h"
#include "models/core/foldedwords.h"
#include "models/plan/render.h"
#include "models/plan/values.h"
#include "models/review/wording.h"

namespace qd::review {
namespace {

constexpr size_t fewest = 5; // of the latest lines, where a message tells some of them

const TimelineEntry *lastOfKind(const Incident &incident, const QString &kind, const QString &settled = {})
{
    const std::vector<int> order = timelineOrder(incident);
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(*it)];
        if (entry.kind == kind && !entry.undone && !entry.redacted && (settled.isEmpty() || entry.settlement.state == settled))
            return &entry;
    }
    return nullptr;
}

// The latest lines that pass, oldest first.
template<class Passes>
QString latest(const Incident &incident, const QTimeZone &zone, const Passes &passes)
{
    QStringList lines;
    const std::vector<int> order = timelineOrder(incident);
    for (auto it = order.rbegin(); it != order.rend() && static_cast<size_t>(lines.size()) < fewest; ++it) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(*it)];
        if (!entry.undone && !entry.redacted && passes(entry))
            lines.prepend(
                QStringLiteral("- %1 %2").arg(toDateTime(entry.at, zone).toString(QStringLiteral("HH:mm")), entry.text.simplified()));
    }
    return lines.join(QLatin1Char('\n'));
}

QString causeOf(const Incident &incident)
{
    const TimelineEntry *confirmed = lastOfKind(incident, QStringLiteral("hypothesis"), QStringLiteral("confirmed"));
    return confirmed ? confirmed->text.simplified() : QString();
}

QString resolutionOf(const Incident &incident)
{
    for (auto span = incident.statuses.rbegin(); span != incident.statuses.rend(); ++span) {
        if ((span->status == QLatin1String("resolved") || span->status == QLatin1String("monitoring")) && !span->note.isEmpty())
            return span->note.simplified();
    }
    return {};
}

QString openAsks(const Incident &incident)
{
    QStringList lines;
    for (const Ask &ask : incident.asks) {
        if (ask.state == QLatin1String("open"))
            lines << QStringLiteral("- %1: %2").arg(ask.who, ask.text.simplified());
    }
    return lines.join(QLatin1Char('\n'));
}

QString rolesNow(const Incident &incident)
{
    QStringList parts;
    for (const Rulebook::Named &role : incident.rules.roles) {
        if (const QString holder = incident.holder(role.id); !holder.isEmpty())
            parts << QStringLiteral("%1: %2").arg(role.name.isEmpty() ? role.id : role.name, holder);
    }
    return parts.join(QLatin1String(", "));
}

QString dueText(const std::vector<clocks::Countdown> &all, const QString &kind, const QTimeZone &zone)
{
    for (const clocks::Countdown &clock : all) { // by due time
        if (clock.kind == kind && clock.isOpen() && clock.dueAt)
            return zonedText(*clock.dueAt, zone);
        if (clock.kind == kind && clock.isOpen() && !clock.words.isEmpty())
            return clock.words;
    }
    return {};
}

// What a message that goes out now may promise; nothing where the plan sets no pace.
QString promisedUpdate(const plan::Plan &plan, const Incident &incident, Instant now, const QString &audienceId, const QTimeZone &zone)
{
    const plan::Audience *audience = plan::findAudience(plan, audienceId);
    const plan::Cadence *cadence = audience ? plan::findCadence(*audience, incident.severity) : nullptr;
    if (!cadence || !cadence->every)
        return {};
    const std::optional<Instant> due = clocks::dueAfter(now, *cadence->every, plan);
    return due ? zonedText(std::chrono::floor<std::chrono::minutes>(*due), zone) : plan::spokenTarget(*cadence->every);
}

QString channelOf(const plan::Plan &plan, const Incident &incident, const QString &part)
{
    for (const plan::Audience &audience : plan.audiences) {
        if (audience.id.contains(part))
            return plan::fillTemplate(audience.channel, {{QStringLiteral("ref"), incident.ref}}, nullptr); // "#incident-[id]"
    }
    return {};
}

void addTimes(QMap<QString, QString> &values, const Incident &incident, Instant now, const QTimeZone &zone)
{
    const Milestones &at = incident.milestones;
    const std::pair<const char *, std::optional<Instant>> times[] = {
        {"started", at.started}, {"detected", at.detected}, {"declared", at.declared}, {"resolved", at.resolved}, {"now", now}};
    for (const auto &[key, time] : times)
        values[QLatin1String(key)] = time ? zonedText(*time, zone) : QString();
    const std::optional<Instant> from = at.started ? at.started : workStart(incident);
    const Length length = between(from, workEnd(incident, now));
    values[QStringLiteral("duration")] = length.value ? lengthText(length) : QString();
}

} // namespace

QMap<QString, QString> templateValues(const plan::Plan &plan, const Incident &incident, Instant now, const QString &audience)
{
    const QTimeZone zone = clocks::zoneOf(plan);
    const std::vector<clocks::Countdown> running = clocks::clocks(plan, incident, now);
    const plan::Severity *severity = plan::findSeverity(plan, incident.severity);
    QMap<QString, QString> values;
    addTimes(values, incident, now, zone);
    values[QStringLiteral("ref")] = incident.ref;
    values[QStringLiteral("title")] = incident.displayTitle();
    values[QStringLiteral("severity")] = incident.severity;
    values[QStringLiteral("severity_name")] = severity ? severity->name : QString();
    values[QStringLiteral("status")] = statusText(incident.status);
    values[QStringLiteral("type")] = incident.type;
    values[QStringLiteral("services")] = incident.services.join(QLatin1String(", "));
    values[QStringLiteral("impact")] = incident.impact;
    values[QStringLiteral("ic")] = incident.holder(commanderRole(incident));
    values[QStringLiteral("roles")] = rolesNow(incident);
    values[QStringLiteral("next_update")] = promisedUpdate(plan, incident, now, audience, zone);
    values[QStringLiteral("postmortem")] = dueText(running, QStringLiteral("postmortem"), zone);
    values[QStringLiteral("actions_taken")] =
        latest(incident, zone, [](const TimelineEntry &entry) { return entry.kind == QLatin1String("action"); });
    values[QStringLiteral("next_steps")] = openAsks(incident);
    values[QStringLiteral("cause")] = causeOf(incident);
    values[QStringLiteral("resolution")] = resolutionOf(incident);
    values[QStringLiteral("timeline")] = latest(incident, zone, [](const TimelineEntry &) { return true; });
    values[QStringLiteral("channel")] = channelOf(plan, incident, QStringLiteral("responders"));
    values[QStringLiteral("status_page")] = channelOf(plan, incident, QStringLiteral("status"));
    for (const Rulebook::Named &role : incident.rules.roles) { // "Technical Lead: [NAME]"
        const QString holder = incident.holder(role.id);
        values[foldedWords(role.name).join(u' ')] = holder;
        if (!role.abbrev.isEmpty())
            values[foldedWords(role.abbrev).join(u' ')] = holder;
    }
    values.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
    return values;
}

} // namespace qd::review
