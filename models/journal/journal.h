#pragma once
// The record on disk: the log of events in one file, and what is computed from it.
//
// 1. An append is durable when its answer is there. It is whole: all of its events or none. An event that is there already is left as it is.
// 2. The log only grows. The one thing that ever leaves it is the body of what was redacted, in the transaction that redacts it.
// 3. Sequence number, previous hash and hash are given while the file is held for writing: two programs on one file share one console
//    and never fork its chain. An event of another console keeps the chain that it came with, and is refused when that does not fit it.
// 4. Summaries and search are computed from the log. What was appended is found by the next read; rebuild() makes all of it anew.
// 5. A file that is damaged, not ours, newer, or not to be written is left byte for byte as it is. A damaged one is set aside by salvage() only.
// 6. Functions that give a QFuture never wait. The others read or write at once, and are called where the journal was opened.
//
// Times are UTC. Errors are of ErrorCode::Storage and say what to do; resolve() refuses with ErrorCode::Refused.

#include "models/core/event.h"
#include "models/core/likeness.h"
#include "models/core/linkedincident.h"
#include "models/core/planrun.h"
#include "models/core/result.h"
#include "models/journal/incidentsummary.h"
#include "models/journal/openoptions.h"
#include "models/journal/reports.h"
#include "models/journal/searchhit.h"
#include "models/journal/sharing.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace qd {

class Journal : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString &path, const OpenOptions &options);
    ~Journal() override; // what was appended is written before it goes

    [[nodiscard]] ConsoleId console() const; // of this file
    [[nodiscard]] QString path() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] QString readOnlyReason() const; // a sentence; empty when it can be written
    [[nodiscard]] Stamp lastStamp() const;        // the highest in the log, for a Recorder to observe

    // The events as they stand in the log, in the order given.
    [[nodiscard]] QFuture<Result<std::vector<Event>>> append(std::vector<Event> events);
    [[nodiscard]] Result<std::vector<Event>> appendNow(std::vector<Event> events);

    [[nodiscard]] Result<std::vector<Event>> events(const IncidentId &incident) const; // in the order of the fold; none: no such incident
    [[nodiscard]] QFuture<Result<std::vector<Event>>> loadEvents(const IncidentId &incident);
    // All but the entries that people logged: what an incident comes down to, at a cost that does not grow with its timeline.
    [[nodiscard]] Result<std::vector<Event>> course(const IncidentId &incident) const;
    [[nodiscard]] QFuture<Result<std::vector<Event>>> loadCourse(const IncidentId &incident);
    // In the order of arrival, those after `position`; a limit below 0 is none.
    [[nodiscard]] Result<std::vector<Event>> eventsAfter(qint64 position, int limit = -1) const;
    [[nodiscard]] QFuture<Result<Arrivals>> loadAfter(qint64 position, int limit = -1);
    [[nodiscard]] qint64 position() const; // of the newest event; 0: the log is empty

    // The open ones first, then the most recently declared.
    [[nodiscard]] Result<std::vector<IncidentSummary>> incidents(const IncidentFilter &filter = {}) const;
    [[nodiscard]] QFuture<Result<std::vector<IncidentSummary>>> loadIncidents(const IncidentFilter &filter = {});
    // Which incidents ran under a plan (its id; empty: under any), the most recently declared first. An incident stands there once for each
    // plan that held in it.
    [[nodiscard]] Result<std::vector<PlanRun>> planRuns(const QString &plan = {}) const;
    [[nodiscard]] QFuture<Result<std::vector<PlanRun>>> loadPlanRuns(const QString &plan = {});
    // A reference, an unambiguous beginning of one (with or without "INC-"), an id, or "last": the most recently declared.
    [[nodiscard]] Result<IncidentId> resolve(const QString &name) const;
    [[nodiscard]] bool refIsTaken(const QString &ref) const;

    [[nodiscard]] Result<std::vector<SearchHit>> search(const SearchQuery &query) const; // newest first
    [[nodiscard]] QFuture<Result<std::vector<SearchHit>>> loadHits(const SearchQuery &query);

    // The likest first. What changed since the last time is learnt before, a little at a time between what else is read.
    [[nodiscard]] Result<std::vector<LikeHit>> like(const LikeQuery &query) const;
    [[nodiscard]] QFuture<Result<std::vector<LikeHit>>> loadLike(const LikeQuery &query);
    // From both sides: those that the incident names itself, as its state has them, then those that name it.
    [[nodiscard]] Result<std::vector<LinkedIncident>> links(const Incident &incident) const;
    [[nodiscard]] QFuture<Result<std::vector<LinkedIncident>>> loadLinks(const Incident &incident);

    // Content is kept once, by its hash; an event says what it is called. The sha256 in hex.
    [[nodiscard]] Result<QString> putAttachment(const QByteArray &content, const QString &name = {}, const QString &mime = {});
    [[nodiscard]] QFuture<Result<QString>> keepAttachment(const QByteArray &content, const QString &name = {}, const QString &mime = {});
    [[nodiscard]] Result<QByteArray> attachment(const QString &sha256) const;
    [[nodiscard]] QFuture<Result<QByteArray>> loadAttachment(const QString &sha256);
    [[nodiscard]] QFuture<Result<void>> forgetAttachment(const QString &sha256); // one that an event names stays

    [[nodiscard]] Result<SharingState> sharing() const; // the shared database that this file is kept in step with
    [[nodiscard]] QFuture<Result<SharingState>> loadSharing();
    [[nodiscard]] Result<void> join(const Sharing &hub);
    [[nodiscard]] Result<void> leave(); // the log stays, with all that came from there
    void lookForArrivals();             // somebody knows that there are some: arrived() follows at once

    [[nodiscard]] Result<VerifyReport> verify(const std::optional<IncidentId> &incident = {}) const;
    [[nodiscard]] Result<void> rebuild();
    [[nodiscard]] Result<void> backup(const QString &toFile) const; // a file that is there already is not touched
    [[nodiscard]] static Result<SalvageReport> salvage(const QString &damaged, const QString &into, Instant now);

signals:
    void arrived();                       // another program wrote to the file; at most a second after it did
    void warned(const QString &sentence); // something in the background went wrong that a person must hear of

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    struct Private;
    explicit Journal(std::unique_ptr<Private> parts);
    void backUpDaily(const QString &folder, Instant now);
    std::unique_ptr<Private> d;
};

} // namespace qd
