#include "models/exchange/bundlefile.h"

#include "models/exchange/bundlechecks.h"
#include "models/exchange/bundleline.h"
#include "models/exchange/bundlenames.h"
#include "models/exchange/zipreader.h"

#include <QCryptographicHash>
#include <QSet>

namespace qd::exchange {
namespace {

QString megabytes(qint64 bytes)
{
    return QStringLiteral("%1 MB").arg(static_cast<double>(bytes) / (1 << 20), 0, 'f', bytes < (10 << 20) ? 1 : 0);
}

const QString &manifestPath()
{
    static const QString path = QLatin1String(bundleparts::manifest);
    return path;
}

const QString &eventsPath()
{
    static const QString path = QLatin1String(bundleparts::events);
    return path;
}

} // namespace

struct BundleFile::Private
{
    QString path;
    std::unique_ptr<ZipReader> zip;
    QHash<QString, size_t> places; // of the parts in the zip
    BundleManifest manifest;
    QByteArray manifestBytes;
    std::vector<CarriedEvent> events;
    QStringList notes;
    BundleProblems problems;

    // Reading.
    Progress progress;
    qint64 total = 0; // bytes, unpacked
    qint64 done = 0;
    bool wasStopped = false;

    [[nodiscard]] bool goOn(qint64 more)
    {
        done += more;
        wasStopped = wasStopped || !progress(total > 0 ? std::min(1.0, static_cast<double>(done) / static_cast<double>(total)) : 0);
        return !wasStopped;
    }

    // Names and sizes as the zip states them: nothing is unpacked yet.
    bool lookAtParts()
    {
        bool mayRead = true;
        const std::vector<ZipPart> &parts = zip->parts();
        for (size_t i = 0; i < parts.size(); ++i) {
            const ZipPart &part = parts[i];
            const bool fits = part.size <= largestOf(part.path);
            if (!mayBeInBundle(part.path))
                problems.add(part.path,
                             QStringLiteral("no bundle holds a part of this name: it was put there; nothing of it was unpacked"));
            else if (places.contains(part.path))
                problems.add(part.path, QStringLiteral("it stands there twice"));
            else if (!part.plain)
                problems.add(part.path, QStringLiteral("it is encrypted, or packed in a way that no bundle is"));
            else if (!fits)
                problems.add(part.path,
                             QStringLiteral("it would unpack to %1, and a bundle holds %2 of it at most; it was not unpacked")
                                 .arg(megabytes(part.size), megabytes(largestOf(part.path))));
            else {
                places.insert(part.path, i);
                total += part.size;
                continue;
            }
            mayRead = mayRead && part.path != manifestPath();
        }
        if (mayRead && !places.contains(manifestPath())) {
            problems.add({}, QStringLiteral("it is no bundle: there is no %1 in it").arg(manifestPath()));
            mayRead = false;
        }
        return mayRead && places.contains(manifestPath());
    }

    // What the zip holds, all of it, as long as nobody stops.
    [[nodiscard]] Result<QByteArray> readWhole(size_t place)
    {
        QByteArray content;
        content.reserve(zip->parts()[place].size);
        const Result<void> read = zip->read(place, [&](QByteArrayView piece) {
            content.append(piece);
            return goOn(piece.size());
        });
        return read ? Result<QByteArray>(std::move(content)) : tl::unexpected(read.error());
    }
    [[nodiscard]] Result<QString> hashOf(size_t place)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const Result<void> read = zip->read(place, [&](QByteArrayView piece) {
            hash.addData(piece);
            return goOn(piece.size());
        });
        return read ? Result<QString>(QString::fromLatin1(hash.result().toHex())) : tl::unexpected(read.error());
    }

    bool readTheManifest()
    {
        Result<QByteArray> bytes = readWhole(places.value(manifestPath()));
        if (!bytes) {
            problems.add(manifestPath(), bytes.error().sentence);
            return false;
        }
        if (wasStopped)
            return false;
        manifestBytes = std::move(*bytes);
        manifest = exchange::readManifest(manifestBytes, problems);
        return problems.none() || !manifest.incident.isNull();
    }

    // Every part that the manifest names is there as it says, and no other is.
    void checkParts()
    {
        QSet<QString> named{manifestPath()};
        for (const BundlePart &part : manifest.parts) {
            if (named.contains(part.path))
                problems.add(manifestPath(), QStringLiteral("it names %1 twice").arg(part.path));
            named.insert(part.path);
            checkPart(part);
            if (wasStopped)
                return;
        }
        for (auto place = places.begin(); place != places.end(); ++place) {
            if (!named.contains(place.key()))
                problems.add(place.key(), QStringLiteral("the manifest does not name it: it was put there"));
        }
        if (!named.contains(eventsPath()))
            problems.add(manifestPath(), QStringLiteral("it does not name %1: there would be nothing to bring in").arg(eventsPath()));
    }
    void checkPart(const BundlePart &part)
    {
        if (!mayBeInBundle(part.path) || part.path == manifestPath()) {
            problems.add(manifestPath(), QStringLiteral("it names '%1', which is no part of a bundle").arg(part.path));
            return;
        }
        const auto place = places.constFind(part.path);
        if (place == places.cend()) {
            problems.add(part.path, QStringLiteral("it is missing, or cannot be read; the manifest names it"));
            return;
        }
        const qint64 size = zip->parts()[*place].size;
        if (size != part.size)
            problems.add(part.path, QStringLiteral("it is %1 bytes long, and the manifest says %2").arg(size).arg(part.size));
        const QString attachment = attachmentIn(part.path);
        if (!attachment.isEmpty() && attachment != part.sha256)
            problems.add(manifestPath(), QStringLiteral("it gives %1 another hash than its name").arg(part.path));
        const Result<QString> hash = part.path == eventsPath() ? readEvents(*place) : hashOf(*place);
        if (!hash)
            problems.add(part.path, hash.error().sentence);
        else if (!wasStopped && *hash != part.sha256)
            problems.add(part.path, QStringLiteral("it is not what was sent: its SHA-256 is another than the manifest's"));
    }

