#include "ui/mainwindow/taborder.h"

#include <QMainWindow>

#include <algorithm>
#include <vector>

namespace qd::ui {
namespace {

// What stands in the window as one: a dock, the header, the timeline with its tools.
const QWidget *regionOf(const QWidget *widget, const QMainWindow &window)
{
    while (widget->parentWidget() && widget->parentWidget() != &window)
        widget = widget->parentWidget();
    return widget;
}

bool isStop(const QWidget *widget, const QMainWindow &window)
{
    return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy() && widget->isVisible() && widget->isEnabled()
        && widget->window() == &window && !regionOf(widget, window)->visibleRegion().isEmpty();
}

} // namespace

QWidget *nextStop(const QMainWindow &window, const QWidget *from, bool forward)
{
    std::vector<QWidget *> stops;
    for (QWidget *widget = window.nextInFocusChain(); widget != &window; widget = widget->nextInFocusChain()) {
        if (isStop(widget, window) || widget == from)
            stops.push_back(widget);
    }
    std::stable_sort(stops.begin(), stops.end(), [&window](const QWidget *a, const QWidget *b) {
        const QPoint left = regionOf(a, window)->pos();
        const QPoint right = regionOf(b, window)->pos();
        return left.y() != right.y() ? left.y() < right.y() : left.x() < right.x();
    });
    if (stops.empty())
        return nullptr;
    const auto at = std::find(stops.begin(), stops.end(), from);
    if (at == stops.end())
        return forward ? stops.front() : stops.back();
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    return stops[static_cast<size_t>((at - stops.begin() + (forward ? 1 : count - 1)) % count)];
}

} // namespace qd::ui
