#pragma once
// The action items of an incident as a table. Views do not write to it: an edit becomes a command.

#include "models/core/incident.h"
#include "models/items/card.h"

#include <QAbstractTableModel>
#include <QDate>

namespace qd::items {

class ActionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Owner, Due, Category, Horizon, State, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, ToneRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setActions(const std::vector<ActionItem> &actions, QDate today); // today in the plan's zone
    [[nodiscard]] int rowOf(const EventId &action) const;                 // -1: none
    [[nodiscard]] const ActionItem &action(int row) const { return m_actions[static_cast<size_t>(row)]; }
    [[nodiscard]] int openCount() const;
    [[nodiscard]] int overdueCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] bool isOverdue(const ActionItem &action) const;
    [[nodiscard]] QString text(const ActionItem &action, int column) const;
    [[nodiscard]] QString value(const ActionItem &action, int column) const;

    std::vector<ActionItem> m_actions;
    QDate m_today;
};

} // namespace qd::items
