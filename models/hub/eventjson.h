#pragma once
// Events as the hub's functions take and give them.

#include "models/core/carriedevent.h"

#include <QSqlQuery>

namespace qd::hub {

[[nodiscard]] QString eventsJson(const std::vector<CarriedEvent> &events); // of push()
[[nodiscard]] QString idsJson(const std::vector<ConsoleId> &ids);
[[nodiscard]] CarriedEvent eventOfRow(const QSqlQuery &row); // of pull()

} // namespace qd::hub
