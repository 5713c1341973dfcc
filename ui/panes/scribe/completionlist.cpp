#include "ui/panes/scribe/completionlist.h"

#include "ui/panes/scribe/scribeeditor.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace qd::ui {
namespace {

constexpr int rowHeight = 7 * Theme::grid;
constexpr int padding = 3 * Theme::grid;
constexpr int mostShown = 8;
constexpr int widest = 130 * Theme::grid;

class RowDelegate : public QStyledItemDelegate
{
public:
    RowDelegate(const Theme &theme, const items::Completions &found, QObject *parent)
        : QStyledItemDelegate(parent),
          m_theme(theme),
          m_found(found)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const items::Completion &row = m_found.rows[static_cast<size_t>(index.row())];
        const QFontMetrics body(m_theme.font(Type::Body));
        const QFontMetrics label(m_theme.font(Type::Label));
        const int width = body.horizontalAdvance(row.text) + label.horizontalAdvance(row.usage) + label.horizontalAdvance(row.detail);
        return {std::min(width + 6 * padding, widest), rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const items::Completion &row = m_found.rows[static_cast<size_t>(index.row())];
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, m_theme.colour(Colour::Selection));
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), m_theme.colour(Colour::Accent));
        }
        QRect rest = option.rect.adjusted(padding, 0, -padding, 0);
        const auto draw = [&](const QString &text, Type type, Colour colour) {
            painter->setFont(m_theme.font(type));
            painter->setPen(m_theme.colour(colour));
            painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, rest.width()));
            rest.setLeft(std::min(rest.left() + painter->fontMetrics().horizontalAdvance(text) + padding, rest.right()));
        };
        draw(row.text, Type::Body, row.kind == items::CompletionKind::Value ? Colour::Text : Colour::Accent);
        if (!row.usage.isEmpty())
            draw(row.usage, Type::Label, Colour::Faint);
        painter->setFont(m_theme.font(Type::Label));
        painter->setPen(m_theme.colour(Colour::Dim));
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(row.detail, Qt::ElideRight, rest.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
    const items::Completions &m_found;
};

} // namespace

CompletionList::CompletionList(const Theme &theme, ScribeEditor &editor, Finder finder)
    : QListView(editor.window()),
      m_theme(theme),
      m_editor(editor),
      m_finder(std::move(finder)),
      m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("completions"));
    setAccessibleName(tr("Completions"));
    setFocusPolicy(Qt::NoFocus);
    setModel(m_model);
    setItemDelegate(new RowDelegate(theme, m_found, this));
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setFrameShape(QFrame::Box);
    setAutoFillBackground(true);
    hide();
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
    connect(&editor, &QPlainTextEdit::textChanged, this, &CompletionList::refresh);
    connect(&editor, &QObject::destroyed, this, &QObject::deleteLater);
    editor.installEventFilter(this);
}

QString CompletionList::first() const
{
    const items::Completions found = m_finder();
    return found.rows.empty() || found.length == 0 ? QString() : found.rows.front().text;
}

void CompletionList::close()
{
    hide();
    m_model->clear();
    m_found = {};
}

bool CompletionList::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        close();
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool isPlain = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier | Qt::MetaModifier));
    if (takeKey(key.key(), isPlain))
        return true;
    static const QList<int> moves{Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown};
    if (isVisible() && moves.contains(key.key()))
        close();
    m_typing = key.key() == Qt::Key_Backspace || (!key.text().isEmpty() && key.text().at(0).isPrint());
    return false;
}

// True: the key was for the list.
bool CompletionList::takeKey(int key, bool isPlain)
{
    const bool chosen = isVisible() && currentIndex().isValid();
    if (key == Qt::Key_Tab && isPlain) {
        if (!isVisible()) {
            m_found = m_finder();
            if (m_found.rows.empty() || m_found.length == 0)
                return false;
        }
        take(chosen ? currentIndex().row() : 0);
        return true;
    }
    if (!isVisible() || !isPlain)
        return false;
    switch (key) {
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!chosen)
            return false;
        take(currentIndex().row());
        return true;
    case Qt::Key_Escape:
        m_dismissedAt = m_found.start;
        close();
        return true;
    default: return false;
    }
}

void CompletionList::refresh()
{
    if (!std::exchange(m_typing, false) || !m_editor.hasFocus()) {
        close();
        return;
    }
    m_found = m_finder();
    if (m_found.start != m_dismissedAt)
        m_dismissedAt = -1;
    if (m_found.rows.empty() || m_dismissedAt >= 0)
        close();
    else
        fill();
}

void CompletionList::fill()
{
    const items::Completions found = m_found;
    m_model->clear();
    for (const items::Completion &row : found.rows) {
        auto *item = new QStandardItem(row.text);
        item->setData(QStringList{row.text, row.usage, row.detail}.join(QLatin1Char(' ')).simplified(), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    setCurrentIndex({});
    place();
    show();
    if (!isWindow())
        raise();
}

// Above the word where there is room, else beneath the line; where the window is but the line itself (the dock floats), over all windows.
void CompletionList::place()
{
    QWidget *window = m_editor.window();
    const int rows = std::min(static_cast<int>(m_found.rows.size()), mostShown);
    int width = 60 * Theme::grid;
    for (int row = 0; row < m_model->rowCount(); ++row)
        width = std::max(width, sizeHintForIndex(m_model->index(row, 0)).width());
    const QSize size(std::min(width, window->width()) + 2 * frameWidth(), rows * rowHeight + 2 * frameWidth());
    const bool floats = window->height() < 2 * size.height();
    if (parentWidget() != window || isWindow() != floats) {
        setParent(window, floats ? Qt::ToolTip : Qt::Widget);
        setAttribute(Qt::WA_ShowWithoutActivating, floats);
    }
    QTextCursor word = m_editor.textCursor();
    word.setPosition(word.block().position() + m_found.start);
    const QRect caret = m_editor.cursorRect(word);
    const QPoint top = m_editor.viewport()->mapTo(window, caret.topLeft());
    const bool isFirstLine = caret.top() < caret.height();
    const int roof = (isFirstLine ? m_editor.mapTo(window, QPoint()).y() : top.y()) - Theme::grid;
    const bool above = floats || roof - size.height() >= 0;
    QPoint corner(std::clamp(top.x() - padding, 0, std::max(0, window->width() - size.width())),
                  above ? roof - size.height() : top.y() + caret.height() + 2 * Theme::grid);
    setGeometry(QRect(floats ? window->mapToGlobal(corner) : corner, size));
}

void CompletionList::step(int by)
{
    const int rows = m_model->rowCount();
    const int from = currentIndex().isValid() ? currentIndex().row() : (by > 0 ? -1 : rows);
    setCurrentIndex(m_model->index((from + by + rows) % rows, 0));
    QAccessibleEvent said(this, QAccessible::Focus);
    said.setChild(currentIndex().row());
    QAccessible::updateAccessibility(&said);
}

void CompletionList::take(int row)
{
    const items::Completions found = m_found;
    close();
    m_typing = true; // what the command takes next is offered at once
    m_editor.replaceInLine(found.start, found.length, found.rows[static_cast<size_t>(row)].text + QLatin1Char(' '));
}

} // namespace qd::ui
