#include "ui/panes/postmortem/findingtab.h"

#include "models/items/findingcards.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/tonelabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace qd::ui {

FindingTab::FindingTab(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_dismissed(new QPushButton(this)),
      m_list(new CardList(tr("Findings"), context.theme, {.wraps = true, .value = Type::Label}, this)),
      m_nothing(new EmptyState(
          context.theme, tr("Nothing to find fault with"),
          tr("No section is empty that the plan asks for, no gap in the timeline is unexplained, and nobody is blamed."), this)),
      m_hint(new ToneLabel(context.theme, Colour::Dim, Type::Small, this))
{
    m_list->setAccessibleDescription(tr("Enter goes to the words that it is about, D dismisses it with a reason, or takes it up again"));
    m_hint->setText(tr("Enter goes to its place · D dismisses it, with a reason"));
    m_hint->setContentsMargins(3 * Theme::grid, Theme::grid, 3 * Theme::grid, Theme::grid);
    m_dismissed->setProperty("chip", true);
    m_dismissed->setCheckable(true);
    m_dismissed->setAccessibleName(tr("With dismissed"));
    m_bar = new QWidget(this);
    auto *bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    bar->addWidget(m_dismissed);
    bar->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_hint);
    connect(m_dismissed, &QPushButton::toggled, this, &FindingTab::showCards);
    connect(m_list, &CardList::chosen, this, [this] {
        if (const review::Finding *finding = current())
            emit sought(*finding);
    });
    connect(m_list, &CardList::actionPressed, this, [this](const QString &key) {
        m_list->setCurrentId(key);
        dismiss();
    });
    addKey(m_list, tr("Dismiss, or take up again"), Qt::Key_D, [this] { dismiss(); });
}

int FindingTab::standing(const std::vector<review::Finding> &findings)
{
    return static_cast<int>(
        std::count_if(findings.begin(), findings.end(), [](const review::Finding &finding) { return !finding.dismissed; }));
}

void FindingTab::refresh(const std::vector<review::Finding> &findings, const Incident &incident,
                         const std::vector<review::DraftSection> &sections)
{
    m_findings = findings;
    m_cards = items::findingCards(findings, incident, sections, [this](Instant at) { return m_context.times.clock(at); });
    showCards();
}

void FindingTab::showCards()
{
    const auto dismissed = static_cast<int>(m_findings.size()) - standing(m_findings);
    m_bar->setVisible(dismissed > 0);
    m_dismissed->setText(tr("With %n dismissed", nullptr, dismissed));
    m_dismissed->setAccessibleName(m_dismissed->text());
    items::Cards shown;
    for (size_t i = 0; i < m_findings.size() && i < m_cards.size(); ++i) {
        if (!m_findings[i].dismissed || m_dismissed->isChecked())
            shown.push_back(m_cards[i]);
    }
    m_list->setCards(shown);
    m_list->setVisible(!shown.empty());
    m_hint->setVisible(!shown.empty());
    m_nothing->setVisible(shown.empty());
}

const review::Finding *FindingTab::current() const
{
    const QString key = m_list->currentId();
    const auto found =
        std::find_if(m_findings.begin(), m_findings.end(), [&key](const review::Finding &finding) { return finding.key == key; });
    return found == m_findings.end() ? nullptr : &*found;
}

void FindingTab::dismiss()
{
    const review::Finding *finding = current();
    if (!finding)
        return;
    if (finding->dismissed) {
        submit(command::DismissFinding{finding->key, {}, false});
        return;
    }
    const auto answer = [this, key = finding->key](const QStringList &answers) -> Result<void> {
        const Result<EventId> done = m_context.session.submit(command::DismissFinding{key, answers.value(0), true});
        return done ? Result<void>() : tl::unexpected(done.error());
    };
    m_list->ask(finding->key, {tr("Why does it not matter here?"), tr("Dismiss"), {{.name = tr("Reason")}}, answer});
}

void FindingTab::submit(const Command &command)
{
    const Result<EventId> done = m_context.session.submit(command);
    if (!done)
        emit refused(done.error().sentence);
}

void FindingTab::takeFocus()
{
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    m_list->setFocus();
}

} // namespace qd::ui
