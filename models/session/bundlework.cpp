#include "models/session/bundlework.h"

#include "models/core/desk.h"
#include "models/core/fold.h"
#include "models/exchange/bundlefile.h"
#include "models/exchange/bundlemerge.h"
#include "models/exchange/bundlenames.h"
#include "models/exchange/bundlewriter.h"
#include "models/journal/carriedlog.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace qd {
namespace {

using Carried = std::vector<CarriedEvent>;

constexpr double looking = 0.6; // of the time of bringing in: verifying the file

std::vector<Event> parsed(const Carried &carried)
{
    std::vector<Event> events;
    for (const CarriedEvent &one : carried) {
        events.push_back(one.event);
        events.back().body = exchange::bodyOf(one);
    }
    return events;
}

qint64 consolesOf(const Carried &events)
{
    QSet<ConsoleId> consoles;
    for (const CarriedEvent &carried : events)
        consoles.insert(carried.event.console);
    return consoles.size();
}

QString counted(qint64 count, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : many));
}

QString sizeText(qint64 bytes)
{
    return bytes < (1 << 20) ? QStringLiteral("%1 kB").arg((bytes + 1023) >> 10) : QStringLiteral("%1 MB").arg(bytes >> 20);
}

QStringList notesOn(const exchange::BundleManifest &manifest)
{
    QStringList notes;
    if (manifest.restricted)
        notes
            << QStringLiteral(
                   "%1 is restricted, and the file holds all of it, unencrypted: its title, its timeline, its people and its attachments. "
                   "Give it to members alone")
                   .arg(manifest.title.isEmpty() ? manifest.ref : manifest.title);
    for (const exchange::BundleAbsence &absence : manifest.absent) {
        if (!absence.redacted)
            notes << QStringLiteral("the attachment '%1' is not in this database, and so not in the bundle").arg(absence.name);
    }
    return notes;
}

// A bundle that is being brought in: what it holds, what is here, and what comes of both.
class Arrival
{
public:
    Arrival(const BundleTask &task, const exchange::Progress &progress) : m_task(task), m_progress(progress) { }

    Result<void> look()
    {
        Result<std::unique_ptr<exchange::BundleFile>> opened = exchange::BundleFile::open(m_task.file, m_progress.part(0, looking));
        if (!opened)
            return tl::unexpected(opened.error());
        m_bundle = std::move(*opened);
        if (QFileInfo::exists(m_task.database)) {
            if (const Result<void> read = readWhatIsHere(); !read)
                return read;
        }
        Result<exchange::BundleMerge> merge = exchange::mergeBundle(m_here, m_bundle->events());
        if (!merge)
            return failure(merge.error().code, QStringLiteral("%1: %2").arg(m_task.file, merge.error().sentence));
        m_merge = std::move(*merge);
        m_all = m_here;
        m_all.insert(m_all.end(), m_merge.fresh.begin(), m_merge.fresh.end());
        m_incident = fold(parsed(m_all));
        if (const Result<void> told = tellOfReference(); !told || !m_log)
            return told;
        return tellOfHub();
    }

    Result<void> take()
    {
        if (!m_log->readOnlyReason().isEmpty())
            return failure(ErrorCode::Storage, m_log->readOnlyReason());
        Result<void> done = storeAttachments();
        if (done)
            done = append();
        if (!done) {
            for (const QString &sha256 : std::as_const(m_stored))
                static_cast<void>(m_log->forgetAttachment(sha256)); // what stays behind is content without a name
        }
        return done;
    }

    [[nodiscard]] BundleBrought told() const
    {
        const exchange::BundleManifest &manifest = m_bundle->manifest();
        BundleBrought brought;
        brought.incident = manifest.incident;
        brought.ref = m_incident.ref;
        brought.title = m_incident.displayTitle();
        brought.restricted = m_incident.restricted;
        brought.events = manifest.events;
        brought.fresh = std::ssize(m_merge.fresh);
        brought.consoles = consolesOf(m_bundle->events());
        brought.attachments = m_stored.size();
        brought.madeAt = manifest.madeAt;
        brought.madeBy = manifest.madeBy;
        brought.entry = m_entry;
        brought.notes = m_bundle->notes() + m_notes;
        brought.seal = m_bundle->seal();
        return brought;
    }

private:
    Result<void> readWhatIsHere()
    {
        Result<std::unique_ptr<CarriedLog>> log = CarriedLog::open(m_task.database);
        if (!log)
            return tl::unexpected(log.error());
        m_log = std::move(*log);
        Result<Carried> events = m_log->events(m_bundle->manifest().incident);
        if (!events)
            return tl::unexpected(events.error());
        m_here = std::move(*events);
        return {};
    }

