#include "ui/panes/postmortem/postmortemhead.h"

#include "models/items/outlinecards.h"
#include "models/items/words.h"
#include "ui/panes/postmortem/reviewerrow.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/tonelabel.h"

#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

constexpr QLatin1String inDraft("draft");
constexpr QLatin1String inReview("review");
constexpr QLatin1String isFinal("final");

std::vector<Step> steps()
{
    return {
        {inDraft, items::postmortemWord(inDraft)}, {inReview, items::postmortemWord(inReview)}, {isFinal, items::postmortemWord(isFinal)}};
}

QPushButton *chip(const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(name, parent);
    button->setProperty("chip", true);
    button->setAccessibleName(name);
    return button;
}

QHBoxLayout *lineOf(QWidget *widget)
{
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins(3 * Theme::grid, 0, 3 * Theme::grid, 2 * Theme::grid);
    line->setSpacing(Theme::grid + 2);
    return line;
}

} // namespace

PostmortemHead::PostmortemHead(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_reviewers(new ReviewerRow(context.theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    column->addWidget(makeFirstLine());
    column->addWidget(m_reviewers);
    column->addWidget(makeFinalLine());
    m_missing = new QWidget(this);
    QHBoxLayout *line = lineOf(m_missing);
    m_missingWords = new ToneLabel(context.theme, Colour::Dim, Type::Label, m_missing);
    m_goTo = chip(tr("Go to what is missing"), m_missing);
    line->addWidget(m_missingWords, 1);
    line->addWidget(m_goTo);
    column->addWidget(m_missing);
    connect(m_goTo, &QPushButton::clicked, this, [this] { emit sectionSought(m_firstMissing); });
    connect(m_reviewers, &ReviewerRow::askWanted, this, &PostmortemHead::askReviewer);
    connect(m_reviewers, &ReviewerRow::verdictWanted, this, &PostmortemHead::askVerdict);
    connect(m_reviewers, &ReviewerRow::withdrawWanted, this, [this](const QString &who) { submit(command::AskReview{who, false}); });
}

QWidget *PostmortemHead::makeFirstLine()
{
    m_first = new QWidget(this);
    auto *line = new QHBoxLayout(m_first);
    line->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    line->setSpacing(2 * Theme::grid);
    m_stepper = new Stepper(m_context.theme, steps(), m_first);
    m_stepper->setAccessibleName(tr("Post-mortem state"));
    m_stepper->setAccessibleDescription(tr("Left and right arrows choose a state, Enter moves the post-mortem there"));
    m_progress = new ToneLabel(m_context.theme, Colour::Dim, Type::Label, m_first);
    m_progress->setWordWrap(false);
    m_back = new QPushButton(tr("Back to draft"), m_first);
    m_onward = new QPushButton(tr("Send to review"), m_first);
    for (QPushButton *button : {m_back, m_onward})
        button->setAccessibleName(button->text());
    m_onward->setProperty("primary", true);
    line->addWidget(m_stepper);
    line->addStretch(1);
    line->addWidget(m_progress);
    line->addWidget(m_back);
    line->addWidget(m_onward);
    connect(m_stepper, &Stepper::chosen, this, [this](const QString &wanted) {
        if (wanted != state())
            emit moveWanted(wanted);
    });
    connect(m_back, &QPushButton::clicked, this, [this] { move(false); });
    connect(m_onward, &QPushButton::clicked, this, [this] { move(true); });
    return m_first;
}

QWidget *PostmortemHead::makeFinalLine()
{
    m_final = new QWidget(this);
    QHBoxLayout *line = lineOf(m_final);
    m_finalWords = new ToneLabel(m_context.theme, Colour::Dim, Type::Label, m_final);
    m_snapshot = chip(tr("As it was made final"), m_final);
    m_record = chip(tr("Record as it is now"), m_final);
    for (QPushButton *button : {m_snapshot, m_record})
        button->setCheckable(true);
    line->addWidget(m_finalWords, 1);
    line->addWidget(m_snapshot);
    line->addWidget(m_record);
    connect(m_snapshot, &QPushButton::clicked, this, [this] { emit snapshotChosen(true); });
    connect(m_record, &QPushButton::clicked, this, [this] { emit snapshotChosen(false); });
    return m_final;
}

void PostmortemHead::addTool(QWidget *tool)
{
    m_first->layout()->addWidget(tool);
}

void PostmortemHead::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, m_context.theme.colour(Colour::Line));
}

QString PostmortemHead::state() const
{
    return m_context.session.incident().postmortemState;
}

void PostmortemHead::setNarrow(bool narrow)
{
    m_progress->setVisible(!narrow);
}

