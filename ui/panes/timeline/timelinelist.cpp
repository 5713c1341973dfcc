#include "ui/panes/timeline/timelinelist.h"

#include "ui/panes/timeline/timelinedelegate.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>

namespace qd::ui {

TimelineList::TimelineList(const Theme &theme, items::TimelineModel &model, QWidget *parent)
    : QListView(parent),
      m_model(model),
      m_delegate(new TimelineDelegate(theme, this)),
      m_marker(new QPushButton(this))
{
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("What happened, in order; Enter shows an entry whole, with its history"));
    setObjectName(QStringLiteral("timelineList"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    verticalScrollBar()->setSingleStep(TimelineDelegate::rowHeight);
    m_marker->setProperty("primary", true);
    m_marker->setFocusPolicy(Qt::NoFocus);
    m_marker->hide();
    connect(m_marker, &QPushButton::clicked, this, &TimelineList::goToLatest);
}

bool TimelineList::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - TimelineDelegate::rowHeight / 2;
}

void TimelineList::keepPlace(const std::function<void()> &change)
{
    const bool follow = isAtEnd();
    const int before = m_model.count(QString());
    const QPersistentModelIndex top = indexAt(QPoint(0, 0));
    const int offset = top.isValid() ? visualRect(top).top() : 0;
    change();
    if (follow) {
        goToLatest();
        return;
    }
    executeDelayedItemsLayout();
    if (top.isValid())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(top).top() - offset);
    setUnseen(m_unseen + std::max(0, m_model.count(QString()) - before));
}

void TimelineList::goToLatest()
{
    executeDelayedItemsLayout();
    scrollToBottom();
    setUnseen(0);
}

void TimelineList::goTo(const QModelIndex &index)
{
    setCurrentIndex(index);
    scrollTo(index, isVisible() ? EnsureVisible : PositionAtCenter);
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

void TimelineList::resizeEvent(QResizeEvent *event)
{
    const bool follow = isAtEnd();
    QListView::resizeEvent(event);
    if (follow)
        scrollToBottom();
    placeMarker();
}

void TimelineList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    if (m_unseen > 0 && isAtEnd())
        setUnseen(0);
}

void TimelineList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentMoved();
}

// The reader begins at the end, not, as a list does by itself, at its first row.
void TimelineList::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(m_model.rowCount() - 1));
    QListView::focusInEvent(event);
}

// Days and silences are passed over.
void TimelineList::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || event->modifiers() != Qt::NoModifier) {
        QListView::keyPressEvent(event);
        return;
    }
    const int rows = m_model.rowCount();
    int row = currentIndex().isValid() ? currentIndex().row() + step : (step > 0 ? 0 : rows - 1);
    while (row >= 0 && row < rows && !m_model.entryAt(m_model.index(row)))
        row += step;
    if (row >= 0 && row < rows)
        goTo(m_model.index(row));
}

} // namespace qd::ui
