#include "ui/plans/sourcetab.h"

#include "ui/plans/yamlcolours.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/numberedtext.h"
#include "ui/widgets/tonelabel.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTextDocument>

namespace qd::ui {
namespace {

constexpr int mostProblemsHigh = 44 * Theme::grid;

// As it was typed: toPlainText() would make blanks of no-break spaces.
QString textOf(const QTextDocument &document)
{
    return document.toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

} // namespace

SourceTab::SourceTab(PlanDraft &draft, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_draft(draft),
      m_theme(theme),
      m_text(new NumberedText(tr("Plan source"), theme, this)),
      m_colours(new YamlColours(m_text->document(), theme)),
      m_problems(new CardList(tr("Plan problems"), theme, CardStyle{.wraps = true, .value = Type::Small}, this)),
      m_verdict(new ToneLabel(theme, Colour::Dim, Type::Label, this))
{
    m_text->setAccessibleDescription(tr("The plan as YAML; F8 goes to the next problem, Ctrl+S saves"));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true); // YAML knows no tabs
    m_text->installEventFilter(this);
    m_problems->growWithContent(mostProblemsHigh);
    m_problems->setAccessibleDescription(tr("Enter goes to the place"));
    m_verdict->setContentsMargins(3 * Theme::grid, Theme::grid, 3 * Theme::grid, Theme::grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_text, 1);
    column->addWidget(m_verdict);
    column->addWidget(m_problems);
    addKey(m_text, tr("Next problem"), Qt::Key_F8, [this] { nextProblem(1); });
    addKey(m_text, tr("Problem before"), Qt::SHIFT | Qt::Key_F8, [this] { nextProblem(-1); });
    m_text->setContextMenuPolicy(Qt::DefaultContextMenu); // a field's own: cut, copy, paste
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_draft.setText(textOf(*m_text->document())); });
    connect(m_problems, &CardList::chosen, this, &SourceTab::goTo);
    connect(m_problems, &CardList::pointedAt, this, &SourceTab::goTo);
    connect(&draft, &PlanDraft::opened, this, [this] {
        m_text->setPlainText(m_draft.text()); // another plan: nothing to take back
        m_text->setEnabled(!m_draft.id().isEmpty());
    });
    connect(&draft, &PlanDraft::changed, this, &SourceTab::showText);
    connect(&draft, &PlanDraft::checked, this, &SourceTab::showProblems);
}

void SourceTab::focusText()
{
    m_text->setFocus();
}

// What changed elsewhere comes in as one step that can be taken back.
void SourceTab::showText()
{
    if (textOf(*m_text->document()) == m_draft.text())
        return;
    QTextCursor all(m_text->document());
    all.select(QTextCursor::Document);
    all.insertText(m_draft.text());
}

void SourceTab::showProblems()
{
    items::Cards cards;
    QHash<int, LineSign> signs;
    for (const plan::Problem &problem : m_draft.problems()) {
        items::Card card;
        card.id = QStringLiteral("%1:%2:%3").arg(problem.line).arg(problem.column).arg(cards.size());
        card.title = problem.what;
        card.kicker = tr("line %1, column %2").arg(problem.line).arg(problem.column);
        card.tone = items::Tone::Missed;
        card.spoken = tr("Line %1, column %2: %3").arg(problem.line).arg(problem.column).arg(problem.what);
        cards.push_back(card);
        signs.insert(problem.line, LineSign::Wrong);
    }
    m_problems->setCards(cards);
    m_problems->setVisible(!cards.empty());
    m_text->setSigns(signs);
    m_colours->setProblems(m_draft.problems());
    m_verdict->setVisible(!m_draft.id().isEmpty());
    m_verdict->setColour(cards.empty() ? Colour::Good : Colour::Critical);
    m_verdict->setText(cards.empty()
                           ? tr("✓ A sound plan")
                           : tr("%n problems: they must be put right before it can be saved", nullptr, static_cast<int>(cards.size())));
}

void SourceTab::goTo(const QString &problem)
{
    const int line = problem.section(QLatin1Char(':'), 0, 0).toInt();
    const int column = problem.section(QLatin1Char(':'), 1, 1).toInt();
    m_problems->setCurrentId(problem);
    const QTextBlock block = m_text->document()->findBlockByNumber(std::max(0, line - 1));
    if (!block.isValid())
        return;
    const int from = std::clamp(column - 1, 0, block.length() - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + from);
    cursor.setPosition(block.position() + std::min(endOfWord(block.text(), from), block.length() - 1), QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    m_text->centerCursor();
    m_text->setFocus();
}

void SourceTab::nextProblem(int by)
{
    const items::Cards &cards = m_problems->cardModel().cards();
    if (cards.empty())
        return;
    const int count = static_cast<int>(cards.size());
    const int now = m_problems->cardModel().rowOf(m_problems->currentId());
    goTo(cards[static_cast<size_t>(now < 0 ? (by > 0 ? 0 : count - 1) : (now + by + count) % count)].id);
}

bool SourceTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return || key->modifiers() != Qt::NoModifier)
        return false;
    QTextCursor cursor = m_text->textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    QString depth;
    for (const QChar c : before) {
        if (c != QLatin1Char(' '))
            break;
        depth += c;
    }
    cursor.insertText(QLatin1Char('\n') + depth + (before.trimmed().endsWith(QLatin1Char(':')) ? QStringLiteral("  ") : QString()));
    m_text->setTextCursor(cursor);
    m_text->ensureCursorVisible();
    return true;
}

} // namespace qd::ui
