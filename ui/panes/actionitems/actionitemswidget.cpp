#include "ui/panes/actionitems/actionitemswidget.h"

#include "ui/panes/actionitems/actionfilterbar.h"
#include "ui/panes/actionitems/actionhistory.h"
#include "ui/panes/actionitems/actionitemspane.h"
#include "ui/panes/actionitems/actiontable.h"
#include "ui/panes/actionitems/allactions.h"
#include "ui/panes/actionitems/incidentactions.h"

#include <QButtonGroup>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

constexpr int narrowest = 55 * Theme::grid;
constexpr int oneRowFrom = 160 * Theme::grid; // in a narrower dock the tools stand below the switch

} // namespace

QWidget *createActionItemsPane(const PaneContext &context, QWidget *parent)
{
    return new ActionItemsWidget(context, parent);
}

ActionItemsWidget::ActionItemsWidget(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_incident(new IncidentActions(context, this)),
      m_all(new AllActions(context, this)),
      m_views(new QStackedWidget(this)),
      m_tools(new QStackedWidget(this)),
      m_switch(new QButtonGroup(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_views, 1);
    m_views->addWidget(m_incident);
    m_views->addWidget(m_all);
    connectTables();
    show(context.session.hasIncident() ? ThisIncident : AllIncidents);
    connect(&context.session, &IncidentSession::opened, this, &ActionItemsWidget::showTools);
}

QWidget *ActionItemsWidget::makeHead()
{
    auto *head = new QWidget(this);
    head->setMinimumWidth(narrowest); // or one row would keep the dock from becoming narrow
    m_head = new QBoxLayout(QBoxLayout::LeftToRight, head);
    m_head->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    m_head->setSpacing(2 * Theme::grid);
    m_tools->addWidget(m_incident->newLine());
    m_tools->addWidget(m_all->filterBar());
    m_tools->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_head->addWidget(makeSwitch());
    m_head->addWidget(m_tools, 1);
    return head;
}

QWidget *ActionItemsWidget::makeSwitch()
{
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * Theme::grid);
    const std::pair<View, QString> views[] = {{ThisIncident, tr("This incident")}, {AllIncidents, tr("All incidents")}};
    for (const auto &[view, text] : views) {
        auto *button = new QPushButton(text, bar);
        button->setAccessibleName(tr("Action items: %1").arg(text));
        button->setProperty("chip", true);
        button->setCheckable(true);
        m_switch->addButton(button, view);
        line->addWidget(button);
    }
    connect(m_switch, &QButtonGroup::idToggled, this, [this](int id, bool on) { // a screen reader toggles, and does not click
        if (on)
            show(static_cast<View>(id));
    });
    auto *away = new QToolButton(bar);
    away->setText(tr("Export"));
    away->setAccessibleName(tr("Export the action items that are shown"));
    away->setToolTip(tr("As a spreadsheet (.csv) or a Markdown checklist (.md)"));
    connect(away, &QToolButton::clicked, this, &ActionItemsWidget::exportItems);
    line->addWidget(away);
    line->addStretch(1);
    return bar;
}

void ActionItemsWidget::connectTables()
{
    for (ActionTable *table : {m_incident->table(), m_all->table()}) {
        connect(table, &ActionTable::ticketChosen, this, &ActionItemsWidget::openTicket);
        connect(table, &ActionTable::historyWanted, this, &ActionItemsWidget::showHistory);
    }
    connect(m_all, &AllActions::incidentWanted, this, &ActionItemsWidget::openIncident);
    for (QWidget *view : std::initializer_list<QWidget *>{m_incident, m_all}) {
        connect(view, &QWidget::windowTitleChanged, this, [this, view](const QString &summary) {
            if (view == m_views->currentWidget())
                setWindowTitle(summary);
        });
    }
}

ActionTable &ActionItemsWidget::table() const
{
    return m_views->currentWidget() == m_all ? *m_all->table() : *m_incident->table();
}

void ActionItemsWidget::show(View view)
{
    m_switch->button(view)->setChecked(true);
    m_views->setCurrentIndex(view);
    m_tools->setCurrentIndex(view);
    setWindowTitle(m_views->currentWidget()->windowTitle());
    showTools();
}

void ActionItemsWidget::showTools() // nothing can be added to no incident
{
    m_tools->setVisible(m_views->currentWidget() == m_all || m_context.session.hasIncident());
}

void ActionItemsWidget::resizeEvent(QResizeEvent *event)
{
    m_head->setDirection(width() >= oneRowFrom ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QWidget::resizeEvent(event);
}

void ActionItemsWidget::perform(const QString &verb, const QVariant &about)
{
    const EventId item = EventId::fromString(about.toString());
    if (verb == QLatin1String("export")) {
        exportItems();
    } else if (verb == QLatin1String("all") || verb == QLatin1String("overdue")) {
        show(AllIncidents);
        if (verb == QLatin1String("overdue"))
            m_all->filterBar()->showOverdue();
        m_all->refreshNow();
        item.isNull() ? m_all->table()->setFocus() : m_all->select(item);
    } else if (verb == QLatin1String("new") || item.isNull()) {
        show(ThisIncident);
        m_incident->newLine()->setFocus();
    } else
        showItem(item);
}

void ActionItemsWidget::showItem(const EventId &action)
{
    show(ThisIncident);
    if (m_context.session.hasIncident() && m_incident->select(action))
        return;
    show(AllIncidents);
    m_all->select(action);
}

void ActionItemsWidget::openIncident(const IncidentId &incident, const EventId &action)
{
    IncidentSession &session = m_context.session;
    if (session.hasIncident() && session.incident().id == incident) {
        showItem(action);
        return;
    }
    connect(
        &session, &IncidentSession::opened, this, [this, action] { showItem(action); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    session.open(incident);
}

void ActionItemsWidget::openTicket(const QUrl &link)
{
    QDesktopServices::openUrl(link); // of http or https alone: see ticketLink
}

void ActionItemsWidget::showHistory(const QRect &row)
{
    ActionTable &list = table();
    auto *history = new ActionHistory(m_context, *list.current(), window());
    history->openAt(list.viewport()->mapTo(window(), QPoint(3 * Theme::grid, row.bottom())), &list);
}

void ActionItemsWidget::exportItems()
{
    const review::ActionList items = table().actions(); // as they are now: the dialog may stand for long
    auto *dialog = new QFileDialog(window(), tr("Export the action items"), QStringLiteral("action-items.csv"),
                                   tr("Spreadsheet (*.csv);;Markdown checklist (*.md)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.md")) ? QStringLiteral("md") : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, items](const QString &path) {
        m_context.session.exportActions(path, items, [this](const Result<void> &done) {
            if (!done)
                emit m_context.session.failed(done.error().sentence);
        });
    });
    dialog->show();
}

} // namespace qd::ui
