#pragma once
// How the benches measure: two ways of doing one thing, in turns and in blocks, so that a noisy machine is noisy for both; medians.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

namespace qd::bench {

inline double millisecondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

inline double median(std::vector<double> times)
{
    std::nth_element(times.begin(), times.begin() + std::ssize(times) / 2, times.end());
    return times[times.size() / 2];
}

inline double mean(const std::vector<double> &times)
{
    double sum = 0;
    for (const double time : times)
        sum += time;
    return sum / static_cast<double>(times.size());
}

struct Pair
{
    std::vector<double> ours;
    std::vector<double> bare;
};

inline Pair inTurns(int blocks, int perBlock, const std::function<void()> &ours, const std::function<void()> &bare)
{
    Pair times;
    for (int block = 0; block < blocks; ++block) {
        for (int i = 0; i < perBlock; ++i)
            times.ours.push_back(millisecondsOf(ours));
        for (int i = 0; i < perBlock; ++i)
            times.bare.push_back(millisecondsOf(bare));
    }
    return times;
}

inline void printRatio(const char *name, double ours, double bare, double goal)
{
    std::printf("%s: %.3f ms vs %.3f ms, ratio %.2f (goal <= %.1f)\n", name, ours, bare, ours / bare, goal);
    std::fflush(stdout);
}

inline void printTime(const char *name, double time, double goal)
{
    std::printf("%s: %.2f ms (goal <= %.0f ms)\n", name, time, goal);
    std::fflush(stdout);
}

} // namespace qd::bench
