#include "ui/panes/actionitems/actiondelegate.h"

#include "models/items/actionmodel.h"
#include "models/items/words.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>

namespace qd::ui {

using items::ActionModel;

namespace {

constexpr QMargins cellMargins(3 * Theme::grid, 2 * Theme::grid, Theme::grid, 2 * Theme::grid);

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
    const auto tone = static_cast<items::Tone>(index.data(ActionModel::ToneRole).toInt());
    const bool first = index.column() == ActionModel::What;
    const Colour plain = first ? Colour::Text : Colour::Dim;
    painter->setPen(m_theme.colour(tone == items::Tone::Missed ? Colour::Critical : tone == items::Tone::Quiet ? Colour::Dim : plain));
    painter->setFont(m_theme.font(first ? Type::Body : Type::Label));
    painter->drawText(option.rect.marginsRemoved(cellMargins), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter,
                      index.data().toString());
}

QSize ActionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont font = m_theme.font(index.column() == ActionModel::What ? Type::Body : Type::Label);
    const int width = std::max(option.rect.width(), 15 * Theme::grid) - cellMargins.left() - cellMargins.right();
    const QRect words = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, index.data().toString());
    return {words.width() + cellMargins.left() + cellMargins.right(), words.height() + cellMargins.top() + cellMargins.bottom() + 1};
}

QWidget *ActionDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const std::vector<Choice> choices = choicesOf(index.column(), m_horizons);
    if (choices.empty()) {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor); line && index.column() == ActionModel::Owner) {
            auto *completer = new QCompleter(m_people, line);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            completer->setCompletionMode(QCompleter::InlineCompletion);
            line->setCompleter(completer);
        }
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
    case ActionModel::Owner: change.owner = value; break;
    case ActionModel::Due: change.due = value; break;
    case ActionModel::Category: change.category = value; break;
    case ActionModel::Horizon: change.horizon = value; break;
    case ActionModel::State: change.state = value; break;
    default: return;
    }
    emit edited(change);
}

} // namespace qd::ui
