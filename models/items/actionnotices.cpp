#include "models/items/actionnotices.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

using review::ListedAction;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

constexpr int daysBetween = 7; // reminders of what is overdue

bool isPerson(const QString &name, const QString &person)
{
    return !name.isEmpty() && name.compare(person, Qt::CaseInsensitive) == 0;
}

Instant instantOf(QDate day, QTime time, const QTimeZone &zone)
{
    return fromMsecs(QDateTime(day, time, zone).toMSecsSinceEpoch());
}

Instant morningOf(const ListedAction &action, QDate day)
{
    return instantOf(day, action.opens, action.zone);
}

// The first day of the period that `day` is in, counted from the day before the item's date.
QDate periodOf(const ListedAction &action, QDate day)
{
    const qint64 late = action.due.daysTo(day);
    if (late <= 0)
        return day;
    return action.due.addDays(1 + (late - 1) / daysBetween * daysBetween);
}

QDate nextPeriod(const ListedAction &action, QDate begins)
{
    return begins.addDays(begins > action.due ? daysBetween : 1);
}

QString standing(int lateDays)
{
    if (lateDays < 0)
        return Words::tr("due tomorrow");
    if (lateDays == 0)
        return Words::tr("due today");
    return lateDays == 1 ? Words::tr("1 day overdue") : Words::tr("%n days overdue", nullptr, lateDays);
}

QString wordsOf(const ListedAction &action, int lateDays, bool owns)
{
    if (action.restricted)
        return lateDays > 0 ? Words::tr("An action item is overdue") : Words::tr("An action item is due");
    if (owns)
        return Words::tr("Your action item is %1: %2").arg(standing(lateDays), action.item.text);
    if (action.item.owner.isEmpty())
        return Words::tr("An action item of nobody is %1: %2").arg(standing(lateDays), action.item.text);
    return Words::tr("An action item of %1 is %2: %3").arg(action.item.owner, standing(lateDays), action.item.text);
}

QString subjectOf(const ListedAction &action)
{
    const bool named = !action.restricted || action.disguised;
    const QString subject = action.ref + QLatin1Char(' ') + (named ? action.title : Words::tr("a restricted incident"));
    return action.drill ? Words::tr("%1 (drill)").arg(subject) : subject;
}

NoticeFact factOf(const ListedAction &action, QDate begins, bool owns, bool commands)
{
    const int late = static_cast<int>(action.due.daysTo(std::max(begins, action.today)));
    NoticeFact fact;
    fact.kind = NoticeKind::Action;
    fact.key = action.incident.toString() + QLatin1String("/item:") + action.item.id.toString();
    fact.from = morningOf(action, begins);
    const QDate next = nextPeriod(action, begins);
    fact.until = begins > action.due ? morningOf(action, next) : instantOf(next, QTime(0, 0), action.zone); // "today" ends with the day
    fact.dueAt = fact.from; // another period, another thing to tell
    fact.standing = true;
    fact.late = late > 0;
    fact.mine = owns || (action.item.owner.isEmpty() && commands);
    fact.subject = subjectOf(action);
    fact.words = wordsOf(action, late, owns);
    fact.action = QStringLiteral("actionitems.all"); // the incident that is open stays open
    fact.about = action.item.id.toString();
    return fact;
}

} // namespace

std::vector<NoticeFact> actionNotices(const review::ActionList &actions, const QString &person, const IncidentId &open, Instant now)
{
    std::vector<NoticeFact> facts;
    for (const ListedAction &action : actions) {
        const bool owns = isPerson(action.item.owner, person);
        const bool commands = isPerson(action.commander, person);
        if (!action.isOpen() || !action.due.isValid() || (!owns && !commands && action.incident != open))
            continue;
        const QDate day = now < morningOf(action, action.today) ? action.today.addDays(-1) : action.today;
        const QDate first = periodOf(action, std::max(day, action.due.addDays(-1)));
        for (const QDate &begins : {first, nextPeriod(action, first)})
            facts.push_back(factOf(action, begins, owns, commands));
    }
    return facts;
}

} // namespace qd::items
