#pragma once
// Who is in the room. The hub forgets who has not been heard of for a while; nothing of it is in any record.

#include "models/hub/hubconnection.h"
#include "models/hub/present.h"

#include <vector>

namespace qd::hub {

// Says that this console is here and what it looks at (null: nothing), and gives who else is.
[[nodiscard]] Result<std::vector<Present>> sayHere(HubConnection &hub, const ConsoleId &console, const IncidentId &incident);
[[nodiscard]] Result<void> sayGone(HubConnection &hub, const ConsoleId &console);

} // namespace qd::hub
