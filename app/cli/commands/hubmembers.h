#pragma once
// The commands on who has a part in a hub, and what they share with those on the hub itself.

#include "app/cli/hubpassword.h"
#include "models/journal/sharing.h"

namespace qd::cli {

[[nodiscard]] Result<Answer> grantHub(Shell &shell);
[[nodiscard]] Result<Answer> revokeHub(Shell &shell);
[[nodiscard]] Result<Answer> showMembers(Shell &shell);

[[nodiscard]] Result<SharingState> joinedState(Shell &shell); // refused where the database is not shared
[[nodiscard]] Result<Visitor> joinedVisitor(Shell &shell);    // of its hub
[[nodiscard]] Result<hub::HubMade> makeAsking(Visitor &visitor, const QString &person);

} // namespace qd::cli
