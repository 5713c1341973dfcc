#include "ui/widgets/wraplayout.h"

#include <QWidget>

#include <algorithm>

namespace qd::ui {

WrapLayout::WrapLayout(int gap, QWidget *parent) : QLayout(parent), m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

WrapLayout::~WrapLayout() = default;

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

void WrapLayout::insertWidget(int at, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(m_items.begin() + std::clamp(at, 0, count()), std::make_unique<QWidgetItem>(widget));
    invalidate();
}

int WrapLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[index].get() : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[index].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

Qt::Orientations WrapLayout::expandingDirections() const
{
    return {};
}

bool WrapLayout::hasHeightForWidth() const
{
    return true;
}

int WrapLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize WrapLayout::minimumSize() const
{
    QSize most;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            most = most.expandedTo(item->minimumSize());
    }
    return most;
}

QSize WrapLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? m_gap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

void WrapLayout::setGeometry(const QRect &place)
{
    QLayout::setGeometry(place);
    arrange(place, true);
}

int WrapLayout::arrange(const QRect &place, bool apply) const
{
    int x = place.x();
    int y = place.y();
    const int line = sizeHint().height(); // all lines are as high as the highest of all, so that they stand evenly
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size(std::min(item->sizeHint().width(), std::max(place.width(), item->minimumSize().width())), line);
        if (x > place.x() && x + size.width() > place.x() + place.width()) {
            x = place.x();
            y += line + m_gap;
        }
        if (apply)
            item->setGeometry({QPoint(x, y), size});
        x += size.width() + m_gap;
    }
    return y + line - place.y();
}

} // namespace qd::ui
