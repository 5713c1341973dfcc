// Any bytes, as a bundle, as its manifest and as its events: all of it or problems, and what is read can be written and read again.
#include "models/exchange/bundlefile.h"
#include "models/exchange/bundleline.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace qd;

namespace {

void readAsLines(const QByteArray &bytes)
{
    for (const QByteArray &line : bytes.split('\n')) {
        const Result<CarriedEvent> event = exchange::readBundleLine(line);
        if (event && exchange::readBundleLine(exchange::bundleLine(*event)) != event)
            std::abort();
    }
}

void readAsManifest(const QByteArray &bytes)
{
    exchange::BundleProblems problems;
    const exchange::BundleManifest manifest = exchange::readManifest(bytes, problems);
    exchange::BundleProblems again;
    if (problems.none() && (exchange::readManifest(exchange::writeManifest(manifest), again) != manifest || !again.none()))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) // NOLINT(readability-identifier-naming): libFuzzer calls it so
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    readAsLines(bytes);
    readAsManifest(bytes);
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.qdz"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        std::abort();
    file.close();
    const Result<std::unique_ptr<exchange::BundleFile>> read = exchange::BundleFile::open(path, {});
    if (!read && !read.error().sentence.startsWith(path))
        std::abort();
    if (read && (*read)->events().empty())
        std::abort();
    return 0;
}
