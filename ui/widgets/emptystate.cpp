#include "ui/widgets/emptystate.h"

#include "ui/widgets/tonelabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace qd::ui {

EmptyState::EmptyState(const Theme &theme, const QString &title, const QString &text, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * Theme::grid, 4 * Theme::grid, 4 * Theme::grid, 4 * Theme::grid);
    layout->setSpacing(2 * Theme::grid);
    auto *heading = new ToneLabel(theme, Colour::Text, Type::Strong, this);
    heading->setText(title);
    auto *words = new ToneLabel(theme, Colour::Dim, Type::Body, this);
    words->setText(text);
    layout->addWidget(heading);
    layout->addWidget(words);
    layout->addSpacing(Theme::grid);
    layout->addStretch(1);
}

void EmptyState::addWay(const QString &label, const std::function<void()> &go)
{
    auto *button = new QPushButton(label, this);
    button->setAccessibleName(label);
    connect(button, &QPushButton::clicked, this, go);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, button, 0, Qt::AlignLeft);
}

} // namespace qd::ui
