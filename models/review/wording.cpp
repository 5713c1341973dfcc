#include "models/review/wording.h"

#include "models/core/durationtext.h"

namespace qd::review {
namespace {

QString nameIn(const std::vector<Rulebook::Named> &all, const QString &id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Rulebook::Named &item) { return item.id == id; });
    return found == all.end() || found->name.isEmpty() ? id : found->name;
}

} // namespace

QString lengthText(const Length &length)
{
    if (length.impossible)
        return QStringLiteral("impossible: its end lies before its start");
    return length.value ? spokenDuration(*length.value) : QStringLiteral("not known");
}

QString timeText(Instant at, const QTimeZone &zone)
{
    const QDateTime time = toDateTime(at, zone);
    return time.toString(time.time().second() == 0 ? QStringLiteral("yyyy-MM-dd HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString zonedText(Instant at, const QTimeZone &zone)
{
    if (isUtc(zone))
        return timeText(at, zone) + QLatin1String(" UTC");
    const QString utc = timeText(at, QTimeZone::utc());
    const bool sameDay = toDateTime(at, zone).date() == toDateTime(at, QTimeZone::utc()).date();
    return QStringLiteral("%1 (%2), %3 UTC").arg(timeText(at, zone), zoneName(zone), sameDay ? utc.section(QLatin1Char(' '), 1) : utc);
}

QString zoneName(const QTimeZone &zone)
{
    return isUtc(zone) ? QStringLiteral("UTC") : QString::fromUtf8(zone.id());
}

bool isUtc(const QTimeZone &zone)
{
    static const QList<QByteArray> names{"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Etc/Universal", "Universal"};
    return zone == QTimeZone::utc() || names.contains(zone.id());
}

QString severityText(const Incident &incident, const QString &severity)
{
    if (severity.isEmpty())
        return QStringLiteral("not known");
    const QString name = nameIn(incident.rules.severities, severity);
    return name == severity ? severity : severity + QLatin1Char(' ') + name;
}

QString statusText(const QString &status)
{
    return status.left(1).toUpper() + status.mid(1);
}

QString roleText(const Incident &incident, const QString &role)
{
    return nameIn(incident.rules.roles, role);
}

QString audienceText(const Incident &incident, const QString &audience)
{
    return nameIn(incident.rules.audiences, audience);
}

QString commanderRole(const Incident &incident)
{
    const std::vector<Rulebook::Named> &roles = incident.rules.roles;
    const auto commands = [](const Rulebook::Named &role) {
        return role.id.compare(QLatin1String("ic"), Qt::CaseInsensitive) == 0
            || role.abbrev.compare(QLatin1String("IC"), Qt::CaseInsensitive) == 0
            || role.name.contains(QLatin1String("commander"), Qt::CaseInsensitive);
    };
    const auto found = std::find_if(roles.begin(), roles.end(), commands);
    if (found != roles.end())
        return found->id;
    return roles.empty() ? QStringLiteral("ic") : roles.front().id;
}

QString listText(const QStringList &items)
{
    if (items.size() < 2)
        return items.join(QString());
    return items.mid(0, items.size() - 1).join(QLatin1String(", ")) + QLatin1String(" and ") + items.last();
}

QString numberText(qsizetype number, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(number).arg(number == 1 ? one : many);
}

Instant workEnd(const Incident &incident, Instant now)
{
    const Milestones &milestones = incident.milestones;
    return std::min(milestones.resolved.value_or(milestones.closed.value_or(now)), now);
}

std::optional<Instant> workStart(const Incident &incident)
{
    return incident.milestones.detected ? incident.milestones.detected : incident.milestones.declared;
}

} // namespace qd::review
