#include "models/journal/journal.h"

#include <QMetaMethod>

#include <atomic>

#include "models/journal/arrivalwatch.h"
#include "models/journal/attachments.h"
#include "models/journal/backup.h"
#include "models/journal/filecheck.h"
#include "models/journal/salvage.h"
#include "models/journal/schema.h"
#include "models/journal/sharingstate.h"
#include "models/journal/sqlfiles.h"
#include "models/journal/verify.h"
#include "models/journal/worker.h"

namespace qd {

using journal::Store;

namespace {

constexpr int learntAtOnce = 20; // incidents; in the moment that this takes, nothing else is read

struct Waiting // to be appended
{
    std::vector<Event> events;
    QPromise<Result<std::vector<Event>>> promise;
};

Result<void> bringUpToDate(const QString &path, const OpenOptions &options)
{
    const auto connection = journal::Connection::open(path, journal::Connection::Mode::ReadWrite);
    if (!connection)
        return tl::unexpected(connection.error());
    const QString folder = journal::backupFolderOf(path, options.backupFolder);
    if (const Result<void> kept = journal::backupBeforeMigration(**connection, folder, journal::newestVersion(), options.now); !kept)
        return kept;
    return journal::migrate(**connection, journal::newestVersion());
}

Result<journal::StoreSettings> prepare(const QString &path, const OpenOptions &options)
{
    const Result<journal::FileState> state = journal::checkFile(path, options);
    if (!state)
        return tl::unexpected(state.error());
    Result<void> ready;
    if (state->isNew)
        ready = journal::createFile(path, options.now);
    else if (state->version < journal::newestVersion())
        ready = bringUpToDate(path, options);
    if (!ready)
        return tl::unexpected(ready.error());
    journal::StoreSettings settings;
    settings.path = path;
    settings.mode = state->mode;
    settings.readOnlyReason = state->readOnlyReason;
    return settings;
}

} // namespace

struct Journal::Private
{
    explicit Private(std::unique_ptr<Store> opened)
        : store(std::move(opened)),
          reader(store->settings()),
          writer(std::make_unique<journal::Worker>(store->settings())),
          start(store->log().lastPosition().value_or(0))
    {
    }

    std::unique_ptr<Store> store; // for the caller's thread
    std::atomic<bool> ending = false;
    journal::Worker reader;
    std::mutex mutex;
    std::vector<Waiting> waiting; // the next transaction of the writer
    std::unique_ptr<journal::Worker> writer;
    qint64 start = 0; // the log's position when it was opened
    std::unique_ptr<journal::ArrivalWatch> watch;

