#pragma once
// Draws the timeline's rows. What is costly, breaking a text into lines, is done once for each row and kept while it is of use.

#include "models/items/timelinemodel.h"
#include "ui/panes/timeline/rowlook.h"

#include <QCache>
#include <QStyledItemDelegate>

namespace qd::ui {

class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TimelineDelegate(const Theme &theme, const items::TimelineModel &model, QObject *parent);
    void setWidth(int width);
    void setOpen(const QModelIndex &row); // the row that shows its whole text
    void setFound(bool searching, const QStringList &words);
    void forget(int firstRow, int lastRow); // have changed
    void forgetAll();
    [[nodiscard]] bool forgetPending(); // rows that were not durable yet; false: there was none
    [[nodiscard]] bool forgetWaiting(const std::function<bool(const EventId &)> &isWaiting); // rows that say otherwise
    [[nodiscard]] bool forgetCountdowns();
    [[nodiscard]] int heightOf(int row) const;
    [[nodiscard]] const RowLook *look(int row) const; // nullptr: a day or a silence
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool forgetWhere(const std::function<bool(const items::TimelineRow &)> &isStale);
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const items::TimelineRow &row) const;
    void paintBreak(QPainter &painter, const QRect &rect, const items::TimelineRow &row) const;
    void paintEntry(QPainter &painter, const QRect &rect, const RowLook &look) const;
    void paintTail(QPainter &painter, const QPoint &at, const RowLook &look) const;

    const Theme &m_theme;
    const items::TimelineModel &m_model;
    RowStyle m_style;
    QPersistentModelIndex m_open;
    mutable QCache<int, RowLook> m_looks; // by the entry's place in the log
};

} // namespace qd::ui
