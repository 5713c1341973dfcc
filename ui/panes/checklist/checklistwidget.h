#pragma once
// The plan's phases and lists, to be ticked into the timeline.

#include "ui/panes/tickpane.h"

#include <QSet>

namespace qd::ui {

class ChecklistWidget : public TickPane, public PaneActions
{
    Q_OBJECT

public:
    ChecklistWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // open

protected:
    void refresh() override;
    void incidentOpened() override;

private:
    void press(const QString &card); // a check box, or a heading

    QWidget *m_nothing;
    QSet<QString> m_expanded;
};

} // namespace qd::ui