    void appendWaiting(const Result<Store *> &target)
    {
        std::vector<Waiting> taken;
        {
            const std::lock_guard lock(mutex);
            taken.swap(waiting);
        }
        std::vector<Store::Events> batches;
        for (Waiting &one : taken)
            batches.push_back(std::move(one.events));
        using Answers = std::vector<Result<Store::Events>>;
        Answers answers = target ? (*target)->appendEach(std::move(batches)) : Answers(taken.size(), tl::unexpected(target.error()));
        for (size_t i = 0; i < taken.size(); ++i) {
            taken[i].promise.addResult(std::move(answers[i]));
            taken[i].promise.finish();
        }
    }
    using LikeAnswer = QPromise<Result<std::vector<LikeHit>>>;
    void learnAndFind(const std::shared_ptr<LikeAnswer> &promise, const LikeQuery &query)
    {
        reader.post([this, promise, query](const Result<Store *> &target) {
            const Result<bool> more = target ? (*target)->learn(learntAtOnce) : tl::unexpected(target.error());
            if (more && *more && !ending) {
                learnAndFind(promise, query); // behind what else waits to be read
                return;
            }
            promise->addResult(more ? (*target)->like(query) : Result<std::vector<LikeHit>>(tl::unexpected(more.error())));
            promise->finish();
        });
    }
    [[nodiscard]] qint64 position() const { return store->log().lastPosition().value_or(start); }
    [[nodiscard]] qint64 writtenByOthers() const { return position() - start - *store->settings().written; }
};

Journal::Journal(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

Journal::~Journal()
{
    d->ending = true;
    d->writer.reset(); // what it was given is stored now
    d->store->catchUp();
    d->store->scrubIfPending();
}

Result<std::unique_ptr<Journal>> Journal::open(const QString &path, const OpenOptions &options)
{
    const Result<journal::StoreSettings> settings = prepare(path, options);
    if (!settings)
        return tl::unexpected(settings.error());
    Result<std::unique_ptr<Store>> store = Store::open(*settings);
    if (!store)
        return tl::unexpected(store.error());
    std::unique_ptr<Journal> journal(new Journal(std::make_unique<Private>(std::move(*store))));
    if (!journal->isReadOnly())
        journal->backUpDaily(journal::backupFolderOf(path, options.backupFolder), options.now);
    return journal;
}

void Journal::backUpDaily(const QString &folder, Instant now)
{
    const Result<bool> due = journal::dailyBackupIsDue(d->store->connection(), folder, now);
    if (due && !*due)
        return;
    d->writer->post([this, folder, now](const Result<Store *> &store) {
        const Result<void> done = store ? journal::dailyBackup((*store)->connection(), folder, now) : tl::unexpected(store.error());
        if (!done)
            emit warned(done.error().sentence);
    });
}

ConsoleId Journal::console() const
{
    return d->store->settings().console;
}

QString Journal::path() const
{
    return d->store->settings().path;
}

bool Journal::isReadOnly() const
{
    return !readOnlyReason().isEmpty();
}

QString Journal::readOnlyReason() const
{
    return d->store->settings().readOnlyReason;
}

Stamp Journal::lastStamp() const
{
    return d->store->log().lastStamp().value_or(0);
}

QFuture<Result<std::vector<Event>>> Journal::append(std::vector<Event> events)
{
    Waiting one{std::move(events), {}};
    one.promise.start();
    const auto future = one.promise.future();
    const std::lock_guard lock(d->mutex);
    d->waiting.push_back(std::move(one));
    if (d->waiting.size() == 1)
        d->writer->post([parts = d.get()](const Result<Store *> &store) { parts->appendWaiting(store); });
    return future;
}

Result<std::vector<Event>> Journal::appendNow(std::vector<Event> events)
{
    return d->store->append(std::move(events));
}

Result<std::vector<Event>> Journal::events(const IncidentId &incident) const
{
    return d->store->log().ofIncident(incident);
}

QFuture<Result<std::vector<Event>>> Journal::loadEvents(const IncidentId &incident)
{
    return d->reader.ask<std::vector<Event>>([incident](Store &store) { return store.log().ofIncident(incident); });
}

Result<std::vector<Event>> Journal::course(const IncidentId &incident) const
{
    return d->store->log().courseOf(incident);
}

QFuture<Result<std::vector<Event>>> Journal::loadCourse(const IncidentId &incident)
{
    return d->reader.ask<std::vector<Event>>([incident](Store &store) { return store.log().courseOf(incident); });
}

Result<std::vector<Event>> Journal::eventsAfter(qint64 position, int limit) const
{
    return d->store->log().after(position, limit);
}

QFuture<Result<Arrivals>> Journal::loadAfter(qint64 position, int limit)
{
    return d->reader.ask<Arrivals>([position, limit](Store &store) { return store.log().arrivalsAfter(position, limit); });
}

qint64 Journal::position() const
{
    return d->position();
}

Result<std::vector<IncidentSummary>> Journal::incidents(const IncidentFilter &filter) const
{
    return d->store->incidents(filter);
}

QFuture<Result<std::vector<IncidentSummary>>> Journal::loadIncidents(const IncidentFilter &filter)
{
    return d->reader.ask<std::vector<IncidentSummary>>([filter](Store &store) { return store.incidents(filter); });
}

Result<std::vector<PlanRun>> Journal::planRuns(const QString &plan) const
{
    return d->store->planRuns(plan);
}

QFuture<Result<std::vector<PlanRun>>> Journal::loadPlanRuns(const QString &plan)
{
    return d->reader.ask<std::vector<PlanRun>>([plan](Store &store) { return store.planRuns(plan); });
}

Result<IncidentId> Journal::resolve(const QString &name) const
{
    return d->store->resolve(name);
}

bool Journal::refIsTaken(const QString &ref) const
{
    return d->store->refIsTaken(ref).value_or(false);
}

Result<std::vector<SearchHit>> Journal::search(const SearchQuery &query) const
{
    return d->store->search(query);
}

QFuture<Result<std::vector<SearchHit>>> Journal::loadHits(const SearchQuery &query)
{
    return d->reader.ask<std::vector<SearchHit>>([query](Store &store) { return store.search(query); });
}

Result<std::vector<LikeHit>> Journal::like(const LikeQuery &query) const
{
    for (;;) {
        const Result<bool> more = d->store->learn(learntAtOnce);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return d->store->like(query);
    }
}

QFuture<Result<std::vector<LikeHit>>> Journal::loadLike(const LikeQuery &query)
{
    const auto promise = std::make_shared<Private::LikeAnswer>();
    promise->start();
    d->learnAndFind(promise, query);
    return promise->future();
}

Result<std::vector<LinkedIncident>> Journal::links(const Incident &incident) const
{
    return d->store->links(incident.id, incident.ref, incident.links);
}

QFuture<Result<std::vector<LinkedIncident>>> Journal::loadLinks(const Incident &incident)
{
    return d->reader.ask<std::vector<LinkedIncident>>(
        [id = incident.id, ref = incident.ref, own = incident.links](Store &store) { return store.links(id, ref, own); });
}

Result<QString> Journal::putAttachment(const QByteArray &content, const QString &name, const QString &mime)
{
    if (isReadOnly())
        return failure(ErrorCode::Storage, readOnlyReason());
    return journal::putAttachment(d->store->connection(), content, name, mime);
}

QFuture<Result<QString>> Journal::keepAttachment(const QByteArray &content, const QString &name, const QString &mime)
{
    return d->writer->ask<QString>([content, name, mime, reason = readOnlyReason()](Store &store) -> Result<QString> {
        if (!reason.isEmpty())
            return failure(ErrorCode::Storage, reason);
        return journal::putAttachment(store.connection(), content, name, mime);
    });
}

Result<QByteArray> Journal::attachment(const QString &sha256) const
{
    return journal::attachment(d->store->connection(), sha256);
}

QFuture<Result<QByteArray>> Journal::loadAttachment(const QString &sha256)
{
    return d->reader.ask<QByteArray>([sha256](Store &store) { return journal::attachment(store.connection(), sha256); });
}

QFuture<Result<void>> Journal::forgetAttachment(const QString &sha256)
{
    return d->writer->ask<void>([sha256](Store &store) { return journal::dropUnnamed(store.connection(), sha256); });
}

Result<SharingState> Journal::sharing() const
{
    return journal::readSharingState(d->store->connection());
}

QFuture<Result<SharingState>> Journal::loadSharing()
{
    return d->reader.ask<SharingState>([](Store &store) { return journal::readSharingState(store.connection()); });
}

Result<void> Journal::join(const Sharing &hub)
{
    if (isReadOnly())
        return failure(ErrorCode::Storage, readOnlyReason());
    return journal::putSharing(d->store->connection(), hub);
}

Result<void> Journal::leave()
{
    if (isReadOnly())
        return failure(ErrorCode::Storage, readOnlyReason());
    return journal::forgetSharing(d->store->connection());
}

void Journal::lookForArrivals()
{
    if (d->watch)
        d->watch->look();
}

Result<VerifyReport> Journal::verify(const std::optional<IncidentId> &incident) const
{
    return journal::verify(d->store->connection(), incident);
}

Result<void> Journal::rebuild()
{
    return d->store->rebuild();
}

Result<void> Journal::backup(const QString &toFile) const
{
    return journal::backupTo(d->store->connection(), toFile);
}

Result<SalvageReport> Journal::salvage(const QString &damaged, const QString &into, Instant now)
{
    return journal::salvage(damaged, into, now);
}

void Journal::connectNotify(const QMetaMethod &signal)
{
    if (d->watch || signal != QMetaMethod::fromSignal(&Journal::arrived))
        return;
    d->watch = std::make_unique<journal::ArrivalWatch>(
        path(), [parts = d.get()] { return parts->writtenByOthers(); }, nullptr);
    connect(d->watch.get(), &journal::ArrivalWatch::arrived, this, &Journal::arrived);
}

} // namespace qd
