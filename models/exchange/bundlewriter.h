#pragma once
// One incident into a bundle (bundlemanifest.h says what that is).

#include "models/core/carriedevent.h"
#include "models/exchange/bundlemanifest.h"
#include "models/exchange/progress.h"

#include <functional>

namespace qd::exchange {

struct BundleSource
{
    std::vector<CarriedEvent> events; // all of one incident, in any order
    // Of an attachment; an error: it is not there. Asked for one at a time, each twice.
    std::function<Result<QByteArray>(const QString &sha256)> content;
    QString madeBy;
    Instant madeAt{};
};

struct WrittenBundle
{
    BundleManifest manifest;
    QString seal;    // sha256 of the manifest, in hex: whoever has it from the sender can tell that the file is the one that was sent
    qint64 size = 0; // of the file, bytes
};

// Whole or not at all. A chain that is not whole here, or an event that is not what was recorded, is refused: it could not be brought in.
[[nodiscard]] Result<WrittenBundle> writeBundle(const QString &path, const BundleSource &source, const Progress &progress);

} // namespace qd::exchange
