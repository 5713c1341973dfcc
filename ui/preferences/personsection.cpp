#include "ui/preferences/personsection.h"

#include "ui/preferences/choicerow.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace qd::ui {

QWidget *createPersonSection(const PreferenceContext &context, QWidget *parent)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Preferences", text); };
    auto *page = new QWidget(parent);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *name = new QLineEdit(context.settings.text(Key::AuthorName), page);
    name->setAccessibleName(tr(QT_TRANSLATE_NOOP("Preferences", "Your name")));
    name->setPlaceholderText(context.panes.session.author());
    QObject::connect(name, &QLineEdit::textChanged, name, // as it is typed: however the dialog is left
                     [&context](const QString &text) { context.settings.set(Key::AuthorName, text.simplified()); });
    addPreference(*layout, context.panes.theme, tr("Your name"), name,
                  tr(QT_TRANSLATE_NOOP("Preferences",
                                       "As it stands beside what you write; the record of this session goes on under "
                                       "\"%1\", a change counts from the next start. Empty: your login name."))
                      .arg(context.panes.session.author()));
    layout->addStretch(1);
    return page;
}

} // namespace qd::ui
