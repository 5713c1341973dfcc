#include "models/core/event.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtEndian>

namespace qd {
namespace {

// Length-prefixed, so that no two different events share one preimage.
void add(QCryptographicHash &hash, const QByteArray &bytes)
{
    const quint64 length = qToBigEndian(static_cast<quint64>(bytes.size()));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&length), sizeof length));
    hash.addData(bytes);
}

void add(QCryptographicHash &hash, quint64 number)
{
    const quint64 bigEndian = qToBigEndian(number);
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian));
}

} // namespace

ConsoleId chainOf(const ConsoleId &installation, const IncidentId &incident)
{
    QByteArray bytes = QCryptographicHash::hash(installation.toBytes() + incident.toBytes(), QCryptographicHash::Sha256).left(16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x80); // a UUID of our own making: version 8
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return ConsoleId::fromBytes(bytes);
}

QByteArray canonicalBody(const QJsonObject &body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray hashBody(const QByteArray &canonicalBody)
{
    return QCryptographicHash::hash(canonicalBody, QCryptographicHash::Sha256);
}

QByteArray hashEvent(const Event &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    add(hash, event.prev);
    add(hash, event.id.toBytes());
    add(hash, event.incident.toBytes());
    add(hash, event.kind.toUtf8());
    add(hash, event.author.toUtf8());
    add(hash, static_cast<quint64>(toMsecs(event.happenedAt)));
    add(hash, static_cast<quint64>(toMsecs(event.recordedAt)));
    add(hash, event.stamp);
    add(hash, event.console.toBytes());
    add(hash, static_cast<quint64>(event.consoleSeq));
    add(hash, event.bodyHash);
    return hash.result();
}

Event Recorder::record(const EventDraft &draft, Instant now)
{
    Event event;
    event.id = EventId::make(now);
    event.incident = draft.incident;
    event.kind = draft.kind;
    event.body = draft.body;
    event.author = m_author;
    event.happenedAt = draft.happenedAt;
    event.recordedAt = now;
    event.stamp = m_clock.tick(now);
    event.console = chainOf(m_installation, draft.incident);
    return event;
}

std::vector<Event> Recorder::record(const std::vector<EventDraft> &drafts, Instant now)
{
    std::vector<Event> events;
    events.reserve(drafts.size());
    for (const EventDraft &draft : drafts)
        events.push_back(record(draft, now));
    return events;
}

} // namespace qd
