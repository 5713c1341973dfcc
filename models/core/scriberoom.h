#pragma once
// A typed line held against the record: a command that the Desk would refuse is known before it is entered.

#include "models/core/desk.h"
#include "models/core/scribeline.h"

namespace qd {

struct ScribeRoom
{
    const Incident &incident;
    DeskContext desk;
    QStringList people; // known names
    bool canUndo = false;
    bool canRedo = false;
    bool canWriteUpdates = true; // there is a window to write one in
};

[[nodiscard]] ScribeLine readScribeLine(const QString &line, const ScribeRoom &room);

} // namespace qd
