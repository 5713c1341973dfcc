#pragma once
// A list of cards. It is fed with whole values and tells its views only of what differs, so that a selection and an editor stay where
// they are while the list changes under them.

#include "models/items/card.h"

#include <QAbstractListModel>

namespace qd::items {

class CardModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { CardRole = Qt::UserRole + 1, IdRole };

    using QAbstractListModel::QAbstractListModel;
    void setCards(const Cards &cards);       // ids are unique; of two that are not, the first is found
    void setCard(int row, const Card &card); // same id
    [[nodiscard]] const Cards &cards() const { return m_cards; }
    [[nodiscard]] int rowOf(const QString &id, int from = 0) const; // -1: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    Cards m_cards;
};

} // namespace qd::items
