#include "ui/panes/board/boardwidget.h"

#include "ui/panes/board/boardcards.h"
#include "ui/panes/board/boardpane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"

#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace qd::ui {

QWidget *createBoardPane(const PaneContext &context, QWidget *parent)
{
    return new BoardWidget(context, parent);
}

BoardWidget::BoardWidget(const PaneContext &context, QWidget *parent) : QStackedWidget(parent), m_context(context)
{
    m_empty = makeEmpty();
    m_page = makeList();
    addWidget(m_empty);
    addWidget(m_page);
    const IncidentSession &session = context.session;
    connect(&session, &IncidentSession::boardChanged, this, &BoardWidget::refresh);
    connect(&session, &IncidentSession::opened, this, &BoardWidget::refresh);
    connect(&session, &IncidentSession::ticked, this, &BoardWidget::tick);
    refresh();
}

QWidget *BoardWidget::makeEmpty()
{
    auto *empty = new EmptyState(m_context.theme, tr("Nothing is on fire"),
                                 tr("Incidents stand here, the most urgent first. Three ways to begin:"), this);
    empty->addWay(tr("Declare an incident"), [this] { m_context.invoke(QStringLiteral("incident.declare"), {}); });
    empty->addWay(tr("Import your response plan"), [this] { m_context.invoke(QStringLiteral("plan.import"), {}); });
    empty->addWay(tr("Try a drill on the sample"), [this] { m_context.invoke(QStringLiteral("incident.drill"), {}); });
    return empty;
}

QWidget *BoardWidget::makeList()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_list = new CardList(tr("Incident board"), m_context.theme, {.value = Type::Strong}, page);
    m_closedToggle = new QToolButton(page);
    m_closedToggle->setCheckable(true);
    m_closedToggle->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_closedToggle->setAutoRaise(true);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_closedToggle, 0, Qt::AlignLeft);
    connect(m_closedToggle, &QToolButton::toggled, this, &BoardWidget::refresh);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { tick(m_context.session.now()); }); // what comes into sight
    connect(m_list, &CardList::chosen, this, &BoardWidget::open);
    connect(m_list, &CardList::pointedAt, this, &BoardWidget::open);
    return page;
}

void BoardWidget::refresh()
{
    const std::vector<BoardRow> &board = m_context.session.board();
    const auto closed = std::count_if(board.begin(), board.end(), [](const BoardRow &row) { return !row.open; });
    const IncidentId open = m_context.session.incident().id;
    m_rows.clear();
    items::Cards cards;
    for (size_t i = 0; i < board.size(); ++i) {
        if (!board[i].open && !m_closedToggle->isChecked() && board[i].id != open)
            continue;
        m_rows.push_back(i);
        cards.push_back(boardCard(board[i], open, m_context.session.now()));
    }
    m_list->setCards(cards);
    m_closedToggle->setVisible(closed > 0);
    m_closedToggle->setText(m_closedToggle->isChecked() ? tr("Hide closed") : tr("Show %n closed", nullptr, static_cast<int>(closed)));
    m_closedToggle->setAccessibleName(m_closedToggle->text());
    setWindowTitle(board.empty() ? QString() : tr("%n open", nullptr, static_cast<int>(board.size()) - static_cast<int>(closed)));
    setCurrentWidget(board.empty() ? m_empty : m_page);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentId(open.toString());
}

void BoardWidget::tick(Instant now)
{
    const std::vector<BoardRow> &board = m_context.session.board();
    if (!isVisible() || m_rows.size() > board.size())
        return;
    const IncidentId open = m_context.session.incident().id;
    m_list->renewVisible([&](int row) { return boardCard(board[m_rows[static_cast<size_t>(row)]], open, now); });
}

void BoardWidget::perform(const QString &, const QVariant &)
{
    m_list->setFocus();
}

void BoardWidget::open(const QString &id)
{
    m_context.session.open(IncidentId::fromString(id));
}

} // namespace qd::ui
