#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace qd::ui {

// Does the work off the window's thread, and tells what came of it on the thread of `context`, if that is still there.
template<class Work, class Done>
void inBackground(QObject *context, Work work, Done done)
{
    using Outcome = std::invoke_result_t<Work>;
    const auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    promise->future().then(context, [done = std::move(done)](const Outcome &outcome) { done(outcome); });
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace qd::ui
