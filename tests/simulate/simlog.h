#pragma once
// The record of one console: what models/journal promises of its file, in memory. Everything here is on the disk when a call returns.

#include "models/hub/ports.h"
#include "tests/simulate/lots.h"

#include <map>

namespace qd::simulate {

class SimLog : public hub::LogPort
{
public:
    SimLog(const ConsoleId &installation, const QString &author, quint64 seed);

    // What a person does here.
    Event append(const EventDraft &draft, Instant now, const QString &author = {});
    void join(const QString &hub) { m_at = {hub, {}, {}}; }
    void copiedTo(const QString &author, quint64 seed)
    {
        m_author = author, m_lots = Lots(seed);
    } // goes on as another copy of the same file

    [[nodiscard]] Result<hub::Membership> membership() override { return m_at; }
    [[nodiscard]] Result<void> setEpoch(const QString &hub, const QString &epoch) override;
    [[nodiscard]] Result<std::vector<CarriedEvent>> waiting(const hub::Batch &batch) override;
    [[nodiscard]] Result<hub::Backlog> backlog() override;
    [[nodiscard]] Result<void> hold(const ConsoleId &chain, const QString &reason) override;
    [[nodiscard]] Result<void> release() override;
    [[nodiscard]] Result<std::vector<ConsoleId>> chains() override;
    [[nodiscard]] Result<void> unacknowledge(const QHash<ConsoleId, qint64> &hubHas) override;
    [[nodiscard]] Result<bool> acknowledge(const std::vector<qint64> &positions, const hub::Membership &at) override;
    [[nodiscard]] Result<bool> keep(const std::vector<CarriedEvent> &pulled, const hub::Membership &at, const QByteArray &cursor) override;

    [[nodiscard]] const std::vector<CarriedEvent> &events() const { return m_events; } // in the order of arrival; with bodies
    [[nodiscard]] bool isShared(const CarriedEvent &event) const { return m_shared[static_cast<size_t>(event.position - 1)]; }
    [[nodiscard]] bool has(const EventId &event) const { return m_places.contains(event); }
    [[nodiscard]] const std::map<ConsoleId, QString> &held() const { return m_held; }
    [[nodiscard]] const std::vector<EventId> &written() const { return m_written; } // here, by a person
    [[nodiscard]] const QString &author() const { return m_author; }

private:
    void keepOne(const CarriedEvent &carried);
    void insert(const CarriedEvent &carried);
    void moveTo(size_t place, const CarriedEvent &carried);
    void makeRoom(const ConsoleId &chain, qint64 seq);
    void redact(const CarriedEvent &arrived);

    ConsoleId m_installation;
    QString m_author;
    Lots m_lots;
    HybridClock m_clock;
    hub::Membership m_at;
    std::vector<CarriedEvent> m_events;
    std::vector<bool> m_shared; // by position
    std::map<EventId, size_t> m_places;
    std::map<ConsoleId, std::map<qint64, size_t>> m_chains;
    std::map<ConsoleId, QString> m_held;
    std::map<EventId, bool> m_redacted; // entries
    std::vector<EventId> m_written;
};

} // namespace qd::simulate
