#pragma once
// Where the two programs keep their things, and who is at the desk.

#include <QString>

namespace qd::places {

// `given` where it is not empty, else $QUARTERDECK_DB, else quarterdeck/quarterdeck.db in the XDG data folder. Absolute.
[[nodiscard]] QString databasePath(const QString &given = {});
void makeDataFolder(); // the one that the default database is in; a folder that a person named is theirs to make

// The folder of the plans that were added: $QUARTERDECK_PLANS, else quarterdeck/plans in the XDG data folder. It may not exist yet.
[[nodiscard]] QString planFolder();

// What a person has chosen for the window: quarterdeck/window.ini in the XDG configuration folder. It may not exist yet.
[[nodiscard]] QString settingsFile();

[[nodiscard]] QString feedFolder(); // of the calendars that were fetched: quarterdeck/oncall in the XDG data folder. It may not exist yet.

[[nodiscard]] QString loginName(); // never empty

} // namespace qd::places
