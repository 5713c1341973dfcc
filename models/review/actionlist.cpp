#include "models/review/actionlist.h"

#include "models/clocks/calendar.h"
#include "models/review/metrics.h"
#include "models/review/wording.h"

#include <tuple>

namespace qd::review {
namespace {

QDate dayOf(Instant at, const QTimeZone &zone)
{
    return toDateTime(at, zone).date();
}

QDate dueOf(const ActionItem &item)
{
    return QDate::fromString(item.due, Qt::ISODate);
}

QDate horizonEnd(const plan::Plan &plan, const ActionItem &item, const QTimeZone &zone)
{
    const auto &horizons = plan.postmortem.horizons;
    const auto horizon = std::find_if(horizons.begin(), horizons.end(),
                                      [&item](const plan::Horizon &one) { return one.id.compare(item.horizon, Qt::CaseInsensitive) == 0; });
    if (horizon == horizons.end() || !horizon->within)
        return {};
    return dayOf(item.at, zone).addDays(std::chrono::ceil<std::chrono::days>(*horizon->within).count());
}

void setStanding(ListedAction &action, QDate today)
{
    const bool own = action.due.isValid();
    const qint64 left = action.date().isValid() ? today.daysTo(action.date()) : 0;
    action.days = static_cast<int>(std::abs(left));
    if (!action.isOpen())
        action.state = DueState::Closed;
    else if (!action.date().isValid())
        action.state = DueState::NoDate;
    else if (left < 0)
        action.state = own ? DueState::Overdue : DueState::PastExpected;
    else
        action.state = !own ? DueState::Expected : left == 0 ? DueState::Today : DueState::Ahead;
}

QString dayCount(int days)
{
    return numberText(days, QStringLiteral("day"), QStringLiteral("days"));
}

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

bool holdsWords(const ListedAction &action, const QString &text)
{
    const QStringList places{action.item.text, action.item.owner, action.item.ticket, action.ref, action.title};
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&places](const QString &word) {
        return std::any_of(places.begin(), places.end(),
                           [&word](const QString &place) { return place.contains(word, Qt::CaseInsensitive); });
    });
}

QString sortKey(const ListedAction &action, ActionOrder order)
{
    switch (order) {
    case ActionOrder::Text: return action.item.text.toCaseFolded();
    case ActionOrder::Incident: return action.ref;
    case ActionOrder::Owner:
        return action.item.owner.isEmpty() ? QString(QChar(QChar::LastValidCodePoint & 0xffff)) : action.item.owner.toCaseFolded();
    case ActionOrder::Category: return action.item.category;
    case ActionOrder::Horizon: return action.item.horizon;
    case ActionOrder::State: return action.item.state;
    case ActionOrder::Due:
    case ActionOrder::Age: break;
    }
    return {};
}

qint64 dayKey(const ListedAction &action)
{
    if (!action.isOpen())
        return -toMsecs(action.item.closedAt.value_or(action.item.at));
    return action.date().isValid() ? action.date().toJulianDay() : std::numeric_limits<qint64>::max();
}

} // namespace

Closing closingOf(const ActionItem &item, const QTimeZone &zone)
{
    if (item.state == QLatin1String("open"))
        return Closing::Open;
    if (item.state != QLatin1String("done"))
        return Closing::Dropped;
    const QDate due = dueOf(item);
    if (!due.isValid() || !item.closedAt)
        return Closing::WithoutDate;
    return dayOf(*item.closedAt, zone) <= due ? Closing::InTime : Closing::Late;
}

std::optional<bool> closedInTime(const ActionItem &item, const QTimeZone &zone)
{
    const Closing closing = closingOf(item, zone);
    if (closing == Closing::Open || closing == Closing::WithoutDate)
        return std::nullopt;
    return closing == Closing::InTime;
}

QDate ListedAction::closedOn() const
{
    return !isOpen() && item.closedAt ? dayOf(*item.closedAt, zone) : QDate();
}

int ListedAction::lateDays() const
{
    return closing == Closing::Late ? static_cast<int>(due.daysTo(closedOn())) : 0;
}

namespace {

ActionList listOf(const plan::Plan &plan, const Incident &incident, Instant now, const QTimeZone &zone)
{
    const QDate today = dayOf(now, zone);
    const plan::Severity *severity = plan::findSeverity(plan, incident.severity);
    ListedAction common;
    common.incident = incident.id;
    common.ref = incident.ref;
    common.title = incident.displayTitle();
    common.severity = incident.severity;
    common.rank = severity ? static_cast<int>(severity - plan.severities.data()) : -1;
    common.drill = incident.drill;
    common.restricted = incident.restricted;
    common.disguised = incident.restricted && !incident.codename.isEmpty();
    common.commander = incident.rules.roles.empty() ? QString() : incident.holder(incident.rules.roles.front().id);
    common.planId = plan.id;
    common.planName = plan.name;
    common.zone = zone;
    common.today = today;
    common.opens = plan.calendar.opens;
    for (const plan::Horizon &horizon : plan.postmortem.horizons)
        common.horizons << horizon.id;
    ActionList all;
    for (const ActionItem &item : incident.actions) {
        ListedAction &action = all.emplace_back(common);
        action.item = item;
        action.due = dueOf(item);
        action.expected = action.due.isValid() ? QDate() : horizonEnd(plan, item, zone);
        action.age = static_cast<int>(std::max<qint64>(0, dayOf(item.at, zone).daysTo(today)));
        action.closing = closingOf(item, zone);
        setStanding(action, today);
    }
    return all;
}

} // namespace

