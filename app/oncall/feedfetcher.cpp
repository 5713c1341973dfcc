#include "app/oncall/feedfetcher.h"

#include "models/oncall/calendartext.h"
#include "models/oncall/roster.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace qd {
namespace {

QString hostOf(const QNetworkReply &reply)
{
    return reply.request().url().host();
}

} // namespace

FeedFetcher::FeedFetcher(QObject *parent, std::chrono::milliseconds timeLimit) : QObject(parent), m_timeLimit(timeLimit) { }

FeedFetcher::~FeedFetcher() = default;

void FeedFetcher::fetch(const QString &address, const std::optional<CachedFeed> &known, Done done)
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
    }
    QNetworkRequest request(QUrl(oncall::fetchAddress(address), QUrl::StrictMode));
    request.setRawHeader("Accept", "text/calendar, text/plain;q=0.5, */*;q=0.1");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("quarterdeck"));
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(5);
    if (known && !known->etag.isEmpty())
        request.setRawHeader("If-None-Match", known->etag);
    if (known && !known->lastModified.isEmpty())
        request.setRawHeader("If-Modified-Since", known->lastModified);
    QNetworkReply *reply = m_network->get(request);
    auto calendar = std::make_shared<QByteArray>();
    auto *limit = new QTimer(reply); // of the whole: a server that sends a byte a second never ends either
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, reply, &QNetworkReply::abort);
    limit->start(m_timeLimit);
    connect(reply, &QNetworkReply::readyRead, this, [reply, calendar] {
        *calendar += reply->read(oncall::largestCalendar + 1 - calendar->size());
        if (calendar->size() > oncall::largestCalendar)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, calendar, done = std::move(done)] {
        reply->deleteLater();
        if (reply->isOpen() && calendar->size() <= oncall::largestCalendar)
            *calendar += reply->readAll();
        done(answerOf(*reply, *calendar));
    });
}

Result<FetchedFeed> FeedFetcher::answerOf(QNetworkReply &reply, const QByteArray &calendar) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (calendar.size() > oncall::largestCalendar)
        return failure(ErrorCode::BadInput, tr("%1 sends more than 8 MB; a feed of the shifts of this year is enough").arg(hostOf(reply)));
    if (reply.error() == QNetworkReply::OperationCanceledError)
        return failure(
            ErrorCode::Storage,
            tr("%1 does not answer within %n s", nullptr, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(m_timeLimit).count()))
                .arg(hostOf(reply)));
    if (status == 304)
        return FetchedFeed{true, {}, {}, {}};
    if (status == 401 || status == 403)
        return failure(ErrorCode::Refused, tr("%1 refuses (%2): take the feed's private address").arg(hostOf(reply)).arg(status));
    if (status == 404 || status == 410)
        return failure(ErrorCode::Refused, tr("%1 has no calendar at this address (%2)").arg(hostOf(reply)).arg(status));
    if (reply.error() != QNetworkReply::NoError && status >= 400)
        return failure(ErrorCode::Storage, tr("%1 answers with an error (%2)").arg(hostOf(reply)).arg(status));
    if (reply.error() == QNetworkReply::HostNotFoundError)
        return failure(ErrorCode::Storage, tr("%1 is not found: there is no such host, or no network").arg(hostOf(reply)));
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return failure(ErrorCode::Refused, tr("%1 does not prove who it is: its certificate cannot be verified").arg(hostOf(reply)));
    if (reply.error() != QNetworkReply::NoError)
        return failure(ErrorCode::Storage, tr("%1 cannot be reached").arg(hostOf(reply)), reply.errorString());
    return FetchedFeed{false, calendar, reply.rawHeader("ETag"), reply.rawHeader("Last-Modified")};
}

} // namespace qd
