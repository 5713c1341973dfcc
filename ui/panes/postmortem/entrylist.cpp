#include "ui/panes/postmortem/entrylist.h"

#include <QApplication>
#include <QMouseEvent>

namespace qd::ui {

EntryList::EntryList(const QString &accessibleName, const Theme &theme, const CardStyle &style, QWidget *parent)
    : CardList(accessibleName, theme, style, parent)
{
    setSelectionMode(ExtendedSelection);
}

QStringList EntryList::selectedIds() const
{
    QModelIndexList rows = selectionModel()->selectedIndexes();
    if (rows.isEmpty() && currentIndex().isValid())
        rows << currentIndex();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const QModelIndex &row : rows)
        ids << row.data(items::CardModel::IdRole).toString();
    return ids;
}

// A press on what is selected may begin to carry it: the selection changes only once it is let go there.
void EntryList::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    const QModelIndex row = indexAt(m_pressed);
    m_onRow = row.isValid() && event->button() == Qt::LeftButton;
    const bool several = m_onRow && selectionModel()->isSelected(row) && event->modifiers() == Qt::NoModifier;
    if (!several)
        CardList::mousePressEvent(event);
}

void EntryList::mouseMoveEvent(QMouseEvent *event)
{
    const bool held = m_onRow && (event->buttons() & Qt::LeftButton) && event->modifiers() == Qt::NoModifier;
    if (held && (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        m_carrying = true;
    if (m_carrying)
        setCursor(viewport()->rect().contains(event->pos()) ? Qt::ClosedHandCursor : Qt::DragCopyCursor);
    else if (!held)
        CardList::mouseMoveEvent(event);
}

void EntryList::mouseReleaseEvent(QMouseEvent *event)
{
    const bool carried = std::exchange(m_carrying, false);
    const bool onRow = std::exchange(m_onRow, false);
    unsetCursor();
    if (carried) {
        if (!viewport()->rect().contains(event->pos()))
            emit this->carried(event->globalPosition().toPoint());
        return;
    }
    if (onRow && event->modifiers() == Qt::NoModifier && indexAt(event->pos()).isValid())
        selectionModel()->setCurrentIndex(indexAt(event->pos()), QItemSelectionModel::ClearAndSelect);
    CardList::mouseReleaseEvent(event);
}

} // namespace qd::ui
