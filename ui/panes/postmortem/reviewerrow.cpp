#include "ui/panes/postmortem/reviewerrow.h"

#include "ui/widgets/tonelabel.h"

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
      m_theme(theme),
      m_chips(new QHBoxLayout),
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
    line->setSizeConstraint(QLayout::SetNoConstraint);
    m_chips->setSpacing(Theme::grid + 2);
    line->addWidget(m_title);
    line->addLayout(m_chips);
    line->addWidget(m_ask);
    line->addStretch(1);
    line->addWidget(m_changes);
    line->addWidget(m_approve);
    setMinimumWidth(0);
    setFixedHeight(m_ask->sizeHint().height() + 2 * Theme::grid);
}

QPushButton *ReviewerRow::makeButton(const QString &name, const std::function<void()> &act)
{
    auto *button = new QPushButton(name, this);
    button->setProperty("chip", true);
    button->setAccessibleName(name);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void ReviewerRow::setReview(const Incident &incident, const QString &, bool readOnly)
{
    const bool inReview = incident.postmortemState == QLatin1String("review");
    m_title->setText(incident.reviewers.empty() ? tr("No reviewers yet") : tr("Reviewers"));
    m_ask->setVisible(!readOnly);
    m_changes->setVisible(!readOnly && inReview);
    m_approve->setVisible(!readOnly && inReview);
    if (m_shown == incident.reviewers && m_readOnly == readOnly && (m_chips->count() > 0 || incident.reviewers.empty()))
        return;
    m_shown = incident.reviewers;
    m_readOnly = readOnly;
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Reviewer &reviewer : m_shown)
        addChip(reviewer, readOnly);
}

void ReviewerRow::addChip(const Reviewer &reviewer, bool readOnly)
{
    const Verdict verdict = verdictOf(reviewer);
    const bool waits = reviewer.verdict.isEmpty();
    auto *chip = new QPushButton(QStringLiteral("%1 %2").arg(verdict.sign, reviewer.who), this);
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
    m_chips->addWidget(chip);
    chip->show();
}

} // namespace qd::ui
