#pragma once
// The two lines above the timeline: its title with the switch between zones, then the filters and the search.

#include "ui/panes/pane.h"

#include <QWidget>

class QButtonGroup;
class QPushButton;

namespace qd::items {
class TimelineModel;
}

namespace qd::ui {

class SearchField;

class TimelineTools : public QWidget
{
    Q_OBJECT

public:
    TimelineTools(const PaneContext &context, items::TimelineModel &model, QWidget *parent);
    void refresh(); // the counts
    [[nodiscard]] SearchField &search() { return *m_search; }

signals:
    void filterChanged(const QStringList &kinds);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTitle();
    QWidget *makeFilters();
    void showMode();

    const PaneContext &m_context;
    items::TimelineModel &m_model;
    QButtonGroup *m_modes;
    std::vector<QPushButton *> m_chips; // in the order of the table of filters
    SearchField *m_search;
};

} // namespace qd::ui
