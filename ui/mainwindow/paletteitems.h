#pragma once
// What the command palette offers: every action, pane, perspective and incident, and every person of the incident that is open.

#include "ui/actions/commandpalette.h"
#include "ui/panes/pane.h"

#include <QHash>

namespace qd::ui {

class LazyDock;
class Shortcuts;

struct PaletteSources
{
    IncidentSession &session;
    const QHash<QString, LazyDock *> &docks;
    const Shortcuts &shortcuts;
    QStringList ownPerspectives;
    std::function<bool(const QString &action)> isEnabled;
    std::function<void(const QString &action, const QVariant &about)> invoke; // outlives the items
};

[[nodiscard]] std::vector<PaletteItem> paletteItems(const PaletteSources &sources);

} // namespace qd::ui
