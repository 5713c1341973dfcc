#include "ui/preferences/choicerow.h"

#include "ui/widgets/tonelabel.h"

#include <QVBoxLayout>

namespace qd::ui {

void addPreference(QVBoxLayout &page, const Theme &theme, const QString &name, QWidget *field, const QString &explanation)
{
    auto *label = new ToneLabel(theme, Colour::Text, Type::Strong, field->parentWidget());
    label->setText(name);
    label->setBuddy(field);
    page.addWidget(label);
    page.addSpacing(Theme::grid);
    field->setMinimumWidth(80 * Theme::grid);
    page.addWidget(field, 0, Qt::AlignLeft);
    if (!explanation.isEmpty()) {
        auto *words = new ToneLabel(theme, Colour::Dim, Type::Label, field->parentWidget());
        words->setText(explanation);
        field->setAccessibleDescription(explanation);
        page.addSpacing(Theme::grid);
        page.addWidget(words);
    }
    page.addSpacing(5 * Theme::grid);
}

} // namespace qd::ui
