#pragma once
// The feeds as they were last fetched, on disk: a file each that its owner alone may read, since an address may hold a key.

#include "models/core/result.h"
#include "models/core/time.h"

#include <QByteArray>

namespace qd {

struct CachedFeed
{
    QByteArray calendar;
    QByteArray etag; // what the server wants to hear again, so that it need not send the same once more
    QByteArray lastModified;
    Instant fetchedAt{};
};

class FeedCache
{
public:
    explicit FeedCache(const QString &folder) : m_folder(folder) { } // need not exist
    [[nodiscard]] std::optional<CachedFeed> load(const QString &address) const;
    [[nodiscard]] Result<void> keep(const QString &address, const CachedFeed &feed) const;
    void forget(const QString &address) const;

private:
    [[nodiscard]] QString fileOf(const QString &address) const;

    QString m_folder;
};

} // namespace qd
