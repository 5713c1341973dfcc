#pragma once
// Time-boxed asks: who owes what, and how long they have left.

#include "ui/panes/panebase.h"

class QLineEdit;
class QStringListModel;

namespace qd::ui {

class CardList;
class ToneLabel;

class AsksWidget : public PaneBase, public PaneActions
{
    Q_OBJECT

public:
    AsksWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // new; answer, extend, drop with the ask's event id

protected:
    void refresh() override;
    void tick(Instant now) override;

private:
    void addKeys();
    void completeNames();
    void make();
    void preview();
    void askAnswer(const QString &ask);
    void askExtend(const QString &ask);
    void askDrop(const QString &ask);

    QLineEdit *m_new;
    QStringListModel *m_names = nullptr;
    ToneLabel *m_preview;
    CardList *m_list;
    QWidget *m_nothing;
};

} // namespace qd::ui
