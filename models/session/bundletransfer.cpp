#include "models/session/bundletransfer.h"

#include "models/exchange/bundlemanifest.h"
#include "models/journal/journal.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

namespace qd {
namespace {

constexpr int steps = 1000; // of the progress

} // namespace

BundleTransfer::BundleTransfer(Journal &journal, const Clock &clock, std::function<QString()> author)
    : m_journal(journal),
      m_clock(clock),
      m_author(std::move(author))
{
}

BundleTransfer::~BundleTransfer()
{
    cancel();
}

void BundleTransfer::cancel()
{
    *m_stop = true;
}

QString BundleTransfer::fileNameFor(const Incident &incident)
{
    return exchange::bundleFileName(incident.ref, incident.codename, incident.restricted);
}

void BundleTransfer::send(const IncidentId &incident, const QString &file, Progress progress,
                          std::function<void(const Result<BundleSent> &)> done)
{
    run<BundleSent>(file, std::move(progress), std::move(done), [incident](const BundleTask &task) { return sendBundle(incident, task); });
}

void BundleTransfer::bringIn(const QString &file, Progress progress, std::function<void(const Result<BundleBrought> &)> done)
{
    const auto heard = [this, done = std::move(done)](const Result<BundleBrought> &brought) {
        m_journal.lookForArrivals();
        done(brought);
    };
    run<BundleBrought>(file, std::move(progress), heard, &bringInBundle);
}

template<class Answer>
void BundleTransfer::run(const QString &file, Progress progress, std::function<void(const Result<Answer> &)> done,
                         std::function<Result<Answer>(const BundleTask &)> work)
{
    if (m_running) {
        done(refused(tr("another bundle is on its way; wait for it, or stop it")));
        return;
    }
    m_running = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    const BundleTask task{m_journal.path(), file, m_author(), m_clock.now(), {}};
    if (m_journal.isReadOnly()) {
        begin<Answer>(task, std::move(progress), std::move(done), std::move(work));
        return;
    }
    // Behind all that was submitted before.
    m_journal.append({}).then(this,
                              [this, task, progress = std::move(progress), done = std::move(done),
                               work = std::move(work)](const Result<std::vector<Event>> &) mutable {
                                  begin<Answer>(task, std::move(progress), std::move(done), std::move(work));
                              });
}

template<class Answer>
void BundleTransfer::begin(const BundleTask &task, Progress progress, std::function<void(const Result<Answer> &)> done,
                           std::function<Result<Answer>(const BundleTask &)> work)
{
    const auto promise = std::make_shared<QPromise<Result<Answer>>>();
    promise->setProgressRange(0, steps);
    promise->start();
    auto *watcher = new QFutureWatcher<Result<Answer>>(this);
    if (progress)
        connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
                [progress = std::move(progress)](int value) { progress(static_cast<double>(value) / steps); });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, done = std::move(done)] {
        m_running = false;
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, stop = m_stop, task, work = std::move(work)] {
        BundleTask watched = task;
        watched.progress = [promise, stop](double share) {
            promise->setProgressValue(static_cast<int>(share * steps));
            return !*stop;
        };
        promise->addResult(work(watched));
        promise->finish();
    });
}

} // namespace qd
