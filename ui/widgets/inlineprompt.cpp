#include "ui/widgets/inlineprompt.h"

#include "ui/widgets/tonelabel.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace qd::ui {
namespace {

constexpr int narrow = 160 * Theme::grid; // below it three fields do not stand beside each other

} // namespace

InlinePrompt::InlinePrompt(Prompt prompt, const Theme &theme, QWidget *parent) : QWidget(parent), m_prompt(std::move(prompt))
{
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    layout->setSpacing(Theme::grid + 2);
    auto *title = new ToneLabel(theme, Colour::Text, Type::Strong, this);
    title->setText(m_prompt.title);
    layout->addWidget(title);
    const bool stacked = m_prompt.fields.size() > 2 && parent && parent->width() < narrow;
    auto *line = new QBoxLayout(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    line->setSpacing(Theme::grid + 2);
    layout->addLayout(line);
    for (const PromptField &field : m_prompt.fields) {
        QWidget *widget = makeField(field);
        if (field.tall)
            layout->addWidget(widget);
        else
            line->addWidget(widget, field.width > 0 ? 0 : 1, stacked && field.width > 0 ? Qt::AlignLeft : Qt::Alignment());
        if (!field.offers.empty())
            addOffers(field, widget, theme);
    }
    m_error = new ToneLabel(theme, Colour::Critical, Type::Small, this);
    m_error->hide();
    layout->addWidget(m_error);
    auto *foot = new QHBoxLayout;
    auto *hint = new ToneLabel(theme, Colour::Dim, Type::Small, this);
    const bool tall = std::any_of(m_prompt.fields.begin(), m_prompt.fields.end(), [](const PromptField &field) { return field.tall; });
    hint->setText(tall ? tr("Ctrl+Enter or the button · Esc leaves") : tr("Enter · Esc leaves"));
    hint->setWordWrap(false);
    auto *button = new QPushButton(m_prompt.button, this);
    button->setAccessibleName(m_prompt.button);
    connect(button, &QPushButton::clicked, this, &InlinePrompt::submit);
    foot->addWidget(hint, 1);
    foot->addWidget(button);
    layout->addLayout(foot);
}

// A question of one field is answered by it; of several, the next field follows.
void InlinePrompt::addOffers(const PromptField &field, QWidget *widget, const Theme &theme)
{
    auto *edit = qobject_cast<QLineEdit *>(widget);
    auto *offers = new PromptOffers(field.offers, edit, theme, this);
    connect(offers, &PromptOffers::resized, this, &InlinePrompt::resized);
    connect(offers, &PromptOffers::chosen, this, [this, edit](const QString &text) {
        edit->setText(text);
        if (m_fields.size() == 1)
            submit();
        else
            m_fields.back()->setFocus(Qt::OtherFocusReason);
    });
    static_cast<QVBoxLayout *>(layout())->addWidget(offers);
}

QWidget *InlinePrompt::makeField(const PromptField &field)
{
    if (field.tall) {
        auto *text = new QPlainTextEdit(field.value, this);
        text->setAccessibleName(field.name);
        text->setTabChangesFocus(true);
        text->setMinimumHeight(16 * Theme::grid);
        if (field.keep)
            connect(text, &QPlainTextEdit::textChanged, this, [text, keep = field.keep] { keep(text->toPlainText()); });
        m_answers.push_back([text] { return text->toPlainText(); });
        m_fields.push_back(text);
        return text;
    }
    auto *edit = new QLineEdit(field.value, this);
    edit->setAccessibleName(field.name);
    edit->setPlaceholderText(field.name);
    if (field.width > 0)
        edit->setFixedWidth(edit->fontMetrics().averageCharWidth() * field.width + 5 * Theme::grid);
    if (!field.completions.isEmpty()) {
        auto *completer = new QCompleter(field.completions, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setCompletionMode(field.anywhere ? QCompleter::PopupCompletion : QCompleter::InlineCompletion);
        if (field.anywhere)
            completer->setFilterMode(Qt::MatchContains);
        edit->setCompleter(completer);
    }
    m_answers.push_back([edit] { return edit->text().trimmed(); });
    m_fields.push_back(edit);
    return edit;
}

void InlinePrompt::begin()
{
    for (QWidget *field : m_fields) {
        auto *edit = qobject_cast<QLineEdit *>(field);
        if (edit && !edit->text().isEmpty() && field != m_fields.back())
            continue;
        field->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_fields.empty())
        m_fields.front()->setFocus(Qt::OtherFocusReason);
}

void InlinePrompt::submit()
{
    QStringList answers;
    for (const auto &answer : m_answers)
        answers << answer();
    const Result<void> done = m_prompt.answer(answers);
    if (done) {
        emit closed();
        return;
    }
    m_error->setText(QStringLiteral("✕ ") + done.error().sentence);
    m_error->show();
    emit resized();
}

// Every key ends here: what is typed into a question must not reach the list behind it.
void InlinePrompt::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool inText = qobject_cast<QPlainTextEdit *>(focusWidget()) != nullptr;
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (enter && (!inText || event->modifiers() & Qt::ControlModifier))
        submit();
    event->accept();
}

} // namespace qd::ui
