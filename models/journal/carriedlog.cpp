#include "models/journal/carriedlog.h"

#include "models/journal/attachments.h"
#include "models/journal/filecheck.h"
#include "models/journal/sharingstate.h"
#include "models/journal/store.h"

namespace qd {

using journal::Statement;

struct CarriedLog::Private
{
    std::unique_ptr<journal::Store> store;
    [[nodiscard]] journal::Connection &connection() const { return store->connection(); }
};

CarriedLog::CarriedLog(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

CarriedLog::~CarriedLog() = default;

Result<std::unique_ptr<CarriedLog>> CarriedLog::open(const QString &path)
{
    OpenOptions options;
    options.create = false;
    const Result<journal::FileState> state = journal::checkFile(path, options);
    if (!state)
        return tl::unexpected(state.error());
    journal::StoreSettings settings;
    settings.path = path;
    settings.mode = state->mode;
    settings.readOnlyReason = state->readOnlyReason;
    Result<std::unique_ptr<journal::Store>> store = journal::Store::open(settings);
    if (!store)
        return tl::unexpected(store.error());
    auto parts = std::make_unique<Private>();
    parts->store = std::move(*store);
    return std::unique_ptr<CarriedLog>(new CarriedLog(std::move(parts)));
}

const QString &CarriedLog::readOnlyReason() const
{
    return d->store->settings().readOnlyReason;
}

ConsoleId CarriedLog::console() const
{
    return d->store->settings().console;
}

Result<Stamp> CarriedLog::lastStamp() const
{
    return d->store->log().lastStamp();
}

Result<Sharing> CarriedLog::sharing() const
{
    return journal::readSharing(d->connection());
}

Result<std::vector<CarriedEvent>> CarriedLog::events(const IncidentId &incident) const
{
    return d->store->log().carriedOf(incident);
}

Result<std::vector<IncidentSummary>> CarriedLog::incidents() const
{
    return d->store->incidents({});
}

Result<qint64> CarriedLog::bringIn(const std::vector<CarriedEvent> &brought, std::vector<Event> own)
{
    return d->store->bringIn(brought, std::move(own));
}

Result<QByteArray> CarriedLog::attachment(const QString &sha256) const
{
    return journal::attachment(d->connection(), sha256);
}

Result<bool> CarriedLog::hasAttachment(const QString &sha256) const
{
    Statement row(d->connection(), "537_attachment_is_here");
    if (const Result<void> done = row.run(QByteArray::fromHex(sha256.toLatin1())); !done)
        return tl::unexpected(done.error());
    return row.next();
}

Result<void> CarriedLog::putAttachment(const QByteArray &content, const QString &name, const QString &mime)
{
    const Result<QString> kept = journal::putAttachment(d->connection(), content, name, mime);
    return kept ? Result<void>() : tl::unexpected(kept.error());
}

Result<void> CarriedLog::forgetAttachment(const QString &sha256)
{
    return journal::dropUnnamed(d->connection(), sha256);
}

} // namespace qd
