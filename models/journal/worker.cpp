#include "models/journal/worker.h"

namespace qd::journal {

constexpr std::chrono::milliseconds idleAfter(50);

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void Worker::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        if (!m_thread.joinable())
            m_thread = std::thread([this] { run(); });
    }
    m_wake.notify_one();
}

void Worker::run()
{
    Result<std::unique_ptr<Store>> store = Store::open(m_settings);
    while (const Task task = next(store ? store->get() : nullptr)) {
        if (!store)
            store = Store::open(m_settings); // what was in the way may be gone
        task(store ? Result<Store *>(store->get()) : tl::unexpected(store.error()));
    }
}

Worker::Task Worker::next(Store *idle)
{
    std::unique_lock lock(m_mutex);
    const auto hasWork = [this] { return !m_tasks.empty() || m_ending; };
    if (idle && !m_wake.wait_for(lock, idleAfter, hasWork)) {
        lock.unlock();
        idle->catchUp();
        idle->scrubIfPending();
        lock.lock();
    }
    m_wake.wait(lock, hasWork);
    if (m_tasks.empty())
        return {};
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    return task;
}

} // namespace qd::journal
