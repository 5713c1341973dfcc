#pragma once
// One row of a list in the window: what is to be read, and what it means. How it looks is for the one who draws it.

#include "models/core/time.h"

#include <QMetaType>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace qd::items {

// What a row means. A word or a sign beside it always says the same.
enum class Tone { Plain, Quiet, Near, Missed, Good };
enum class Tick { None, Off, On };

struct Card
{
    QString id;     // of what it shows; unique in its list
    QString kicker; // the small words before the title: "P0  INC-4F7K", "Commander"
    int rank = -1;  // of the severity that the kicker names, 0 the worst; -1: none
    QString title;
    QString value;     // at the right end: a countdown, a length, a count
    QString detail;    // below
    QStringList marks; // words in a frame: "drill", "external"
    QString action;    // a word that can be pressed: "assign"
    Tone tone = Tone::Plain;
    Tick tick = Tick::None;
    std::optional<double> bar; // the part of its time that has passed, 0 to 1
    bool hatched = false;      // the bar of a clock that stands still
    bool heading = false;
    int depth = 0;           // of a row in an outline
    bool expanded = false;   // of a heading: its rows are shown
    bool current = false;    // what the window is about now
    bool alarm = false;      // must be seen first
    bool fixedWidth = false; // the detail is a command
    QString spoken;          // the whole of it in one sentence, for a screen reader

    bool operator==(const Card &) const = default;
};

using Cards = std::vector<Card>;
using TimeText = std::function<QString(Instant)>; // how the window shows times at present

} // namespace qd::items

Q_DECLARE_METATYPE(qd::items::Card)
