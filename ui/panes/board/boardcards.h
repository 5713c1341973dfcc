#pragma once
// Incidents as rows of the board.

#include "models/items/card.h"
#include "models/session/boardrow.h"

namespace qd::ui {

[[nodiscard]] items::Card boardCard(const BoardRow &row, const IncidentId &open, Instant now); // open: the one in the window

} // namespace qd::ui
