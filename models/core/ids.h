#pragma once
// Typed ids. Every id is a UUIDv7 (RFC 9562): its first 48 bits are the milliseconds at which it was made, so that ids sort by age.

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>

#include "models/core/time.h"

namespace qd {

[[nodiscard]] QUuid makeUuidV7(Instant now); // strictly increasing within a process, also when `now` stands still or jumps back

template<class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}
    [[nodiscard]] static Id make(Instant now) { return Id(makeUuidV7(now)); }
    [[nodiscard]] static Id fromString(const QString &text) { return Id(QUuid::fromString(text)); } // null when it is none
    [[nodiscard]] QString toString() const { return m_uuid.isNull() ? QString() : m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] QByteArray toBytes() const { return m_uuid.toRfc4122(); }
    [[nodiscard]] static Id fromBytes(const QByteArray &bytes) { return Id(QUuid::fromRfc4122(bytes)); }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] const QUuid &uuid() const { return m_uuid; }

    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return m_uuid < other.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using EventId = Id<struct EventTag>;
using IncidentId = Id<struct IncidentTag>;
using ConsoleId = Id<struct ConsoleTag>;

// The short, speakable name of an incident: "INC-" and `length` letters and digits that are not mistaken for one another.
[[nodiscard]] QString makeReference(const IncidentId &incident, int length = 4);

} // namespace qd
