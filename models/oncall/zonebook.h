#pragma once
// What a wall clock of a calendar means as an instant.
//
// 1. A zone by its IANA name is read from the system's tables: exporters cut short what they write of it. Another name is read from the
//    file's own VTIMEZONE, then as the name of a Windows zone. One that is none of these is told once, and read as the floating zone.
// 2. A clock time that summer time skips is read with the offset before the change; one that comes twice is the first of the two
//    (RFC 5545, 3.3.5).
// 3. Floating times and whole days are in the floating zone.

#include "models/core/time.h"
#include "models/oncall/event.h"

#include <QHash>

#include <functional>
#include <memory>

namespace qd::oncall {

class ZoneBook
{
public:
    ZoneBook(const std::vector<Component> &zones, const QTimeZone &floating);
    ~ZoneBook();
    [[nodiscard]] Instant instant(const Moment &moment);
    [[nodiscard]] const QStringList &unknown() const { return m_unknown; } // names of zones, as they were met

private:
    struct Zone;
    const Zone &zoneOf(const QByteArray &id);
    [[nodiscard]] std::unique_ptr<Zone> find(const QByteArray &id);

    QTimeZone m_floating;
    QHash<QByteArray, const Component *> m_own; // by TZID
    QHash<QByteArray, std::shared_ptr<Zone>> m_known;
    QStringList m_unknown;
};

[[nodiscard]] QTimeZone
ianaZone(const QByteArray &name); // also at the end of a path, "/mozilla.org/20050126_1/Europe/Berlin"; else invalid

} // namespace qd::oncall
