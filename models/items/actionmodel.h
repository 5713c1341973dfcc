#pragma once
// Action items as a table, of one incident or of many. Views do not write to it: an edit becomes a command.

#include "models/items/card.h"
#include "models/review/actionlist.h"

#include <QAbstractTableModel>

namespace qd::items {

class ActionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Incident, Owner, Due, Category, Horizon, Ticket, State, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1,
        ToneRole,
        DetailRole, // small words below the cell's own
        LinkRole,   // an address that can be opened; empty: none
        HorizonsRole, // of the item's plan
    };

    explicit ActionModel(bool acrossIncidents, QObject *parent = nullptr); // then the words say of which incident an item is
    void setActions(review::ActionList actions);                           // in their order; what stays in its place is not reset
    [[nodiscard]] int rowOf(const EventId &action) const;                  // -1: none
    [[nodiscard]] const review::ListedAction &action(int row) const { return m_actions[static_cast<size_t>(row)]; }
    [[nodiscard]] const review::ActionList &actions() const { return m_actions; }
    void setDetailed(bool on); // the incident below the words: there is no column for it

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString detail(const review::ListedAction &action, int column) const;
    [[nodiscard]] QString spoken(const review::ListedAction &action, int column) const;

    bool m_acrossIncidents;
    bool m_detailed = false;
    review::ActionList m_actions;
};

} // namespace qd::items
