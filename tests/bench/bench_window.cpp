// Opening the window on an incident of 100,000 events against an empty main window: from the start of the process to its first paint, each a
// process of its own, in turns.
#include "tests/bench/longroom.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace qd;

namespace {

Result<QString> fillJournal(const QString &path, int entries)
{
    OpenOptions options;
    options.now = *fromIso(QStringLiteral("2026-11-21T12:00:00Z"));
    Result<std::unique_ptr<Journal>> journal = Journal::open(path, options);
    if (!journal)
        return tl::unexpected(journal.error());
    const auto stored = (*journal)->appendNow(bench::longIncident((*journal)->console(), options.now, entries));
    return stored ? Result<QString>(bench::longReference) : tl::unexpected(stored.error());
}

double msecsToPaint(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(30000)) {
            std::fprintf(stderr, "error: %s painted nothing: %s\n", qPrintable(program), process.readAllStandardError().constData());
            std::exit(1);
        }
    }
    const double msecs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    process.waitForFinished();
    return msecs;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QString binaries = QCoreApplication::applicationDirPath();
    QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
    qputenv("XDG_DATA_HOME", folder.path().toUtf8());
    const QString database = folder.filePath(QStringLiteral("bench.db"));
    const Result<QString> reference = fillJournal(database, 100000);
    if (!reference) {
        std::fprintf(stderr, "error: %s\n", qPrintable(reference.error().sentence));
        return 1;
    }
    const auto opened = [&](const char *until) {
        return msecsToPaint(binaries + QStringLiteral("/../bin/quarterdeck"),
                            {QStringLiteral("--db"), database, QLatin1String(until), *reference});
    };
    std::vector<double> empty, window, shown;
    for (int round = 0; round < 15; ++round) {
        empty.push_back(msecsToPaint(binaries + QStringLiteral("/empty_window"), {}));
        window.push_back(opened("--until-painted"));
        shown.push_back(opened("--until-shown"));
    }
    std::printf("window on 100,000 events to first paint: %.0f ms vs empty main window %.0f ms, ratio %.2f (goal <= 1.5)\n", median(window),
                median(empty), median(window) / median(empty));
    std::printf("window on 100,000 events to the painted timeline: %.0f ms (%.0f ms after the first paint)\n", median(shown),
                median(shown) - median(window));
    return 0;
}
