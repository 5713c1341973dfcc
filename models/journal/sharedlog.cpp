#include "models/journal/sharedlog.h"

#include "models/journal/attachments.h"
#include "models/journal/sharingstate.h"
#include "models/journal/store.h"

namespace qd {

using journal::Statement;

struct SharedLog::Private
{
    std::unique_ptr<journal::Store> store;
    [[nodiscard]] journal::Connection &connection() const { return store->connection(); }

    template<class... Values>
    [[nodiscard]] Result<void> write(const char *statement, const Values &...values)
    {
        return connection().write([&] { return Statement(connection(), statement).run(values...); });
    }
};

namespace {

QByteArray binary(const QString &sha256)
{
    return QByteArray::fromHex(sha256.toLatin1());
}

} // namespace

SharedLog::SharedLog(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

SharedLog::~SharedLog() = default;

Result<std::unique_ptr<SharedLog>> SharedLog::open(const QString &path)
{
    journal::StoreSettings settings;
    settings.path = path;
    Result<std::unique_ptr<journal::Store>> store = journal::Store::open(settings);
    if (!store)
        return tl::unexpected(store.error());
    auto parts = std::make_unique<Private>();
    parts->store = std::move(*store);
    return std::unique_ptr<SharedLog>(new SharedLog(std::move(parts)));
}

Result<Sharing> SharedLog::sharing() const
{
    return journal::readSharing(d->connection());
}

Result<Backlog> SharedLog::backlog() const
{
    return journal::readBacklog(d->connection());
}

Result<void> SharedLog::setEpoch(const QString &hub, const QString &epoch)
{
    return d->write("503_put_epoch", hub, epoch);
}

Result<void> SharedLog::setStanding(const QString &person, const QString &standing)
{
    return d->write("509_put_standing", person, standing);
}

Result<std::vector<CarriedEvent>> SharedLog::waiting(int atMost, qint64 bytes) const
{
    return journal::readWaiting(d->connection(), atMost, bytes);
}

Result<bool> SharedLog::acknowledge(const std::vector<qint64> &positions, const HubPlace &at)
{
    return d->store->acknowledge(positions, at);
}

Result<void> SharedLog::hold(const ConsoleId &chain, const QString &reason)
{
    return d->write("521_hold_chain", chain, reason);
}

Result<void> SharedLog::release()
{
    return d->write("506_release_chains");
}

Result<void> SharedLog::unacknowledge(const QHash<ConsoleId, qint64> &hubHas)
{
    return d->store->unacknowledge(hubHas);
}

Result<std::vector<ConsoleId>> SharedLog::chains() const
{
    d->store->catchUp(); // they are read from what was projected
    return journal::readChains(d->connection());
}

Result<bool> SharedLog::keep(const std::vector<CarriedEvent> &pulled, const HubPlace &at, const QByteArray &cursor)
{
    return d->store->keep(pulled, at, cursor);
}

Result<std::vector<Parcel>> SharedLog::parcels(int atMost) const
{
    Statement rows(d->connection(), "531_parcels");
    if (const Result<void> done = rows.run(atMost); !done)
        return tl::unexpected(done.error());
    std::vector<Parcel> parcels;
    while (rows.next()) {
        parcels.push_back({rows.id<IncidentId>(0), QString::fromLatin1(rows.bytes(1).toHex()), rows.number(2) != 0, rows.text(3),
                           rows.text(4), rows.number(5)});
    }
    const Result<void> end = rows.end();
    return end ? Result<std::vector<Parcel>>(std::move(parcels)) : tl::unexpected(end.error());
}

Result<QByteArray> SharedLog::content(const QString &sha256) const
{
    return journal::attachment(d->connection(), sha256);
}

Result<void> SharedLog::drop(const Parcel &parcel)
{
    return d->connection().write([&]() -> Result<void> {
        if (const Result<void> done = Statement(d->connection(), "536_drop_parts").run(binary(parcel.sha256)); !done)
            return done;
        return Statement(d->connection(), "532_drop_parcel").run(parcel.incident, binary(parcel.sha256), parcel.outward);
    });
}

Result<std::vector<int>> SharedLog::partsHere(const QString &sha256) const
{
    Statement rows(d->connection(), "534_parts");
    if (const Result<void> done = rows.run(binary(sha256)); !done)
        return tl::unexpected(done.error());
    std::vector<int> parts;
    while (rows.next())
        parts.push_back(static_cast<int>(rows.number(0)));
    const Result<void> end = rows.end();
    return end ? Result<std::vector<int>>(std::move(parts)) : tl::unexpected(end.error());
}

Result<void> SharedLog::keepPart(const QString &sha256, int part, const QByteArray &content)
{
    return d->write("533_put_part", binary(sha256), part, content);
}

Result<void> SharedLog::assemble(const Parcel &parcel)
{
    QByteArray content;
    {
        Statement rows(d->connection(), "535_part_contents");
        if (const Result<void> done = rows.run(binary(parcel.sha256)); !done)
            return done;
        while (rows.next())
            content += rows.bytes(0);
        if (const Result<void> end = rows.end(); !end)
            return end;
    }
    if (journal::sha256Of(content) != parcel.sha256) {
        if (const Result<void> done = d->write("536_drop_parts", binary(parcel.sha256)); !done)
            return done;
        return failure(ErrorCode::Storage,
                       QStringLiteral("what the hub sent as “%1” is not what was attached; it is fetched again").arg(parcel.name));
    }
    return d->connection().write([&]() -> Result<void> {
        const Result<QString> kept = journal::putAttachment(d->connection(), content, parcel.name, parcel.mime);
        return kept ? drop(parcel) : tl::unexpected(kept.error());
    });
}

} // namespace qd
