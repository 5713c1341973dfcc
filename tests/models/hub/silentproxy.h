#pragma once
// A network between a console and a server that can fall silent: nothing is refused, nothing is closed, and nothing comes through.

#include <atomic>
#include <list>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace qd::test {

class SilentProxy
{
public:
    explicit SilentProxy(int server) : m_server(server), m_door(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in here = local(0);
        socklen_t size = sizeof here;
        if (::bind(m_door, reinterpret_cast<sockaddr *>(&here), size) != 0 || ::listen(m_door, 16) != 0
            || ::getsockname(m_door, reinterpret_cast<sockaddr *>(&here), &size) != 0)
            qFatal("no proxy");
        m_port = ntohs(here.sin_port);
        m_worker = std::thread([this] { carry(); });
    }
    ~SilentProxy()
    {
        m_ended = true;
        m_worker.join();
        for (const Pair &pair : m_pairs) {
            ::close(pair.client);
            ::close(pair.server);
        }
        ::close(m_door);
    }
    SilentProxy(const SilentProxy &) = delete;
    SilentProxy &operator=(const SilentProxy &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    void fallSilent() { m_silent = true; }
    void speak() { m_silent = false; }

private:
    struct Pair
    {
        int client = -1, server = -1;
    };

    static sockaddr_in local(int port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }
    static bool pass(int from, int to) // false: it is over
    {
        char bytes[65536];
        const ssize_t got = ::recv(from, bytes, sizeof bytes, MSG_DONTWAIT);
        if (got < 0)
            return errno == EAGAIN;
        return got > 0 && ::send(to, bytes, static_cast<size_t>(got), MSG_NOSIGNAL) == got;
    }
    void accept()
    {
        Pair pair{::accept4(m_door, nullptr, nullptr, SOCK_CLOEXEC), ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
        const sockaddr_in there = local(m_server);
        if (::connect(pair.server, reinterpret_cast<const sockaddr *>(&there), sizeof there) == 0)
            m_pairs.push_back(pair);
    }
    void carry()
    {
        while (!m_ended) {
            std::vector<pollfd> waited{{m_door, POLLIN, 0}};
            for (const Pair &pair : m_pairs) {
                waited.push_back({pair.client, POLLIN, 0});
                waited.push_back({pair.server, POLLIN, 0});
            }
            if (m_silent) {
                ::poll(nullptr, 0, 20);
                continue;
            }
            ::poll(waited.data(), waited.size(), 20);
            if (waited.front().revents)
                accept();
            for (auto pair = m_pairs.begin(); pair != m_pairs.end();) {
                const bool isOn = pass(pair->client, pair->server) && pass(pair->server, pair->client);
                if (!isOn) {
                    ::close(pair->client);
                    ::close(pair->server);
                }
                pair = isOn ? std::next(pair) : m_pairs.erase(pair);
            }
        }
    }

    int m_server;
    int m_door;
    int m_port = 0;
    std::atomic<bool> m_silent = false, m_ended = false;
    std::list<Pair> m_pairs; // of the worker
    std::thread m_worker;
};

} // namespace qd::test
