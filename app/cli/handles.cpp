#include "app/cli/handles.h"

namespace qd::cli {
namespace {

constexpr qsizetype shortest = 6;

QString digits(const QString &text)
{
    return QString(text).remove(QLatin1Char('-')).toLower();
}

} // namespace

QString handleOf(const EventId &id)
{
    return id.toString().right(shortest);
}

Result<EventId> findIn(const std::vector<EventId> &ids, const QString &text, const QString &what)
{
    const QString wanted = digits(text);
    std::vector<EventId> found;
    for (const EventId &id : ids) {
        const QString all = digits(id.toString());
        if (wanted.size() >= shortest && (all.startsWith(wanted) || all.endsWith(wanted)))
            found.push_back(id);
    }
    if (found.size() == 1)
        return found.front();
    if (!found.empty())
        return refused(QStringLiteral("several entries are meant by '%1'; give more of the id").arg(text));
    return refused(QStringLiteral("there is no %1 '%2' here; give its id, or six or more of its last digits").arg(what, text));
}

Result<EventId> findEntry(const Incident &incident, const QString &text)
{
    std::vector<EventId> ids;
    for (const TimelineEntry &entry : incident.entries)
        ids.push_back(entry.id);
    if (text.compare(QLatin1String("last"), Qt::CaseInsensitive) != 0)
        return findIn(ids, text, QStringLiteral("entry"));
    const auto last = std::find_if(incident.entries.rbegin(), incident.entries.rend(),
                                   [](const TimelineEntry &entry) { return entryKinds().contains(entry.kind) && !entry.undone; });
    if (last == incident.entries.rend())
        return refused(QStringLiteral("nobody has written an entry in %1 yet").arg(incident.ref));
    return last->id;
}

} // namespace qd::cli
