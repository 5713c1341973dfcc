#pragma once
// The record as the courier carries it: what waits to be shared, what the hub has, what comes from there. A connection of its own, for the one
// thread that opened it.
//
// 1. Every call is one transaction: all of it or nothing, on the disk when it returns (what comes from the hub and can be fetched again: in
//    the file, and after a loss of power perhaps fetched again).
// 2. What comes from the hub stands, in its chain. Where another copy of this file has written under the same number, what is here and nobody
//    else has seen goes on under a chain of its own, with its id, its times and its words; and so does this installation, from its next start.
// 3. What the hub has is kept as ranges of positions, so that nothing of that grows with the log.

#include "models/core/carriedevent.h"
#include "models/core/result.h"
#include "models/journal/sharing.h"

#include <memory>
#include <vector>

namespace qd {

class SharedLog
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SharedLog>> open(const QString &path);
    ~SharedLog();

    [[nodiscard]] Result<Sharing> sharing() const; // not joined: an empty one
    [[nodiscard]] Result<Backlog> backlog() const;
    [[nodiscard]] Result<void> setEpoch(const QString &hub, const QString &epoch);
    [[nodiscard]] Result<void> setStanding(const QString &person, const QString &standing);

    // In the order of the log: what the hub has not said that it has, without held chains; at most `atMost`, of about `bytes`, and one
    // at least.
    [[nodiscard]] Result<std::vector<CarriedEvent>> waiting(int atMost, qint64 bytes) const;
    // This and keep() say false and do nothing where the log is in step with another hub or epoch than `at` by now, keep() also where it has
    // been read further.
    [[nodiscard]] Result<bool> acknowledge(const std::vector<qint64> &positions, const HubPlace &at);
    [[nodiscard]] Result<void> hold(const ConsoleId &chain, const QString &reason);
    [[nodiscard]] Result<void> release();
    [[nodiscard]] Result<void> unacknowledge(const QHash<ConsoleId, qint64> &hubHas); // of each chain, up to where
    [[nodiscard]] Result<std::vector<ConsoleId>> chains() const;
    [[nodiscard]] Result<bool> keep(const std::vector<CarriedEvent> &pulled, const HubPlace &at, const QByteArray &cursor);

    [[nodiscard]] Result<std::vector<Parcel>> parcels(int atMost) const;   // the smallest first
    [[nodiscard]] Result<QByteArray> content(const QString &sha256) const; // of an attachment that goes out
    [[nodiscard]] Result<void> drop(const Parcel &parcel);                 // it has arrived, or will never
    [[nodiscard]] Result<std::vector<int>> partsHere(const QString &sha256) const;
    [[nodiscard]] Result<void> keepPart(const QString &sha256, int part, const QByteArray &content);
    // From its parts; refused, and the parts forgotten, where they are not what was meant.
    [[nodiscard]] Result<void> assemble(const Parcel &parcel);

private:
    struct Private;
    explicit SharedLog(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace qd
