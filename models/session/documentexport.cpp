#include "models/session/documentexport.h"

#include "models/exchange/document.h"
#include "models/journal/journal.h"

#include <QFutureWatcher>
#include <QMutex>
#include <QPromise>
#include <QThreadPool>

#include <atomic>

namespace qd {
namespace {

using exchange::Format;

constexpr int steps = 1000; // of the progress

struct Row
{
    const char *ending;
    Format format;
    const char *title;
};
constexpr Row rows[] = {
    {"md", Format::Markdown, QT_TRANSLATE_NOOP("qd::DocumentExport", "Markdown")},
    {"html", Format::Html, QT_TRANSLATE_NOOP("qd::DocumentExport", "HTML, one file")},
    {"pdf", Format::Pdf, QT_TRANSLATE_NOOP("qd::DocumentExport", "PDF")},
    {"odt", Format::Odt, QT_TRANSLATE_NOOP("qd::DocumentExport", "OpenDocument text (ODT)")},
    {"docx", Format::Docx, QT_TRANSLATE_NOOP("qd::DocumentExport", "Word (DOCX)")},
    {"json", Format::Json, QT_TRANSLATE_NOOP("qd::DocumentExport", "JSON, for programs")},
};

} // namespace

// What the working thread may touch when the window has gone.
struct DocumentExport::Shared
{
    QMutex mutex;
    Journal *journal = nullptr; // nullptr: it may have gone
    std::atomic_bool stop = false;
    bool running = false; // of the window's thread alone

    Result<QByteArray> content(const QString &sha256)
    {
        QFuture<Result<QByteArray>> answer;
        {
            const QMutexLocker lock(&mutex);
            if (!journal)
                return exchange::stopped();
            answer = journal->loadAttachment(sha256);
        }
        return answer.result();
    }
};

DocumentExport::DocumentExport(Journal &journal, QObject *parent) : QObject(parent), m_shared(std::make_shared<Shared>())
{
    m_shared->journal = &journal;
}

DocumentExport::~DocumentExport()
{
    cancel();
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->journal = nullptr;
}

std::vector<ExportChoice> DocumentExport::choices()
{
    std::vector<ExportChoice> all;
    for (const Row &row : rows) {
        const QString problem = exchange::unavailable(row.format).isEmpty()
            ? QString()
            : tr("%1 needs pandoc: install the package pandoc").arg(QString::fromLatin1(row.ending).toUpper());
        all.push_back({QLatin1String(row.ending), tr(row.title), problem});
    }
    return all;
}

void DocumentExport::start(const ExportWish &wish, Record record, std::function<void(double)> progress,
                           std::function<void(const Result<void> &)> done)
{
    const std::optional<Format> format = exchange::formatOf(wish.format.isEmpty() ? wish.path : wish.format);
    if (!format) {
        done(failure(ErrorCode::Usage,
                     tr("'%1' ends in none of .md, .html, .pdf, .odt, .docx, .json; give the file one of these endings").arg(wish.path)));
        return;
    }
    if (isRunning()) {
        done(refused(tr("another document is being written; wait for it, or stop it")));
        return;
    }
    m_shared->running = true;
    m_shared->stop = false;
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->setProgressRange(0, steps);
    promise->start();
    auto *watcher = new QFutureWatcher<Result<void>>(this);
    if (progress)
        connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
                [progress = std::move(progress)](int value) { progress(static_cast<double>(value) / steps); });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, done = std::move(done)] {
        m_shared->running = false;
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, shared = m_shared, record = std::move(record), wish, format = *format] {
        const exchange::DocumentSource source{*record.plan, record.incident, record.events, record.now,
                                              [shared](const QString &sha256) { return shared->content(sha256); }};
        const exchange::Progress goesOn{[promise, shared](double share) {
            promise->setProgressValue(static_cast<int>(share * steps));
            return !shared->stop;
        }};
        const Result<QByteArray> bytes = exchange::composeDocument(source, {wish.kind, format, wish.edition, wish.startsAt}, goesOn);
        promise->addResult(bytes ? exchange::writeDocument(wish.path, *bytes) : Result<void>(tl::unexpected(bytes.error())));
        promise->finish();
    });
}

void DocumentExport::cancel()
{
    m_shared->stop = true;
}

bool DocumentExport::isRunning() const
{
    return m_shared->running;
}

} // namespace qd
