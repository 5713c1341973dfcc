#include "models/review/brief.h"

#include "models/core/durationtext.h"

#include <QRegularExpression>

namespace qd::review {
namespace {

using Tells = std::function<bool(const TimelineEntry &)>;

Instant toMinute(Instant at)
{
    return std::chrono::floor<std::chrono::minutes>(at);
}

QString lineOf(const TimelineEntry &entry, const Brief &brief)
{
    const QString text = plainText(entry.text);
    const bool decision = entry.kind == QLatin1String("decision");
    return QStringLiteral("%1 %2%3").arg(clockText(entry.at, brief), decision ? QStringLiteral("Decided: ") : QString(), text);
}

QStringList linesOf(const Brief &brief, const Tells &tells)
{
    QStringList lines;
    for (const int index : timelineOrder(brief.incident)) {
        const TimelineEntry &entry = brief.incident.entries[static_cast<size_t>(index)];
        if (!entry.undone && !entry.redacted && tells(entry))
            lines << lineOf(entry, brief);
    }
    return lines;
}

bool isHypothesis(const TimelineEntry &entry)
{
    return entry.kind == QLatin1String("hypothesis") && !entry.undone && !entry.redacted;
}

QString overdueText(Instant due, const Brief &brief)
{
    return QStringLiteral("overdue by %1, was due %2").arg(minutesText(brief.now - due), clockText(due, brief));
}

QString askLine(const Ask &ask, const Brief &brief)
{
    const QString what = QStringLiteral("%1: %2").arg(ask.who, plainText(ask.text));
    if (!ask.within)
        return what;
    const Instant due = ask.at + *ask.within;
    return what + QStringLiteral(", ") + (due < brief.now ? overdueText(due, brief) : QStringLiteral("due ") + clockText(due, brief));
}

QString dueLine(const clocks::Countdown &clock, const Brief &brief)
{
    if (clock.state == clocks::State::Paused)
        return QStringLiteral("%1: paused, %2").arg(clock.label, clock.reason);
    if (!clock.dueAt)
        return QStringLiteral("%1: %2").arg(clock.label, clock.words.isEmpty() ? clock.detail : clock.words);
    const QString due = clockText(*clock.dueAt, brief);
    if (*clock.dueAt < brief.now)
        return clock.label + QStringLiteral(": ") + overdueText(*clock.dueAt, brief);
    return QStringLiteral("%1: %2, in %3").arg(clock.label, due, minutesText(*clock.dueAt - brief.now));
}

QString conflictLine(const Incident &incident, const FieldConflict &conflict)
{
    const bool isRole = conflict.field.startsWith(QLatin1String("role:"));
    const QString what =
        isRole ? roleText(incident, conflict.field.mid(5)) : QString(conflict.field).replace(QLatin1Char('_'), QLatin1Char(' '));
    QStringList values;
    for (const ConflictValue &value : conflict.values)
        values << QStringLiteral("%1 by %2").arg(value.value.isEmpty() ? QStringLiteral("nothing") : value.value, value.by);
    return QStringLiteral("Two changed %1 at once (%2): %3 stands")
        .arg(what, values.join(QLatin1String(", ")), conflict.values.empty() ? QString() : conflict.values.back().value);
}

} // namespace

QString minutesText(Duration length)
{
    const auto minutes = std::chrono::round<std::chrono::minutes>(length);
    return minutes.count() < 1 ? QStringLiteral("under a minute") : spokenDuration(minutes);
}

QString clockText(Instant at, const Brief &brief)
{
    const QDateTime time = toDateTime(at, brief.zone);
    const bool today = time.date() == toDateTime(brief.now, brief.zone).date();
    return time.toString(today ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString moment(Instant at, const QTimeZone &zone)
{
    return zonedText(toMinute(at), zone);
}

QString plainText(const QString &text)
{
    static const QRegularExpression trailing(QStringLiteral("(\\s+[#@][\\w-]+)+$"));
    static const QRegularExpression marks(QStringLiteral("(^|\\s)[#@](?=[A-Za-z])"));
    QString plain = text.simplified();
    plain.remove(trailing);
    return plain.replace(marks, QStringLiteral("\\1"));
}

QString sentence(const QString &text)
{
    QString whole = plainText(text);
    if (whole.isEmpty())
        return whole;
    whole[0] = whole[0].toUpper();
    return whole.endsWith(QLatin1Char('.')) || whole.endsWith(QLatin1Char('!')) || whole.endsWith(QLatin1Char('?'))
        ? whole
        : whole + QLatin1Char('.');
}

QString lastedText(const Brief &brief)
{
    const Incident &incident = brief.incident;
    const std::optional<Instant> start = workStart(incident);
    if (!start)
        return {};
    const QString origin = incident.milestones.detected ? QStringLiteral("detection") : QStringLiteral("the declaration");
    const QString lasted = minutesText(workEnd(incident, brief.now) - *start);
    return (incident.isOpen() ? QStringLiteral("%1 since %2") : QStringLiteral("%1 after %2")).arg(lasted, origin);
}

QStringList decided(const Brief &brief)
{
    return linesOf(brief, [](const TimelineEntry &entry) { return entry.kind == QLatin1String("decision"); });
}

QStringList done(const Brief &brief)
{
    static const QStringList kinds{QStringLiteral("decision"), QStringLiteral("action"), QStringLiteral("escalation")};
    return linesOf(brief, [](const TimelineEntry &entry) { return kinds.contains(entry.kind); });
}

QStringList suspected(const Brief &brief)
{
    QStringList lines;
    for (const TimelineEntry &entry : brief.incident.entries) {
        if (!isHypothesis(entry) || entry.settlement.state == QLatin1String("ruled-out"))
            continue;
        const bool confirmed = entry.settlement.state == QLatin1String("confirmed");
        lines << (confirmed ? QStringLiteral("Confirmed: %1") : QStringLiteral("Suspected: %1")).arg(plainText(entry.text));
    }
    return lines;
}

QStringList ruledOut(const Brief &brief)
{
    QStringList lines;
    for (const TimelineEntry &entry : brief.incident.entries) {
        if (isHypothesis(entry) && entry.settlement.state == QLatin1String("ruled-out"))
            lines << QStringLiteral("Ruled out: %1").arg(plainText(entry.text));
    }
    return lines;
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
        if (ask.state == QLatin1String("open"))
            lines << askLine(ask, brief);
    }
    for (const HandoverOffer &offer : incident.offers)
        lines << QStringLiteral("%1 is offered %2 since %3 and has not accepted")
                     .arg(offer.to, roleText(incident, offer.role), clockText(offer.at, brief));
    for (const FieldConflict &conflict : incident.conflicts)
        lines << conflictLine(incident, conflict);
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
    static const QStringList elsewhere{QStringLiteral("role"), QStringLiteral("ask"), QStringLiteral("action")}; // needs, or work for later
    QStringList lines;
    for (const clocks::Countdown &clock : brief.clocks) {
        if (clock.isOpen() && !elsewhere.contains(clock.kind))
            lines << dueLine(clock, brief);
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

} // namespace qd::review
