#pragma once
// The ports of one courier as the weather has them: what is asked of the hub may be lost, late or repeated, its answer too, and the program may
// die before or after any call.

#include "tests/simulate/simhub.h"
#include "tests/simulate/weather.h"

#include <functional>

namespace qd::simulate {

struct Crash // thrown where the program dies
{
};

class Surroundings // what the ports need of the world
{
public:
    virtual ~Surroundings() = default;
    virtual SimHub &hub() = 0;
    virtual const Weather &weather() = 0; // as it is now
    virtual Lots &lots() = 0;
    [[nodiscard]] virtual bool reaches(int console) = 0;
    [[nodiscard]] virtual int server() = 0;     // another one after a failover
    virtual void pushed(size_t rowsBefore) = 0; // the log of the hub may have grown
    virtual void later(qint64 milliseconds, std::function<void()> what) = 0;
    [[nodiscard]] virtual bool isTracing() = 0;
    virtual void trace(int console, const QString &line) = 0;
};

class SimLink : public hub::HubPort
{
public:
    SimLink(Surroundings &around, int console, const Login &login) : m_around(around), m_console(console), m_login(login) { }

    [[nodiscard]] Result<hub::Greeting> connect() override;
    void disconnect() override { m_server = 0; }
    [[nodiscard]] Result<std::vector<hub::PushAnswer>> push(const std::vector<CarriedEvent> &events) override;
    [[nodiscard]] Result<hub::Pulled> pull(const QByteArray &cursor, const hub::Batch &batch) override;
    [[nodiscard]] Result<QHash<ConsoleId, qint64>> heads(const std::vector<ConsoleId> &chains) override;

    [[nodiscard]] bool isConnected() const { return m_server == m_around.server(); }
    [[nodiscard]] qint64 took() { return std::exchange(m_took, 1); } // milliseconds since the last time that it was asked
    [[nodiscard]] qint64 calls() const { return m_calls; }

private:
    template<class Answer>
    [[nodiscard]] Result<Answer> carry(const char *what, const std::function<Answer()> &request, bool writes);
    [[nodiscard]] tl::unexpected<Error> lost(const char *what);

    Surroundings &m_around;
    int m_console;
    Login m_login;
    int m_server = 0; // 0: not connected
    qint64 m_took = 1;
    qint64 m_calls = 0;
};

// The record, in a program that may die and on a disk that may be full.
class FrailLog : public hub::LogPort
{
public:
    FrailLog(Surroundings &around, int console, hub::LogPort &log) : m_around(around), m_console(console), m_log(log) { }

    [[nodiscard]] Result<hub::Membership> membership() override;
    [[nodiscard]] Result<void> setEpoch(const QString &hub, const QString &epoch) override;
    [[nodiscard]] Result<std::vector<CarriedEvent>> waiting(const hub::Batch &batch) override;
    [[nodiscard]] Result<hub::Backlog> backlog() override;
    [[nodiscard]] Result<void> hold(const ConsoleId &chain, const QString &reason) override;
    [[nodiscard]] Result<void> release() override;
    [[nodiscard]] Result<std::vector<ConsoleId>> chains() override;
    [[nodiscard]] Result<void> unacknowledge(const QHash<ConsoleId, qint64> &hubHas) override;
    [[nodiscard]] Result<bool> acknowledge(const std::vector<qint64> &positions, const hub::Membership &at) override;
    [[nodiscard]] Result<bool> keep(const std::vector<CarriedEvent> &pulled, const hub::Membership &at, const QByteArray &cursor) override;

private:
    template<class Call>
    [[nodiscard]] auto frail(const QString &what, const Call &call) -> decltype(call());

    Surroundings &m_around;
    int m_console;
    hub::LogPort &m_log;
};

} // namespace qd::simulate