    // The reference is of another incident here: resolve() will ask which one is meant.
    Result<void> tellOfReference()
    {
        if (!m_log)
            return {};
        const Result<std::vector<IncidentSummary>> rows = m_log->incidents();
        if (!rows)
            return tl::unexpected(rows.error());
        for (const IncidentSummary &row : *rows) {
            if (row.ref == m_incident.ref && row.id != m_incident.id)
                m_notes << QStringLiteral(
                               "%1 is the reference of another incident here too ('%2'): name this one by its id, %3, and the other by %4")
                               .arg(row.ref, row.displayTitle(), m_incident.id.toString(), row.id.toString());
        }
        return {};
    }

    // What others wrote, the shared database takes from an administrator alone.
    Result<void> tellOfHub()
    {
        const Result<Sharing> sharing = m_log->sharing();
        if (!sharing)
            return tl::unexpected(sharing.error());
        const auto isOfAnother = [&sharing](const CarriedEvent &carried) { return carried.event.author != sharing->person; };
        if (sharing->joined() && sharing->standing != QLatin1String("administrator")
            && std::any_of(m_merge.fresh.begin(), m_merge.fresh.end(), isOfAnother))
            m_notes << QStringLiteral(
                "the shared database takes what other people wrote from an administrator alone: what is new stays in this "
                "database until one of them brings the bundle in");
        return {};
    }

    Result<void> storeAttachments()
    {
        const QMap<QString, exchange::NamedAttachment> named = exchange::attachmentsNamed(m_all);
        const std::vector<exchange::BundlePart> parts = m_bundle->attachments();
        for (size_t i = 0; i < parts.size(); ++i) {
            if (!m_progress.part(looking, 0.9)(static_cast<double>(i) / static_cast<double>(parts.size())))
                return refused(QStringLiteral("bringing in %1 was stopped; nothing was brought in").arg(m_task.file));
            const auto name = named.constFind(parts[i].sha256);
            const Result<bool> there = m_log->hasAttachment(parts[i].sha256);
            if (!there)
                return tl::unexpected(there.error());
            if (*there || name == named.cend() || name->redacted) // what was redacted here meanwhile does not come back
                continue;
            const Result<QByteArray> content = m_bundle->attachment(parts[i].sha256);
            if (!content)
                return tl::unexpected(content.error());
            if (const Result<void> kept = m_log->putAttachment(*content, name->name, name->mime); !kept)
                return kept;
            m_stored << parts[i].sha256;
        }
        return {};
    }

    Result<void> append()
    {
        if (m_merge.fresh.empty())
            return {};
        std::vector<Event> own;
        if (m_merge.anythingToTell) {
            const Result<std::vector<Event>> note = recordNote();
            if (!note)
                return tl::unexpected(note.error());
            own = *note;
        }
        const Result<qint64> fresh = m_log->bringIn(m_merge.fresh, own);
        if (!fresh)
            return tl::unexpected(fresh.error());
        m_entry = own.empty() ? EventId() : own.front().id;
        return {};
    }

    [[nodiscard]] Result<std::vector<Event>> recordNote() const
    {
        command::LogEntry entry;
        entry.text = exchange::bundleNote(std::ssize(m_merge.fresh), consolesOf(m_merge.fresh), m_bundle->manifest().madeAt,
                                          m_bundle->manifest().madeBy);
        entry.tags << exchange::bundleNoteTag();
        const Result<Drafts> drafts = decide(m_incident, entry, {m_task.author, m_task.now});
        const Result<Stamp> last = m_log->lastStamp();
        if (!drafts || !last)
            return tl::unexpected(drafts ? last.error() : drafts.error());
        Recorder recorder(m_log->console(), m_task.author);
        recorder.observe(*last);
        for (const CarriedEvent &carried : m_merge.fresh)
            recorder.observe(carried.event.stamp);
        return recorder.record(*drafts, m_task.now);
    }

