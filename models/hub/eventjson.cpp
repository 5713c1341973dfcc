#include "models/hub/eventjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

namespace qd::hub {
namespace {

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QJsonObject toJson(const CarriedEvent &carried)
{
    const Event &event = carried.event;
    return {{QStringLiteral("id"), event.id.toString()},
            {QStringLiteral("incident"), event.incident.toString()},
            {QStringLiteral("kind"), event.kind},
            {QStringLiteral("body"), carried.body.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(carried.body))},
            {QStringLiteral("author"), event.author},
            {QStringLiteral("happened_at"), toMsecs(event.happenedAt)},
            {QStringLiteral("recorded_at"), toMsecs(event.recordedAt)},
            {QStringLiteral("stamp"), static_cast<qint64>(event.stamp)},
            {QStringLiteral("console"), event.console.toString()},
            {QStringLiteral("console_seq"), event.consoleSeq},
            {QStringLiteral("body_hash"), hex(event.bodyHash)},
            {QStringLiteral("prev"), hex(event.prev)},
            {QStringLiteral("hash"), hex(event.hash)}};
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QByteArray unhex(const QVariant &value)
{
    return QByteArray::fromHex(value.toByteArray());
}

} // namespace

QString eventsJson(const std::vector<CarriedEvent> &events)
{
    QJsonArray array;
    for (const CarriedEvent &event : events)
        array << toJson(event);
    return compact(array);
}

QString idsJson(const std::vector<ConsoleId> &ids)
{
    QJsonArray array;
    for (const ConsoleId &id : ids)
        array << id.toString();
    return compact(array);
}

CarriedEvent eventOfRow(const QSqlQuery &row)
{
    CarriedEvent carried;
    Event &event = carried.event;
    event.id = EventId::fromString(row.value(0).toString());
    event.incident = IncidentId::fromString(row.value(1).toString());
    event.kind = row.value(2).toString();
    carried.body = row.value(3).toString().toUtf8();
    event.author = row.value(4).toString();
    event.happenedAt = fromMsecs(row.value(5).toLongLong());
    event.recordedAt = fromMsecs(row.value(6).toLongLong());
    event.stamp = static_cast<Stamp>(row.value(7).toLongLong());
    event.console = ConsoleId::fromString(row.value(8).toString());
    event.consoleSeq = row.value(9).toLongLong();
    event.bodyHash = unhex(row.value(10));
    event.prev = unhex(row.value(11));
    event.hash = unhex(row.value(12));
    return carried;
}

} // namespace qd::hub
