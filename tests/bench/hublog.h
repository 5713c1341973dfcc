#pragma once
// The log of a team of many years: incidents of a thousand entries each, by three people, several under way at a time, with chains that verify.

#include "models/core/carriedevent.h"
#include "models/core/kinds.h"
#include "tests/bench/biglog.h"

#include <functional>

namespace qd::bench {

class HubLog
{
public:
    explicit HubLog(qint64 events) : m_left(events) { }

    // In the order of a hub; false at the end.
    bool next(CarriedEvent &carried)
    {
        if (m_left == 0)
            return false;
        --m_left;
        Room &room = m_rooms[static_cast<size_t>(m_turn++ % std::ssize(m_rooms))];
        if (room.entries == 0)
            room = Room{IncidentId::make(m_now), {}, 0};
        m_now += std::chrono::seconds(1);
        Writer &writer = room.writers[room.entries % 3];
        QByteArray kind = kinds::entryLogged;
        QByteArray body = "{\"attachments\":[],\"kind\":\"observation\",\"people\":[],\"tags\":[],\"text\":\"" + m_vocabulary.text(12)
            + "\",\"zone\":\"UTC\"}";
        if (room.entries == 0) {
            kind = kinds::declared;
            body = canonicalBody({{QStringLiteral("ref"), makeReference(room.incident, 6)},
                                  {QStringLiteral("severity"), QStringLiteral("P1")},
                                  {QStringLiteral("title"), QString::fromLatin1(m_vocabulary.text(6))}});
        } else if (room.entries % 100 == 0) {
            kind = kinds::statusChanged;
            body = canonicalBody({{QStringLiteral("status"), QStringLiteral("monitoring")}, {QStringLiteral("note"), QString()}});
        }
        carried.event = record(room, writer, QString::fromLatin1(kind), body);
        carried.body = body;
        room.entries = (room.entries + 1) % 1000;
        return true;
    }

private:
    struct Writer
    {
        ConsoleId chain = ConsoleId(QUuid::createUuid());
        qint64 seq = 0;
        QByteArray prev = {};
    };
    struct Room
    {
        IncidentId incident;
        std::array<Writer, 3> writers;
        qint64 entries = 0;
    };

    Event record(const Room &room, Writer &writer, const QString &kind, const QByteArray &body)
    {
        static const std::array names{QStringLiteral("dana"), QStringLiteral("lee"), QStringLiteral("sam")};
        Event event;
        event.id = EventId::make(m_now);
        event.incident = room.incident;
        event.kind = kind;
        event.author = names[static_cast<size_t>(room.entries % 3)];
        event.happenedAt = event.recordedAt = m_now;
        event.stamp = static_cast<Stamp>(toMsecs(m_now)) << 16;
        event.console = writer.chain;
        event.consoleSeq = ++writer.seq;
        event.bodyHash = hashBody(body);
        event.prev = writer.prev;
        event.hash = writer.prev = hashEvent(event);
        return event;
    }

    qint64 m_left;
    qint64 m_turn = 0;
    Instant m_now = benchStart;
    std::array<Room, 8> m_rooms;
    Vocabulary m_vocabulary{50000};
};

} // namespace qd::bench