    const BundleTask &m_task;
    const exchange::Progress &m_progress;
    std::unique_ptr<exchange::BundleFile> m_bundle;
    std::unique_ptr<CarriedLog> m_log; // nullptr: there is no database yet
    Carried m_here;
    Carried m_all; // with what is fresh
    exchange::BundleMerge m_merge;
    Incident m_incident; // of all
    QStringList m_stored;
    QStringList m_notes;
    EventId m_entry;
};

} // namespace

QString BundleSent::sentence() const
{
    return QStringLiteral("%1 is in %2: %3 of %4, %5, %6")
        .arg(restricted ? title : ref, file, counted(events, "event", "events"), counted(consoles, "console", "consoles"),
             counted(attachments, "attachment", "attachments"), sizeText(bytes));
}

QString BundleBrought::sentence() const
{
    const QString name = restricted ? title : ref;
    if (fresh == 0 && attachments == 0)
        return QStringLiteral("%1: all %2 of the bundle were here already; nothing was changed")
            .arg(name, counted(events, "event", "events"));
    return QStringLiteral("%1: %2 of %3 brought in (%4 of the bundle's %5 were here already), %6")
        .arg(name, counted(fresh, "event", "events"), counted(consoles, "console", "consoles"))
        .arg(events - fresh)
        .arg(events)
        .arg(counted(attachments, "attachment", "attachments"));
}

Result<BundleSent> sendBundle(const IncidentId &incident, const BundleTask &task)
{
    const Result<std::unique_ptr<CarriedLog>> log = CarriedLog::open(task.database);
    if (!log)
        return tl::unexpected(log.error());
    Result<Carried> events = (*log)->events(incident);
    if (!events)
        return tl::unexpected(events.error());
    const auto content = [&log](const QString &sha256) -> Result<QByteArray> {
        const Result<bool> there = (*log)->hasAttachment(sha256);
        if (!there || !*there)
            return there ? Result<QByteArray>(refused(QStringLiteral("there is none"))) : tl::unexpected(there.error());
        return (*log)->attachment(sha256);
    };
    const exchange::BundleSource source{std::move(*events), content, task.author, task.now};
    const Result<exchange::WrittenBundle> written = exchange::writeBundle(task.file, source, {task.progress});
    if (!written)
        return tl::unexpected(written.error());
    const exchange::BundleManifest &manifest = written->manifest;
    const auto isAttachment = [](const exchange::BundlePart &part) { return !exchange::attachmentIn(part.path).isEmpty(); };
    BundleSent sent;
    sent.ref = manifest.ref;
    sent.title = manifest.title;
    sent.restricted = manifest.restricted;
    sent.file = task.file;
    sent.bytes = written->size;
    sent.events = manifest.events;
    sent.consoles = std::ssize(manifest.chains);
    sent.attachments = std::count_if(manifest.parts.begin(), manifest.parts.end(), isAttachment);
    sent.notes = notesOn(manifest);
    sent.seal = written->seal;
    return sent;
}

Result<BundleBrought> bringInBundle(const BundleTask &task)
{
    const exchange::Progress progress{task.progress};
    Arrival arrival(task, progress);
    if (const Result<void> looked = arrival.look(); !looked)
        return tl::unexpected(looked.error());
    const Result<void> taken = arrival.take();
    return taken ? Result<BundleBrought>(arrival.told()) : tl::unexpected(taken.error());
}

Result<BundleBrought> lookAtBundle(const BundleTask &task)
{
    const exchange::Progress progress{task.progress};
    Arrival arrival(task, progress);
    const Result<void> looked = arrival.look();
    return looked ? Result<BundleBrought>(arrival.told()) : tl::unexpected(looked.error());
}

} // namespace qd
