#pragma once
// All incidents of the record, each with what it comes down to: for what is learnt over many of them.
//
// 1. Without the entries that people logged (Incident::entries) and without the embedded plan, which stands beside it.
// 2. Read and folded in the background, and only from when somebody watches; then kept in step with every change.
// 3. The open incident is here as the session has it, in the same turn of the event loop.

#include "models/review/metrics.h"
#include "models/session/plancache.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace qd {

class Journal;

class Casebook : public QObject
{
    Q_OBJECT

public:
    explicit Casebook(Journal &journal, QObject *parent = nullptr);                  // the journal outlives it
    void watch();                                                                    // begins to read; asked again, nothing happens
    [[nodiscard]] bool isComplete() const { return m_complete; }                     // all that was there when it began has been read
    [[nodiscard]] const std::vector<review::Case> &cases() const { return m_cases; } // by declaration, the oldest first
    [[nodiscard]] const review::Case *find(const IncidentId &incident) const;        // nullptr: not read, or there is none

    void put(const Incident &incident, std::shared_ptr<const plan::Plan> plan); // as it is now
    void refresh(const IncidentId &incident);                                   // it changed in the record

signals:
    void changed(); // once a turn of the event loop, however much did
    void failed(const QString &sentence);

private:
    struct Folded
    {
        Incident incident;
        QByteArray planHash;
    };
    void readNext();
    void read(const IncidentId &incident);
    void take(Folded folded, int asked);
    void place(review::Case item);
    void announce();

    Journal &m_journal;
    PlanCache m_plans;
    std::vector<review::Case> m_cases;
    QHash<IncidentId, int> m_changes; // how often each was put or asked for: what was read before is out of date
    QSet<IncidentId> m_placed;        // in m_cases
    std::vector<IncidentId> m_toRead; // the oldest last: it is read first, and each finds its place at the end
    int m_reading = 0;
    bool m_watching = false;
    bool m_complete = false;
    bool m_announced = false;
};

} // namespace qd
