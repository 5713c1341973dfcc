#pragma once
// Draws the timeline's rows. All are of one height: that is what lets a list of 100,000 scroll.

#include "models/items/timelinerow.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace qd::ui {

class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 33;

    TimelineDelegate(const Theme &theme, QObject *parent);
    void setSearching(bool searching) { m_searching = searching; } // what does not match steps back
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] bool isCut(const items::TimelineRow &row, int width) const; // its text does not fit

private:
    struct Places // of the parts, from left to right
    {
        int time = 0, icon = 0, word = 0, text = 0, end = 0;
    };
    [[nodiscard]] static Places placesIn(const QRect &rect);
    [[nodiscard]] int textRoom(const items::TimelineRow &row, const Places &places) const;
    [[nodiscard]] int tailWidth(const items::TimelineRow &row) const; // of what stands behind the text
    [[nodiscard]] QStringList marksOf(const items::TimelineRow &row) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const items::TimelineRow &row) const;
    void paintBreak(QPainter &painter, const QRect &rect, const items::TimelineRow &row) const;
    void paintEntry(QPainter &painter, const QRect &rect, const items::TimelineRow &row) const;
    int paintText(QPainter &painter, const QRect &rect, const items::TimelineRow &row) const; // gives where it ends
    void paintTail(QPainter &painter, const QRect &rect, int from, const items::TimelineRow &row) const;

    const Theme &m_theme;
    bool m_searching = false;
};

} // namespace qd::ui
