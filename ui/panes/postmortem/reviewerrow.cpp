#include "ui/panes/postmortem/reviewerrow.h"

#include "ui/widgets/tonelabel.h"
#include "ui/widgets/wraplayout.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace qd::ui {
namespace {

struct Verdict
{
    QString sign;
    QString words;
};

Verdict verdictOf(const Reviewer &reviewer)
{
    if (reviewer.verdict == QLatin1String("approved"))
        return {QStringLiteral("✓"), ReviewerRow::tr("approved")};
    if (reviewer.verdict == QLatin1String("changes"))
        return {QStringLiteral("▲"), ReviewerRow::tr("asks for changes")};
    return {QStringLiteral("○"), ReviewerRow::tr("asked")};
}

} // namespace

ReviewerRow::ReviewerRow(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_chips(new WrapLayout(Theme::grid + 2)),
      m_title(new ToneLabel(theme, Colour::Dim, Type::Label, this)),
      m_ask(makeButton(tr("Ask for a review…"), [this] { emit askWanted(); })),
      m_changes(makeButton(tr("Ask for changes…"), [this] { emit verdictWanted(QStringLiteral("changes")); })),
      m_approve(makeButton(tr("Approve…"), [this] { emit verdictWanted(QStringLiteral("approved")); }))
{
    m_title->setText(tr("Reviewers"));
    m_title->setWordWrap(false);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(3 * Theme::grid, 0, 3 * Theme::grid, 2 * Theme::grid);
    line->setSpacing(Theme::grid + 2);
    m_chips->addWidget(m_title);
    m_chips->addWidget(m_ask);
    line->addLayout(m_chips, 1);
    line->addWidget(m_changes, 0, Qt::AlignTop);
    line->addWidget(m_approve, 0, Qt::AlignTop);
}

QPushButton *ReviewerRow::makeButton(const QString &name, const std::function<void()> &act)
{
    auto *button = new QPushButton(name, this);
    button->setProperty("chip", true);
    button->setAccessibleName(name);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void ReviewerRow::setReview(const Incident &incident, bool readOnly)
{
    const bool inReview = incident.postmortemState == QLatin1String("review");
    m_title->setText(incident.reviewers.empty() ? tr("No reviewers yet") : tr("Reviewers"));
    m_ask->setVisible(!readOnly);
    m_changes->setVisible(!readOnly && inReview);
    m_approve->setVisible(!readOnly && inReview);
    if (m_shown == incident.reviewers && m_readOnly == readOnly && (!m_people.isEmpty() || incident.reviewers.empty()))
        return;
    m_shown = incident.reviewers;
    m_readOnly = readOnly;
    dropChips();
    for (const Reviewer &reviewer : m_shown)
        addChip(reviewer, readOnly);
}

void ReviewerRow::dropChips()
{
    for (QPushButton *chip : std::exchange(m_people, {})) {
        m_chips->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
}

void ReviewerRow::addChip(const Reviewer &reviewer, bool readOnly)
{
    const Verdict verdict = verdictOf(reviewer);
    const bool waits = reviewer.verdict.isEmpty();
    QString words = QStringLiteral("%1 %2").arg(verdict.sign, reviewer.who);
    if (!waits)
        words += QStringLiteral(" · ") + verdict.words;
    auto *chip = new QPushButton(words, this);
    chip->setProperty("chip", true);
    chip->setAccessibleName(tr("Reviewer %1, %2").arg(reviewer.who, verdict.words));
    QString detail = QStringLiteral("%1: %2").arg(reviewer.who, verdict.words);
    if (!reviewer.note.isEmpty())
        detail += QStringLiteral("\n“%1”").arg(reviewer.note);
    if (!readOnly && waits)
        detail += QLatin1Char('\n') + tr("Press to take the request back");
    chip->setToolTip(detail);
    chip->setAccessibleDescription(detail);
    chip->setEnabled(!readOnly);
    connect(chip, &QPushButton::clicked, this, [this, who = reviewer.who] { emit withdrawWanted(who); });
    m_people << chip;
    m_chips->insertWidget(static_cast<int>(m_people.size()), chip);
    chip->show();
}

} // namespace qd::ui
