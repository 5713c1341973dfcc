#include "ui/panes/postmortem/commenttab.h"

#include "models/items/commentcards.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/tonelabel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

constexpr int mostWords = 200; // characters of a quote that are shown above the field

} // namespace

CommentTab::CommentTab(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_new(new QLineEdit(this)),
      m_about(new ToneLabel(context.theme, Colour::Dim, Type::Label, this)),
      m_list(new CardList(tr("Comments"), context.theme, {.wraps = true, .value = Type::Label}, this)),
      m_nothing(new EmptyState(context.theme, tr("Nothing was said of it yet"),
                               tr("Select words in the text and write here what you think of them. Whoever answers stands below it; "
                                  "what is settled goes out of the way."),
                               this)),
      m_hint(new ToneLabel(context.theme, Colour::Dim, Type::Small, this))
{
    m_new->setAccessibleName(tr("New comment"));
    m_new->setPlaceholderText(tr("Comment on this section"));
    m_list->setAccessibleDescription(tr("Enter goes to the words, R answers, S settles it or opens it again"));
    m_hint->setText(tr("Enter goes to the words · R answers · S settles"));
    m_hint->setContentsMargins(3 * Theme::grid, Theme::grid, 3 * Theme::grid, Theme::grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    top->setSpacing(Theme::grid);
    top->addWidget(m_about);
    top->addWidget(m_new);
    top->addWidget(makeChoices());
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_hint);
    m_about->hide();
    connect(m_new, &QLineEdit::returnPressed, this, &CommentTab::add);
    connect(m_list, &CardList::chosen, this, [this] {
        if (const ReviewComment *comment = current()) {
            const ReviewComment *thread = items::threadOf(m_context.session.incident(), comment->id);
            emit sought(thread->section, thread->quote);
        }
    });
    addKeys();
}

QWidget *CommentTab::makeChoices()
{
    auto *choices = new QWidget(this);
    auto *line = new QHBoxLayout(choices);
    line->setContentsMargins(0, Theme::grid, 0, 0);
    line->setSpacing(Theme::grid + 2);
    const auto makeChip = [this, choices, line](const QString &name) {
        auto *chip = new QPushButton(name, choices);
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        chip->setAccessibleName(name);
        connect(chip, &QPushButton::toggled, this, &CommentTab::showCards);
        line->addWidget(chip);
        return chip;
    };
    m_all = makeChip(tr("All sections"));
    m_all->setChecked(true);
    m_resolved = makeChip(tr("With resolved"));
    line->addStretch(1);
    return choices;
}

void CommentTab::addKeys()
{
    addKey(m_list, tr("Answer…"), Qt::Key_R, [this] { answer(); });
    addKey(m_list, tr("Settle, or open again"), Qt::Key_S, [this] { settle(); });
}

void CommentTab::refresh(const std::vector<review::DraftSection> &sections, const QString &section)
{
    m_sections = sections;
    m_section = section;
    showCards();
}

void CommentTab::showCards()
{
    if (!m_list || !m_resolved)
        return;
    const Incident &incident = m_context.session.incident();
    const items::CommentChoice choice{m_all->isChecked() ? QString() : m_section, m_resolved->isChecked()};
    const items::Cards cards = items::commentCards(incident, m_sections, choice, [this](Instant at) { return m_context.times.clock(at); });
    m_list->setCards(cards);
    m_list->setVisible(!cards.empty());
    m_hint->setVisible(!cards.empty());
    m_nothing->setVisible(cards.empty());
}

void CommentTab::setWords(const QString &words)
{
    m_words = words.trimmed();
    const QString line = m_words.simplified();
    m_about->setText(tr("On “%1”").arg(line.size() > mostWords ? line.left(mostWords) + QStringLiteral("…") : line));
    m_about->setVisible(!m_words.isEmpty());
}

void CommentTab::begin()
{
    m_new->setFocus(Qt::OtherFocusReason);
}

void CommentTab::takeFocus()
{
    if (m_list->isHidden()) {
        begin();
        return;
    }
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    m_list->setFocus();
}

const ReviewComment *CommentTab::current() const
{
    const EventId id = EventId::fromString(m_list->currentId());
    const std::vector<ReviewComment> &all = m_context.session.incident().comments;
    const auto found = std::find_if(all.begin(), all.end(), [&id](const ReviewComment &comment) { return comment.id == id; });
    return found == all.end() ? nullptr : &*found;
}

void CommentTab::submit(const Command &command)
{
    const Result<EventId> done = m_context.session.submit(command);
    if (!done)
        emit refused(done.error().sentence);
}

void CommentTab::add()
{
    const Result<EventId> done = m_context.session.submit(command::Comment{m_section, m_new->text().trimmed(), m_words, {}});
    if (!done) {
        emit refused(done.error().sentence);
        return;
    }
    m_new->clear();
    setWords({});
}

void CommentTab::answer()
{
    const ReviewComment *comment = current();
    if (!comment)
        return;
    const ReviewComment thread = *items::threadOf(m_context.session.incident(), comment->id);
    m_list->ask(
        m_list->currentId(),
        {tr("Answer to %1").arg(comment->by), tr("Answer"), {{.name = tr("Answer")}}, [this, thread](const QStringList &answers) {
             const Result<EventId> done = m_context.session.submit(command::Comment{thread.section, answers.value(0), {}, thread.id});
             return done ? Result<void>() : tl::unexpected(done.error());
         }});
}

void CommentTab::settle()
{
    const ReviewComment *comment = current();
    const ReviewComment *thread = comment ? items::threadOf(m_context.session.incident(), comment->id) : nullptr;
    if (thread)
        submit(command::SettleComment{thread->id, !thread->resolved});
}

} // namespace qd::ui
