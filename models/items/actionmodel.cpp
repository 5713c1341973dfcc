#include "models/items/actionmodel.h"

#include "models/items/words.h"

namespace qd::items {
namespace {

QString sign(const QString &state)
{
    if (state == QLatin1String("done"))
        return QStringLiteral("✓ ");
    return state == QLatin1String("dropped") ? QStringLiteral("– ") : QString();
}

} // namespace

void ActionModel::setActions(const std::vector<ActionItem> &actions, QDate today)
{
    const bool grown = actions.size() >= m_actions.size()
        && std::equal(m_actions.begin(), m_actions.end(), actions.begin(),
                      [](const ActionItem &a, const ActionItem &b) { return a.id == b.id; });
    if (!grown) {
        beginResetModel();
        m_actions = actions;
        m_today = today;
        endResetModel();
        return;
    }
    const bool newDay = std::exchange(m_today, today) != today;
    for (size_t i = 0; i < m_actions.size(); ++i) {
        if (m_actions[i] == actions[i] && !newDay)
            continue;
        m_actions[i] = actions[i];
        emit dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), ColumnCount - 1));
    }
    if (actions.size() > m_actions.size()) {
        beginInsertRows({}, static_cast<int>(m_actions.size()), static_cast<int>(actions.size()) - 1);
        m_actions = actions;
        endInsertRows();
    }
}

int ActionModel::rowOf(const EventId &action) const
{
    const auto found = std::find_if(m_actions.begin(), m_actions.end(), [&action](const ActionItem &item) { return item.id == action; });
    return found == m_actions.end() ? -1 : static_cast<int>(found - m_actions.begin());
}

int ActionModel::openCount() const
{
    return static_cast<int>(
        std::count_if(m_actions.begin(), m_actions.end(), [](const ActionItem &item) { return item.state == QLatin1String("open"); }));
}

int ActionModel::overdueCount() const
{
    return static_cast<int>(std::count_if(m_actions.begin(), m_actions.end(), [this](const ActionItem &item) { return isOverdue(item); }));
}

int ActionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_actions.size());
}

int ActionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ActionItem &item = action(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(item, index.column());
    case Qt::EditRole: return value(item, index.column());
    case Qt::ToolTipRole: return index.column() == What ? item.text : QVariant();
    case Qt::AccessibleTextRole: {
        const QString heading = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
        return index.column() == What ? text(item, What) : QString(heading + QLatin1Char(' ') + text(item, index.column()));
    }
    case IdRole: return item.id.toString();
    case ToneRole: {
        const bool closed = item.state != QLatin1String("open");
        const Tone tone = closed ? Tone::Quiet : isOverdue(item) && index.column() == Due ? Tone::Missed : Tone::Plain;
        return static_cast<int>(tone);
    }
    default: return {};
    }
}

QVariant ActionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("Action item");
    case Owner: return tr("Owner");
    case Due: return tr("Due");
    case Category: return tr("Category");
    case Horizon: return tr("Horizon");
    case State: return tr("State");
    default: return {};
    }
}

Qt::ItemFlags ActionModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

bool ActionModel::isOverdue(const ActionItem &item) const
{
    const QDate due = QDate::fromString(item.due, Qt::ISODate);
    return item.state == QLatin1String("open") && due.isValid() && due < m_today;
}

QString ActionModel::text(const ActionItem &item, int column) const
{
    switch (column) {
    case What: return sign(item.state) + item.text;
    case Due: return isOverdue(item) ? tr("✕ %1 overdue").arg(item.due) : item.due;
    case Category: return categoryWord(item.category);
    case State: return workStateWord(item.state);
    default: return value(item, column);
    }
}

QString ActionModel::value(const ActionItem &item, int column) const
{
    switch (column) {
    case What: return item.text;
    case Owner: return item.owner;
    case Due: return item.due;
    case Category: return item.category;
    case Horizon: return item.horizon;
    case State: return item.state;
    default: return {};
    }
}

} // namespace qd::items