    [[nodiscard]] Result<QString> readEvents(size_t place)
    {
        const Result<QByteArray> bytes = readWhole(place);
        if (!bytes || wasStopped)
            return bytes ? Result<QString>(QString()) : tl::unexpected(bytes.error());
        std::vector<BundleEvent> read;
        int line = 0;
        for (qsizetype from = 0; from < bytes->size();) {
            const qsizetype end = bytes->indexOf('\n', from);
            ++line;
            const QByteArray text = bytes->mid(from, end < 0 ? -1 : end - from);
            if (end < 0)
                problems.add(eventsPath(), line, QStringLiteral("the line does not end: the part is cut off"));
            Result<CarriedEvent> event = readBundleLine(text);
            if (event)
                read.push_back({std::move(*event), line});
            else
                problems.add(eventsPath(), line, event.error().sentence);
            from = end < 0 ? bytes->size() : end + 1;
        }
        checkBundleEvents(read, manifest, problems, notes);
        for (BundleEvent &event : read)
            events.push_back(std::move(event.carried));
        return QString::fromLatin1(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex());
    }

    void checkAttachments()
    {
        const QMap<QString, NamedAttachment> named = attachmentsNamed(events);
        QSet<QString> absent;
        for (const BundleAbsence &absence : manifest.absent)
            absent.insert(absence.sha256);
        for (const BundlePart &part : manifest.parts) {
            const QString sha256 = attachmentIn(part.path);
            if (!sha256.isEmpty() && !named.contains(sha256))
                problems.add(part.path, QStringLiteral("no event names it: it was put there"));
            if (absent.contains(sha256))
                problems.add(part.path, QStringLiteral("it is there, and the manifest says that it is absent"));
        }
        for (auto one = named.begin(); one != named.end(); ++one) {
            if (one->attached && !places.contains(attachmentPath(one.key())) && !absent.contains(one.key()))
                problems.add(attachmentPath(one.key()), QStringLiteral("it is missing; an event names it ('%1')").arg(one->name));
        }
    }
    void noteAbsences()
    {
        for (const BundleAbsence &absence : manifest.absent) {
            if (!absence.redacted)
                notes << QStringLiteral("the attachment '%1' is not in the bundle: it was missing where the bundle was made")
                             .arg(absence.name);
        }
    }
    void readAll()
    {
        if (!lookAtParts() || !readTheManifest())
            return;
        checkParts();
        if (wasStopped)
            return;
        if (problems.none())
            checkAttachments();
        noteAbsences();
    }
};

BundleFile::BundleFile(std::unique_ptr<Private> parts) : d(std::move(parts)) { }
BundleFile::~BundleFile() = default;

Result<std::unique_ptr<BundleFile>> BundleFile::open(const QString &path, const Progress &progress)
{
    auto parts = std::make_unique<Private>();
    parts->path = path;
    parts->progress = progress;
    Result<std::unique_ptr<ZipReader>> zip = ZipReader::open(path, mostParts);
    if (zip) {
        parts->zip = std::move(*zip);
        parts->readAll();
    } else {
        parts->problems.add({}, zip.error().sentence);
    }
    if (parts->wasStopped)
        return refused(QStringLiteral("reading %1 was stopped; nothing was brought in").arg(path));
    if (!parts->problems.none())
        return failure(ErrorCode::BadInput, parts->problems.lines(path).join(QLatin1Char('\n')), zip ? QString() : zip.error().detail);
    return std::unique_ptr<BundleFile>(new BundleFile(std::move(parts)));
}

const BundleManifest &BundleFile::manifest() const
{
    return d->manifest;
}

QString BundleFile::seal() const
{
    return QString::fromLatin1(QCryptographicHash::hash(d->manifestBytes, QCryptographicHash::Sha256).toHex());
}

const std::vector<CarriedEvent> &BundleFile::events() const
{
    return d->events;
}

const QStringList &BundleFile::notes() const
{
    return d->notes;
}

std::vector<BundlePart> BundleFile::attachments() const
{
    std::vector<BundlePart> all;
    for (const BundlePart &part : d->manifest.parts) {
        const QString sha256 = attachmentIn(part.path);
        if (!sha256.isEmpty())
            all.push_back({part.path, part.size, sha256});
    }
    return all;
}

Result<QByteArray> BundleFile::attachment(const QString &sha256) const
{
    const auto place = d->places.constFind(attachmentPath(sha256));
    if (place == d->places.cend())
        return failure(ErrorCode::BadInput, QStringLiteral("%1: there is no attachment %2 in it").arg(d->path, sha256));
    QByteArray content;
    const Result<void> read = d->zip->read(*place, [&content](QByteArrayView piece) {
        content.append(piece);
        return true;
    });
    if (!read || QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() != sha256.toLatin1())
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1: %2: it is not any more what it was a moment ago; carry the file over again")
                           .arg(d->path, attachmentPath(sha256)));
    return content;
}

} // namespace qd::exchange
