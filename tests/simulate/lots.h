#pragma once
// Everything that chance decides in a simulation, from one seed: the same on every machine.

#include "models/core/ids.h"

namespace qd::simulate {

class Lots
{
public:
    explicit Lots(quint64 seed) : m_state(seed * 0x2545f4914f6cdd1dULL + 0x9e3779b97f4a7c15ULL) { }

    [[nodiscard]] quint64 next() // SplitMix64
    {
        quint64 z = m_state += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    [[nodiscard]] qint64 below(qint64 end) { return end < 2 ? 0 : static_cast<qint64>(next() % static_cast<quint64>(end)); }
    [[nodiscard]] qint64 between(qint64 first, qint64 last) { return first + below(last - first + 1); }
    [[nodiscard]] double share() { return static_cast<double>(next() >> 11) / static_cast<double>(1ULL << 53); }
    [[nodiscard]] bool chance(double of) { return share() < of; }
    [[nodiscard]] QUuid uuid(qint64 msecs) // as makeUuidV7(), but drawn here
    {
        const quint64 a = next(), b = next();
        return QUuid(static_cast<uint>(msecs >> 16), static_cast<ushort>(msecs & 0xffff), static_cast<ushort>(0x7000 | (a & 0xfff)),
                     static_cast<uchar>(0x80 | ((b >> 56) & 0x3f)), static_cast<uchar>(b >> 48), static_cast<uchar>(b >> 40),
                     static_cast<uchar>(b >> 32), static_cast<uchar>(b >> 24), static_cast<uchar>(b >> 16), static_cast<uchar>(b >> 8),
                     static_cast<uchar>(b));
    }

private:
    quint64 m_state;
};

} // namespace qd::simulate
