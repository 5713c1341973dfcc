#pragma once
// Makes a hub of a database, and brings an older one up to date: the roles, the schema `quarterdeck` and what stands in it, in one transaction.
//
// 1. A hub is known by the comment on its schema, "Quarterdeck hub, version N", which every login may read. A schema of that name without it
//    belongs to somebody else and is left alone.
// 2. A hub that is newer than this program is left alone.
// 3. The login that runs it needs the right to create roles. It becomes the first administrator; it keeps no other right in the schema.

#include "models/core/result.h"

#include <QSqlDatabase>

namespace qd::hub {

inline constexpr int protocol = 1;                // how this console speaks; a hub says which are the oldest that may read and append
inline constexpr int attachmentPart = 256 * 1024; // bytes; an attachment goes over in parts of this size, the last may be shorter

struct HubMade
{
    int from = 0; // its version before; 0: it was no hub
    int to = 0;
    bool operator==(const HubMade &) const = default;
};

// `database` is open. `person`: as whom the login writes; empty: as its own name. `to`: for tests of upgrades.
[[nodiscard]] Result<HubMade> initHub(QSqlDatabase database, const QString &person = {}, int to = 0);
[[nodiscard]] Result<int> hubVersion(QSqlDatabase database); // 0: this database is no hub

} // namespace qd::hub
