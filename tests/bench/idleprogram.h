#pragma once
// The program itself with nobody at it: what it costs, read from the system while it stands there.

#include "app/common/systemclock.h"
#include "tests/bench/longroom.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <cstdio>
#include <thread>

#include <unistd.h>

namespace qd::bench {

struct Spent
{
    double cpuSeconds = 0;
    qint64 wakeUps = 0; // of the main thread: how often it went to sleep of itself
};

inline Spent spentBy(qint64 pid)
{
    const auto read = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
    };
    const QString place = QStringLiteral("/proc/%1").arg(pid);
    const QStringList fields = read(place + QStringLiteral("/stat")).section(QLatin1Char(')'), -1).split(QLatin1Char(' '));
    static const QRegularExpression voluntary(QStringLiteral("\\nvoluntary_ctxt_switches:\\s+(\\d+)"));
    const QString status = read(QStringLiteral("%1/task/%2/status").arg(place).arg(pid));
    return {(fields.value(12).toDouble() + fields.value(13).toDouble()) / static_cast<double>(sysconf(_SC_CLK_TCK)),
            voluntary.match(status).captured(1).toLongLong()};
}

// Open incidents, declared within the last minutes, each with its clocks running.
inline QString declareMany(const QString &database, int incidents)
{
    OpenOptions options;
    options.now = SystemClock().now();
    Result<std::unique_ptr<Journal>> journal = Journal::open(database, options);
    if (!journal)
        qFatal("%s", qPrintable(journal.error().sentence));
    Recorder recorder((*journal)->console(), QStringLiteral("Dana"));
    const Result<plan::Plan> plan = plan::loadShipped(QStringLiteral("default"));
    if (!plan)
        qFatal("%s", qPrintable(plan.error().sentence));
    QString reference;
    for (int i = 0; i < incidents; ++i) {
        const Instant at = options.now - std::chrono::seconds(i);
        command::Declare declare;
        declare.title = QStringLiteral("Incident %1").arg(i);
        declare.severity = plan->severities[static_cast<size_t>(i) % plan->severities.size()].id;
        declare.detected = at;
        declare.plan = plan::toJson(*plan);
        declare.ref = reference = QStringLiteral("INC-%1").arg(i + 1000);
        const auto drafts = decideDeclare(declare, IncidentId::make(at), {QStringLiteral("Dana"), at});
        if (!drafts || !(*journal)->appendNow(recorder.record(*drafts, at)))
            qFatal("the incidents could not be declared");
    }
    return reference;
}

inline void measureIdle(const QString &folder, int incidents)
{
    const QString database = folder + QStringLiteral("/idle.db");
    const QString reference = declareMany(database, incidents);
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/quarterdeck"),
                  {QStringLiteral("--db"), database, reference});
    if (!program.waitForStarted())
        qFatal("the program does not start");
    std::this_thread::sleep_for(std::chrono::seconds(6));
    const Spent before = spentBy(program.processId());
    std::this_thread::sleep_for(std::chrono::seconds(20));
    const Spent after = spentBy(program.processId());
    program.terminate();
    if (!program.waitForFinished(5000))
        program.kill();
    const double share = (after.cpuSeconds - before.cpuSeconds) / 20 * 100;
    const double wakeUps = static_cast<double>(after.wakeUps - before.wakeUps) / 20;
    std::printf("%d open incidents, nobody there: %.2f %% of a core (goal < 1 %%: %s), %.2f wake-ups a second (goal <= 1: %s)\n", incidents,
                share, share < 1 ? "kept" : "missed", wakeUps, wakeUps <= 1 ? "kept" : "missed");
}

} // namespace qd::bench