ActionList actionsOf(const plan::Plan &plan, const Incident &incident, Instant now)
{
    return listOf(plan, incident, now, clocks::zoneOf(plan));
}

ActionList actionsOf(const std::vector<Case> &cases, Instant now)
{
    QHash<const plan::Plan *, QTimeZone> zones; // one is looked up once
    ActionList all;
    for (const Case &item : cases) {
        if (item.incident.actions.empty())
            continue;
        auto zone = zones.find(item.plan.get());
        if (zone == zones.end())
            zone = zones.insert(item.plan.get(), clocks::zoneOf(*item.plan));
        ActionList its = listOf(*item.plan, item.incident, now, *zone);
        std::move(its.begin(), its.end(), std::back_inserter(all));
    }
    return all;
}

bool passes(const ListedAction &action, const ActionFilter &filter)
{
    const ActionItem &item = action.item;
    const QString owner = filter.owner.startsWith(QLatin1Char('@')) ? filter.owner.mid(1) : filter.owner;
    return (filter.state.isEmpty() || item.state == filter.state) && (!filter.overdue || action.overdueDays() > 0)
        && (owner.isEmpty() || isSame(item.owner, owner)) && (!filter.unowned || item.owner.isEmpty())
        && (filter.category.isEmpty() || isSame(item.category, filter.category))
        && (filter.horizon.isEmpty() || isSame(item.horizon, filter.horizon))
        && (filter.plan.isEmpty() || isSame(action.planId, filter.plan) || isSame(action.planName, filter.plan))
        && action.ref.startsWith(filter.incident, Qt::CaseInsensitive) && holdsWords(action, filter.text);
}

ActionList filtered(ActionList actions, const ActionFilter &filter)
{
    std::erase_if(actions, [&filter](const ListedAction &action) { return !passes(action, filter); });
    return actions;
}

void sortActions(ActionList &actions, ActionOrder order, bool descending)
{
    std::stable_sort(actions.begin(), actions.end(), [order, descending](const ListedAction &one, const ListedAction &other) {
        if (one.isOpen() != other.isOpen())
            return one.isOpen();
        const auto chosen = [order](const ListedAction &action) {
            return std::tuple(sortKey(action, order), order == ActionOrder::Age ? -action.age : 0,
                              order == ActionOrder::Due ? dayKey(action) : 0);
        };
        const auto first = chosen(one), second = chosen(other);
        if (first != second)
            return descending ? second < first : first < second;
        return std::tuple(dayKey(one), one.item.at) < std::tuple(dayKey(other), other.item.at);
    });
}

void count(ActionCounts &counts, const ListedAction &action)
{
    const bool open = action.isOpen();
    ++counts.all;
    counts.open += open ? 1 : 0;
    counts.overdue += action.state == DueState::Overdue ? 1 : 0;
    counts.undated += open && !action.due.isValid() ? 1 : 0;
    counts.unowned += open && action.item.owner.isEmpty() ? 1 : 0;
    counts.inTime += action.closing == Closing::InTime ? 1 : 0;
    counts.late += action.closing == Closing::Late ? 1 : 0;
    counts.doneWithoutDate += action.closing == Closing::WithoutDate ? 1 : 0;
    counts.dropped += action.closing == Closing::Dropped ? 1 : 0;
}

ActionCounts countsOf(const ActionList &actions)
{
    ActionCounts counts;
    for (const ListedAction &action : actions)
        count(counts, action);
    return counts;
}

QString expectedText(const ListedAction &action)
{
    return QStringLiteral("no date, expected by %1").arg(action.expected.toString(Qt::ISODate));
}

QString standingText(const ListedAction &action)
{
    switch (action.state) {
    case DueState::Overdue: return QStringLiteral("%1 overdue").arg(dayCount(action.days));
    case DueState::Today: return QStringLiteral("due today");
    case DueState::Ahead: return action.days == 1 ? QStringLiteral("due tomorrow") : QStringLiteral("due in %1").arg(dayCount(action.days));
    case DueState::PastExpected:
    case DueState::Expected: return expectedText(action);
    case DueState::NoDate: return QStringLiteral("no date");
    case DueState::Closed: break;
    }
    return closingText(action);
}

QString closingText(const ListedAction &action)
{
    const QString day = QLatin1Char(' ') + action.closedOn().toString(Qt::ISODate);
    switch (action.closing) {
    case Closing::Open: return QStringLiteral("open");
    case Closing::InTime: return QStringLiteral("done%1, in time").arg(day);
    case Closing::Late: return QStringLiteral("done%1, %2 late").arg(day, dayCount(action.lateDays()));
    case Closing::WithoutDate: return QStringLiteral("done") + day;
    case Closing::Dropped: return QStringLiteral("dropped") + day;
    }
    return {};
}

} // namespace qd::review
