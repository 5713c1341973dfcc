#pragma once
// The list of the timeline. Where the reader has scrolled away from the end, new rows leave the view where it is, and a marker counts them.

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
    void keepPlace(const std::function<void()> &change); // runs what changes the rows
    void goToLatest();
    void goTo(const QModelIndex &index);
    [[nodiscard]] TimelineDelegate &rows() { return *m_delegate; }
    [[nodiscard]] bool isAtEnd() const;
    [[nodiscard]] int unseen() const { return m_unseen; }

signals:
    void currentMoved();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void setUnseen(int count);
    void placeMarker();

    items::TimelineModel &m_model;
    TimelineDelegate *m_delegate;
    QPushButton *m_marker;
    int m_unseen = 0;
};

} // namespace qd::ui
