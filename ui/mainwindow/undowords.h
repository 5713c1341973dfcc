#pragma once
// What an action is called as things stand: of taking back and doing again, what it would be.

#include "models/session/session.h"
#include "ui/actions/actions.h"

namespace qd::ui {

[[nodiscard]] QString actionWords(const ActionRow &row, const IncidentSession &session);

} // namespace qd::ui
