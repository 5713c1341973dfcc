// simulate [--seconds N] [--seed N] [--runs N] [--trace]
//
// Runs seeds on all cores until the time is over, or the runs are done. With --seed and no --seconds: that one alone. The first seed that is not
// clean ends it: what is wrong is printed, and how to see it again.

#include "tests/simulate/check.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace qd::simulate;

namespace {

struct Wish
{
    quint64 first = 1;
    qint64 seconds = 0;
    qint64 runs = 0;
    bool trace = false;
};

struct Tally
{
    std::atomic<quint64> next = 0;
    std::atomic<qint64> runs = 0, steps = 0;
    std::atomic<bool> failed = false;
    std::mutex printing;
};

int usage()
{
    std::fputs("usage: simulate [--seconds N] [--seed N] [--runs N] [--trace]\n", stderr);
    return 2;
}

bool read(const QStringList &words, Wish &wish)
{
    bool fine = true;
    bool seeded = false;
    for (qsizetype i = 1; i < words.size() && fine; ++i) {
        const QString &word = words[i];
        if (word == QLatin1String("--trace")) {
            wish.trace = true;
        } else if (word == QLatin1String("--seed")) {
            wish.first = words.value(++i).toULongLong(&fine);
            seeded = true;
        } else if (word == QLatin1String("--seconds")) {
            wish.seconds = words.value(++i).toLongLong(&fine);
        } else if (word == QLatin1String("--runs")) {
            wish.runs = words.value(++i).toLongLong(&fine);
        } else {
            fine = false;
        }
    }
    if (wish.seconds == 0 && wish.runs == 0)
        wish.runs = seeded ? 1 : 100;
    return fine;
}

void tellFailure(quint64 seed, const QStringList &problems)
{
    std::printf("seed %llu is not clean:\n", static_cast<unsigned long long>(seed));
    for (const QString &problem : problems)
        std::printf("    %s\n", qPrintable(problem));
    std::printf("again: ./dev simulate --seed %llu --trace\n", static_cast<unsigned long long>(seed));
}

void work(const Wish &wish, const QElapsedTimer &since, Tally &tally)
{
    while (!tally.failed) {
        const quint64 number = tally.next++;
        const bool over = wish.runs > 0 ? number >= static_cast<quint64>(wish.runs) : since.elapsed() > wish.seconds * 1000;
        if (over)
            return;
        const quint64 seed = wish.first + number;
        QStringList trace;
        const Outcome outcome = simulate(seed, Weather::of(seed), {}, wish.trace ? &trace : nullptr);
        ++tally.runs;
        tally.steps += outcome.steps;
        const std::scoped_lock lock(tally.printing);
        for (const QString &line : trace)
            std::printf("%s\n", qPrintable(line));
        if (outcome.problems.isEmpty() || tally.failed.exchange(true))
            continue;
        tellFailure(seed, outcome.problems);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Wish wish;
    if (!read(QCoreApplication::arguments(), wish))
        return usage();
    QElapsedTimer since;
    since.start();
    Tally tally;
    std::vector<std::jthread> workers;
    const unsigned cores = wish.trace ? 1 : std::max(1u, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < cores; ++i)
        workers.emplace_back([&] { work(wish, since, tally); });
    workers.clear();
    std::printf("%lld runs, %lld steps, from seed %llu, in %.1f s: %s\n", static_cast<long long>(tally.runs),
                static_cast<long long>(tally.steps), static_cast<unsigned long long>(wish.first),
                static_cast<double>(since.elapsed()) / 1000, tally.failed ? "not clean" : "clean");
    return tally.failed ? 1 : 0;
}
