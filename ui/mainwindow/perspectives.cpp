#include "ui/mainwindow/perspectives.h"

#include "ui/mainwindow/lazydock.h"

#include <QMainWindow>

namespace qd::ui {

constexpr Qt::DockWidgetArea left = Qt::LeftDockWidgetArea;
constexpr Qt::DockWidgetArea right = Qt::RightDockWidgetArea;
constexpr Qt::DockWidgetArea bottom = Qt::BottomDockWidgetArea;

const std::vector<Perspective> &allPerspectives()
{
    static const std::vector<Perspective> table = {
        {"command", {{"board", left, 250}, {"clocks", right, 330}, {"roles", right, 330}, {"scribe", bottom}}},
        {"scribe", {{"clocks", right, 300}, {"scribe", bottom}}},
        {"updates", {{"clocks", left, 300}, {"updates", right, 680}, {"scribe", bottom}}},
        {"review", {{"postmortem", right, 960}, {"actionitems", right, 960}}},
    };
    return table;
}

const Perspective *findPerspective(const QString &id)
{
    const auto &all = allPerspectives();
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Perspective &one) { return id == QLatin1String(one.id); });
    return found == all.end() ? nullptr : &*found;
}

void arrange(QMainWindow &window, const QHash<QString, LazyDock *> &docks, const Perspective &perspective)
{
    for (LazyDock *dock : docks) {
        dock->setFloating(false);
        window.removeDockWidget(dock);
    }
    QHash<int, LazyDock *> last; // of each area
    QList<QDockWidget *> columns;
    QList<int> widths;
    const int share = window.width() / 2 + 160; // so that the timeline keeps its place in a small window
    for (const PlacedPane &placed : perspective.panes) {
        LazyDock *dock = docks.value(QLatin1String(placed.pane));
        const int width = std::min(placed.size, share);
        dock->setWantedSize(placed.area == bottom ? QSize(-1, -1) : QSize(width, 240));
        window.addDockWidget(placed.area, dock, placed.area == bottom ? Qt::Horizontal : Qt::Vertical);
        dock->show();
        if (placed.area != bottom) {
            columns << dock;
            widths << width;
        }
        last.insert(placed.area, dock);
    }
    for (LazyDock *dock : docks) {
        if (window.dockWidgetArea(dock) != Qt::NoDockWidgetArea)
            continue;
        const Qt::DockWidgetArea area = dock->descriptor().area;
        window.addDockWidget(area, dock);
        if (LazyDock *behind = last.value(area); behind && area != bottom)
            window.tabifyDockWidget(behind, dock);
        dock->hide();
    }
    window.resizeDocks(columns, widths, Qt::Horizontal);
}

} // namespace qd::ui
