#pragma once
// Who is called next: what is due stands first, and is taken with one key.

#include "ui/panes/panebase.h"

namespace qd::ui {

class CardList;

class EscalationWidget : public PaneBase, public PaneActions
{
    Q_OBJECT

public:
    EscalationWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // next, with a step's id or none: takes it; open

protected:
    void refresh() override;
    void tick(Instant now) override;

private:
    void addKeys();
    void take(const QString &step); // asks for the channel where the plan gives several
    void askSkip(const QString &step);
    void askSnooze(const QString &step);
    void reveal(const QString &step);

    CardList *m_list;
    QWidget *m_nothing;
};

} // namespace qd::ui
