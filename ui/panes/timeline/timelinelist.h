#pragma once
// The list of the timeline: rows of their own heights, of which only those that can be seen are measured: 100,000 cost what 30 cost.
//
// 1. The place is a row and how much of it is scrolled out. Whatever comes, goes or is put in order anew, the topmost entry that can be seen
//    stays where it is.
// 2. At its end the list follows new rows; elsewhere it stays, and a marker counts them.
// 3. The current row shows its whole text. It stays under the pointer while it opens.

#include "models/items/timelinemodel.h"
#include "ui/theme/theme.h"

#include <QListView>

class QPushButton;

namespace qd::ui {

class TimelineDelegate;

class TimelineList : public QListView
{
    Q_OBJECT

public:
    TimelineList(const Theme &theme, items::TimelineModel &model, QWidget *parent);
    void goToLatest();
    void goTo(const QModelIndex &index, ScrollHint hint = EnsureVisible);
    void relayout(); // what the rows look like has changed
    [[nodiscard]] TimelineDelegate &rows() { return *m_delegate; }
    [[nodiscard]] bool isAtEnd() const;
    [[nodiscard]] int unseen() const { return m_unseen; }

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void reset() override;
    void keyboardSearch(const QString &) override { } // letters are actions

signals:
    void currentMoved();
    void left(); // Escape
    void linkClicked(const QString &link);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override { return 0; }

private:
    struct Place
    {
        int row = 0;
        int out = 0; // pixels of it that are scrolled out
        auto operator<=>(const Place &) const = default;
    };
    struct Seen
    {
        int row, top, height;
    };
    [[nodiscard]] Place lastPlace() const; // the end of the list can be seen, and no row at the top is cut
    struct Anchor                          // where the reader is, in entries
    {
        EventId id;
        int entry = -1;
        int top = 0; // of its row, in the viewport
        EventId current;
        QList<EventId> selected;
        int unseen = 0;
        int shown = 0; // entries
    };
    void keepPlace(bool anew);
    void restorePlace(bool anew);
    void restoreSelection();
    void goToPlace(Place place);
    void showPlace(); // on the scroll bar and the screen
    [[nodiscard]] int barValue(const Place &place) const;
    [[nodiscard]] const std::vector<Seen> &seen() const;
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] int entryFrom(int row, int step) const; // the first that is no day and no silence; -1: none
    void setUnseen(int count);
    void placeMarker();

    items::TimelineModel &m_model;
    TimelineDelegate *m_delegate;
    QPushButton *m_marker;
    Place m_place;
    Anchor m_anchor;
    bool m_follows = true;
    bool m_showing = false; // the scroll bar follows the place, not the place the scroll bar
    mutable bool m_stale = true;
    mutable std::vector<Seen> m_seen;
    int m_unseen = 0;
};

} // namespace qd::ui
