#pragma once
// The lines above the timeline: its title with its order and the zones, the filters and the search, and what it is filtered by.

#include "models/items/timelinefilter.h"
#include "ui/panes/pane.h"

#include <QWidget>

class QButtonGroup;
class QMenu;
class QPushButton;
class QToolButton;

namespace qd::items {
class TimelineModel;
}

namespace qd::ui {

class FilterStrip;
class SearchField;

class TimelineTools : public QWidget
{
    Q_OBJECT

public:
    TimelineTools(const PaneContext &context, items::TimelineModel &model, QWidget *parent);
    void refresh();    // the counts
    void showFilter(); // and the order
    void openFilterMenu();
    [[nodiscard]] SearchField &search() { return *m_search; }

signals:
    void filterChosen(const qd::items::TimelineFilter &filter);
    void orderPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTitle();
    QWidget *makeFilters();
    void showMode();
    void setTerm(const items::FilterTerm &term, bool on);
    [[nodiscard]] bool take(const QString &word); // "@lee": becomes a filter
    void takeBack();

    const PaneContext &m_context;
    items::TimelineModel &m_model;
    QButtonGroup *m_modes;
    QButtonGroup *m_kinds;
    QToolButton *m_order;
    QToolButton *m_filter;
    QMenu *m_menu;
    std::vector<QPushButton *> m_chips; // in the order of the table of filters
    SearchField *m_search;
    FilterStrip *m_strip;
    bool m_showing = false;
};

} // namespace qd::ui
