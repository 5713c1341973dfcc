#include "ui/panes/actionitems/actiondelegate.h"

#include "models/items/actionmodel.h"
#include "models/items/words.h"

#include <QComboBox>
#include <QLineEdit>

namespace qd::ui {

using items::ActionModel;

namespace {

struct Choice
{
    QString value;
    QString word;
};

std::vector<Choice> choicesOf(int column)
{
    std::vector<Choice> choices;
    if (column == ActionModel::Category) {
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

ActionDelegate::ActionDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void ActionDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto tone = static_cast<items::Tone>(index.data(ActionModel::ToneRole).toInt());
    const Colour colour = tone == items::Tone::Missed ? Colour::Critical : tone == items::Tone::Quiet ? Colour::Dim : Colour::Text;
    option->palette.setColor(QPalette::Text, m_theme.colour(colour));
    option->palette.setColor(QPalette::HighlightedText, m_theme.colour(colour));
}

QWidget *ActionDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const std::vector<Choice> choices = choicesOf(index.column());
    if (choices.empty())
        return QStyledItemDelegate::createEditor(parent, option, index);
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
    case ActionModel::State: change.state = value; break;
    default: return;
    }
    emit edited(change);
}

} // namespace qd::ui
