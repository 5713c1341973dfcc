#include "models/core/linkedincident.h"

namespace qd {

QString reverseRelation(const QString &relation)
{
    static const std::pair<const char *, const char *> pairs[] = {
        {"duplicate", "duplicated-by"}, {"caused-by", "caused"}, {"merged-into", "merged-from"}};
    for (const auto &[one, other] : pairs) {
        if (relation == QLatin1String(one))
            return QLatin1String(other);
        if (relation == QLatin1String(other))
            return QLatin1String(one);
    }
    return relation;
}

} // namespace qd
