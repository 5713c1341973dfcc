#pragma once
// What a place in a message is called, and which fact of the incident that is.

#include <QString>

namespace qd::plan {

// One of knownPlaceholders(), or "author": "Incident Commander" is "ic", "time of the next update" is "next_update". Empty: no fact is called
// that. Order and form of the words, accents and small words do not matter.
[[nodiscard]] QString factNamed(const QString &words);

enum class NameKind {
    Telling,  // "SERVICE NAME": says by itself what belongs there
    Vague,    // "description": the label before it says more
    Timely,   // "TIME", "HH:MM": some time; of what, the label says
    Counting, // "X", "number"
};
[[nodiscard]] NameKind kindOfName(const QString &words);

} // namespace qd::plan
