#pragma once
// Action items in a table that is read and edited with the keyboard alone. An edit is told, never written: the one who owns the table makes
// a command of it, and gives it back where it is refused.

#include "models/core/command.h"
#include "models/review/actionlist.h"
#include "ui/theme/theme.h"

#include <QTableView>

namespace qd::items {
class ActionModel;
}

namespace qd::ui {

class ActionDelegate;

struct ActionEdit
{
    IncidentId incident;
    command::ChangeAction change;
    int column = 0;
    QString typed; // into the cell; empty: it was a key
};

class ActionTable : public QTableView
{
    Q_OBJECT

public:
    ActionTable(const QString &accessibleName, const Theme &theme, bool acrossIncidents, QWidget *parent);
    void setActions(review::ActionList actions); // in their order; while a cell is edited, once that is over
    void setPeople(const QString &self, const QStringList &others);
    [[nodiscard]] const review::ActionList &actions() const;
    [[nodiscard]] const review::ListedAction *current() const; // nullptr: none
    bool select(const EventId &action);                        // false: it is not in the table
    void editAgain(const ActionEdit &edit);                    // it was refused: what was typed stands in the cell again
    void showOrder(review::ActionOrder order, bool descending);

signals:
    void edited(const qd::ui::ActionEdit &edit);
    void historyWanted(const QRect &row); // of the current one; the row's place in the table
    void ticketChosen(const QUrl &link);
    void incidentWanted(const qd::IncidentId &incident, const qd::EventId &action);
    void orderWanted(qd::review::ActionOrder order, bool again); // again: the one that is shown, the other way round

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();
    void addKeys();
    void addEditKeys();
    void addIncidentKeys();
    void edit(int column);
    void toggle(const QString &state); // done or dropped; open again where it is that already
    void tell(command::ChangeAction change, int column, const QString &typed);
    void editorClosed();
    void placeColumns();
    void chooseOrder(int column);

    const Theme &m_theme;
    bool m_acrossIncidents;
    items::ActionModel *m_model;
    ActionDelegate *m_delegate;
    QString m_self;                              // who looks
    std::optional<review::ActionList> m_waiting; // until the editor closes
    int m_ordered = -1;                          // column
};

} // namespace qd::ui
