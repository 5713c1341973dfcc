#pragma once
// Fetches a calendar over the network, without waiting: http and https, with a limit to its size and its time, and only if it has changed.
// A certificate that cannot be verified is an error; nothing is sent but the request itself.

#include "app/oncall/feedcache.h"

#include <QObject>

#include <functional>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace qd {

struct FetchedFeed
{
    bool unchanged = false; // since the one that is known: there is no calendar
    QByteArray calendar;
    QByteArray etag;
    QByteArray lastModified;
};

class FeedFetcher : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<FetchedFeed> &)>;

    explicit FeedFetcher(QObject *parent = nullptr, std::chrono::milliseconds timeLimit = std::chrono::seconds(20));
    ~FeedFetcher() override;

    // `done` is called once, on this thread, later; not at all once this is gone. `known`: what is there already.
    void fetch(const QString &address, const std::optional<CachedFeed> &known, Done done);

private:
    [[nodiscard]] Result<FetchedFeed> answerOf(QNetworkReply &reply, const QByteArray &calendar) const;

    std::chrono::milliseconds m_timeLimit;
    std::unique_ptr<QNetworkAccessManager> m_network; // made when it is first needed: it takes time to start
};

} // namespace qd
