// The agenda of the meeting about an incident: what is talked over when, who should be there, what is open, and room for the minutes.
#include "models/exchange/outlinekinds.h"

#include "models/clocks/calendar.h"
#include "models/core/durationtext.h"
#include "models/review/markdown.h"
#include "models/review/wording.h"

namespace qd::exchange {
namespace {

using std::chrono::minutes;

struct Item
{
    QString title;
    Duration length{};
};

// Where the plan has no agenda of its own.
std::vector<plan::AgendaItem> usualItems()
{
    return {{QStringLiteral("Timeline, as it was"), minutes(10)},
            {QStringLiteral("What went well"), minutes(10)},
            {QStringLiteral("What went wrong"), minutes(15)},
            {QStringLiteral("Causes"), minutes(15)},
            {QStringLiteral("Action items"), minutes(10)}};
}

// Items without a length share what the others leave of the meeting, and have five minutes at least.
std::vector<Item> itemsOf(const plan::Postmortem &plan)
{
    const std::vector<plan::AgendaItem> planned = plan.agenda.empty() ? usualItems() : plan.agenda;
    Duration told{};
    int open = 0;
    for (const plan::AgendaItem &item : planned) {
        told += item.length.value_or(Duration{});
        open += item.length ? 0 : 1;
    }
    const Duration left = plan.meetingLength.value_or(told) - told;
    const Duration share = open > 0 ? std::max<Duration>(minutes(5), std::chrono::floor<minutes>(left / open)) : Duration{};
    std::vector<Item> items;
    for (const plan::AgendaItem &item : planned)
        items.push_back({item.title, item.length.value_or(share)});
    return items;
}

Duration lengthOf(const std::vector<Item> &items)
{
    Duration length{};
    for (const Item &item : items)
        length += item.length;
    return length;
}

QString clockText(Duration since, const std::optional<Instant> &start, const QTimeZone &zone)
{
    if (start)
        return toDateTime(*start + since, zone).toString(QStringLiteral("HH:mm"));
    const auto whole = std::chrono::floor<minutes>(since).count();
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString itemTable(const std::vector<Item> &items, const std::optional<Instant> &start, const QTimeZone &zone)
{
    std::vector<QStringList> rows;
    Duration at{};
    for (const Item &item : items) {
        rows.push_back({clockText(at, start, zone), clockText(at + item.length, start, zone), spokenDuration(item.length),
                        review::cellText(item.title)});
        at += item.length;
    }
    const QString where = start ? QStringLiteral(" (%1)").arg(review::zoneName(zone)) : QString();
    return review::tableText({QStringLiteral("From") + where, QStringLiteral("To"), QStringLiteral("Length"), QStringLiteral("Item")},
                             rows);
}

// "Incident Commander: Dana, then Mo"
QStringList attendees(const Outline &outline)
{
    const Incident &incident = outline.incident;
    QStringList all;
    for (const QString &invited : outline.plan.postmortem.attendees) {
        const Rulebook::Named *role = findNamed(incident.rules.roles, invited);
        QStringList names;
        for (const RoleSpan &span : incident.roles) {
            if (role && span.role == role->id && !span.holder.isEmpty() && !names.contains(span.holder))
                names << span.holder;
        }
        all << (names.isEmpty() ? invited : QStringLiteral("%1: %2").arg(invited, names.join(QLatin1String(", then "))));
    }
    if (all.isEmpty())
        all << QStringLiteral("Commander: %1").arg(commandersOf(incident)) << QStringLiteral("Everybody who responded");
    return all;
}

QStringList openPoints(const Outline &outline)
{
    QStringList open;
    for (const review::Fact &fact : review::facts(outline.plan, outline.incident, outline.now)) {
        if (fact.verdict == review::Fact::Verdict::Missed)
            open << QStringLiteral("Missed: %1, %2 (target: %3)").arg(fact.label, fact.value, fact.target);
    }
    QStringList unwritten;
    for (const review::DraftSection &section : review::postmortem(outline.plan, outline.incident, outline.now)) {
        if (!section.written && !section.filled)
            unwritten << section.title;
    }
    if (!unwritten.isEmpty())
        open << QStringLiteral("Not written yet: %1").arg(unwritten.join(QLatin1String(", ")));
    for (const ActionItem &action : outline.incident.actions) {
        if (action.state == QLatin1String("open") && (action.owner.isEmpty() || action.due.isEmpty()))
            open << QStringLiteral("Action item without %1: %2")
                        .arg(action.owner.isEmpty() ? QStringLiteral("an owner") : QStringLiteral("a date"), action.text);
    }
    return open;
}

QString minutesForm(const std::vector<Item> &items)
{
    QStringList parts{QStringLiteral("Present:")};
    for (const Item &item : items)
        parts << QStringLiteral("### %1").arg(review::inlineText(item.title))
              << QStringLiteral("- Said:\n- Decided:\n- To do, by whom, until when:");
    return parts.join(QLatin1String("\n\n"));
}

} // namespace

void fillAgenda(Outline &outline, std::optional<Instant> startsAt)
{
    const plan::Postmortem &plan = outline.plan.postmortem;
    const QTimeZone zone = clocks::zoneOf(outline.plan);
    const std::vector<Item> items = itemsOf(plan);
    const Duration length = lengthOf(items);
    outline.what = QStringLiteral("Agenda");
    outline.head = {headRow("Severity", outline.severity), headRow("Status", outline.status)};
    outline.head.push_back(
        headRow("Begins", startsAt ? review::zonedText(*startsAt, zone) : QStringLiteral("not set; times count from 0:00")));
    if (startsAt)
        outline.head.push_back(headRow("Ends", review::zonedText(*startsAt + length, zone)));
    const bool longer = plan.meetingLength && length > *plan.meetingLength;
    outline.head.push_back(
        headRow("Length",
                longer ? QStringLiteral("%1: longer than the plan's %2").arg(spokenDuration(length), spokenDuration(*plan.meetingLength))
                       : spokenDuration(length)));
    outline.head.push_back(headRow("Commander", commandersOf(outline.incident)));
    addSection(outline, QStringLiteral("Agenda"), itemTable(items, startsAt, zone));
    addSection(outline, QStringLiteral("Who should be there"), bulletList(attendees(outline)));
    addSection(outline, QStringLiteral("How we talk"), bulletList(plan.guidelines));
    addSection(outline, QStringLiteral("Open points"), bulletList(openPoints(outline)));
    addSection(outline, QStringLiteral("After the meeting"), bulletList(plan.followUp));
    addSection(outline, QStringLiteral("Minutes"), minutesForm(items));
}

} // namespace qd::exchange
