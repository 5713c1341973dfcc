#pragma once
// What may be the cause: open, confirmed, ruled out, by whom and when.

#include "ui/panes/panebase.h"

class QLineEdit;

namespace qd::ui {

class CardList;

class HypothesesWidget : public PaneBase, public PaneActions
{
    Q_OBJECT

public:
    HypothesesWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // new; open

protected:
    void refresh() override;
    void tick(Instant now) override;

private:
    void addKeys();
    void make();
    void askSettle(const QString &entry, const QString &state);

    QLineEdit *m_new;
    CardList *m_list;
    QWidget *m_nothing;
};

} // namespace qd::ui
