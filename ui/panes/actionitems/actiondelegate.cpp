#include "ui/panes/actionitems/actiondelegate.h"

#include "models/items/actionmodel.h"
#include "models/items/words.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QTextLayout>

namespace qd::ui {

using items::ActionModel;

namespace {

constexpr QMargins cellMargins(3 * Theme::grid, 2 * Theme::grid, Theme::grid, 2 * Theme::grid);
constexpr int editorHeight = 7 * Theme::grid;
constexpr int roomForEditing = 30 * Theme::grid; // a narrow column's editor is wider than the column

struct Choice
{
    QString value;
    QString word;
};

std::vector<Choice> choicesOf(int column, const QStringList &horizons)
{
    std::vector<Choice> choices;
    if (column == ActionModel::Horizon && !horizons.isEmpty()) {
        choices.push_back({QString(), QString()});
        for (const QString &horizon : horizons)
            choices.push_back({horizon, horizon});
    } else if (column == ActionModel::Category) {
        choices.push_back({QString(), QString()});
        for (const char *category : {"prevent", "detect", "respond"})
            choices.push_back({QLatin1String(category), items::categoryWord(QLatin1String(category))});
    } else if (column == ActionModel::State) {
        for (const char *state : {"open", "done", "dropped"})
            choices.push_back({QLatin1String(state), items::workStateWord(QLatin1String(state))});
    }
    return choices;
}

QString wordsOf(const QModelIndex &index)
{
    return index.data().toString();
}

QString detailOf(const QModelIndex &index)
{
    return index.data(ActionModel::DetailRole).toString();
}

// As many lines as there is room for; the last one says with an ellipsis that there are more.
void drawLines(QPainter &painter, const QRect &rect, const QString &text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int lines = std::max(1, rect.height() / metrics.lineSpacing());
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    int y = rect.top() + metrics.ascent();
    for (int i = 0; i < lines; ++i, y += metrics.lineSpacing()) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const bool last = i + 1 == lines;
        const QString words = last ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, rect.width())
                                   : text.mid(line.textStart(), line.textLength());
        painter.drawText(rect.left(), y, words);
    }
    layout.endLayout();
}

int heightOf(const QFont &font, int width, const QString &text)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, text).height();
}

} // namespace

ActionDelegate::ActionDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

void ActionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = selected && option.widget && option.widget->hasFocus();
    if (selected)
        painter->fillRect(option.rect, m_theme.colour(focused ? Colour::AccentWash : Colour::Raised));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.colour(Colour::Line));
    if (focused && index.column() == ActionModel::What)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height() - 1)), m_theme.colour(Colour::Accent));
    if (focused && option.state & QStyle::State_HasFocus) // the cell that Enter edits
        painter->fillRect(QRect(option.rect.left() + cellMargins.left(), option.rect.bottom() - 2,
                                option.rect.width() - cellMargins.left() - cellMargins.right(), 2),
                          m_theme.colour(Colour::Accent));
    painter->save();
    painter->setClipRect(option.rect);
    drawCell(*painter, option.rect.marginsRemoved(cellMargins), index);
    painter->restore();
}

void ActionDelegate::drawCell(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const QString words = wordsOf(index);
    const QString detail = detailOf(index);
    const QFont small = m_theme.font(Type::Small);
    const int below = detail.isEmpty() ? 0 : QFontMetrics(small).height();
    QFont font = fontOf(index);
    font.setUnderline(index.data(ActionModel::LinkRole).toUrl().isValid());
    const int line = QFontMetrics(font).lineSpacing();
    const int lines = std::clamp(heightOf(font, rect.width(), words) / line, 1, std::max(1, (rect.height() - below) / line));
    const int above = lines * line;
    QRect place(rect.left(), rect.top() + std::max(0, (rect.height() - above - below) / 2), rect.width(), above);
    painter.setPen(m_theme.colour(colourOf(index)));
    painter.setFont(font);
    drawLines(painter, place, words);
    if (detail.isEmpty())
        return;
    painter.setPen(m_theme.colour(Colour::Dim));
    painter.setFont(small);
    drawLines(painter, QRect(rect.left(), place.bottom() + 1, rect.width(), below), detail);
}

