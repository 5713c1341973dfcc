#include "ui/panes/postmortem/evidence.h"

#include "models/clocks/calendar.h"
#include "models/items/findingcards.h"
#include "models/items/reviewcards.h"
#include "ui/widgets/cardlist.h"

namespace qd::ui {

Evidence::Evidence(const PaneContext &context, QWidget *parent)
    : QTabWidget(parent),
      m_context(context),
      m_timeline(new CardList(tr("Timeline to pick from"), context.theme, {.wraps = true, .value = Type::Label}, this)),
      m_facts(new CardList(tr("Facts"), context.theme, {.value = Type::Strong}, this)),
      m_findings(new CardList(tr("Findings"), context.theme, {.wraps = true, .value = Type::Label}, this))
{
    setAccessibleName(tr("Evidence"));
    setDocumentMode(true);
    addTab(m_timeline, tr("Timeline"));
    addTab(m_facts, tr("Facts"));
    addTab(m_findings, tr("Findings"));
    m_timeline->setAccessibleDescription(tr("Enter puts the entry into the section"));
    m_facts->setAccessibleDescription(tr("Enter puts the fact into the section"));
    m_findings->setAccessibleDescription(tr("Enter goes to the section that it is about"));
    connect(m_timeline, &CardList::chosen, this, &Evidence::pickEntry);
    connect(m_facts, &CardList::chosen, this, &Evidence::pickFact);
    connect(m_findings, &CardList::chosen, this, &Evidence::seek);
}

void Evidence::refresh()
{
    const IncidentSession &session = m_context.session;
    m_factValues = review::facts(session.plan(), session.incident(), session.now());
    m_findingValues = review::lint(session.plan(), session.incident(), session.now());
    m_timeline->setCards(items::entryCards(session.incident(), [this](Instant at) { return m_context.times.clock(at); }));
    m_facts->setCards(items::factCards(m_factValues));
    m_findings->setCards(items::findingCards(m_findingValues, session.incident(),
                                                review::postmortem(session.plan(), session.incident(), session.now()),
                                                [this](Instant at) { return m_context.times.clock(at); }));
    setTabText(2, m_findingValues.empty() ? tr("Findings") : tr("Findings %1").arg(m_findingValues.size()));
}

void Evidence::pickEntry(const QString &id)
{
    const TimelineEntry *entry = m_context.session.incident().entry(EventId::fromString(id));
    if (!entry || entry->redacted)
        return;
    const QDateTime at = toDateTime(entry->at, clocks::zoneOf(m_context.session.plan()));
    emit picked(tr("- %1 %2 — %3 (%4)")
                    .arg(at.toString(QStringLiteral("HH:mm")), at.timeZoneAbbreviation(), entry->text.simplified(), entry->author));
}

void Evidence::pickFact(const QString &id)
{
    const review::Fact &fact = m_factValues[id.toUInt()];
    emit picked(fact.target.isEmpty() ? tr("- %1: %2").arg(fact.label, fact.value)
                                      : tr("- %1: %2 (target: %3)").arg(fact.label, fact.value, fact.target));
}

void Evidence::seek(const QString &id)
{
    const auto found = std::find_if(m_findingValues.begin(), m_findingValues.end(), [&id](const review::Finding &finding) { return finding.key == id; });
    const QString place = found == m_findingValues.end() ? QString() : found->place;
    if (m_timeline->cardModel().rowOf(place) >= 0) {
        setCurrentWidget(m_timeline);
        m_timeline->setCurrentId(place);
        m_timeline->setFocus();
    } else if (!place.isEmpty()) {
        emit sought(place);
    }
}

} // namespace qd::ui
