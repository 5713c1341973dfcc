#include "ui/panes/actionitems/actionitemswidget.h"

#include "models/clocks/calendar.h"
#include "models/core/daytext.h"
#include "models/items/actionmodel.h"
#include "models/items/quickline.h"
#include "models/items/words.h"
#include "ui/panes/actionitems/actiondelegate.h"
#include "ui/panes/actionitems/actionitemspane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/tonelabel.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>

namespace qd::ui {

using items::ActionModel;

QWidget *createActionItemsPane(const PaneContext &context, QWidget *parent)
{
    return new ActionItemsWidget(context, parent);
}

ActionItemsWidget::ActionItemsWidget(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_new(new QLineEdit(this)),
      m_preview(new ToneLabel(theme(), Colour::Dim, Type::Small, this)),
      m_model(new ActionModel(this)),
      m_table(new QTableView(this))
{
    m_new->setAccessibleName(tr("New action item"));
    m_new->setAccessibleDescription(tr("What, with @owner, a date and #prevent, #detect or #respond"));
    m_new->setPlaceholderText(tr("Alert on queue depth @lee friday #detect"));
    m_preview->setContentsMargins(3 * Theme::grid, 0, 3 * Theme::grid, 2 * Theme::grid);
    m_preview->hide();
    m_nothing = new EmptyState(
        theme(), tr("No action items yet"),
        tr("Write above what will be different, who does it and by when: it goes into the post-mortem and gets a clock of its own."), this);
    makeTable();
    makeBar(page())->addWidget(m_new);
    page()->addWidget(m_preview);
    page()->addWidget(m_table, 1);
    page()->addWidget(m_nothing, 1);
    connect(m_new, &QLineEdit::textChanged, this, &ActionItemsWidget::preview);
    connect(m_new, &QLineEdit::returnPressed, this, &ActionItemsWidget::add);
}

void ActionItemsWidget::makeTable()
{
    m_table->setAccessibleName(tr("Action items"));
    m_table->setTabKeyNavigation(false); // Tab leaves; the arrows go from cell to cell
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 4px 4px 4px 12px; }"));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(ActionModel::What, QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_delegate = new ActionDelegate(theme(), this);
    m_table->setItemDelegate(m_delegate);
    connect(m_delegate, &ActionDelegate::edited, this, &ActionItemsWidget::change);
    connect(m_delegate, &ActionDelegate::closeEditor, this, &ActionItemsWidget::placeColumns);
    addKeys();
}

void ActionItemsWidget::addKeys()
{
    const auto add = [this](const QString &text, Qt::Key key, const std::function<void()> &act) { addKey(m_table, text, key, act); };
    const auto edit = [this](int column) {
        if (const QModelIndex index = m_table->currentIndex(); index.isValid()) {
            m_table->setColumnHidden(column, false); // a narrow dock shows it while it is edited
            m_table->setCurrentIndex(index.siblingAtColumn(column));
            m_table->edit(index.siblingAtColumn(column));
        }
    };
    add(tr("Done, or open again"), Qt::Key_Space, [this] { toggle(QStringLiteral("done")); });
    add(tr("Dropped, or open again"), Qt::Key_D, [this] { toggle(QStringLiteral("dropped")); });
    add(tr("Edit the words"), Qt::Key_E, [edit] { edit(ActionModel::What); });
    add(tr("Owner"), Qt::Key_O, [edit] { edit(ActionModel::Owner); });
    add(tr("Due"), Qt::Key_B, [edit] { edit(ActionModel::Due); });
    add(tr("Category"), Qt::Key_C, [edit] { edit(ActionModel::Category); });
    add(tr("Horizon"), Qt::Key_H, [edit] { edit(ActionModel::Horizon); });
}

QDate ActionItemsWidget::today() const
{
    return toDateTime(session().now(), clocks::zoneOf(session().plan())).date();
}

void ActionItemsWidget::refresh()
{
    m_model->setActions(session().incident().actions, today());
    QStringList horizons;
    for (const plan::Horizon &horizon : session().plan().postmortem.horizons)
        horizons << horizon.id;
    m_delegate->setHorizons(horizons);
    m_delegate->setPeople(session().knownPeople());
    const bool any = m_model->rowCount() > 0;
    m_table->setVisible(any);
    m_nothing->setVisible(!any);
    QStringList summary;
    if (m_model->openCount() > 0)
        summary << tr("%n open", nullptr, m_model->openCount());
    if (m_model->overdueCount() > 0)
        summary << tr("%n overdue", nullptr, m_model->overdueCount());
    setSummary(summary.join(QStringLiteral(", ")));
}

void ActionItemsWidget::resizeEvent(QResizeEvent *event)
{
    PaneBase::resizeEvent(event);
    placeColumns();
}

// In a narrow dock the words of an item matter more than its category; what is closed says so before its words.
void ActionItemsWidget::placeColumns()
{
    const bool narrow = width() < 110 * Theme::grid;
    m_table->setColumnHidden(ActionModel::Category, narrow);
    m_table->setColumnHidden(ActionModel::State, narrow);
    m_table->setColumnHidden(ActionModel::Horizon, width() < 150 * Theme::grid);
    for (const int column : {ActionModel::Owner, ActionModel::Category, ActionModel::Horizon, ActionModel::State})
        m_table->setColumnWidth(column, (narrow ? 16 : 24) * Theme::grid);
    m_table->setColumnWidth(ActionModel::Due, 24 * Theme::grid);
    m_table->resizeRowsToContents();
}

void ActionItemsWidget::preview()
{
    const QString line = m_new->text().trimmed();
    m_preview->setVisible(!line.isEmpty());
    const items::ActionLine action = items::readActionLine(line, today());
    QStringList parts{action.text, action.owner.isEmpty() ? tr("no owner") : action.owner,
                      action.due.isEmpty() ? tr("no date") : tr("by %1").arg(action.due), items::categoryWord(action.category)};
    parts.removeAll(QString());
    m_preview->setText(parts.join(QStringLiteral(" · ")));
}

void ActionItemsWidget::add()
{
    const items::ActionLine action = items::readActionLine(m_new->text(), today());
    if (submit(command::AddAction{action.text, action.owner, action.due, action.category, {}, {}}))
        m_new->clear();
}

void ActionItemsWidget::change(command::ChangeAction edit)
{
    if (edit.due && !edit.due->isEmpty()) {
        if (const QDate day = readDay(*edit.due, today()); day.isValid())
            edit.due = day.toString(Qt::ISODate);
    }
    submit(edit);
}

void ActionItemsWidget::toggle(const QString &state)
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const ActionItem &item = m_model->action(index.row());
    command::ChangeAction edit;
    edit.action = item.id;
    edit.state = item.state == state ? QStringLiteral("open") : state;
    submit(edit);
}

void ActionItemsWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    const int row = m_model->rowOf(EventId::fromString(about.toString()));
    if (verb == QLatin1String("new") || row < 0) {
        m_new->setFocus();
        return;
    }
    m_table->setFocus();
    m_table->selectRow(row);
}

} // namespace qd::ui
