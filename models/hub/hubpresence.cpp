#include "models/hub/hubpresence.h"

namespace qd::hub {

Result<std::vector<Present>> sayHere(HubConnection &hub, const ConsoleId &console, const IncidentId &incident)
{
    const QVariant at = incident.isNull() ? QVariant(QMetaType::fromType<QString>()) : QVariant(incident.toString());
    const Result<QSqlQuery *> rows = hub.run("106_here", {console.toString(), at});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Present> others;
    for (QSqlQuery &row = **rows; row.next();) {
        Present present{row.value(0).toString(), ConsoleId::fromString(row.value(1).toString()),
                        IncidentId::fromString(row.value(2).toString()), Duration(row.value(3).toLongLong())};
        if (present.console != console)
            others.push_back(std::move(present));
    }
    return others;
}

Result<void> sayGone(HubConnection &hub, const ConsoleId &console)
{
    const Result<QSqlQuery *> done = hub.run("107_gone", {console.toString()});
    return done ? Result<void>() : tl::unexpected(done.error());
}

} // namespace qd::hub
