#pragma once
// A zip file as it is made: at its place when it is whole, on the disk, and not before.

#include "models/core/time.h"
#include "models/exchange/progress.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace qd::exchange {

class ZipWriter
{
public:
    struct Options
    {
        Instant time{};         // of every part
        bool ownerOnly = false; // nobody else may read the file
    };
    ZipWriter(const QString &path, const Options &options);
    ~ZipWriter(); // what is not finished is not there
    ZipWriter(const ZipWriter &) = delete;
    ZipWriter &operator=(const ZipWriter &) = delete;

    void add(const QString &path, const QByteArray &content);
    // Asked for when its turn comes and let go before the next; it must be of that size.
    using Load = std::function<Result<QByteArray>()>;
    void add(const QString &path, qint64 size, Load load);

    [[nodiscard]] Result<void> finish(const Progress &progress); // what was there is replaced at once, or left

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace qd::exchange
