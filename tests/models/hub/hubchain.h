#pragma once
// Events as a console chains them, and as push() takes them.

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "models/core/event.h"
#include "models/core/kinds.h"
#include "tests/support/story.h"

namespace qd::test {

// One console's events of one incident, in the form in which push() takes them.
struct Chain
{
    IncidentId incident = IncidentId::make(at("14:00"));
    QString author = QStringLiteral("Dana");
    ConsoleId console = ConsoleId::make(at("14:00"));
    qint64 seq = 0;
    QByteArray prev = {};
    Instant now = at("14:02");

    QJsonObject next(const char *kind, const QJsonObject &body) { return next(kind, canonicalBody(body)); }
    QJsonObject next(const char *kind, const QByteArray &body)
    {
        Event event;
        now += std::chrono::seconds(1);
        event.id = EventId::make(now);
        event.incident = incident;
        event.kind = QLatin1String(kind);
        event.author = author;
        event.happenedAt = event.recordedAt = now;
        event.stamp = static_cast<Stamp>(toMsecs(now)) << 16;
        event.console = console;
        event.consoleSeq = ++seq;
        event.bodyHash = hashBody(body);
        event.prev = prev;
        prev = event.hash = hashEvent(event);
        return {{QStringLiteral("id"), event.id.toString()},
                {QStringLiteral("incident"), incident.toString()},
                {QStringLiteral("kind"), event.kind},
                {QStringLiteral("body"), QString::fromUtf8(body)},
                {QStringLiteral("author"), author},
                {QStringLiteral("happened_at"), toMsecs(event.happenedAt)},
                {QStringLiteral("recorded_at"), toMsecs(event.recordedAt)},
                {QStringLiteral("stamp"), static_cast<qint64>(event.stamp)},
                {QStringLiteral("console"), console.toString()},
                {QStringLiteral("console_seq"), seq},
                {QStringLiteral("body_hash"), QString::fromLatin1(event.bodyHash.toHex())},
                {QStringLiteral("prev"), QString::fromLatin1(event.prev.toHex())},
                {QStringLiteral("hash"), QString::fromLatin1(event.hash.toHex())}};
    }
    QJsonObject declared(bool restricted = false, const QString &title = QStringLiteral("Checkout returns 503"))
    {
        return next(kinds::declared, {{QStringLiteral("title"), title}, {QStringLiteral("restricted"), restricted}});
    }
    QJsonObject entry(const QString &text)
    {
        return next(kinds::entryLogged, {{QStringLiteral("text"), text}, {QStringLiteral("attachments"), QJsonArray()}});
    }
};

inline QString pushSql(const QJsonArray &events)
{
    return QStringLiteral("SELECT verdict || coalesce(' ' || reason, '') || CASE WHEN hub_has > 0 THEN ' ' || hub_has ELSE '' END "
                          "FROM quarterdeck.push($events$%1$events$)")
        .arg(QString::fromUtf8(QJsonDocument(events).toJson(QJsonDocument::Compact)));
}

} // namespace qd::test
