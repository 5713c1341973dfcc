#include "ui/mainwindow/regions.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>

namespace qd::ui {
namespace {

bool takesFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

// In the order of Tab: what had the focus last, else the first that can have it.
QWidget *wayInto(QWidget *region)
{
    if (QWidget *last = region->focusWidget(); last && takesFocus(last))
        return last;
    QWidget *widget = region;
    do {
        if ((widget == region || region->isAncestorOf(widget)) && takesFocus(widget))
            return widget;
        widget = widget->nextInFocusChain();
    } while (widget != region);
    return nullptr;
}

bool comesFirst(const QMainWindow &window, const QWidget *one, const QWidget *other)
{
    const auto place = [&window](const QWidget *widget) {
        const auto *dock = qobject_cast<const QDockWidget *>(widget);
        const bool floats = dock && dock->isFloating();
        const bool below = dock && window.dockWidgetArea(const_cast<QDockWidget *>(dock)) == Qt::BottomDockWidgetArea;
        return std::tuple(floats, widget != window.menuWidget(), below, widget->x(), widget->y());
    };
    return place(one) < place(other);
}

QList<QWidget *> regionsOf(const QMainWindow &window)
{
    QList<QWidget *> regions{window.menuWidget(), window.centralWidget()};
    for (QDockWidget *dock : window.findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (dock->isVisible() && !dock->visibleRegion().isEmpty()) // not behind another tab
            regions << dock;
    }
    regions.removeIf([](QWidget *region) { return !region || !wayInto(region); });
    std::sort(regions.begin(), regions.end(), [&window](const QWidget *a, const QWidget *b) { return comesFirst(window, a, b); });
    return regions;
}

} // namespace

void focusNextRegion(QMainWindow &window, int step)
{
    const QList<QWidget *> regions = regionsOf(window);
    if (regions.isEmpty())
        return;
    const QWidget *focused = QApplication::focusWidget();
    qsizetype at = step > 0 ? -1 : 0;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (focused && (regions[i] == focused || regions[i]->isAncestorOf(focused)))
            at = i;
    }
    QWidget *region = regions[(at + step + regions.size()) % regions.size()];
    region->window()->activateWindow();
    wayInto(region)->setFocus(Qt::ShortcutFocusReason);
}

} // namespace qd::ui
