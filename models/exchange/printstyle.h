#pragma once
// The only place that knows a colour or a typeface of a printed document. Sober, on white, and readable without colour.

#include <QColor>
#include <QFont>
#include <QStringList>

namespace qd::exchange::print {

inline const QColor ink(0x1b, 0x1f, 0x24);
inline const QColor soft(0x57, 0x60, 0x6a);
inline const QColor rule(0x8c, 0x95, 0x9f);
inline const QColor hairline(0xd8, 0xde, 0xe4);
inline const QColor wash(0xf6, 0xf8, 0xfa);
inline const QColor paper(0xff, 0xff, 0xff);
inline const QColor link(0x0b, 0x5c, 0xad);
inline const QColor measure(0x9d, 0xb4, 0xcf); // a bar that is neither good nor bad
inline const QColor good(0x1a, 0x7f, 0x37);
inline const QColor bad(0xb4, 0x23, 0x18);
inline const QColor open(0x9a, 0x67, 0x00); // not decided yet

// 0 is the worst; -1 not known. White stands on each of them but the last.
[[nodiscard]] inline QColor severity(int rank)
{
    static const QColor colours[] = {bad, QColor(0xbc, 0x4c, 0x00), open, QColor(0x40, 0x61, 0x8c), soft};
    return rank < 0 ? hairline : colours[std::min(rank, 4)];
}

// Ink stands on each of them.
[[nodiscard]] inline QColor status(const QString &status)
{
    static const std::pair<const char *, QColor> colours[] = {
        {"investigating", QColor(0xc9, 0xd8, 0xea)}, {"identified", QColor(0xd6, 0xe2, 0xf0)}, {"mitigating", QColor(0xe1, 0xea, 0xf4)},
        {"monitoring", QColor(0xec, 0xf1, 0xf7)},    {"resolved", QColor(0xd9, 0xec, 0xdd)},   {"closed", QColor(0xe8, 0xec, 0xf0)}};
    for (const auto &[name, colour] : colours) {
        if (status == QLatin1String(name))
            return colour;
    }
    return QColor(0xd1, 0xdc, 0xe9);
}

[[nodiscard]] inline QStringList families()
{
    return {QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")};
}
[[nodiscard]] inline QStringList monoFamilies()
{
    return {QStringLiteral("DejaVu Sans Mono")};
}

} // namespace qd::exchange::print