void PostmortemHead::refresh(const Shown &shown)
{
    const bool readOnly = shown.past || shown.final.has_value();
    showState(shown);
    m_reviewers->setReview(m_context.session.incident(), readOnly);
    m_reviewers->setVisible(!readOnly || !m_context.session.incident().reviewers.empty());
    showFinal(shown);
    showMissing(shown);
}

void PostmortemHead::showState(const Shown &shown)
{
    const QString now = state();
    m_stepper->setCurrent(now);
    const auto written = std::count_if(shown.sections.begin(), shown.sections.end(),
                                       [](const review::DraftSection &section) { return section.written || section.filled; });
    m_progress->setText(tr("%1 of %2 sections").arg(written).arg(shown.sections.size()));
    m_back->setVisible(now != inDraft && !shown.past);
    m_back->setText(now == isFinal ? tr("Back to review") : tr("Back to draft"));
    m_back->setAccessibleName(m_back->text());
    m_onward->setVisible(now != isFinal && !shown.past);
    m_onward->setText(now == inDraft ? tr("Send to review") : tr("Make final"));
    m_onward->setAccessibleName(m_onward->text());
    m_stepper->setEnabled(!shown.past);
}

void PostmortemHead::showFinal(const Shown &shown)
{
    m_final->setVisible(shown.final.has_value());
    if (!shown.final)
        return;
    const QString at = m_context.times.appointment(shown.final->at, m_context.session.now());
    const QString since = shown.since == 0 ? tr("nothing has changed in the record since")
        : shown.since == 1                 ? tr("1 change in the record since")
                                           : tr("%1 changes in the record since").arg(shown.since);
    m_finalWords->setText(tr("Made final %1 by %2 · %3").arg(at, shown.final->by, since));
    m_snapshot->setChecked(shown.snapshot);
    m_record->setChecked(!shown.snapshot);
}

// What stands between it and its end, with a way to the first of it.
void PostmortemHead::showMissing(const Shown &shown)
{
    QStringList missing;
    m_firstMissing.clear();
    for (const review::DraftSection &section : shown.sections) {
        if (!items::isMissing(section) && section.heads.size() < 2)
            continue;
        if (m_firstMissing.isEmpty())
            m_firstMissing = section.id;
        missing << section.title;
    }
    const QString first = missing.value(0);
    for (const Reviewer &reviewer : m_context.session.incident().reviewers) {
        if (reviewer.verdict != QLatin1String("approved"))
            missing << tr("the approval of %1").arg(reviewer.who);
    }
    const bool wanted = state() == inReview && !shown.past && !missing.isEmpty();
    m_missing->setVisible(wanted);
    if (!wanted)
        return;
    m_missingWords->setText(tr("✕ Before it is final: %1").arg(QLocale().createSeparatedList(missing)));
    m_goTo->setVisible(!first.isEmpty());
    m_goTo->setText(tr("Go to %1").arg(first));
    m_goTo->setAccessibleName(m_goTo->text());
}

void PostmortemHead::move(bool onward)
{
    const QString now = state();
    if (onward && now != isFinal)
        emit moveWanted(now == inDraft ? inReview : isFinal);
    else if (!onward && now != inDraft)
        emit moveWanted(now == isFinal ? inReview : inDraft);
}

void PostmortemHead::submit(const Command &command)
{
    if (const Result<EventId> done = m_context.session.submit(command); !done)
        emit refused(done.error().sentence);
}

void PostmortemHead::askOver(Prompt prompt)
{
    QWidget *over = window();
    const QPointer<QWidget> before(over->focusWidget());
    askInPopover(std::move(prompt), m_context.theme, *over, mapTo(over, QPoint(3 * Theme::grid, height())), [before] {
        if (before)
            before->setFocus();
    });
}

void PostmortemHead::askReviewer()
{
    const auto answer = [this](const QStringList &answers) -> Result<void> {
        const Result<EventId> done = m_context.session.submit(command::AskReview{answers.value(0), true});
        return done ? Result<void>() : tl::unexpected(done.error());
    };
    askOver({tr("Who is to review the post-mortem?"),
             tr("Ask"),
             {{.name = tr("Reviewer"), .completions = m_context.session.knownPeople()}},
             answer});
}

void PostmortemHead::askVerdict(const QString &verdict)
{
    const bool changes = verdict == QLatin1String("changes");
    const auto answer = [this, verdict](const QStringList &answers) -> Result<void> {
        const Result<EventId> done = m_context.session.submit(command::GiveReview{verdict, answers.value(0)});
        return done ? Result<void>() : tl::unexpected(done.error());
    };
    askOver({changes ? tr("What should change?") : tr("A note with the approval (may stay empty)"),
             changes ? tr("Ask for changes") : tr("Approve"),
             {{.name = tr("Review note"), .tall = changes}},
             answer});
}

} // namespace qd::ui
