#include "ui/panes/actionitems/actiontable.h"

#include "models/core/daytext.h"
#include "models/items/actionmodel.h"
#include "ui/panes/actionitems/actiondelegate.h"
#include "ui/widgets/keys.h"

#include <QHeaderView>
#include <QLineEdit>

namespace qd::ui {

using items::ActionModel;
using review::ActionOrder;

namespace {

struct Place // of a column
{
    int column;
    int width;    // in grid steps
    int narrow;   // in a narrow table
    int roomFrom; // shown from this width of the table on, in pixels
};

// In a narrow dock the words of an item matter more than its category; what is closed says so before its words.
constexpr Place places[] = {
    {ActionModel::Owner, 24, 18, 0},      {ActionModel::Due, 34, 34, 0},     {ActionModel::Ticket, 28, 28, 540},
    {ActionModel::Incident, 44, 44, 680}, {ActionModel::State, 22, 22, 780}, {ActionModel::Category, 21, 21, 880},
    {ActionModel::Horizon, 24, 24, 980},
};
constexpr int narrowBelow = 440;

struct ColumnOrder
{
    int column;
    ActionOrder order;
};
constexpr ColumnOrder orders[] = {
    {ActionModel::What, ActionOrder::Text},   {ActionModel::Incident, ActionOrder::Incident}, {ActionModel::Owner, ActionOrder::Owner},
    {ActionModel::Due, ActionOrder::Due},     {ActionModel::Category, ActionOrder::Category}, {ActionModel::Horizon, ActionOrder::Horizon},
    {ActionModel::State, ActionOrder::State},
};

} // namespace

ActionTable::ActionTable(const QString &accessibleName, const Theme &theme, bool acrossIncidents, QWidget *parent)
    : QTableView(parent),
      m_theme(theme),
      m_acrossIncidents(acrossIncidents),
      m_model(new ActionModel(acrossIncidents, this)),
      m_delegate(new ActionDelegate(theme, this))
{
    setAccessibleName(accessibleName);
    setModel(m_model);
    setItemDelegate(m_delegate);
    dress();
    addKeys();
    addEditKeys();
    if (acrossIncidents)
        addIncidentKeys();
    connect(m_delegate, &ActionDelegate::edited, this, &ActionTable::tell);
    connect(m_delegate, &ActionDelegate::closeEditor, this, &ActionTable::editorClosed);
    connect(&theme, &Theme::changed, this, &ActionTable::placeColumns);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (const QUrl link = index.data(ActionModel::LinkRole).toUrl(); link.isValid())
            emit ticketChosen(link);
    });
}

void ActionTable::dress()
{
    setTabKeyNavigation(false); // Tab leaves; the arrows go from cell to cell
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    verticalHeader()->hide();
    // Of thousands of rows none is measured: all are of one height.
    verticalHeader()->setSectionResizeMode(m_acrossIncidents ? QHeaderView::Fixed : QHeaderView::ResizeToContents);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 4px 4px 4px 12px; }"));
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ActionModel::What, QHeaderView::Stretch);
    header->setMinimumSectionSize(10 * Theme::grid);
    if (m_acrossIncidents) {
        header->setSectionsClickable(true);
        connect(header, &QHeaderView::sectionClicked, this, &ActionTable::chooseOrder);
    }
}

void ActionTable::addKeys()
{
    addKey(this, tr("Done, or open again"), Qt::Key_Space, [this] { toggle(QStringLiteral("done")); });
    addKey(this, tr("Dropped, or open again"), Qt::Key_D, [this] { toggle(QStringLiteral("dropped")); });
    addKey(this, tr("Take it myself"), Qt::Key_M, [this] {
        command::ChangeAction change;
        change.owner = m_self;
        if (current() && current()->item.owner != m_self)
            tell(change, ActionModel::Owner, {});
    });
    addKey(this, tr("History"), Qt::Key_V, [this] {
        if (current())
            emit historyWanted(visualRect(currentIndex()));
    });
    addKey(this, tr("Open the ticket's link"), Qt::Key_L, [this] {
        const QUrl link = currentIndex().siblingAtColumn(ActionModel::Ticket).data(ActionModel::LinkRole).toUrl();
        if (link.isValid())
            emit ticketChosen(link);
    });
}

void ActionTable::addEditKeys()
{
    struct Row
    {
        QString text;
        Qt::Key key;
        int column;
    };
    const Row rows[] = {{tr("Edit the words"), Qt::Key_E, ActionModel::What},
                        {tr("Owner"), Qt::Key_O, ActionModel::Owner},
                        {tr("Due"), Qt::Key_B, ActionModel::Due},
                        {tr("Category"), Qt::Key_C, ActionModel::Category},
                        {tr("Horizon"), Qt::Key_H, ActionModel::Horizon},
                        {tr("Ticket"), Qt::Key_T, ActionModel::Ticket}};
    for (const Row &row : rows)
        addKey(this, row.text, row.key, [this, column = row.column] { edit(column); });
    addKey(this, tr("Edit the cell"), Qt::Key_Return, [this] { edit(currentIndex().column()); });
}

