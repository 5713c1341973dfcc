#pragma once

#include "models/items/inlinetext.h"

namespace qd::ui {

// As the rich text of a label: every character is escaped, and nothing but the links of the text itself is a link.
[[nodiscard]] QString richText(const items::InlineText &read);

} // namespace qd::ui
