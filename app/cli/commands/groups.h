#pragma once
// The rows of each group of commands, one file a group beside this one.

#include "app/cli/command.h"
#include "models/core/linkedincident.h"
#include "models/review/documentkind.h"

#include <QJsonArray>

namespace qd::cli {

extern const CommandGroup planCommands;
extern const CommandGroup incidentCommands;
extern const CommandGroup entryCommands;
extern const CommandGroup workCommands;
extern const CommandGroup actionCommands;
extern const CommandGroup clockCommands;
extern const CommandGroup onCallCommands;
extern const CommandGroup updateCommands;
extern const CommandGroup relationCommands;
extern const CommandGroup reviewCommands;
extern const CommandGroup postmortemCommands;
extern const CommandGroup metricsCommands;
extern const CommandGroup documentCommands;
extern const CommandGroup exchangeCommands;
extern const CommandGroup hubCommands;
extern const CommandGroup bundleCommands;
extern const CommandGroup storageCommands;

[[nodiscard]] QJsonArray linksJson(const std::vector<LinkedIncident> &links); // relations.cpp
[[nodiscard]] Result<review::Edition> chosenEdition(const Arguments &given);  // documents.cpp

} // namespace qd::cli
