#pragma once
// The record of a console, as the courier takes it: see models/journal/sharedlog.h for what each call promises.

#include "models/hub/ports.h"

namespace qd {
class SharedLog;
}

namespace qd::hub {

class JournalLog : public LogPort
{
public:
    explicit JournalLog(SharedLog &log) : m_log(log) { } // not owned

    [[nodiscard]] Result<Membership> membership() override;
    [[nodiscard]] Result<void> setEpoch(const QString &hub, const QString &epoch) override;
    [[nodiscard]] Result<std::vector<CarriedEvent>> waiting(const Batch &batch) override;
    [[nodiscard]] Result<Backlog> backlog() override;
    [[nodiscard]] Result<void> hold(const ConsoleId &chain, const QString &reason) override;
    [[nodiscard]] Result<void> release() override;
    [[nodiscard]] Result<std::vector<ConsoleId>> chains() override;
    [[nodiscard]] Result<void> unacknowledge(const QHash<ConsoleId, qint64> &hubHas) override;
    [[nodiscard]] Result<bool> acknowledge(const std::vector<qint64> &positions, const Membership &at) override;
    [[nodiscard]] Result<bool> keep(const std::vector<CarriedEvent> &pulled, const Membership &at, const QByteArray &cursor) override;

private:
    SharedLog &m_log;
};

} // namespace qd::hub
