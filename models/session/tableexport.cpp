#include "models/session/tableexport.h"

#include "models/exchange/tablefile.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

namespace qd {

void saveTable(const QString &path, std::vector<QStringList> rows, QObject *context, std::function<void(const Result<void> &)> done)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    promise->future().then(context, [done = std::move(done)](const Result<void> &result) { done(result); });
    QThreadPool::globalInstance()->start([promise, path, rows = std::move(rows)] {
        promise->addResult(exchange::writeTable(path, rows));
        promise->finish();
    });
}

} // namespace qd
