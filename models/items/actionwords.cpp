#include "models/items/actionwords.h"

#include "models/core/ticket.h"
#include "models/items/words.h"

#include <QCoreApplication>
#include <QHash>

namespace qd::items {
namespace {

using review::DueState;
using review::ListedAction;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ActionWords)
};

constexpr qsizetype segmentsShown = 2; // of an address

QString daysWord(int days)
{
    return days == 1 ? Words::tr("1 day") : Words::tr("%n days", nullptr, days);
}

} // namespace

QString dueWords(const ListedAction &action)
{
    switch (action.state) {
    case DueState::Overdue: return Words::tr("✕ %1 overdue").arg(daysWord(action.days));
    case DueState::Today: return Words::tr("▲ today");
    case DueState::Ahead: return action.days == 1 ? Words::tr("tomorrow") : Words::tr("in %1").arg(daysWord(action.days));
    case DueState::PastExpected: return Words::tr("▲ no date");
    case DueState::Expected:
    case DueState::NoDate: return Words::tr("no date");
    case DueState::Closed: break;
    }
    return action.item.due;
}

QString dueDetail(const ListedAction &action)
{
    switch (action.state) {
    case DueState::Overdue:
    case DueState::Today:
    case DueState::Ahead: return action.item.due;
    case DueState::PastExpected: return Words::tr("was expected %1").arg(action.expected.toString(Qt::ISODate));
    case DueState::Expected: return Words::tr("expected %1").arg(action.expected.toString(Qt::ISODate));
    case DueState::NoDate:
    case DueState::Closed: break;
    }
    return {};
}

Tone dueTone(const ListedAction &action)
{
    switch (action.state) {
    case DueState::Overdue: return Tone::Missed;
    case DueState::Today:
    case DueState::PastExpected: return Tone::Near;
    case DueState::Ahead: return Tone::Plain;
    case DueState::Expected:
    case DueState::NoDate:
    case DueState::Closed: break;
    }
    return Tone::Quiet;
}

QString closingDetail(const ListedAction &action)
{
    switch (action.closing) {
    case review::Closing::InTime: return Words::tr("in time");
    case review::Closing::Late: return Words::tr("%1 late").arg(daysWord(action.lateDays()));
    case review::Closing::Open:
    case review::Closing::WithoutDate:
    case review::Closing::Dropped: break;
    }
    return {};
}

QString incidentLine(const ListedAction &action)
{
    QStringList words{action.severity, action.ref, action.title};
    words.removeAll(QString());
    const QString line = words.join(QLatin1Char(' '));
    return action.drill ? Words::tr("%1 (drill)").arg(line) : line;
}

QString ticketWords(const QString &ticket)
{
    const QUrl link = ticketLink(ticket);
    if (!link.isValid())
        return ticket;
    const QStringList path = link.path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
    return path.isEmpty() ? link.host() : path.mid(std::max<qsizetype>(0, path.size() - segmentsShown)).join(QLatin1Char('/'));
}

QString countWords(const review::ActionCounts &counts)
{
    QStringList words;
    if (counts.open > 0)
        words << Words::tr("%n open", nullptr, counts.open);
    if (counts.overdue > 0)
        words << Words::tr("%n overdue", nullptr, counts.overdue);
    return words.join(QStringLiteral(", "));
}

QString fieldWord(const QString &field)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("ActionWords", "Words")},
        {QStringLiteral("owner"), QT_TRANSLATE_NOOP("ActionWords", "Owner")},
        {QStringLiteral("due"), QT_TRANSLATE_NOOP("ActionWords", "Due")},
        {QStringLiteral("category"), QT_TRANSLATE_NOOP("ActionWords", "Category")},
        {QStringLiteral("horizon"), QT_TRANSLATE_NOOP("ActionWords", "Horizon")},
        {QStringLiteral("ticket"), QT_TRANSLATE_NOOP("ActionWords", "Ticket")},
        {QStringLiteral("state"), QT_TRANSLATE_NOOP("ActionWords", "State")},
    };
    const char *word = words.value(field);
    return word ? Words::tr(word) : field;
}

QString fieldValueWord(const QString &field, const QString &value)
{
    if (value.isEmpty())
        return field == QLatin1String("owner") ? Words::tr("nobody") : Words::tr("none");
    if (field == QLatin1String("state"))
        return workStateWord(value);
    return field == QLatin1String("category") ? categoryWord(value) : value;
}

} // namespace qd::items