void ActionTable::addIncidentKeys()
{
    addKey(this, tr("Open the incident at this item"), Qt::CTRL | Qt::Key_Return, [this] {
        if (const review::ListedAction *action = current())
            emit incidentWanted(action->incident, action->item.id);
    });
    addKey(this, tr("Order by the next column"), Qt::Key_S, [this] {
        int place = 0;
        while (place < static_cast<int>(std::size(orders)) && orders[place].column != m_ordered)
            ++place;
        do
            place = (place + 1) % static_cast<int>(std::size(orders));
        while (isColumnHidden(orders[place].column));
        chooseOrder(orders[place].column);
    });
}

void ActionTable::setActions(review::ActionList actions)
{
    if (state() == EditingState) {
        m_waiting = std::move(actions);
        return;
    }
    const review::ListedAction *chosen = current();
    const EventId id = chosen ? chosen->item.id : EventId{};
    const QModelIndex before = currentIndex();
    const int row = before.row(), column = std::max(0, before.column());
    m_model->setActions(std::move(actions));
    if (const int found = m_model->rowOf(id); found >= 0 && found != currentIndex().row())
        setCurrentIndex(m_model->index(found, column));
    else if (found < 0 && row >= 0 && m_model->rowCount() > 0) // it went: the one that is in its place now
        setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), column));
    placeColumns();
}

void ActionTable::setPeople(const QString &self, const QStringList &others)
{
    m_self = self;
    m_delegate->setPeople(others);
}

const review::ActionList &ActionTable::actions() const
{
    return m_model->actions();
}

const review::ListedAction *ActionTable::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? &m_model->action(index.row()) : nullptr;
}

bool ActionTable::select(const EventId &action)
{
    const int row = m_model->rowOf(action);
    if (row < 0)
        return false;
    setFocus();
    setCurrentIndex(m_model->index(row, ActionModel::What));
    return true;
}

void ActionTable::edit(int column)
{
    const QModelIndex index = currentIndex().siblingAtColumn(column);
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEditable))
        return;
    setColumnHidden(column, false); // a narrow table shows it while it is edited
    setCurrentIndex(index);
    QTableView::edit(index);
}

void ActionTable::editAgain(const ActionEdit &again)
{
    const int row = m_model->rowOf(again.change.action);
    if (row < 0 || again.typed.isEmpty())
        return;
    setCurrentIndex(m_model->index(row, again.column));
    edit(again.column);
    if (auto *line = qobject_cast<QLineEdit *>(indexWidget(currentIndex())))
        line->setText(again.typed);
}

void ActionTable::toggle(const QString &state)
{
    if (!current())
        return;
    command::ChangeAction change;
    change.state = current()->item.state == state ? QStringLiteral("open") : state;
    tell(change, ActionModel::State, {});
}

void ActionTable::tell(command::ChangeAction change, int column, const QString &typed)
{
    const review::ListedAction *action = current();
    if (const int row = m_model->rowOf(change.action); row >= 0)
        action = &m_model->action(row);
    if (!action)
        return;
    change.action = action->item.id;
    if (change.due && !change.due->isEmpty()) {
        if (const QDate day = readDay(*change.due, action->today); day.isValid())
            change.due = day.toString(Qt::ISODate);
    }
    emit edited({action->incident, change, column, typed});
}

void ActionTable::editorClosed()
{
    if (m_waiting && state() != EditingState)
        setActions(*std::exchange(m_waiting, std::nullopt));
    placeColumns();
}

void ActionTable::chooseOrder(int column)
{
    const auto *order =
        std::find_if(std::begin(orders), std::end(orders), [column](const ColumnOrder &one) { return one.column == column; });
    if (order != std::end(orders))
        emit orderWanted(order->order, column == m_ordered);
}

void ActionTable::showOrder(ActionOrder order, bool descending)
{
    const auto *shown = std::find_if(std::begin(orders), std::end(orders), [order](const ColumnOrder &one) { return one.order == order; });
    m_ordered = shown == std::end(orders) ? -1 : shown->column;
    horizontalHeader()->setSortIndicator(m_ordered, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorShown(m_ordered >= 0);
}

void ActionTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeColumns();
}

void ActionTable::placeColumns()
{
    if (state() == EditingState)
        return;
    const bool narrow = width() < narrowBelow;
    for (const Place &place : places) {
        const bool wanted = width() >= place.roomFrom && (place.column != ActionModel::Incident || m_acrossIncidents);
        setColumnHidden(place.column, !wanted);
        if (wanted)
            setColumnWidth(place.column, (narrow ? place.narrow : place.width) * Theme::grid);
    }
    const bool detailed = m_acrossIncidents && isColumnHidden(ActionModel::Incident);
    m_model->setDetailed(detailed);
    if (m_acrossIncidents)
        verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight(detailed));
    else
        resizeRowsToContents();
}

} // namespace qd::ui
