#include "models/hub/callguard.h"

#include <algorithm>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace qd::hub {

CallGuard::~CallGuard()
{
    end();
    if (m_watcher.joinable())
        m_watcher.join();
}

void CallGuard::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        for (Call &call : m_calls) {
            call.broken = true;
            ::shutdown(call.socket, SHUT_RDWR);
        }
    }
    m_wake.notify_all();
}

bool CallGuard::hasEnded() const
{
    const std::lock_guard lock(m_mutex);
    return m_ended;
}

void CallGuard::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_ended) {
        const auto now = std::chrono::steady_clock::now();
        auto next = now + std::chrono::hours(1);
        for (Call &call : m_calls) {
            if (call.broken)
                continue;
            if (call.deadline <= now) {
                call.broken = true;
                ::shutdown(call.socket, SHUT_RDWR);
            } else {
                next = std::min(next, call.deadline);
            }
        }
        m_nextLook = next;
        m_wake.wait_until(lock, next);
    }
}

GuardedCall::GuardedCall(CallGuard &guard, int socket, Duration limit) : m_guard(guard)
{
    const int own = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
    const auto deadline = std::chrono::steady_clock::now() + limit;
    const std::lock_guard lock(guard.m_mutex);
    m_mayBegin = own >= 0 && !guard.m_ended;
    m_call = guard.m_calls.insert(guard.m_calls.end(), {own, deadline, own < 0});
    if (!guard.m_watcher.joinable() && m_mayBegin)
        guard.m_watcher = std::thread([&guard] { guard.watch(); });
    else if (deadline < guard.m_nextLook)
        guard.m_wake.notify_one();
}

GuardedCall::~GuardedCall()
{
    const std::lock_guard lock(m_guard.m_mutex);
    if (m_call->socket >= 0)
        ::close(m_call->socket);
    m_guard.m_calls.erase(m_call);
}

bool GuardedCall::wasBroken() const
{
    const std::lock_guard lock(m_guard.m_mutex);
    return m_call->broken;
}

} // namespace qd::hub
