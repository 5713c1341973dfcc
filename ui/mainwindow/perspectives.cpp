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
        {"command", {{"board", left, 250}, {"clocks", right, 330, 370}, {"roles", right, 330, 350}, {"scribe", bottom}}},
        {"scribe", {{"clocks", right, 300}, {"scribe", bottom}}},
        {"updates", {{"clocks", left, 300}, {"updates", right, 680}, {"scribe", bottom}}},
        {"review", {{"postmortem", right, 960, 640}, {"actionitems", right, 960, 200}}},
    };
    return table;
}

const Perspective *findPerspective(const QString &id)
{
    const auto &all = allPerspectives();
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Perspective &one) { return id == QLatin1String(one.id); });
    return found == all.end() ? nullptr : &*found;
}

namespace {

// The timeline keeps its place in a small window too.
int widthIn(const QMainWindow &window, const PlacedPane &placed)
{
    return std::min(placed.width, placed.width > 400 ? window.width() * 6 / 10 : window.width() / 4 + 40);
}

} // namespace

void arrange(QMainWindow &window, const QHash<QString, LazyDock *> &docks, const Perspective &perspective)
{
    for (LazyDock *dock : docks) {
        dock->setFloating(false);
        window.removeDockWidget(dock);
    }
    QHash<int, LazyDock *> last; // of each area
    for (const PlacedPane &placed : perspective.panes) {
        LazyDock *dock = docks.value(QLatin1String(placed.pane));
        if (placed.area != bottom)
            dock->setWantedSize(QSize(widthIn(window, placed), std::max(placed.height, 160)));
        window.addDockWidget(placed.area, dock, placed.area == bottom ? Qt::Horizontal : Qt::Vertical);
        dock->show();
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
    giveSizes(window, docks, perspective);
}

void giveSizes(QMainWindow &window, const QHash<QString, LazyDock *> &docks, const Perspective &perspective)
{
    QList<QDockWidget *> wide, high; // all at once: docks that share a column share its height
    QList<int> widths, heights;
    for (const PlacedPane &placed : perspective.panes) {
        LazyDock *dock = docks.value(QLatin1String(placed.pane));
        if (placed.width > 0) {
            wide << dock;
            widths << widthIn(window, placed);
        }
        if (placed.height > 0) {
            high << dock;
            heights << placed.height;
        }
    }
    window.resizeDocks(wide, widths, Qt::Horizontal);
    window.resizeDocks(high, heights, Qt::Vertical);
}

} // namespace qd::ui