Colour ActionDelegate::colourOf(const QModelIndex &index) const
{
    if (index.data(ActionModel::LinkRole).toUrl().isValid())
        return Colour::Accent;
    switch (static_cast<items::Tone>(index.data(ActionModel::ToneRole).toInt())) {
    case items::Tone::Missed: return Colour::Critical;
    case items::Tone::Near: return Colour::High;
    case items::Tone::Quiet: return Colour::Dim;
    case items::Tone::Plain:
    case items::Tone::Good: break;
    }
    return index.column() == ActionModel::What || index.column() == ActionModel::Owner ? Colour::Text : Colour::Dim;
}

QFont ActionDelegate::fontOf(const QModelIndex &index) const
{
    return m_theme.font(index.column() == ActionModel::What ? Type::Body : Type::Label);
}

QSize ActionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = std::max(option.rect.width(), 15 * Theme::grid) - cellMargins.left() - cellMargins.right();
    const QString detail = detailOf(index);
    const int below = detail.isEmpty() ? 0 : QFontMetrics(m_theme.font(Type::Small)).height();
    const int height = heightOf(fontOf(index), width, wordsOf(index)) + below + cellMargins.top() + cellMargins.bottom() + 1;
    return {option.rect.width(), height};
}

int ActionDelegate::rowHeight(bool detailed) const
{
    const int below = detailed ? QFontMetrics(m_theme.font(Type::Small)).height() : 0;
    return below + 2 * QFontMetrics(m_theme.font(Type::Body)).lineSpacing() + cellMargins.top() + cellMargins.bottom() + 1;
}

QWidget *ActionDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const std::vector<Choice> choices = choicesOf(index.column(), index.data(ActionModel::HorizonsRole).toStringList());
    if (choices.empty()) {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor); line && index.column() == ActionModel::Owner) {
            auto *completer = new QCompleter(m_people, line);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            completer->setCompletionMode(QCompleter::InlineCompletion);
            line->setCompleter(completer);
        }
        editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        return editor;
    }
    auto *box = new QComboBox(parent);
    for (const Choice &choice : choices)
        box->addItem(choice.word, choice.value);
    auto *self = const_cast<ActionDelegate *>(this);
    connect(box, &QComboBox::activated, self, [self, box] {
        emit self->commitData(box);
        emit self->closeEditor(box);
    });
    return box;
}

void ActionDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QRect view = editor->parentWidget()->rect();
    QRect place = option.rect;
    place.setWidth(std::max(place.width(), roomForEditing));
    place.moveRight(std::min(place.right(), view.right()));
    place.setHeight(std::max(editorHeight, editor->sizeHint().height()));
    place.moveTop(option.rect.center().y() - place.height() / 2);
    editor->setGeometry(place);
}

void ActionDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void ActionDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const auto *box = qobject_cast<QComboBox *>(editor);
    const auto *line = qobject_cast<QLineEdit *>(editor);
    const QString value = box ? box->currentData().toString() : line ? line->text().trimmed() : QString();
    if (value == index.data(Qt::EditRole).toString())
        return;
    command::ChangeAction change;
    change.action = EventId::fromString(index.data(ActionModel::IdRole).toString());
    switch (index.column()) {
    case ActionModel::What: change.text = value; break;
    case ActionModel::Owner: change.owner = value.startsWith(QLatin1Char('@')) ? value.mid(1) : value; break;
    case ActionModel::Due: change.due = value; break;
    case ActionModel::Category: change.category = value; break;
    case ActionModel::Horizon: change.horizon = value; break;
    case ActionModel::Ticket: change.ticket = value; break;
    case ActionModel::State: change.state = value; break;
    default: return;
    }
    emit edited(change, index.column(), value);
}

} // namespace qd::ui
