#include "models/plan/fingerprint.h"

#include "models/core/event.h"
#include "models/plan/json.h"

namespace qd::plan {

QString fingerprint(const Plan &plan)
{
    return QString::fromLatin1(hashBody(canonicalBody(toJson(plan))).toHex());
}

} // namespace qd::plan
