#include "models/journal/salvage.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include "models/journal/attachments.h"
#include "models/journal/filecheck.h"
#include "models/journal/files.h"
#include "models/journal/schema.h"
#include "models/journal/store.h"

namespace qd::journal {
namespace {

constexpr size_t batchSize = 500;

class Salvager
{
public:
    Salvager(Connection &from, Store &to) : m_from(from), m_to(to) { }

    Result<SalvageReport> run()
    {
        const qint64 last = lastPosition();
        for (qint64 position = 1; position <= last; ++position) {
            read(position);
            if (m_batch.size() >= batchSize || position == last) {
                if (const Result<void> done = storeBatch(); !done)
                    return tl::unexpected(done.error());
            }
        }
        if (const Result<void> done = saveAttachments(); !done)
            return tl::unexpected(done.error());
        return finish();
    }

private:
    // From the log itself, or else from what still tells how long it was.
    qint64 lastPosition()
    {
        for (const char *sql :
             {"SELECT max(position) FROM event", "SELECT max(position) FROM place", "SELECT projected_to FROM projection"}) {
            const Result<QVariant> found = m_from.value(QLatin1String(sql));
            if (found && !found->isNull())
                return found->toLongLong();
        }
        m_report.notes << QStringLiteral("the log itself could not be found in the file; take the newest backup");
        return 0;
    }

    void read(qint64 position)
    {
        Statement row(m_from, "143_event_at");
        if (!row.run(position) || !row.next()) {
            lose(position, QStringLiteral("it could not be read"));
            return;
        }
        const Event event = EventLog::read(row);
        const bool isGone = EventLog::bodyIsGone(row);
        if (!isGone && hashBody(EventLog::bodyOf(row)) != event.bodyHash)
            lose(position, QStringLiteral("its body is not what was recorded"));
        else if (event.hash != hashEvent(event))
            lose(position, QStringLiteral("its fields are not what was recorded"));
        else
            m_batch.push_back({event});
        if (isGone && !row.isNull(EventLog::columns))
            m_redacted.push_back({event.id, row.id<EventId>(EventLog::columns)});
    }

    void lose(qint64 position, const QString &why)
    {
        constexpr int longestList = 20;
        if (++m_report.lost <= longestList)
            m_report.notes << QStringLiteral("event number %1 is lost: %2").arg(position).arg(why);
    }

    Result<void> storeBatch()
    {
        for (const Result<Store::Events> &stored : m_to.appendEach(std::exchange(m_batch, {}))) {
            if (stored) {
                ++m_report.events;
                continue;
            }
            ++m_report.lost;
            m_report.notes << stored.error().sentence;
        }
        return m_to.connection().write([this]() -> Result<void> { // the link from a body that is gone to who took it away
            for (const auto &[event, redaction] : std::exchange(m_redacted, {})) {
                if (const Result<void> done = Statement(m_to.connection(), "102_redact_event").run(redaction, event); !done)
                    return done;
            }
            return {};
        });
    }

    Result<void> saveAttachments()
    {
        const Result<QVariant> last = m_from.value(QStringLiteral("SELECT max(rowid) FROM attachment"));
        if (!last) {
            m_report.notes << QStringLiteral("the attachments could not be read");
            return {};
        }
        for (qint64 row = 1; row <= last->toLongLong(); ++row) {
            Statement found(m_from, "405_attachment_at");
            if (!found.run(row)) {
                ++m_report.attachmentsLost;
            } else if (found.next()) {
                if (QCryptographicHash::hash(found.bytes(2), QCryptographicHash::Sha256) != found.bytes(1)) {
                    ++m_report.attachmentsLost;
                    continue;
                }
                if (const auto done = putAttachment(m_to.connection(), found.bytes(2), found.text(3), found.text(4)); !done)
                    return tl::unexpected(done.error());
                ++m_report.attachments;
            }
        }
        return {};
    }

    Result<SalvageReport> finish()
    {
        if (const Result<void> done = m_to.rebuild(); !done)
            return tl::unexpected(done.error());
        const auto incidents = m_to.incidents({});
        if (!incidents)
            return tl::unexpected(incidents.error());
        m_report.incidents = static_cast<qint64>(incidents->size());
        if (m_report.lost > 0)
            m_report.notes << QStringLiteral("what is lost shows as gaps when the new file is verified; compare with the newest backup");
        return std::move(m_report);
    }

    Connection &m_from;
    Store &m_to;
    SalvageReport m_report;
    std::vector<Store::Events> m_batch; // of one event each, so that one that is refused takes no other with it
    std::vector<std::pair<EventId, EventId>> m_redacted;
};

Result<SalvageReport> salvageInto(const QString &damaged, const QString &draft, Instant now)
{
    const bool hasLog = QFileInfo(damaged + QStringLiteral("-wal")).size() > 0;
    const auto from =
        Connection::open(damaged, hasLog ? Connection::Mode::ReadOnly : Connection::Mode::Immutable, Connection::Damage::Tolerated);
    if (!from)
        return tl::unexpected(from.error());
    const Result<QVariant> isOurs = (*from)->value(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'event'"));
    if (!isOurs || isOurs->toInt() == 0) {
        return failure(
            ErrorCode::Storage,
            QStringLiteral("nothing in %1 can be read as a Quarterdeck database; take the newest file from %1.backups").arg(damaged),
            isOurs ? QString() : isOurs.error().detail);
    }
    if (const Result<void> made = createFile(draft, now); !made)
        return tl::unexpected(made.error());
    StoreSettings settings;
    settings.path = draft;
    const auto to = Store::open(settings);
    return to ? Salvager(**from, **to).run() : tl::unexpected(to.error());
}

} // namespace

Result<SalvageReport> salvage(const QString &damaged, const QString &into, Instant now)
{
    if (!QFileInfo(damaged).isFile())
        return failure(ErrorCode::Storage, QStringLiteral("there is no file %1 to salvage; check the name").arg(damaged));
    if (QFileInfo::exists(into))
        return failure(ErrorCode::Storage, QStringLiteral("%1 is there already and is not overwritten; name a new file").arg(into));
    if (!QFileInfo(QFileInfo(into).absolutePath()).isDir())
        return failure(ErrorCode::Storage, QStringLiteral("the folder of %1 does not exist; make it, or name another file").arg(into));
    const QString draft = draftNameFor(into);
    Result<SalvageReport> report = salvageInto(damaged, draft, now);
    if (report) {
        if (const Result<void> moved = moveIntoPlace(draft, into); !moved)
            report = tl::unexpected(moved.error());
    }
    removeWithCompanions(draft);
    return report;
}

} // namespace qd::journal
