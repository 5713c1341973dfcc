#include "models/oncall/zonebook.h"

#include "models/oncall/ical.h"

namespace qd::oncall {
namespace {

constexpr size_t mostParts = 200; // lines of STANDARD and DAYLIGHT of one zone

QByteArray valueIn(const Component &zone, const char *name)
{
    for (const PropertyLine &line : zone.lines) {
        if (line.name == name)
            return line.text.mid(line.text.indexOf(':') + 1).trimmed();
    }
    return {};
}

// Changes by the year, and not many: libical writes every one of them down.
bool isSafe(const Component &zone)
{
    if (zone.lines.size() > mostParts)
        return false;
    return std::all_of(zone.lines.begin(), zone.lines.end(), [](const PropertyLine &line) {
        const QByteArray rule = line.text.toUpper();
        return line.name != "RRULE"
            || (rule.contains("FREQ=YEARLY") && rule.count("FREQ=") == 1 && !rule.contains("BYHOUR") && !rule.contains("BYMINUTE")
                && !rule.contains("BYSECOND"));
    });
}

IcalZone ownZone(const Component &zone)
{
    if (!isSafe(zone))
        return nullptr;
    std::vector<const PropertyLine *> lines;
    for (const PropertyLine &line : zone.lines)
        lines.push_back(&line);
    IcalComponent component = parseComponent("VTIMEZONE", lines);
    if (!component || icalcomponent_isa(component.get()) != ICAL_VTIMEZONE_COMPONENT || !icalcomponent_is_valid(component.get()))
        return nullptr;
    IcalZone made(icaltimezone_new());
    if (!icaltimezone_set_component(made.get(), component.get()))
        return nullptr;
    static_cast<void>(component.release()); // the zone's now
    return made;
}

qint64 offsetAt(const QTimeZone &zone, qint64 utcSeconds)
{
    return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utcSeconds, Qt::UTC));
}

// The offsets in use a day before and a day after decide: at most one change lies between them.
qint64 utcOf(const QTimeZone &zone, qint64 wall)
{
    constexpr qint64 day = 24 * 3600;
    const qint64 before = offsetAt(zone, wall - day);
    const qint64 after = offsetAt(zone, wall + day);
    if (before == after || offsetAt(zone, wall - before) == before)
        return wall - before;
    return offsetAt(zone, wall - after) == after ? wall - after : wall - before;
}

} // namespace

struct ZoneBook::Zone
{
    QTimeZone iana;
    IcalZone own;

    [[nodiscard]] qint64 toUtc(qint64 wall) const
    {
        if (!own)
            return utcOf(iana, wall);
        icaltimetype time = toIcal(wall, false);
        return wall - icaltimezone_get_utc_offset(own.get(), &time, nullptr);
    }
};

ZoneBook::ZoneBook(const std::vector<Component> &zones, const QTimeZone &floating) : m_floating(floating)
{
    for (const Component &zone : zones)
        m_own.insert(valueIn(zone, "TZID"), &zone);
    auto floats = std::make_shared<Zone>();
    floats->iana = m_floating;
    m_known.insert({}, floats);
}

ZoneBook::~ZoneBook() = default;

Instant ZoneBook::instant(const Moment &moment)
{
    const qint64 utc = moment.isUtc ? moment.seconds : zoneOf(moment.zone).toUtc(moment.seconds);
    return Instant{std::chrono::seconds(utc)};
}

const ZoneBook::Zone &ZoneBook::zoneOf(const QByteArray &id)
{
    if (const auto known = m_known.constFind(id); known != m_known.constEnd())
        return **known;
    return **m_known.insert(id, std::shared_ptr<Zone>(find(id)));
}

std::unique_ptr<ZoneBook::Zone> ZoneBook::find(const QByteArray &id)
{
    auto zone = std::make_unique<Zone>();
    const Component *own = m_own.value(id);
    zone->iana = ianaZone(id);
    if (!zone->iana.isValid() && own)
        zone->iana = ianaZone(valueIn(*own, "X-LIC-LOCATION"));
    if (!zone->iana.isValid() && own)
        zone->own = ownZone(*own);
    if (!zone->iana.isValid() && !zone->own)
        zone->iana = ianaZone(QTimeZone::windowsIdToDefaultIanaId(id));
    if (!zone->iana.isValid() && !zone->own) {
        zone->iana = m_floating;
        m_unknown << QString::fromUtf8(id.left(80));
    }
    return zone;
}

QTimeZone ianaZone(const QByteArray &name)
{
    QByteArray rest = name.trimmed();
    for (int parts = 0; parts < 8 && !rest.isEmpty(); ++parts) {
        if (rest.size() < 64 && QTimeZone::isTimeZoneIdAvailable(rest))
            return QTimeZone(rest);
        const qsizetype slash = rest.indexOf('/');
        rest = slash < 0 ? QByteArray() : rest.mid(slash + 1);
    }
    return {};
}

} // namespace qd::oncall
