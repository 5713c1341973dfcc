#include "models/exchange/bundlemerge.h"

#include "models/core/kinds.h"
#include "models/exchange/bundlenames.h"

#include <QHash>
#include <QJsonArray>
#include <QStringList>

namespace qd::exchange {
namespace {

using Place = std::pair<ConsoleId, qint64>;

// Recorded as the same; its place in a chain may have become another where it had not been shared yet.
bool areSame(const Event &a, const Event &b)
{
    return a.incident == b.incident && a.kind == b.kind && a.author == b.author && a.happenedAt == b.happenedAt
        && a.recordedAt == b.recordedAt && a.stamp == b.stamp && a.bodyHash == b.bodyHash;
}

QString nameOf(const Event &event)
{
    return QStringLiteral("event %1 (%2 by %3, %4)").arg(event.id.toString(), event.kind, event.author, toIso(event.recordedAt));
}

class Merger
{
public:
    explicit Merger(const std::vector<CarriedEvent> &here)
    {
        for (const CarriedEvent &carried : here) {
            m_ids.insert(carried.event.id, &carried.event);
            m_places.insert({carried.event.console, carried.event.consoleSeq}, &carried.event);
        }
    }

    void take(const CarriedEvent &carried)
    {
        const Event &event = carried.event;
        if (const Event *known = m_ids.value(event.id)) {
            if (!areSame(*known, event))
                disagree(event, QStringLiteral("%1 is not the same here").arg(nameOf(event)));
            ++m_merge.there;
            return;
        }
        const Event *occupant = m_places.value({event.console, event.consoleSeq});
        const Event *before = m_places.value({event.console, event.consoleSeq - 1});
        if (occupant)
            disagree(event, QStringLiteral("%1 stands in the bundle where %2 stands here").arg(nameOf(event), nameOf(*occupant)));
        else if (before && before->hash != event.prev)
            disagree(event, QStringLiteral("%1 does not follow %2, which stands before it here").arg(nameOf(event), nameOf(*before)));
        m_merge.fresh.push_back(carried);
        m_merge.anythingToTell = m_merge.anythingToTell || !isBundleNote(carried);
    }

    [[nodiscard]] Result<BundleMerge> merged() const
    {
        if (m_problems.isEmpty())
            return m_merge;
        return refused(
            QStringLiteral("the bundle and this database went on apart from one another, and nothing was brought in: one of them is a "
                           "copy that was written to after it was made; read the bundle in a database of its own (--db)\n%1")
                .arg(m_problems.values().join(QLatin1Char('\n'))));
    }

private:
    void disagree(const Event &event, const QString &sentence)
    {
        if (!m_problems.contains(event.console)) // what comes after it in its chain follows from it
            m_problems.insert(event.console, sentence);
    }

    QHash<EventId, const Event *> m_ids;
    QHash<Place, const Event *> m_places;
    QMap<ConsoleId, QString> m_problems;
    BundleMerge m_merge;
};

} // namespace

Result<BundleMerge> mergeBundle(const std::vector<CarriedEvent> &here, const std::vector<CarriedEvent> &brought)
{
    Merger merger(here);
    for (const CarriedEvent &carried : brought)
        merger.take(carried);
    return merger.merged();
}

QString bundleNoteTag()
{
    return QStringLiteral("bundle");
}

QString bundleNote(qint64 events, qint64 consoles, Instant madeAt, const QString &madeBy)
{
    return QStringLiteral("Brought in from a bundle: %1 %2 of %3 %4, made %5 by %6")
        .arg(events)
        .arg(events == 1 ? QStringLiteral("event") : QStringLiteral("events"))
        .arg(consoles)
        .arg(consoles == 1 ? QStringLiteral("console") : QStringLiteral("consoles"))
        .arg(toIso(madeAt), madeBy);
}

bool isBundleNote(const CarriedEvent &carried)
{
    if (carried.event.kind != QLatin1String(kinds::entryLogged))
        return false;
    const QJsonObject body = bodyOf(carried);
    return body.value(QLatin1String("tags")).toArray().contains(bundleNoteTag())
        && body.value(QLatin1String("text")).toString().startsWith(QLatin1String("Brought in from a bundle"));
}

} // namespace qd::exchange
