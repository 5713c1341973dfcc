#pragma once
// What will be different: the action items, added on one line and edited in their cells.

#include "ui/panes/panebase.h"

#include <QDate>

class QLineEdit;
class QTableView;

namespace qd::items {
class ActionModel;
}

namespace qd::ui {

class ActionDelegate;
class ToneLabel;

class ActionItemsWidget : public PaneBase, public PaneActions
{
    Q_OBJECT

public:
    ActionItemsWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // new; open with the item's event id

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    void add();
    void preview();
    void addKeys();
    void placeColumns();
    void toggle(const QString &state); // done or dropped; open again where it is that already
    void change(command::ChangeAction edit);
    [[nodiscard]] QDate today() const; // in the plan's zone

    QLineEdit *m_new;
    ToneLabel *m_preview;
    items::ActionModel *m_model;
    QTableView *m_table;
    ActionDelegate *m_delegate = nullptr;
    QWidget *m_nothing;
};

} // namespace qd::ui
