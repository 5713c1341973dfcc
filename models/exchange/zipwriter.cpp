#include "models/exchange/zipwriter.h"

#include "models/core/time.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <zip.h>

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

namespace qd::exchange {
namespace {

constexpr int packing = 6; // of 1 to 9: beyond it the file hardly shrinks and the time doubles

struct Part
{
    QString path;
    qint64 size = 0;
    ZipWriter::Load load;
};

// What libzip asks a part for.
struct Source
{
    Part part;
    std::optional<Error> *failed;
    QByteArray content;
    qint64 at = 0;
    zip_error_t error{};

    zip_int64_t open()
    {
        Result<QByteArray> loaded = part.load();
        if (!loaded || loaded->size() != part.size) {
            *failed = loaded ? Error{ErrorCode::Storage, QStringLiteral("%1 is not as long as it was: try again").arg(part.path), {}}
                             : loaded.error();
            zip_error_set(&error, ZIP_ER_READ, 0);
            return -1;
        }
        content = std::move(*loaded);
        at = 0;
        return 0;
    }
    zip_int64_t read(void *data, zip_uint64_t length)
    {
        const qint64 some = std::min(content.size() - at, static_cast<qint64>(length));
        std::memcpy(data, content.constData() + at, static_cast<size_t>(some));
        at += some;
        return some;
    }
    zip_int64_t stat(void *data) const
    {
        auto *stat = static_cast<zip_stat_t *>(data);
        zip_stat_init(stat);
        stat->size = static_cast<zip_uint64_t>(part.size);
        stat->valid = ZIP_STAT_SIZE;
        return sizeof *stat;
    }
};

zip_int64_t answer(void *state, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    auto *source = static_cast<Source *>(state);
    switch (command) {
    case ZIP_SOURCE_OPEN: return source->open();
    case ZIP_SOURCE_READ: return source->read(data, length);
    case ZIP_SOURCE_CLOSE: source->content.clear(); return 0;
    case ZIP_SOURCE_STAT: return source->stat(data);
    case ZIP_SOURCE_ERROR: return zip_error_to_data(&source->error, data, length);
    case ZIP_SOURCE_FREE: delete source; return 0;
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                              ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS, -1);
    default: zip_error_set(&source->error, ZIP_ER_OPNOTSUPP, 0); return -1;
    }
}

struct Watch // of how far it is
{
    Progress progress;
    double share = 0;
    bool stopped = false;
};

void tellProgress(zip_t *, double share, void *watch)
{
    auto *told = static_cast<Watch *>(watch);
    told->share = std::max(told->share, share);
}

int mayGoOn(zip_t *, void *watch) // asked for every piece
{
    auto *asked = static_cast<Watch *>(watch);
    asked->stopped = asked->stopped || !asked->progress(asked->share);
    return asked->stopped ? 1 : 0;
}

// The zip format knows a time in two fields of sixteen bits, of no zone: here it is UTC.
std::pair<zip_uint16_t, zip_uint16_t> zipTime(Instant at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMsecs(at), Qt::UTC);
    if (time.date().year() < 1980 || time.date().year() > 2107)
        return {zip_uint16_t{0}, zip_uint16_t{(1 << 5) | 1}};
    const int clock = (time.time().hour() << 11) | (time.time().minute() << 5) | (time.time().second() / 2);
    const int date = ((time.date().year() - 1980) << 9) | (time.date().month() << 5) | time.date().day();
    return {static_cast<zip_uint16_t>(clock), static_cast<zip_uint16_t>(date)};
}

bool syncToDisk(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0;
}

} // namespace

struct ZipWriter::Private
{
    QString path;
    QString draft; // beside it, of no other program
    Options options;
    std::vector<Part> parts;

    [[nodiscard]] tl::unexpected<Error> cannot(const QString &why) const
    {
        return failure(ErrorCode::Storage, QStringLiteral("cannot write %1: %2; choose another place").arg(path, why));
    }
    [[nodiscard]] Result<void> makeDraft() const
    {
        const QFileInfo there(path);
        if (there.isDir() || (there.exists() && !there.isFile()))
            return cannot(there.isDir() ? QStringLiteral("it is a folder") : QStringLiteral("it is no file"));
        QFile file(draft);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return cannot(file.errorString());
        if (options.ownerOnly && !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return cannot(file.errorString());
        return {};
    }
    [[nodiscard]] bool fill(zip_t *archive, std::optional<Error> &failed) const
    {
        const auto [clock, date] = zipTime(options.time);
        for (const Part &part : parts) {
            auto state = std::make_unique<Source>(Source{part, &failed, {}, 0, {}});
            zip_source_t *source = zip_source_function(archive, &answer, state.get());
            if (!source)
                return false;
            static_cast<void>(state.release()); // it goes with the source
            const zip_int64_t index = zip_file_add(archive, part.path.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
            if (index < 0) {
                zip_source_free(source);
                return false;
            }
            const auto place = static_cast<zip_uint64_t>(index);
            if (zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, packing) != 0
                || zip_file_set_dostime(archive, place, clock, date, 0) != 0)
                return false;
        }
        return true;
    }
    [[nodiscard]] Result<void> writeDraft(Watch &watch) const
    {
        int code = 0;
        zip_t *archive = zip_open(QFile::encodeName(draft).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
        if (!archive)
            return cannot(QString::fromLocal8Bit(std::strerror(errno)));
        std::optional<Error> failed;
        zip_register_progress_callback_with_state(archive, 0.001, &tellProgress, nullptr, &watch);
        zip_register_cancel_callback_with_state(archive, &mayGoOn, nullptr, &watch);
        if (fill(archive, failed) && zip_close(archive) == 0)
            return {};
        const QString words = QString::fromUtf8(zip_strerror(archive));
        zip_discard(archive);
        if (watch.stopped)
            return stopped();
        return failed ? tl::unexpected(*failed) : cannot(words);
    }
    [[nodiscard]] Result<void> moveIntoPlace() const
    {
        if (!syncToDisk(draft))
            return cannot(QString::fromLocal8Bit(std::strerror(errno)));
        std::error_code error;
        std::filesystem::rename(QFile::encodeName(draft).toStdString(), QFile::encodeName(path).toStdString(), error);
        return error ? cannot(QString::fromStdString(error.message())) : Result<void>();
    }
};

ZipWriter::ZipWriter(const QString &path, const Options &options) : d(std::make_unique<Private>())
{
    const QFileInfo place(path);
    d->path = path;
    d->draft = place.path() + QStringLiteral("/.%1.part").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    d->options = options;
}

ZipWriter::~ZipWriter() = default;

void ZipWriter::add(const QString &path, const QByteArray &content)
{
    add(path, content.size(), [content]() -> Result<QByteArray> { return content; });
}

void ZipWriter::add(const QString &path, qint64 size, Load load)
{
    d->parts.push_back({path, size, std::move(load)});
}

Result<void> ZipWriter::finish(const Progress &progress)
{
    if (const Result<void> made = d->makeDraft(); !made)
        return made;
    Watch watch{progress};
    Result<void> done = d->writeDraft(watch);
    if (done)
        done = d->moveIntoPlace();
    if (!done)
        QFile::remove(d->draft);
    return done;
}

} // namespace qd::exchange
