// What the keys, the pointer and the selection do to the list; how it keeps the reader's place while rows move.
#include "ui/panes/timeline/timelinedelegate.h"
#include "ui/panes/timeline/timelinelist.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollBar>

namespace qd::ui {

void TimelineList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    const bool wasSeen = !m_stale && !m_seen.empty() && current.row() >= m_seen.front().row && current.row() <= m_seen.back().row;
    const int top = wasSeen ? visualRect(current).top() : 0;
    const bool followed = m_follows;
    m_delegate->setOpen(current);
    if (wasSeen) {
        m_follows = false;
        goToPlace({current.row(), -top});
    } else {
        showPlace();
    }
    QAbstractItemView::currentChanged(current, previous); // scrolls to it
    m_follows = m_follows || (followed && lastPlace() <= m_place);
    if (current.isValid() && hasFocus() && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(current.row());
        QAccessible::updateAccessibility(&event);
    }
    emit currentMoved();
}

void TimelineList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    if (!QAccessible::isActive() || selected.isEmpty())
        return;
    QAccessibleEvent event(this, QAccessible::Selection);
    event.setChild(selected.first().top());
    QAccessible::updateAccessibility(&event);
}

// The reader begins at the end, not, as a list does by itself, at its first row.
void TimelineList::focusInEvent(QFocusEvent *event)
{
    if (const int last = entryFrom(m_model.rowCount() - 1, -1); !currentIndex().isValid() && last >= 0)
        setCurrentIndex(m_model.index(last));
    QListView::focusInEvent(event);
}

void TimelineList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QListView::keyPressEvent(event);
}

void TimelineList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const RowLook *look = index.isValid() ? m_delegate->look(index.row()) : nullptr;
    if (!look || event->button() != Qt::LeftButton || !(event->modifiers() & Qt::ControlModifier))
        return;
    if (const QString link = look->linkAt(event->pos() - visualRect(index).topLeft()); !link.isEmpty())
        emit linkClicked(link);
}

int TimelineList::entryFrom(int row, int step) const
{
    while (row >= 0 && row < m_model.rowCount() && m_model.entryNumber(row) < 0)
        row += step;
    return row >= 0 && row < m_model.rowCount() ? row : -1;
}

// Days and silences are passed over.
QModelIndex TimelineList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = m_model.rowCount() - 1;
    const int row = currentIndex().isValid() ? currentIndex().row() : last;
    const auto page = [this, row](int step) {
        int height = 0;
        int to = row;
        while (to + step >= 0 && to + step < m_model.rowCount() && height < viewport()->height() - 2 * RowLook::oneLine)
            height += m_delegate->heightOf(to += step);
        return to;
    };
    int to = row;
    switch (action) {
    case MoveUp:
    case MovePrevious: to = entryFrom(row - 1, -1); break;
    case MoveDown:
    case MoveNext: to = entryFrom(row + 1, 1); break;
    case MovePageUp: to = entryFrom(page(-1), 1); break;
    case MovePageDown: to = entryFrom(page(1), -1); break;
    case MoveHome: to = entryFrom(0, 1); break;
    case MoveEnd: to = entryFrom(last, -1); break;
    default: break;
    }
    return to < 0 ? currentIndex() : m_model.index(to);
}

void TimelineList::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const int first = rowAt(rect.normalized().top());
    const int last = rowAt(rect.normalized().bottom());
    if (first >= 0 && last >= first)
        selectionModel()->select(QItemSelection(m_model.index(first), m_model.index(last)), flags);
}

QRegion TimelineList::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const Seen &its : seen()) {
        if (selection.contains(m_model.index(its.row)))
            region += QRect(0, its.top, viewport()->width(), its.height);
    }
    return region;
}

void TimelineList::keepPlace(bool anew)
{
    m_anchor = {};
    for (const Seen &its : seen()) {
        if (m_model.entryNumber(its.row) < 0 || its.top + its.height <= 0)
            continue;
        m_anchor.id = m_model.idAt(its.row);
        m_anchor.entry = m_model.entryNumber(its.row);
        m_anchor.top = its.top;
        break;
    }
    if (!anew)
        return;
    m_anchor.current = m_model.idAt(currentIndex().row());
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected)
        m_anchor.selected << m_model.idAt(index.row());
    m_anchor.unseen = m_unseen;
    m_anchor.shown = m_model.shownCount();
}

void TimelineList::restorePlace(bool anew)
{
    if (anew) {
        m_delegate->forgetAll(); // by their numbers, and these are others
        restoreSelection();
    }
    const int row = anew || m_anchor.entry < 0 ? m_model.indexOf(m_anchor.id).row() : m_model.rowOf(m_anchor.entry);
    if (!m_follows && row >= 0)
        goToPlace({row, -m_anchor.top});
    else
        showPlace();
    if (anew)
        setUnseen(m_follows ? 0 : m_anchor.unseen + std::max(0, m_model.shownCount() - m_anchor.shown));
}

void TimelineList::restoreSelection()
{
    const bool follows = m_follows;
    if (m_anchor.current.isNull() || m_model.idAt(currentIndex().row()) != m_anchor.current) {
        selectionModel()->setCurrentIndex(m_anchor.current.isNull() ? QModelIndex() : m_model.indexOf(m_anchor.current),
                                          QItemSelectionModel::NoUpdate);
    }
    QItemSelection selection;
    for (const EventId &entry : std::as_const(m_anchor.selected)) {
        if (const QModelIndex index = m_model.indexOf(entry); index.isValid())
            selection.select(index, index);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_follows = follows;
}

} // namespace qd::ui
