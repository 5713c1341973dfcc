#include "models/exchange/bundlechecks.h"

#include "models/core/chains.h"
#include "models/core/kinds.h"
#include "models/exchange/bundlenames.h"

#include <QMap>

#include <algorithm>

namespace qd::exchange {
namespace {

using Chain = std::vector<const BundleEvent *>; // by its numbers

QString shortOf(const ConsoleId &console)
{
    return console.toString().right(12);
}

class EventChecks
{
public:
    EventChecks(const std::vector<BundleEvent> &events, const BundleManifest &manifest, BundleProblems &problems)
        : m_events(events),
          m_manifest(manifest),
          m_problems(problems)
    {
    }

    void run()
    {
        std::vector<CarriedEvent> redactions;
        for (const BundleEvent &event : m_events) {
            if (event.carried.event.kind == QLatin1String(kinds::entryRedacted))
                redactions.push_back(event.carried);
        }
        m_redacted = redactedEntries(redactions);
        const Event *before = nullptr;
        for (const BundleEvent &event : m_events) {
            checkOne(event);
            if (before)
                checkOrder(*before, event);
            before = &event.carried.event;
        }
    }

private:
    void note(const BundleEvent &event, const QString &sentence)
    {
        m_problems.add(QLatin1String(bundleparts::events), event.line, sentence);
    }
    void checkOne(const BundleEvent &item)
    {
        const Event &event = item.carried.event;
        if (event.incident != m_manifest.incident)
            note(item, QStringLiteral("it is an event of another incident (%1); a bundle holds one").arg(event.incident.toString()));
        if (event.hash != hashEvent(event))
            note(item, QStringLiteral("its fields are not what was recorded: the hash over them does not match"));
        checkBody(item);
        if (m_ids.contains(event.id))
            note(item, QStringLiteral("event %1 stands there twice").arg(event.id.toString()));
        m_ids.insert(event.id);
    }
    void checkBody(const BundleEvent &item)
    {
        const Event &event = item.carried.event;
        if (!item.carried.body.isEmpty()) {
            if (hashBody(item.carried.body) != event.bodyHash)
                note(item, QStringLiteral("its body is not what was recorded: its hash does not match"));
            return;
        }
        const bool isCorrection = event.kind == QLatin1String(kinds::entryAmended); // which entry it corrects went with its body
        if (!m_redacted.contains(event.id) && !(isCorrection && !m_redacted.isEmpty()))
            note(item, QStringLiteral("its body is gone, and no redaction in the bundle says so"));
    }
    void checkOrder(const Event &before, const BundleEvent &item)
    {
        if (!comesBefore(before, item.carried.event))
            note(item, QStringLiteral("it stands behind an event that comes after it: lines were moved"));
    }

    const std::vector<BundleEvent> &m_events;
    const BundleManifest &m_manifest;
    BundleProblems &m_problems;
    QSet<EventId> m_redacted;
    QSet<EventId> m_ids;
};

class ChainChecks
{
public:
    ChainChecks(const BundleManifest &manifest, BundleProblems &problems, QStringList &notes)
        : m_manifest(manifest),
          m_problems(problems),
          m_notes(notes)
    {
    }

