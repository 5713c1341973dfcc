#include "ui/widgets/cardlist.h"

#include "ui/widgets/carddelegate.h"
#include "ui/widgets/promptspace.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace qd::ui {

using items::CardModel;

CardList::CardList(const QString &accessibleName, const Theme &theme, const CardStyle &style, QWidget *parent)
    : QListView(parent),
      m_theme(theme),
      m_model(new CardModel(this))
{
    setAccessibleName(accessibleName);
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    auto *delegate = new CardDelegate(theme, style, this);
    setItemDelegate(delegate);
    connect(delegate, &CardDelegate::tickPressed, this, [this](const QModelIndex &index) { emit tickPressed(idAt(index)); });
    connect(delegate, &CardDelegate::actionPressed, this, [this](const QModelIndex &index) { emit actionPressed(idAt(index)); });
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) { emit chosen(idAt(index)); });
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { emit pointedAt(idAt(index)); });
    connect(&theme, &Theme::changed, this, &CardList::relayout);
}

void CardList::setCards(const items::Cards &cards)
{
    m_model->setCards(cards);
    relayout();
}

void CardList::renewVisible(const std::function<items::Card(int)> &renewed)
{
    const QModelIndex top = indexAt(QPoint(1, 1));
    if (!top.isValid())
        return;
    const QModelIndex bottom = indexAt(QPoint(1, viewport()->height() - 1));
    const int last = bottom.isValid() ? bottom.row() : m_model->rowCount() - 1;
    for (int row = top.row(); row <= last; ++row)
        m_model->setCard(row, renewed(row));
}

QString CardList::idAt(const QModelIndex &index) const
{
    return index.data(CardModel::IdRole).toString();
}

QString CardList::currentId() const
{
    return idAt(currentIndex());
}

items::Card CardList::currentCard() const
{
    return currentIndex().data(CardModel::CardRole).value<items::Card>();
}

void CardList::setCurrentId(const QString &id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        setCurrentIndex(m_model->index(row));
}

void CardList::ask(const QString &id, Prompt prompt)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    closePrompt();
    setCurrentIndex(m_model->index(row));
    m_prompt = new InlinePrompt(std::move(prompt), m_theme, parentWidget());
    connect(m_prompt, &InlinePrompt::closed, this, [this] {
        closePrompt();
        setFocus();
    });
    connect(m_prompt, &InlinePrompt::resized, this, &CardList::relayout);
    setIndexWidget(m_model->index(row), new PromptSpace(m_prompt, this));
    relayout();
    scrollTo(m_model->index(row));
    m_prompt->begin();
}

void CardList::closePrompt()
{
    if (!m_prompt)
        return;
    m_prompt->hide();
    m_prompt = nullptr;
    for (int row = 0; row < m_model->rowCount(); ++row)
        setIndexWidget(m_model->index(row), nullptr); // deletes it later, and the question with it
    relayout();
}

void CardList::relayout()
{
    scheduleDelayedItemsLayout();
    if (m_growsTo > 0)
        updateGeometry();
}

void CardList::growWithContent(int atMost)
{
    m_growsTo = atMost;
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    updateGeometry();
}

QSize CardList::sizeHint() const
{
    if (m_growsTo == 0)
        return {60 * Theme::grid, 40 * Theme::grid};
    int height = 0;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int row = 0; row < m_model->rowCount() && height < m_growsTo; ++row)
        height += itemDelegate()->sizeHint(option, m_model->index(row)).height();
    return {60 * Theme::grid, std::min(height, m_growsTo)};
}

QSize CardList::minimumSizeHint() const
{
    return {30 * Theme::grid, m_growsTo > 0 ? std::min(sizeHint().height(), 20 * Theme::grid) : 15 * Theme::grid};
}

// A line below where a row is cut off, so that what follows stands apart.
void CardList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (verticalScrollBar()->value() < verticalScrollBar()->maximum())
        QPainter(viewport()).fillRect(0, viewport()->height() - 1, viewport()->width(), 1, m_theme.colour(Colour::Line));
}

void CardList::keyPressEvent(QKeyEvent *event)
{
    const items::Card card = currentCard();
    const bool ticks = card.tick != items::Tick::None || card.heading;
    const bool folds = card.heading && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right);
    if (event->key() == Qt::Key_Space && ticks)
        emit tickPressed(card.id);
    else if (folds && card.expanded == (event->key() == Qt::Key_Left))
        emit tickPressed(card.id);
    else
        QListView::keyPressEvent(event);
}

void CardList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() || m_prompt)
        relayout();
}

void CardList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentChangedTo(idAt(current));
}

} // namespace qd::ui
