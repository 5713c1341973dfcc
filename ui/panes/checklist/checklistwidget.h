#pragma once
// The plan's phases and lists, to be ticked into the timeline.

#include "models/items/card.h"
#include "ui/panes/tickpane.h"

#include <QSet>

namespace qd::ui {

class ChecklistWidget : public TickPane, public PaneActions
{
    Q_OBJECT

public:
    ChecklistWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // open; rollback

protected:
    void refresh() override;
    void incidentOpened() override;
    void tick(Instant now) override;

private:
    void press(const QString &card); // a check box, or a heading

    void showRollback();
    [[nodiscard]] items::Cards cardsAt(Instant now) const;

    QWidget *m_nothing;
    QSet<QString> m_expanded;
    QSet<QString> m_rollback; // lists of a rollback that was at hand when last looked
};

} // namespace qd::ui
