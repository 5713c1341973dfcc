#include "models/core/incident.h"

#include <numeric>

namespace qd {

const RoleSpan *Incident::holding(const QString &role) const
{
    const auto found = std::find_if(roles.rbegin(), roles.rend(), [&role](const RoleSpan &span) { return span.role == role; });
    return found == roles.rend() || found->holder.isEmpty() ? nullptr : &*found;
}

QString Incident::holder(const QString &role) const
{
    const RoleSpan *span = holding(role);
    return span ? span->holder : QString();
}

const TimelineEntry *Incident::entry(const EventId &entryId) const
{
    const auto found = std::find_if(entries.rbegin(), entries.rend(), [&entryId](const TimelineEntry &item) { return item.id == entryId; });
    return found == entries.rend() ? nullptr : &*found;
}

std::vector<int> timelineOrder(const Incident &incident)
{
    std::vector<int> order(incident.entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&incident](int a, int b) { return incident.entries[a].at < incident.entries[b].at; });
    return order;
}

const QStringList &allStatuses()
{
    static const QStringList all{QStringLiteral("investigating"), QStringLiteral("identified"), QStringLiteral("mitigating"),
                                 QStringLiteral("monitoring"), QStringLiteral("resolved"), QStringLiteral("closed")};
    return all;
}

bool statusIsKnown(const QString &status)
{
    return allStatuses().contains(status);
}

const QStringList &entryKinds()
{
    static const QStringList all{QStringLiteral("note"), QStringLiteral("observation"), QStringLiteral("hypothesis"),
                                 QStringLiteral("decision"), QStringLiteral("action"), QStringLiteral("communication")};
    return all;
}

const WrittenSection *Incident::section(const QString &sectionId) const
{
    const auto found =
        std::find_if(sections.begin(), sections.end(), [&sectionId](const WrittenSection &written) { return written.section == sectionId; });
    return found == sections.end() ? nullptr : &*found;
}

const SectionVersion *WrittenSection::version(const EventId &id) const
{
    const auto found = std::find_if(versions.begin(), versions.end(), [&id](const SectionVersion &item) { return item.event == id; });
    return found == versions.end() ? nullptr : &*found;
}

QString Incident::mergedInto() const
{
    const auto found =
        std::find_if(links.rbegin(), links.rend(), [](const IncidentLink &link) { return link.relation == QLatin1String("merged-into"); });
    return found == links.rend() ? QString() : found->other;
}

} // namespace qd
