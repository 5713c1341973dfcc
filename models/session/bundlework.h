#pragma once
// Bundles out of a database and into it, for a thread that may wait: the window's transfer and the command line both go through here.

#include "models/core/ids.h"
#include "models/core/result.h"

#include <QStringList>

#include <functional>

namespace qd {

struct BundleTask
{
    QString database;
    QString file;
    QString author; // who does it
    Instant now{};
    // A share from 0 to 1, told in the thread that works; false stops it, and nothing is left of it.
    std::function<bool(double share)> progress = {};
};

struct BundleSent
{
    QString ref;
    QString title; // the codename of a restricted one
    bool restricted = false;
    QString file;
    qint64 bytes = 0;
    qint64 events = 0;
    qint64 consoles = 0;
    qint64 attachments = 0;
    QStringList notes; // a sentence for each thing that a person should know
    QString seal;      // to be read to whoever gets the file: it stands for all that is in it
    [[nodiscard]] QString sentence() const;
};

struct BundleBrought
{
    IncidentId incident;
    QString ref;
    QString title; // the codename of a restricted one
    bool restricted = false;
    qint64 events = 0; // in the bundle
    qint64 fresh = 0;  // of these, not here before
    qint64 consoles = 0;
    qint64 attachments = 0; // that were not here before
    Instant madeAt{};
    QString madeBy;
    EventId entry; // that tells of it in the timeline; null: nothing was new
    QStringList notes;
    QString seal;
    [[nodiscard]] QString sentence() const;
};

[[nodiscard]] Result<BundleSent> sendBundle(const IncidentId &incident, const BundleTask &task);
// Looks at all of the file before anything is written; then all of it is brought in, or nothing.
[[nodiscard]] Result<BundleBrought> bringInBundle(const BundleTask &task);
// The same look, and what bringing it in would do, without doing it. `task.database` may not be there.
[[nodiscard]] Result<BundleBrought> lookAtBundle(const BundleTask &task);

} // namespace qd
