#pragma once
// Incidents as rows of the board.

#include "models/items/card.h"
#include "models/session/boardrow.h"

namespace qd::ui {

// open: the one in the window. people: who else looks at it.
[[nodiscard]] items::Card boardCard(const BoardRow &row, const IncidentId &open, Instant now, const QStringList &people = {});

} // namespace qd::ui
