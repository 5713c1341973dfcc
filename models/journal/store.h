#pragma once
// The journal over one connection, at once and without a thread of its own. The Journal has one for each thread that it works on.

#include "models/core/likeness.h"
#include "models/core/linkedincident.h"
#include "models/core/planrun.h"
#include "models/journal/eventlog.h"
#include "models/journal/incidentsummary.h"
#include "models/journal/projector.h"
#include "models/journal/searchhit.h"
#include "models/journal/sharing.h"

#include <atomic>

namespace qd::journal {

struct StoreSettings
{
    QString path;
    QString readOnlyReason; // a sentence; empty: it can be written
    Connection::Mode mode = Connection::Mode::ReadWrite;
    ConsoleId console; // of the file; null: not read yet
    std::shared_ptr<std::atomic<qint64>> written =
        std::make_shared<std::atomic<qint64>>(0); // events by this program, to tell others' apart
};

class Store
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreSettings &settings);

    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] const EventLog &log() const { return m_log; }
    [[nodiscard]] const StoreSettings &settings() const { return m_settings; }

    using Events = std::vector<Event>;
    [[nodiscard]] Result<Events> append(Events events);
    [[nodiscard]] std::vector<Result<Events>> appendEach(std::vector<Events> batches); // one transaction, where all of them are good

    // To and from the hub; see sharedlog.h.
    struct ChainEnd
    {
        qint64 seq = 0; // of the last event
        QByteArray hash;
        qint64 highest = 0; // number that was taken before
    };
    using ChainEnds = QHash<ConsoleId, ChainEnd>;
    [[nodiscard]] Result<bool> keep(const std::vector<CarriedEvent> &pulled, const HubPlace &at, const QByteArray &cursor);
    [[nodiscard]] Result<bool> acknowledge(const std::vector<qint64> &positions, const HubPlace &at);
    [[nodiscard]] Result<void> unacknowledge(const QHash<ConsoleId, qint64> &hubHas);
    // From elsewhere, by hand, and what is recorded here on top; how many of `brought` were new.
    [[nodiscard]] Result<qint64> bringIn(const std::vector<CarriedEvent> &brought, Events own);

    [[nodiscard]] Result<std::vector<IncidentSummary>> incidents(const IncidentFilter &filter);
    [[nodiscard]] Result<std::vector<PlanRun>> planRuns(const QString &plan);
    [[nodiscard]] Result<IncidentId> resolve(const QString &name);
    [[nodiscard]] Result<bool> refIsTaken(const QString &ref);
    [[nodiscard]] Result<std::vector<SearchHit>> search(const SearchQuery &query);
    [[nodiscard]] Result<std::vector<LinkedIncident>> links(const IncidentId &incident, const QString &ref,
                                                            const std::vector<IncidentLink> &own);
    [[nodiscard]] Result<std::vector<LikeHit>> like(const LikeQuery &query); // of what has been learnt
    [[nodiscard]] Result<bool> learn(int atMost);                            // true: more is left
    [[nodiscard]] Result<void> rebuild();

    void catchUp();        // projects what waits; a failure is left to the next one
    void scrubIfPending(); // a redaction whose traces another program's reading has kept in the write-ahead log

private:
    Store(std::unique_ptr<Connection> connection, const StoreSettings &settings);
    [[nodiscard]] Result<void> write(const std::function<Result<void>(qint64 &added)> &work);
    void catchUpIfFarBehind();
    [[nodiscard]] Result<void> keepAll(const std::vector<CarriedEvent> &pulled, const QByteArray &cursor);
    [[nodiscard]] Result<qint64> keepOne(const CarriedEvent &carried, ChainEnds &ends); // its position
    [[nodiscard]] Result<void> makeRoom(const Event &arrived); // in its chain
    [[nodiscard]] Result<void> moveBack(const Event &arrived, qint64 position);
    [[nodiscard]] Result<void> putParcel(const Event &added, const QByteArray &body, bool outward);
    [[nodiscard]] Result<bool> appendNext(Events &events);            // false: it takes the longer way
    [[nodiscard]] Result<void> insert(Events &events, qint64 &added); // inside a transaction
    [[nodiscard]] Result<void> checkReferences(const Events &events);
    [[nodiscard]] Result<QString> refOf(const IncidentId &incident);

    std::unique_ptr<Connection> m_connection;
    StoreSettings m_settings;
    EventLog m_log;
    Projector m_projector;
    QHash<IncidentId, QString> m_refs; // they never change
    qint64 m_waiting = 0;              // appended here since the last projection
    bool m_mustProject = false;        // in the transaction that runs
    bool m_scrub = false;
};

} // namespace qd::journal
