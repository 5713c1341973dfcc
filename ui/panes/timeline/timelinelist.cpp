#include "ui/panes/timeline/timelinelist.h"

#include "ui/panes/timeline/timelinedelegate.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

namespace qd::ui {
namespace {

constexpr int unit = 32; // of the scroll bar, for each row

} // namespace

TimelineList::TimelineList(const Theme &theme, items::TimelineModel &model, QWidget *parent)
    : QListView(parent),
      m_model(model),
      m_delegate(new TimelineDelegate(theme, model, this)),
      m_marker(new QPushButton(this))
{
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("What happened, in order; Enter shows an entry whole, with its history"));
    setObjectName(QStringLiteral("timelineList"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    verticalScrollBar()->setSingleStep(unit);
    m_marker->setProperty("primary", true);
    m_marker->setFocusPolicy(Qt::NoFocus);
    m_marker->hide();
    connect(m_marker, &QPushButton::clicked, this, &TimelineList::goToLatest);
    connect(&theme, &Theme::changed, this, &TimelineList::relayout);
    connect(&model, &items::TimelineModel::aboutToPlace, this, &TimelineList::keepPlace);
    connect(&model, &items::TimelineModel::placed, this, &TimelineList::restorePlace);
}

TimelineList::Place TimelineList::lastPlace() const
{
    int row = m_model.rowCount();
    int height = 0;
    while (row > 0 && height + m_delegate->heightOf(row - 1) <= viewport()->height())
        height += m_delegate->heightOf(--row);
    const int rows = m_model.rowCount();
    if (row == rows && rows > 0) // the last row alone is higher than the list
        return {rows - 1, m_delegate->heightOf(rows - 1) - viewport()->height()};
    return {row, 0};
}

void TimelineList::goToPlace(Place place)
{
    while (place.out < 0 && place.row > 0)
        place.out += m_delegate->heightOf(--place.row);
    place.out = std::max(place.out, 0);
    while (place.row + 1 < m_model.rowCount() && place.out >= m_delegate->heightOf(place.row))
        place.out -= m_delegate->heightOf(place.row++);
    m_place = place;
    showPlace();
}

int TimelineList::barValue(const Place &place) const
{
    return place.row * unit + (place.out > 0 ? place.out * unit / std::max(m_delegate->heightOf(place.row), 1) : 0);
}

void TimelineList::showPlace()
{
    const Place last = lastPlace();
    m_place = m_follows ? last : std::min(m_place, last);
    m_stale = true;
    m_showing = true;
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(std::max(1, viewport()->height() / RowLook::oneLine) * unit);
    bar->setRange(0, barValue(last));
    bar->setValue(barValue(m_place));
    m_showing = false;
    viewport()->update();
}

void TimelineList::scrollContentsBy(int, int)
{
    if (m_showing)
        return;
    const int value = verticalScrollBar()->value();
    m_follows = value >= verticalScrollBar()->maximum();
    m_place.row = std::min(value / unit, std::max(0, m_model.rowCount() - 1));
    m_place.out = m_model.rowCount() > 0 ? value % unit * m_delegate->heightOf(m_place.row) / unit : 0;
    m_stale = true;
    viewport()->update();
    if (m_follows)
        setUnseen(0);
}

bool TimelineList::isAtEnd() const
{
    return m_follows || verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void TimelineList::goToLatest()
{
    m_follows = true;
    showPlace();
    setUnseen(0);
}

void TimelineList::goTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index, hint);
}

void TimelineList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    QRect rect = visualRect(index);
    rect.setHeight(m_delegate->heightOf(index.row()));
    const int room = viewport()->height();
    const bool fits = rect.top() >= 0 && rect.bottom() < room;
    if (hint == EnsureVisible && fits)
        return;
    m_follows = false;
    if (hint == PositionAtCenter)
        goToPlace({index.row(), -std::max(0, (room - rect.height()) / 2)});
    else if (rect.top() < 0 || hint == PositionAtTop || rect.height() >= room)
        goToPlace({index.row(), 0});
    else
        goToPlace({index.row(), rect.height() - room});
    m_follows = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    if (m_follows)
        setUnseen(0);
}

const std::vector<TimelineList::Seen> &TimelineList::seen() const
{
    if (!m_stale)
        return m_seen;
    m_stale = false;
    m_seen.clear();
    int top = -m_place.out;
    for (int row = m_place.row; row < m_model.rowCount() && top < viewport()->height(); ++row) {
        m_seen.push_back({row, top, m_delegate->heightOf(row)});
        top += m_seen.back().height;
    }
    return m_seen;
}

