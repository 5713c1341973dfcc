#pragma once
// Ends calls that would wait for an answer that never comes. A server that is frozen keeps its TCP connection alive: nothing but a clock sees it.
//
// 1. A call that takes longer than its limit is broken: its socket is shut down, and the call returns with a lost connection.
// 2. end() breaks the call in flight, and every later one before it begins. It never waits.
// 3. Looking up a host's name cannot be broken: who waits for the caller gives up waiting then (isBusy()).

#include "models/core/time.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace qd::hub {

class CallGuard
{
public:
    CallGuard() = default;
    ~CallGuard();
    CallGuard(const CallGuard &) = delete;
    CallGuard &operator=(const CallGuard &) = delete;

    void end();
    [[nodiscard]] bool hasEnded() const;

private:
    friend class GuardedCall;
    struct Call
    {
        int socket = -1; // a duplicate, so that it stays this one until the call is over
        std::chrono::steady_clock::time_point deadline;
        bool broken = false;
    };
    void watch();

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::list<Call> m_calls;
    bool m_ended = false;
    std::chrono::steady_clock::time_point m_nextLook; // of the watcher: who ends later need not wake it
    std::thread m_watcher;                            // begins with the first call
};

// One call, while it is in scope.
class GuardedCall
{
public:
    GuardedCall(CallGuard &guard, int socket, Duration limit);
    ~GuardedCall();
    GuardedCall(const GuardedCall &) = delete;
    GuardedCall &operator=(const GuardedCall &) = delete;

    [[nodiscard]] bool mayBegin() const { return m_mayBegin; }
    [[nodiscard]] bool wasBroken() const;

private:
    CallGuard &m_guard;
    std::list<CallGuard::Call>::iterator m_call;
    bool m_mayBegin = true;
};

} // namespace qd::hub
