#pragma once
// The field's words as the window shows them.

#include "models/core/time.h"

#include <QString>

namespace qd::items {

[[nodiscard]] QString statusWord(const QString &status);     // "Mitigating"
[[nodiscard]] QString entryWord(const QString &kind);        // "Decision"; an unknown kind as it stands
[[nodiscard]] QString categoryWord(const QString &category); // "Prevent"
[[nodiscard]] QString workStateWord(const QString &state);   // of an ask or an action item: "Open"
[[nodiscard]] QString postmortemWord(const QString &state);  // "In review"
[[nodiscard]] QString lengthWord(Duration length);           // to the minute: "23 min", "under a minute"

} // namespace qd::items