// Of what cannot be seen, as if every row were of one line; rowAt() undoes the same.
QRect TimelineList::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const std::vector<Seen> &all = seen();
    const int row = index.row();
    if (all.empty() || row < all.front().row) {
        const int above = (all.empty() ? m_place.row : all.front().row) - row;
        return {0, (all.empty() ? 0 : all.front().top) - above * RowLook::oneLine, viewport()->width(), RowLook::oneLine};
    }
    if (row > all.back().row)
        return {0, all.back().top + all.back().height + (row - all.back().row - 1) * RowLook::oneLine, viewport()->width(),
                RowLook::oneLine};
    const Seen &its = all[static_cast<size_t>(row - all.front().row)];
    return {0, its.top, viewport()->width(), its.height};
}

int TimelineList::rowAt(int y) const
{
    const std::vector<Seen> &all = seen();
    if (all.empty())
        return -1;
    if (y < all.front().top)
        return std::max(0, all.front().row - (all.front().top - y + RowLook::oneLine - 1) / RowLook::oneLine);
    for (const Seen &its : all) {
        if (y < its.top + its.height)
            return its.row;
    }
    return std::min(m_model.rowCount() - 1, all.back().row + 1 + (y - all.back().top - all.back().height) / RowLook::oneLine);
}

QModelIndex TimelineList::indexAt(const QPoint &point) const
{
    for (const Seen &its : seen()) {
        if (point.y() >= its.top && point.y() < its.top + its.height)
            return m_model.index(its.row);
    }
    return {};
}

void TimelineList::relayout()
{
    m_delegate->forgetAll();
    showPlace();
}

void TimelineList::doItemsLayout()
{
    QAbstractItemView::doItemsLayout();
}

void TimelineList::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    m_delegate->setWidth(viewport()->width());
    showPlace();
}

void TimelineList::reset()
{
    m_delegate->forgetAll();
    m_place = {};
    m_stale = true;
    QListView::reset();
    m_delegate->setOpen({});
}

void TimelineList::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    placeMarker();
}

void TimelineList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    m_delegate->forget(topLeft.row(), bottomRight.row());
    showPlace();
    if (seen().empty())
        return;
    const int first = std::max(topLeft.row(), seen().front().row); // the view asks for the place of every row that it is told of
    const int last = std::min(bottomRight.row(), seen().back().row);
    if (first <= last)
        QAbstractItemView::dataChanged(m_model.index(first), m_model.index(last), roles);
}

void TimelineList::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    if (!m_follows && start <= m_place.row)
        m_place.row += end - start + 1;
    showPlace();
    int entries = 0;
    for (int row = start; !m_follows && row <= end; ++row)
        entries += m_model.entryNumber(row) >= 0 ? 1 : 0;
    setUnseen(m_follows ? 0 : m_unseen + entries);
}

void TimelineList::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    if (end < m_place.row)
        m_place.row -= end - start + 1;
    else if (start <= m_place.row)
        m_place = {std::max(0, start - 1), 0};
    m_stale = true;
    scheduleDelayedItemsLayout();
}

void TimelineList::setUnseen(int count)
{
    m_unseen = count;
    m_marker->setVisible(count > 0);
    if (count == 0)
        return;
    //: so many entries came while the reader looks at earlier ones
    m_marker->setText(tr("%n new ↓", nullptr, count));
    m_marker->setAccessibleName(tr("%n new", nullptr, count));
    placeMarker();
}

void TimelineList::placeMarker()
{
    m_marker->adjustSize();
    m_marker->move((viewport()->width() - m_marker->width()) / 2, height() - m_marker->height() - 4 * Theme::grid);
    m_marker->raise();
}

void TimelineList::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    const QStyle::State state = option.state & ~(QStyle::State_Selected | QStyle::State_MouseOver | QStyle::State_HasFocus);
    for (const Seen &its : seen()) {
        option.rect = QRect(0, its.top, viewport()->width(), its.height);
        if (!option.rect.intersects(event->rect()))
            continue;
        const QModelIndex index = m_model.index(its.row);
        option.state = state;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_MouseOver, viewport()->underMouse() && option.rect.contains(pointer));
        m_delegate->paint(&painter, option, index);
    }
}

} // namespace qd::ui
