#pragma once
// Work on the file off the caller's thread, in the order it was given.
//
// 1. The thread and its connection are made when the first work is given.
// 2. What was given is done before the worker goes.
// 3. When nothing is left to do, it projects what waits and scrubs what a redaction left.

#include "models/journal/store.h"

#include <QFuture>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace qd::journal {

class Worker
{
public:
    using Task = std::function<void(const Result<Store *> &)>; // the store, or why it could not be opened

    explicit Worker(const StoreSettings &settings) : m_settings(settings) { }
    ~Worker();

    void post(Task task);

    template<class T>
    [[nodiscard]] QFuture<Result<T>> ask(std::function<Result<T>(Store &)> work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const QFuture<Result<T>> future = promise->future();
        post([promise, work = std::move(work)](const Result<Store *> &store) {
            promise->addResult(store ? work(**store) : Result<T>(tl::unexpected(store.error())));
            promise->finish();
        });
        return future;
    }

private:
    void run();
    [[nodiscard]] Task next(Store *idle); // an empty one: the end

    StoreSettings m_settings;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace qd::journal
