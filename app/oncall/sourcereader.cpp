#include "app/oncall/sourcereader.h"

#include "app/oncall/feedfetcher.h"
#include "models/oncall/calendartext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace qd {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OnCall)
};

oncall::SourceState failed(const oncall::Source &source, const QString &problem)
{
    return {source, {}, {}, problem};
}

oncall::SourceState readFile(const oncall::Source &source, const oncall::Reading &reading)
{
    const QString path = localPath(source.place);
    QFile file(path);
    const QFileInfo info(path);
    if (!info.exists())
        return failed(source, Words::tr("%1 is not there").arg(path));
    if (info.isDir() || !file.open(QIODevice::ReadOnly))
        return failed(source,
                      Words::tr("%1 cannot be read: %2").arg(path, info.isDir() ? Words::tr("it is a folder") : file.errorString()));
    Result<oncall::Schedule> read = oncall::readSchedule(file.read(oncall::largestCalendar + 1), reading);
    if (!read)
        return failed(source, read.error().sentence);
    return {source, std::move(*read), toInstant(info.lastModified()), {}};
}

} // namespace

QString localPath(const QString &place)
{
    if (place.startsWith(QLatin1String("file:"), Qt::CaseInsensitive))
        return QUrl(place).toLocalFile();
    if (place.startsWith(QLatin1String("~/")))
        return QDir::homePath() + place.mid(1);
    return QDir().absoluteFilePath(place);
}

QString storedPlace(const QString &place)
{
    return oncall::isAddress(place) ? place.trimmed() : localPath(place.trimmed());
}

oncall::SourceState readSource(const oncall::Source &source, const oncall::Reading &reading, const FeedCache &cache)
{
    if (!oncall::isAddress(source.place))
        return readFile(source, reading);
    const std::optional<CachedFeed> known = cache.load(source.place);
    if (!known)
        return failed(source, Words::tr("not fetched yet"));
    Result<oncall::Schedule> read = oncall::readSchedule(known->calendar, reading);
    if (!read)
        return failed(source, read.error().sentence);
    return {source, std::move(*read), known->fetchedAt, {}};
}

oncall::SourceState takeFetched(const oncall::SourceState &before, const Result<FetchedFeed> &fetched, const oncall::Reading &reading,
                                const FeedCache &cache, Instant now)
{
    oncall::SourceState after = before;
    if (!fetched) {
        after.problem = fetched.error().sentence;
        return after;
    }
    const std::optional<CachedFeed> known = cache.load(before.source.place);
    const bool isKnown = fetched->unchanged && known;
    CachedFeed feed = isKnown ? *known : CachedFeed{fetched->calendar, fetched->etag, fetched->lastModified, {}};
    feed.fetchedAt = now;
    Result<oncall::Schedule> read = oncall::readSchedule(feed.calendar, reading);
    if (!read) {
        after.problem = read.error().sentence;
        return after;
    }
    const Result<void> kept = cache.keep(before.source.place, feed);
    return {before.source, std::move(*read), now, kept ? QString() : kept.error().sentence};
}

} // namespace qd
