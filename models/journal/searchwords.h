#pragma once
// From what a person types to a query that means exactly that, and from an event to the words it is found by.

#include "models/core/event.h"

namespace qd::journal {

// Every word quoted, so that nothing in it is syntax; the last one may be a beginning. Empty: there is nothing to search for.
[[nodiscard]] QString matchOf(const QString &words);

// Around the first of the words, when the text is long.
[[nodiscard]] QString excerpt(const QString &text, const QString &words);

// What an event says, or nothing. Entries with amendments: see SearchIndex.
[[nodiscard]] QString searchableText(const Event &event);

} // namespace qd::journal
