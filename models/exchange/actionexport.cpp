#include "models/exchange/actionexport.h"

#include "models/core/ticket.h"
#include "models/exchange/csv.h"
#include "models/exchange/document.h"
#include "models/exchange/incidentjson.h"
#include "models/review/markdown.h"

namespace qd::exchange {
namespace {

using review::ListedAction;

QString isoDay(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

QString inTimeWord(const ListedAction &action)
{
    const std::optional<bool> inTime = review::closedInTime(action.item, action.zone);
    return !inTime ? QString() : *inTime ? QStringLiteral("yes") : QStringLiteral("no");
}

struct Column
{
    const char *name;
    QString (*cell)(const ListedAction &action);
};

constexpr Column columns[] = {
    {"incident", [](const ListedAction &action) { return action.ref; }},
    {"title", [](const ListedAction &action) { return action.title; }},
    {"severity", [](const ListedAction &action) { return action.severity; }},
    {"drill", [](const ListedAction &action) { return action.drill ? QStringLiteral("yes") : QString(); }},
    {"action", [](const ListedAction &action) { return action.item.text; }},
    {"owner", [](const ListedAction &action) { return action.item.owner; }},
    {"due", [](const ListedAction &action) { return action.item.due; }},
    {"expected", [](const ListedAction &action) { return isoDay(action.expected); }},
    {"state", [](const ListedAction &action) { return action.item.state; }},
    {"overdue_days", [](const ListedAction &action) { return QString::number(action.overdueDays()); }},
    {"closed", [](const ListedAction &action) { return isoDay(action.closedOn()); }},
    {"closed_in_time", inTimeWord},
    {"category", [](const ListedAction &action) { return action.item.category; }},
    {"horizon", [](const ListedAction &action) { return action.item.horizon; }},
    {"ticket", [](const ListedAction &action) { return action.item.ticket; }},
    {"added", [](const ListedAction &action) { return isoDay(toDateTime(action.item.at, action.zone).date()); }},
    {"age_days", [](const ListedAction &action) { return QString::number(action.age); }},
    {"id", [](const ListedAction &action) { return action.item.id.toString(); }},
};

QByteArray toCsv(const review::ActionList &actions)
{
    QStringList names;
    for (const Column &column : columns)
        names << QLatin1String(column.name);
    QString csv = csvRow(names);
    for (const ListedAction &action : actions) {
        QStringList cells;
        for (const Column &column : columns)
            cells << withoutFormula(column.cell(action));
        csv += csvRow(cells);
    }
    return csv.toUtf8();
}

QString ticketMarkdown(const QString &ticket)
{
    const QUrl link = ticketLink(ticket);
    return link.isValid() ? QStringLiteral("<%1>").arg(QString::fromLatin1(link.toEncoded())) : review::inlineText(ticket);
}

QString checklistLine(const ListedAction &action)
{
    const bool dropped = action.closing == review::Closing::Dropped;
    const QString text = review::inlineText(action.item.text);
    QStringList about{action.item.owner.isEmpty() ? QStringLiteral("nobody yet") : review::inlineText(action.item.owner)};
    if (action.due.isValid())
        about << QStringLiteral("due ") + action.item.due;
    if (action.state != review::DueState::Ahead)
        about << review::standingText(action);
    if (!action.item.ticket.isEmpty())
        about << ticketMarkdown(action.item.ticket);
    about << review::inlineText(action.ref);
    return QStringLiteral("- [%1] %2 — %3\n")
        .arg(action.isOpen() ? QStringLiteral(" ") : QStringLiteral("x"), dropped ? QStringLiteral("~~%1~~").arg(text) : text,
             about.join(QLatin1String(", ")));
}

QByteArray toMarkdown(const review::ActionList &actions)
{
    QString list;
    for (const ListedAction &action : actions)
        list += checklistLine(action);
    return list.toUtf8();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray historyJson(const ActionItem &item)
{
    QJsonArray all;
    for (const ActionChange &change : item.history)
        all.append(QJsonObject{{QStringLiteral("event"), change.event.toString()},
                               {QStringLiteral("by"), change.by},
                               {QStringLiteral("at"), toIso(change.at)},
                               {QStringLiteral("field"), change.field},
                               {QStringLiteral("before"), change.before},
                               {QStringLiteral("after"), change.after}});
    return all;
}

QJsonObject actionJson(const ListedAction &action)
{
    const ActionItem &item = action.item;
    const std::optional<bool> inTime = review::closedInTime(item, action.zone);
    return {{QStringLiteral("id"), item.id.toString()},
            {QStringLiteral("incident"), action.ref},
            {QStringLiteral("title"), action.title},
            {QStringLiteral("severity"), action.severity},
            {QStringLiteral("drill"), action.drill},
            {QStringLiteral("text"), item.text},
            {QStringLiteral("owner"), item.owner},
            {QStringLiteral("due"), orNull(item.due)},
            {QStringLiteral("expected"), orNull(isoDay(action.expected))},
            {QStringLiteral("category"), item.category},
            {QStringLiteral("horizon"), item.horizon},
            {QStringLiteral("ticket"), item.ticket},
            {QStringLiteral("state"), item.state},
            {QStringLiteral("at"), toIso(item.at)},
            {QStringLiteral("age_days"), action.age},
            {QStringLiteral("overdue"), action.overdueDays() > 0},
            {QStringLiteral("overdue_days"), action.overdueDays()},
            {QStringLiteral("closed_at"), orNull(item.closedAt ? toIso(*item.closedAt) : QString())},
            {QStringLiteral("closed_in_time"), inTime ? QJsonValue(*inTime) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("by"), item.by},
            {QStringLiteral("history"), historyJson(item)}};
}

} // namespace

QJsonArray actionsJson(const review::ActionList &actions)
{
    QJsonArray all;
    for (const ListedAction &action : actions)
        all.append(actionJson(action));
    return all;
}

std::optional<ActionFormat> actionFormatOf(const QString &name)
{
    const QString ending = name.section(QLatin1Char('.'), -1).toLower();
    if (ending == QLatin1String("csv"))
        return ActionFormat::Csv;
    const bool markdown = ending == QLatin1String("md") || ending == QLatin1String("markdown");
    return markdown ? std::optional(ActionFormat::Markdown) : std::nullopt;
}

QByteArray exportActions(const review::ActionList &actions, ActionFormat format)
{
    return format == ActionFormat::Csv ? toCsv(actions) : toMarkdown(actions);
}

Result<void> writeActions(const QString &path, const review::ActionList &actions)
{
    const std::optional<ActionFormat> format = actionFormatOf(path);
    if (!format)
        return failure(ErrorCode::Usage, QStringLiteral("'%1' ends in neither .csv nor .md; give the file one of these endings").arg(path));
    return writeDocument(path, exportActions(actions, *format));
}

} // namespace qd::exchange
