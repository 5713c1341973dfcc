#include "models/items/cardmodel.h"

namespace qd::items {

void CardModel::setCards(const Cards &cards)
{
    for (int i = 0; i < static_cast<int>(cards.size()); ++i) {
        const Card &wanted = cards[static_cast<size_t>(i)];
        const int at = rowOf(wanted.id, i); // what stands before is settled, also where an id comes twice
        if (at < 0) {
            beginInsertRows({}, i, i);
            m_cards.insert(m_cards.begin() + i, wanted);
            endInsertRows();
            continue;
        }
        if (at > i) {
            beginMoveRows({}, at, at, {}, i);
            std::rotate(m_cards.begin() + i, m_cards.begin() + at, m_cards.begin() + at + 1);
            endMoveRows();
        }
        setCard(i, wanted);
    }
    const int kept = static_cast<int>(cards.size());
    const int before = static_cast<int>(m_cards.size());
    if (before > kept) {
        beginRemoveRows({}, kept, before - 1);
        m_cards.erase(m_cards.begin() + kept, m_cards.end());
        endRemoveRows();
    }
}

void CardModel::setCard(int row, const Card &card)
{
    Card &standing = m_cards[static_cast<size_t>(row)];
    if (standing == card)
        return;
    standing = card;
    emit dataChanged(index(row), index(row));
}

int CardModel::rowOf(const QString &id, int from) const
{
    const auto found = std::find_if(m_cards.begin() + from, m_cards.end(), [&id](const Card &card) { return card.id == id; });
    return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

int CardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant CardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Card &card = m_cards[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return card.kicker.isEmpty() ? card.title : QString(card.kicker + QLatin1Char(' ') + card.title);
    case Qt::ToolTipRole: return card.detail.isEmpty() ? card.title : QString(card.title + QLatin1Char('\n') + card.detail);
    case Qt::AccessibleTextRole: return card.spoken.isEmpty() ? card.title : card.spoken;
    case Qt::CheckStateRole: return card.tick == Tick::None ? QVariant() : QVariant(card.tick == Tick::On ? Qt::Checked : Qt::Unchecked);
    case CardRole: return QVariant::fromValue(card);
    case IdRole: return card.id;
    default: return {};
    }
}

} // namespace qd::items
