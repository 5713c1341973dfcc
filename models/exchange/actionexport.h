#pragma once
// Action items as files: for a spreadsheet, and as a checklist to paste where work is planned.

#include "models/core/result.h"
#include "models/review/actionlist.h"

#include <QByteArray>

namespace qd::exchange {

enum class ActionFormat { Csv, Markdown };

[[nodiscard]] std::optional<ActionFormat> actionFormatOf(const QString &nameOrEnding); // ".csv", ".md"; absent: none of ours

// CSV as RFC 4180 has it, a row an item, and no cell that a spreadsheet takes for a formula. Markdown: "- [ ] text — owner, due, INC-…",
// a tick before what is done, and what was dropped struck.
[[nodiscard]] QByteArray exportActions(const review::ActionList &actions, ActionFormat format);
[[nodiscard]] Result<void> writeActions(const QString &path, const review::ActionList &actions); // the format by the file's ending

} // namespace qd::exchange
