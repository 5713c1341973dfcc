#pragma once
// Many consoles, one hub, and the weather between them, in virtual time and from one seed. The couriers are the real ones.
//
// First comes the storm: people write, programs die, the network fails, the hub is replaced by a standby that lags. Then it is calm, and after a
// while everything must be settled: see check.h.

#include "models/hub/courier.h"
#include "tests/simulate/simlink.h"
#include "tests/simulate/simlog.h"

#include <memory>
#include <queue>

namespace qd::simulate {

struct Breaking // what a test puts between a courier and its ports, to see that it is found
{
    std::function<std::unique_ptr<hub::LogPort>(hub::LogPort &, const SimLog &)> log;
    std::function<std::unique_ptr<hub::HubPort>(hub::HubPort &)> hub;
    bool numbersBeforeCommit = false;
};

struct Console
{
    Login login;
    SimLog log;
    bool joined = false;
    qint64 clockOffset = 0; // milliseconds
    double clockDrift = 0;
    qint64 cutUntil = 0; // milliseconds of the world
};

struct Seat // a program on a record: a window, a terminal
{
    int console = 0;
    std::unique_ptr<FrailLog> log;
    std::unique_ptr<SimLink> link;
    std::unique_ptr<hub::LogPort> brokenLog;
    std::unique_ptr<hub::HubPort> brokenHub;
    std::unique_ptr<hub::Courier> courier; // none: it is down
    quint64 wake = 0;                      // the last that was arranged
    qint64 busyUntil = 0;
    qint64 callsWhenCalm = 0;
};

class World : public Surroundings
{
public:
    World(quint64 seed, const Weather &weather, const Breaking &breaking = {});

    void run();
    [[nodiscard]] qint64 steps() const { return m_steps; }
    [[nodiscard]] bool cameToRest() const { return m_steps < mostSteps; }
    [[nodiscard]] const SimHub &hubAtRest() const { return m_hub; }
    [[nodiscard]] const std::vector<std::unique_ptr<Console>> &consoles() const { return m_consoles; }
    [[nodiscard]] const std::vector<std::unique_ptr<Seat>> &seats() const { return m_seats; }
    [[nodiscard]] const Weather &forecast() const { return m_forecast; }
    void traceTo(QStringList *lines) { m_trace = lines; }

    SimHub &hub() override { return m_hub; }
    const Weather &weather() override { return m_weather; }
    Lots &lots() override { return m_lots; }
    bool reaches(int console) override;
    int server() override { return m_server; }
    void pushed(size_t rowsBefore) override;
    void later(qint64 milliseconds, std::function<void()> what) override;
    bool isTracing() override { return m_trace != nullptr; }
    void trace(int console, const QString &line) override;

private:
    struct Coming
    {
        qint64 at;
        quint64 order;
        std::function<void()> what;
        bool operator>(const Coming &other) const { return at != other.at ? at > other.at : order > other.order; }
    };
    static constexpr qint64 mostSteps = 400'000;

    // world.cpp
    [[nodiscard]] Instant clockOf(const Console &console) const;
    int addConsole(const QString &person, hub::Standing standing);
    void joinHub(int console);
    void seatAt(int console);
    void start(Seat &seat);
    void wake(Seat &seat, qint64 at);
    void step(Seat &seat);
    void die(Seat &seat);
    void runUntil(qint64 end);
    void calmDown();
    // deeds.cpp
    void arrange();
    void tick();
    void failOver();
    void copyFile();
    void deed();
    void write(int console);
    [[nodiscard]] EventDraft draftFor(const Console &console);
    [[nodiscard]] EventDraft draftIn(const Console &console, const IncidentId &incident);
    [[nodiscard]] EventDraft declaration(const Console &console);

    quint64 m_seed;
    Lots m_lots;
    Weather m_forecast, m_weather;
    Breaking m_breaking;
    SimHub m_hub;
    int m_server = 1;
    qint64 m_hubDownUntil = 0;
    qint64 m_now = 0; // milliseconds
    quint64 m_order = 0;
    qint64 m_steps = 0;
    std::priority_queue<Coming, std::vector<Coming>, std::greater<>> m_coming;
    std::vector<std::unique_ptr<Console>> m_consoles;
    std::vector<std::unique_ptr<Seat>> m_seats;
    QStringList *m_trace = nullptr;
};

} // namespace qd::simulate
