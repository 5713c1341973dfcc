#include "ui/mainwindow/perspectives.h"

#include "ui/mainwindow/lazydock.h"

#include <QMainWindow>

namespace qd::ui {

constexpr Qt::DockWidgetArea left = Qt::LeftDockWidgetArea;
constexpr Qt::DockWidgetArea right = Qt::RightDockWidgetArea;
constexpr Qt::DockWidgetArea bottom = Qt::BottomDockWidgetArea;

namespace {

constexpr PlacedPane behind(const char *pane)
{
    return {pane, right, 0, 0, true};
}

} // namespace

const std::vector<Perspective> &allPerspectives()
{
    static const std::vector<Perspective> table = {
        {"command",
         {{"board", left, 250},
          {"clocks", right, 330, 370},
          {"roles", right, 330, 350},
          behind("checklist"),
          behind("scenario"),
          behind("escalation"),
          behind("related"),
          {"scribe", bottom}}},
        {"scribe", {{"clocks", right, 300}, {"scribe", bottom}}},
        {"updates", {{"clocks", left, 300}, {"updates", right, 680}, {"scribe", bottom}}},
        {"review", {{"postmortem", right, 2400}, behind("actionitems"), behind("metrics"), behind("related")}},
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

constexpr int wide = 400;         // a pane of more is what people come for
constexpr int timelineRoom = 440; // the timeline keeps its place in a small window too

int widthIn(const QMainWindow &window, const Perspective &perspective, const PlacedPane &placed)
{
    const int narrowest = window.width() / 4 + 40;
    if (placed.width <= wide)
        return std::min(placed.width, narrowest);
    int others = timelineRoom;
    for (const PlacedPane &other : perspective.panes)
        others += other.width > 0 && other.area != placed.area ? std::min(other.width, narrowest) : 0;
    return std::min(placed.width, window.width() - others);
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
        if (placed.behind) {
            window.tabifyDockWidget(last.value(placed.area), dock);
            dock->show();
            continue;
        }
        if (placed.area != bottom)
            dock->setWantedSize(QSize(widthIn(window, perspective, placed), std::max(placed.height, 160)));
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
    for (const PlacedPane &placed : perspective.panes) {
        if (!placed.behind)
            docks.value(QLatin1String(placed.pane))->raise();
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
            widths << widthIn(window, perspective, placed);
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
