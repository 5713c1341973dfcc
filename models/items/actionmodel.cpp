#include "models/items/actionmodel.h"

#include "models/core/ticket.h"
#include "models/items/actionwords.h"
#include "models/items/words.h"

#include <algorithm>

namespace qd::items {
namespace {

using review::ActionList;
using review::ListedAction;

QString sign(const ListedAction &action)
{
    if (action.isOpen())
        return {};
    return action.closing == review::Closing::Dropped ? QStringLiteral("– ") : QStringLiteral("✓ ");
}

QString value(const ListedAction &action, int column)
{
    switch (column) {
    case ActionModel::What: return action.item.text;
    case ActionModel::Owner: return action.item.owner;
    case ActionModel::Due: return action.item.due;
    case ActionModel::Category: return action.item.category;
    case ActionModel::Horizon: return action.item.horizon;
    case ActionModel::Ticket: return action.item.ticket;
    case ActionModel::State: return action.item.state;
    default: return {};
    }
}

QString text(const ListedAction &action, int column)
{
    switch (column) {
    case ActionModel::What: return sign(action) + action.item.text;
    case ActionModel::Incident: return QString(action.severity + QLatin1Char(' ') + action.ref).trimmed();
    case ActionModel::Owner:
        return action.item.owner.isEmpty() && action.isOpen() ? fieldValueWord(QStringLiteral("owner"), {}) : action.item.owner;
    case ActionModel::Due: return dueWords(action);
    case ActionModel::Category: return categoryWord(action.item.category);
    case ActionModel::Ticket: return ticketWords(action.item.ticket);
    case ActionModel::State: return workStateWord(action.item.state);
    default: return value(action, column);
    }
}

Tone toneOf(const ListedAction &action, int column)
{
    if (!action.isOpen())
        return Tone::Quiet;
    const bool nobody = column == ActionModel::Owner && action.item.owner.isEmpty();
    return nobody ? Tone::Quiet : column == ActionModel::Due ? dueTone(action) : Tone::Plain;
}

bool isSame(const ListedAction &one, const ListedAction &other)
{
    return one.item.id == other.item.id;
}

} // namespace

ActionModel::ActionModel(bool acrossIncidents, QObject *parent) : QAbstractTableModel(parent), m_acrossIncidents(acrossIncidents) { }

void ActionModel::setActions(ActionList actions)
{
    const bool grown = actions.size() >= m_actions.size() && std::equal(m_actions.begin(), m_actions.end(), actions.begin(), isSame);
    if (!grown) {
        beginResetModel();
        m_actions = std::move(actions);
        endResetModel();
        return;
    }
    for (size_t i = 0; i < m_actions.size(); ++i) {
        if (m_actions[i] == actions[i])
            continue;
        m_actions[i] = actions[i];
        emit dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), ColumnCount - 1));
    }
    if (actions.size() > m_actions.size()) {
        beginInsertRows({}, static_cast<int>(m_actions.size()), static_cast<int>(actions.size()) - 1);
        m_actions = std::move(actions);
        endInsertRows();
    }
}

int ActionModel::rowOf(const EventId &action) const
{
    const auto found =
        std::find_if(m_actions.begin(), m_actions.end(), [&action](const ListedAction &listed) { return listed.item.id == action; });
    return found == m_actions.end() ? -1 : static_cast<int>(found - m_actions.begin());
}

void ActionModel::setDetailed(bool on)
{
    if (std::exchange(m_detailed, on) != on && !m_actions.empty())
        emit dataChanged(index(0, What), index(rowCount() - 1, What), {DetailRole});
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
    const ListedAction &listed = action(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(listed, column);
    case Qt::EditRole: return value(listed, column);
    case Qt::ToolTipRole:
        if (column == Incident)
            return incidentLine(listed);
        return column == What || column == Ticket ? value(listed, column) : QVariant();
    case Qt::AccessibleTextRole: return spoken(listed, column);
    case IdRole: return listed.item.id.toString();
    case ToneRole: return static_cast<int>(toneOf(listed, column));
    case DetailRole: return detail(listed, column);
    case LinkRole: return column == Ticket ? ticketLink(listed.item.ticket) : QUrl();
    case HorizonsRole: return listed.horizons;
    default: return {};
    }
}

QVariant ActionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("Action item");
    case Incident: return tr("Incident");
    case Owner: return tr("Owner");
    case Due: return tr("Due");
    case Category: return tr("Category");
    case Horizon: return tr("Horizon");
    case Ticket: return tr("Ticket");
    case State: return tr("State");
    default: return {};
    }
}

Qt::ItemFlags ActionModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    return (index.column() == Incident ? flags : flags | Qt::ItemIsEditable) | Qt::ItemNeverHasChildren;
}

QString ActionModel::detail(const ListedAction &listed, int column) const
{
    switch (column) {
    case What: return m_detailed ? incidentLine(listed) : QString();
    case Incident: return listed.title;
    case Due: return dueDetail(listed);
    case State: return closingDetail(listed);
    default: return {};
    }
}

QString ActionModel::spoken(const ListedAction &listed, int column) const
{
    if (column == What)
        return m_acrossIncidents ? tr("%1, %2").arg(text(listed, What), incidentLine(listed)) : text(listed, What);
    QStringList words{headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text(listed, column), detail(listed, column)};
    words.removeAll(QString());
    return words.join(QLatin1Char(' '));
}

} // namespace qd::items
