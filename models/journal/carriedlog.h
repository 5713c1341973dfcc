#pragma once
// One incident on its way out of the record or into it, each body as the very bytes that were hashed. A connection of its own, for the one thread
// that opened it: the program's Journal hears of what came in as of another program's writing.

#include "models/core/carriedevent.h"
#include "models/core/result.h"
#include "models/journal/incidentsummary.h"
#include "models/journal/sharing.h"

#include <memory>
#include <vector>

namespace qd {

class CarriedLog
{
public:
    [[nodiscard]] static Result<std::unique_ptr<CarriedLog>> open(const QString &path); // it is there already
    ~CarriedLog();

    [[nodiscard]] const QString &readOnlyReason() const; // empty: it can be written
    [[nodiscard]] ConsoleId console() const;
    [[nodiscard]] Result<Stamp> lastStamp() const;
    [[nodiscard]] Result<Sharing> sharing() const;                                            // not joined: an empty one
    [[nodiscard]] Result<std::vector<CarriedEvent>> events(const IncidentId &incident) const; // in the order of the fold
    [[nodiscard]] Result<std::vector<IncidentSummary>> incidents() const;

    // Those that were recorded elsewhere, with the chains that they come with, and on top of them what is recorded here: all in one
    // transaction, or nothing. What is there already stays as it is. Refused where another event stands at a place of a chain.
    // How many were new.
    [[nodiscard]] Result<qint64> bringIn(const std::vector<CarriedEvent> &brought, std::vector<Event> own);

    [[nodiscard]] Result<QByteArray> attachment(const QString &sha256) const;
    [[nodiscard]] Result<bool> hasAttachment(const QString &sha256) const;
    [[nodiscard]] Result<void> putAttachment(const QByteArray &content, const QString &name, const QString &mime);
    [[nodiscard]] Result<void> forgetAttachment(const QString &sha256); // one that an event names stays

private:
    struct Private;
    explicit CarriedLog(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace qd
