#pragma once
// Arrangements of the docks for what people come to do.

#include <QHash>
#include <QString>

#include <vector>

class QMainWindow;

namespace qd::ui {

class LazyDock;

struct PlacedPane
{
    const char *pane;
    Qt::DockWidgetArea area;
    int width = 0;       // of its column; 0: as its content wants
    int height = 0;      // of its share of the column; 0: an even one
    bool behind = false; // a tab of the one before
};

struct Perspective
{
    const char *id;                // "command": of the action view.command, the settings and --perspective
    std::vector<PlacedPane> panes; // of one area: from top to bottom; what is not named is hidden behind the last one of its area
};

[[nodiscard]] const std::vector<Perspective> &allPerspectives();
[[nodiscard]] const Perspective *findPerspective(const QString &id); // nullptr: none
void arrange(QMainWindow &window, const QHash<QString, LazyDock *> &docks, const Perspective &perspective);
void giveSizes(QMainWindow &window, const QHash<QString, LazyDock *> &docks,
               const Perspective &perspective); // heard only once the window is shown

} // namespace qd::ui
