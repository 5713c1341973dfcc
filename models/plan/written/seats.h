#pragma once
// The words for the seats of a response team, and for what stands beside them in a document.

#include <QString>

namespace qd::plan::written {

// It ends in what a seat is called: "Technical Lead", "Backup on-call engineer"; not "On-call engineer verifies". isSeat() asks less.
[[nodiscard]] bool endsAsSeat(const QString &name);
[[nodiscard]] bool isRolesTitle(const QString &title); // "Roles", "Incident roles and responsibilities": all below it are seats
[[nodiscard]] bool isNoSeat(const QString &title);     // "Rotation", "Responsibilities", "How to assemble"
[[nodiscard]] bool isContacts(const QString &title);   // "Contact list", "Telephone directory"

} // namespace qd::plan::written
