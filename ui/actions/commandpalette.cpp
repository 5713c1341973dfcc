#include "ui/actions/commandpalette.h"

#include "ui/actions/fuzzy.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

namespace qd::ui {
namespace {

constexpr int mostSeen = 12;      // without scrolling
constexpr size_t mostListed = 60; // whoever wants a later one types another letter
constexpr int rowHeight = 8 * Theme::grid;

class PaletteDelegate : public QStyledItemDelegate
{
public:
    PaletteDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, m_theme.colour(Colour::Selection));
        const QRect inner = option.rect.adjusted(3 * Theme::grid, 0, -3 * Theme::grid, 0);
        const QString hint = index.data(Qt::UserRole).toString();
        painter->setFont(m_theme.font(Type::Small));
        painter->setPen(m_theme.colour(Colour::Dim));
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, hint);
        const int room = inner.width() - painter->fontMetrics().horizontalAdvance(hint) - 3 * Theme::grid;
        painter->setFont(m_theme.font(Type::Body));
        painter->setPen(m_theme.colour(Colour::Text));
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, rowHeight}; }

private:
    const Theme &m_theme;
};

} // namespace

CommandPalette::CommandPalette(const Theme &theme, QWidget *window)
    : QFrame(window),
      m_theme(theme),
      m_line(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Command palette"));
    setAutoFillBackground(true);
    m_line->setAccessibleName(tr("Command palette"));
    m_line->setAccessibleDescription(tr("Type a few letters of an action, an incident or a person; Enter does it"));
    m_line->setPlaceholderText(tr("What do you want to do? An action, an incident, a person …"));
    m_line->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Matching commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::show);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::openWith(std::vector<PaletteItem> items)
{
    m_items = std::move(items);
    m_folded.clear();
    for (const PaletteItem &item : m_items)
        m_folded.push_back(item.text.toCaseFolded());
    m_before = QApplication::focusWidget();
    const int width = std::min(parentWidget()->width() - 8 * Theme::grid, 140 * Theme::grid);
    setFixedWidth(width);
    move((parentWidget()->width() - width) / 2, 20 * Theme::grid);
    m_line->clear();
    show({});
    QFrame::show();
    raise();
    m_line->setFocus();
}

void CommandPalette::show(const QString &typed)
{
    const QStringList words = typed.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<int, size_t>> ranked;
    for (size_t i = 0; i < m_items.size(); ++i) {
        const int score = typed.isEmpty() ? 0 : fuzzyScoreFolded(words, m_folded[i]);
        if (score >= 0)
            ranked.emplace_back(-score, i);
    }
    const auto shown = ranked.begin() + static_cast<ptrdiff_t>(std::min(ranked.size(), mostListed));
    std::partial_sort(ranked.begin(), shown, ranked.end()); // of one score: in the order in which they were given
    ranked.erase(shown, ranked.end());
    m_shown.clear();
    m_list->clear();
    for (const auto &[score, i] : ranked) {
        auto *item = new QListWidgetItem(m_items[i].text, m_list);
        item->setData(Qt::UserRole, m_items[i].hint);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(m_items[i].text, m_items[i].hint));
        m_shown.push_back(i);
    }
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(rowHeight * std::clamp(m_list->count(), 1, mostSeen));
    adjustSize();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isVisible()) {
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up: m_list->setCurrentRow(std::max(0, m_list->currentRow() - 1)); return true;
    case Qt::Key_Down: m_list->setCurrentRow(std::min(m_list->count() - 1, m_list->currentRow() + 1)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runCurrent(); return true;
    case Qt::Key_Escape: leave(); return true;
    default: return false;
    }
}

void CommandPalette::runCurrent()
{
    const int row = m_list->currentRow();
    leave();
    if (row < 0 || static_cast<size_t>(row) >= m_shown.size())
        return;
    const auto run = m_items[m_shown[static_cast<size_t>(row)]].run; // the palette may be opened anew by it
    run();
}

void CommandPalette::leave()
{
    hide();
    if (m_before)
        m_before->setFocus();
}

} // namespace qd::ui
