#include "models/review/metricsgroups.h"

namespace qd::review {
namespace {

constexpr int mostMonths = 1200; // of a range that somebody typed

bool isNamed(const QString &wanted, const QString &id, const QString &name = {})
{
    return wanted.isEmpty() || id.compare(wanted, Qt::CaseInsensitive) == 0 || name.compare(wanted, Qt::CaseInsensitive) == 0;
}

QString monthOf(QDate date)
{
    return date.toString(QStringLiteral("yyyy-MM"));
}

struct Key
{
    QString key;
    QString title;
    int rank = -1;
};

std::vector<Key> keysOf(const Measured &one, GroupBy by)
{
    switch (by) {
    case GroupBy::Month: return {{monthOf(one.date), {}, -1}};
    case GroupBy::Severity: return {{one.severity, {}, one.rank}};
    case GroupBy::Type: return {{one.type, {}, -1}};
    case GroupBy::Plan: return {{one.plan, one.planName, -1}};
    case GroupBy::Service: break;
    case GroupBy::None: return {};
    }
    std::vector<Key> keys;
    for (const QString &service : one.services)
        keys.push_back({service, {}, -1});
    return keys.empty() ? std::vector<Key>{{}} : keys;
}

QStringList emptyMonths(const MeasuredCases &incidents, const MetricsQuery &query, Instant now)
{
    QDate first = query.from.value_or(QDate()), last = query.to.value_or(toDateTime(now, QTimeZone::utc()).date());
    for (const auto &one : incidents) {
        if (!one->date.isValid())
            continue;
        if (!first.isValid())
            first = one->date;
        last = std::max(last, one->date);
    }
    QStringList months;
    if (!first.isValid())
        return months;
    first = std::max(QDate(first.year(), first.month(), 1), last.addMonths(-mostMonths));
    for (QDate month = first; month <= last; month = month.addMonths(1))
        months << monthOf(month);
    return months;
}

// What is not known comes last; severities by rank, all else by name.
bool comesBefore(const Group &one, const Group &other)
{
    const auto place = [](const Group &group) {
        return std::tuple(group.key.isEmpty(), group.rank < 0 ? std::numeric_limits<int>::max() : group.rank, group.key.toLower());
    };
    return place(one) < place(other);
}

} // namespace

bool isAsked(const Measured &one, const MetricsQuery &query)
{
    if ((query.from && one.date < *query.from) || (query.to && (!one.date.isValid() || one.date > *query.to)))
        return false;
    const bool serves = query.service.isEmpty() || std::any_of(one.services.begin(), one.services.end(), [&query](const QString &service) {
                            return isNamed(query.service, service);
                        });
    return serves && isNamed(query.plan, one.plan, one.planName) && isNamed(query.severity, one.severity) && isNamed(query.type, one.type);
}

Group groupOfAll(const MeasuredCases &incidents)
{
    Group all;
    for (int place = 0; place < std::ssize(incidents); ++place)
        all.members.push_back(place);
    return all;
}

std::vector<Group> groupsOf(const MeasuredCases &incidents, const MetricsQuery &query, Instant now)
{
    std::vector<Group> groups;
    QHash<QString, size_t> places; // one group a key, also where two plans rank a severity differently
    const auto find = [&](const Key &key) -> Group & {
        const auto known = places.constFind(key.key.toLower());
        if (known != places.cend())
            return groups[*known];
        places.insert(key.key.toLower(), groups.size());
        groups.push_back({key.key, key.title.isEmpty() ? key.key : key.title, key.rank, {}});
        return groups.back();
    };
    if (query.by == GroupBy::Month) {
        for (const QString &month : emptyMonths(incidents, query, now))
            find({month, {}, -1});
    }
    for (int place = 0; place < std::ssize(incidents); ++place) {
        for (const Key &key : keysOf(*incidents[static_cast<size_t>(place)], query.by)) {
            Members &members = find(key).members;
            if (members.empty() || members.back() != place) // two services of one name
                members.push_back(place);
        }
    }
    std::sort(groups.begin(), groups.end(), comesBefore);
    return groups;
}

namespace {

struct GroupName
{
    const char *name;
    GroupBy by;
};
constexpr GroupName groupNames[] = {{"month", GroupBy::Month},
                                    {"severity", GroupBy::Severity},
                                    {"type", GroupBy::Type},
                                    {"plan", GroupBy::Plan},
                                    {"service", GroupBy::Service}};

} // namespace

std::optional<GroupBy> groupByFromName(const QString &name)
{
    for (const GroupName &known : groupNames) {
        if (name.compare(QLatin1String(known.name), Qt::CaseInsensitive) == 0)
            return known.by;
    }
    return std::nullopt;
}

QString groupByName(GroupBy by)
{
    for (const GroupName &known : groupNames) {
        if (known.by == by)
            return QLatin1String(known.name);
    }
    return {};
}

} // namespace qd::review
