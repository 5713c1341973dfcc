#pragma once
// What a document may hold at most. Beyond it nobody means a plan, and reading would take more time or memory than a desk has.

#include "models/core/result.h"

#include <QByteArray>

namespace qd::plan::written {

inline constexpr qsizetype largestDocument = 24 << 20; // bytes
inline constexpr qsizetype mostLines = 400'000;
inline constexpr qsizetype mostMarks = 1'000'000; // of emphasis, links, quotes, and cells, also those that a table's head promises
inline constexpr qsizetype mostColumns = 500;
inline constexpr qsizetype deepestNesting = 100; // of quotes and lists that begin on one line
inline constexpr qsizetype widestIndent = 1'000;
inline constexpr qsizetype mostImages = 1'000;    // from there on an image is a link behind an exclamation mark
inline constexpr qsizetype mostDeclarations = 50; // "<!DOCTYPE …": from there on they are words

// The refusal names the line and what to do.
[[nodiscard]] Result<void> withinBounds(const QByteArray &text);

// Takes the meaning from marks that nobody reads and that a parser may look for over and over, once there are more than a document needs.
void disarm(QByteArray &text);

} // namespace qd::plan::written
