#include "ui/panes/board/boardwidget.h"

#include "models/session/shareddatabase.h"
#include "ui/panes/board/boardcards.h"
#include "ui/panes/board/boardpane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

bool isTyped(const QKeyEvent &key)
{
    const bool plain = !(key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    return plain && !key.text().isEmpty() && key.text()[0].isLetterOrNumber();
}

bool contains(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

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
    if (context.shared)
        connect(context.shared, &SharedDatabase::presentChanged, this, &BoardWidget::refresh);
    refresh();
}

QWidget *BoardWidget::makeEmpty()
{
    auto *empty = new EmptyState(m_context.theme, tr("Nothing is on fire"),
                                 tr("Incidents stand here, the most urgent first. Three ways to begin:"), this);
    empty->addWay(tr("Declare an incident"), [this] { m_context.invoke(QStringLiteral("incident.declare"), {}); });
    empty->addWay(tr("Import a written plan"), [this] { m_context.invoke(QStringLiteral("plan.import"), {}); });
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
    makeFilter(page);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothingFound, 1);
    layout->addWidget(m_closedToggle, 0, Qt::AlignLeft);
    connect(m_closedToggle, &QToolButton::toggled, this, &BoardWidget::refresh);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { tick(m_context.session.present()); }); // what comes into sight
    connect(m_list, &CardList::chosen, this, &BoardWidget::open);
    connect(m_list, &CardList::pointedAt, this, &BoardWidget::open);
    return page;
}

// There while it is used, so that a short board stays quiet.
void BoardWidget::makeFilter(QWidget *page)
{
    m_filter = new QLineEdit(page);
    m_filter->setAccessibleName(tr("Find on the board"));
    m_filter->setAccessibleDescription(tr("Part of a reference, title, severity, status or commander; those that ended are found too"));
    m_filter->setPlaceholderText(tr("Find an incident"));
    m_filter->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    m_filter->hide();
    m_nothingFound = new EmptyState(m_context.theme, tr("No incident is called that"),
                                    tr("Also those that ended were looked through. Escape shows all again."), page);
    m_nothingFound->hide();
    m_filter->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        m_filter->setVisible(m_filter->hasFocus() || !m_filter->text().isEmpty());
        refresh();
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    });
}

bool BoardWidget::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress;
    if (event->type() == QEvent::ShortcutOverride && watched == m_list && isTyped(*static_cast<QKeyEvent *>(event))) {
        event->accept(); // the list is typed into: the window's single letters give way
        return true;
    }
    return (key && filterKey(watched, *static_cast<QKeyEvent *>(event))) || QStackedWidget::eventFilter(watched, event);
}

bool BoardWidget::filterKey(QObject *watched, const QKeyEvent &key)
{
    if (watched == m_list && isTyped(key)) {
        m_filter->show();
        m_filter->setFocus();
        m_filter->setText(m_filter->text() + key.text());
        return true;
    }
    if (key.key() == Qt::Key_Escape && m_filter->isVisible()) {
        endFilter();
        return true;
    }
    if (watched != m_filter)
        return false;
    if (key.key() == Qt::Key_Down)
        m_list->setFocus();
    else if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)
        open(m_list->currentId());
    else
        return false;
    return true;
}

void BoardWidget::endFilter()
{
    m_filter->clear();
    m_filter->hide();
    m_list->setFocus();
    m_list->setCurrentId(m_context.session.incident().id.toString());
}

void BoardWidget::refresh()
{
    const std::vector<BoardRow> &board = m_context.session.board();
    const auto closed = std::count_if(board.begin(), board.end(), [](const BoardRow &row) { return !row.open; });
    const IncidentId open = m_context.session.incident().id;
    const QStringList wanted = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_rows.clear();
    items::Cards cards;
    for (size_t i = 0; i < board.size(); ++i) {
        const bool shown = board[i].open || m_closedToggle->isChecked() || board[i].id == open;
        items::Card card = boardCard(board[i], open, m_context.session.present(), peopleAt(board[i].id));
        if (wanted.isEmpty() ? !shown : !contains(card.spoken, wanted))
            continue;
        m_rows.push_back(i);
        cards.push_back(std::move(card));
    }
    m_list->setCards(cards);
    m_nothingFound->setVisible(cards.empty() && !wanted.isEmpty());
    m_list->setVisible(!m_nothingFound->isVisibleTo(m_page));
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
    m_list->renewVisible([&](int row) {
        const BoardRow &its = board[m_rows[static_cast<size_t>(row)]];
        return boardCard(its, open, now, peopleAt(its.id));
    });
}

QStringList BoardWidget::peopleAt(const IncidentId &incident) const
{
    return m_context.shared ? m_context.shared->peopleAt(incident) : QStringList();
}

void BoardWidget::perform(const QString &verb, const QVariant &)
{
    if (verb == QLatin1String("ended"))
        m_closedToggle->toggle();
    const bool filter = verb == QLatin1String("filter") && currentWidget() == m_page;
    if (filter)
        m_filter->show();
    (filter ? static_cast<QWidget *>(m_filter) : m_list)->setFocus();
}

void BoardWidget::open(const QString &id)
{
    m_context.session.open(IncidentId::fromString(id));
}

} // namespace qd::ui