    void run(const std::vector<BundleEvent> &events)
    {
        QMap<ConsoleId, Chain> chains;
        for (const BundleEvent &event : events)
            chains[event.carried.event.console].push_back(&event);
        for (Chain &chain : chains) {
            std::stable_sort(chain.begin(), chain.end(), [](const BundleEvent *a, const BundleEvent *b) {
                return a->carried.event.consoleSeq < b->carried.event.consoleSeq;
            });
            checkLinks(chain);
            checkEnd(chain);
        }
        for (const BundleChain &stated : m_manifest.chains) {
            if (!chains.contains(stated.console))
                m_problems.add(QLatin1String(bundleparts::events),
                               QStringLiteral("all %1 events of console %2 are missing").arg(stated.events).arg(shortOf(stated.console)));
        }
    }

private:
    void note(const BundleEvent &event, const QString &sentence)
    {
        m_problems.add(QLatin1String(bundleparts::events), event.line, sentence);
    }
    void checkLinks(const Chain &chain)
    {
        const bool mayLeap = !isOfOneIncident(chain.front()->carried.event.console);
        qint64 number = 0;
        QByteArray hash;
        bool leaps = false;
        for (const BundleEvent *item : chain) {
            const Event &event = item->carried.event;
            if (event.consoleSeq == number + 1) {
                if (event.prev != hash)
                    note(*item,
                         QStringLiteral(
                             "it does not follow the event before it in its console's chain: one of them was changed or put there"));
            } else if (event.consoleSeq <= number) {
                note(*item,
                     QStringLiteral("number %1 of its console stands there twice, or is no number of a chain").arg(event.consoleSeq));
            } else if (mayLeap) {
                leaps = true;
            } else {
                note(*item,
                     QStringLiteral("%1 event(s) before it are missing: number %2 of its console follows number %3")
                         .arg(event.consoleSeq - number - 1)
                         .arg(event.consoleSeq)
                         .arg(number));
            }
            number = event.consoleSeq;
            hash = event.hash;
        }
        if (leaps)
            m_notes << QStringLiteral("console %1 began before each incident had a chain of its own: its %2 events keep the numbers they "
                                      "came with (%3 to %4)")
                           .arg(shortOf(chain.front()->carried.event.console))
                           .arg(chain.size())
                           .arg(chain.front()->carried.event.consoleSeq)
                           .arg(number);
    }
    void checkEnd(const Chain &chain)
    {
        const Event &last = chain.back()->carried.event;
        const auto stated = std::find_if(m_manifest.chains.begin(), m_manifest.chains.end(),
                                         [&last](const BundleChain &candidate) { return candidate.console == last.console; });
        if (stated == m_manifest.chains.end()) {
            note(*chain.front(), QStringLiteral("the manifest does not name its console, %1").arg(last.console.toString()));
        } else if (last.consoleSeq < stated->last) {
            note(*chain.back(),
                 QStringLiteral("the events after it are missing: its console's chain goes to number %1, and the file to %2")
                     .arg(stated->last)
                     .arg(last.consoleSeq));
        } else if (last.consoleSeq > stated->last || last.hash != stated->hash) {
            note(*chain.back(),
                 QStringLiteral("its console's chain ends in another event than the manifest says (number %1)").arg(stated->last));
        } else if (std::ssize(chain) != stated->events || chain.front()->carried.event.consoleSeq != stated->first) {
            note(*chain.front(),
                 QStringLiteral("of its console the manifest says %1 events from number %2 on; there are %3 from number %4 on")
                     .arg(stated->events)
                     .arg(stated->first)
                     .arg(chain.size())
                     .arg(chain.front()->carried.event.consoleSeq));
        }
    }

    const BundleManifest &m_manifest;
    BundleProblems &m_problems;
    QStringList &m_notes;
};

} // namespace

std::vector<BundleChain> chainsOf(const std::vector<CarriedEvent> &events)
{
    QMap<ConsoleId, BundleChain> chains;
    for (const CarriedEvent &carried : events) {
        const Event &event = carried.event;
        BundleChain &chain = chains[event.console];
        chain.console = event.console;
        chain.first = chain.events == 0 ? event.consoleSeq : std::min(chain.first, event.consoleSeq);
        ++chain.events;
        if (event.consoleSeq >= chain.last) {
            chain.last = event.consoleSeq;
            chain.hash = event.hash;
        }
    }
    return {chains.cbegin(), chains.cend()};
}

void checkBundleEvents(const std::vector<BundleEvent> &events, const BundleManifest &manifest, BundleProblems &problems, QStringList &notes)
{
    if (events.empty())
        problems.add(QLatin1String(bundleparts::events), QStringLiteral("there is no event in it"));
    if (std::ssize(events) != manifest.events)
        problems.add(QLatin1String(bundleparts::events),
                     QStringLiteral("it holds %1 events, and the manifest says %2").arg(events.size()).arg(manifest.events));
    EventChecks(events, manifest, problems).run();
    ChainChecks(manifest, problems, notes).run(events);
}

} // namespace qd::exchange
