#pragma once
// Whom the plan keeps informed: what was last said to each, when the next word is due, and the next word itself.

#include "ui/panes/panebase.h"

namespace qd::ui {

class CardList;
class UpdateEditor;

class UpdatesWidget : public PaneBase, public PaneActions
{
    Q_OBJECT

public:
    UpdatesWidget(const PaneContext &context, QWidget *parent);
    ~UpdatesWidget() override;
    void perform(const QString &verb, const QVariant &about) override; // write, with an audience's id or none; nextplace; open

protected:
    void refresh() override;
    void incidentOpened() override;
    void tick(Instant now) override;

private:
    void choose(const QString &audience);
    [[nodiscard]] QString nameOf(const QString &audience) const;
    [[nodiscard]] QString mostUrgent() const;

    CardList *m_list;
    UpdateEditor *m_editor;
    bool m_begun = false; // an audience was chosen for the incident that is open
};

} // namespace qd::ui
