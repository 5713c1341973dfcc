#include "app/oncall/feedcache.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace qd {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OnCall)
};

} // namespace

QString FeedCache::fileOf(const QString &address) const
{
    const QByteArray name = QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256).toHex();
    return m_folder + QLatin1Char('/') + QString::fromLatin1(name.left(32)) + QStringLiteral(".feed");
}

// A line of JSON, then the calendar as it came.
std::optional<CachedFeed> FeedCache::load(const QString &address) const
{
    QFile file(fileOf(address));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject head = QJsonDocument::fromJson(file.readLine()).object();
    if (head.isEmpty())
        return std::nullopt;
    return CachedFeed{file.readAll(), head[QLatin1String("etag")].toString().toLatin1(),
                      head[QLatin1String("last_modified")].toString().toLatin1(),
                      fromIso(head[QLatin1String("fetched_at")].toString()).value_or(Instant{})};
}

Result<void> FeedCache::keep(const QString &address, const CachedFeed &feed) const
{
    QSaveFile file(fileOf(address));
    const QJsonObject head{{QStringLiteral("etag"), QString::fromLatin1(feed.etag)},
                           {QStringLiteral("last_modified"), QString::fromLatin1(feed.lastModified)},
                           {QStringLiteral("fetched_at"), toIso(feed.fetchedAt)}};
    const QByteArray bytes = QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + feed.calendar;
    const bool isOpen = QDir().mkpath(m_folder) && file.open(QIODevice::WriteOnly);
    if (!isOpen || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::Storage, Words::tr("the feed could not be kept for later: %1").arg(file.errorString()));
    return {};
}

void FeedCache::forget(const QString &address) const
{
    QFile::remove(fileOf(address));
}

} // namespace qd
