#pragma once
// The plan's phases and lists, to be ticked into the timeline.

#include "ui/panes/panebase.h"

#include <QSet>

namespace qd::ui {

class CardList;

class ChecklistWidget : public PaneBase, public PaneActions
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
    void copyCommand(const QString &card);

    CardList *m_list;
    QWidget *m_nothing;
    QSet<QString> m_expanded;
};

} // namespace qd::ui
