#include "ui/plans/versionstab.h"

#include "ui/widgets/background.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/panetitle.h"

#include <QSplitter>

#include <algorithm>

namespace qd::ui {
namespace {

const QString elsewhere = QStringLiteral("elsewhere"); // the card of versions that only incidents have

QString orNothing(const QString &words)
{
    return words.isEmpty() ? VersionsTab::tr("not stated") : words;
}

} // namespace

VersionsTab::VersionsTab(const PaneContext &context, const plan::PlanStore &store, const PlanShelf &shelf, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_store(store),
      m_shelf(shelf),
      m_list(new CardList(tr("Plan versions"), context.theme, CardStyle{.wraps = true, .value = Type::Small}, this)),
      m_changedTitle(new PaneTitle(context.theme, tr("What it changed"), this)),
      m_differences(new CardList(tr("Plan differences"), context.theme, CardStyle{.wraps = true, .value = Type::Small}, this)),
      m_incidentsTitle(new PaneTitle(context.theme, tr("Incidents"), this)),
      m_incidents(new CardList(tr("Incidents under this version"), context.theme, CardStyle{.wraps = true, .value = Type::Small}, this))
{
    m_incidents->setAccessibleDescription(tr("Enter opens the incident"));
    m_list->setAccessibleDescription(tr("B brings a version back"));
    place();
    addKey(m_list, tr("Bring this version back"), Qt::Key_B, [this] { bringBack(m_list->currentId()); });
    connect(m_list, &CardList::currentChangedTo, this, &VersionsTab::showVersion);
    connect(m_list, &CardList::actionPressed, this, &VersionsTab::bringBack);
    const auto open = [this](const QString &card) { emit incidentChosen(IncidentId::fromString(card)); };
    connect(m_incidents, &CardList::chosen, this, open);
    connect(m_incidents, &CardList::pointedAt, this, open);
    connect(m_incidents, &CardList::actionPressed, this, &VersionsTab::adoptionWanted);
    connect(&shelf, &PlanShelf::changed, this, &VersionsTab::showVersions);
    connect(&context.times, &TimeDisplay::changed, this, &VersionsTab::showVersions);
}

void VersionsTab::place()
{
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(m_list);
    auto *right = new QSplitter(Qt::Vertical, split);
    right->setHandleWidth(1);
    right->setChildrenCollapsible(false);
    for (const auto &[title, list] : {std::pair(m_changedTitle, m_differences), std::pair(m_incidentsTitle, m_incidents)}) {
        auto *half = new QWidget(right);
        auto *column = new QVBoxLayout(half);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(title);
        column->addWidget(list, 1);
        right->addWidget(half);
    }
    split->addWidget(right);
    split->setSizes({1000, 1400});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(split);
}

void VersionsTab::showPlan(const QString &id)
{
    const int asked = ++m_asked;
    inBackground(
        this, [store = m_store, id] { return store.versions(id).value_or(std::vector<plan::PlanVersion>()); },
        [this, asked, id](const std::vector<plan::PlanVersion> &versions) {
            if (asked == m_asked)
                take(id, versions);
        });
}

void VersionsTab::take(const QString &id, const std::vector<plan::PlanVersion> &versions)
{
    const bool another = id != m_plan || m_versions.size() != versions.size();
    m_plan = id;
    m_versions = versions;
    showVersions();
    if ((another || m_list->currentId().isEmpty()) && !versions.empty())
        m_list->setCurrentId(QString::number(versions.front().number));
    showVersion();
}

items::Card VersionsTab::versionCard(const plan::PlanVersion &version) const
{
    items::Card card;
    card.id = QString::number(version.number);
    card.kicker = version.number == 0 ? tr("as it ships") : tr("version %1").arg(version.number);
    card.title = version.version.isEmpty() ? version.name : tr("%1 · version %2").arg(version.name, version.version);
    QStringList detail;
    if (version.installing.at)
        detail << m_context.times.exact(*version.installing.at);
    else if (version.number > 0)
        detail << tr("nobody knows when");
    for (const QString &word : {version.installing.by, version.installing.how}) {
        if (!word.isEmpty())
            detail << word;
    }
    if (!version.problem.isEmpty()) {
        card.tone = items::Tone::Missed;
        card.title = tr("It cannot be read");
        detail << version.problem.section(QLatin1Char('\n'), 0, 0);
    }
    card.detail = detail.join(QStringLiteral(" · "));
    const auto count = static_cast<int>(runsUnder(card.id).size());
    card.value = count > 0 ? tr("%n incidents", nullptr, count) : QString();
    if (version.current)
        card.marks << tr("in use");
    else if (version.problem.isEmpty())
        card.action = tr("bring back");
    card.spoken = QStringList({card.kicker, card.title, card.detail, card.value, card.marks.join(QLatin1Char(' '))})
                      .join(QStringLiteral(", "))
                      .replace(QStringLiteral(", , "), QStringLiteral(", "));
    return card;
}

void VersionsTab::showVersions()
{
    items::Cards cards;
    for (const plan::PlanVersion &version : m_versions)
        cards.push_back(versionCard(version));
    if (!m_plan.isEmpty() && !runsUnder(elsewhere).empty()) {
        items::Card card;
        card.id = elsewhere;
        card.kicker = tr("not kept here");
        card.title = tr("Only the incidents have a copy");
        card.value = tr("%n incidents", nullptr, static_cast<int>(runsUnder(elsewhere).size()));
        card.tone = items::Tone::Quiet;
        card.spoken = card.kicker + QStringLiteral(", ") + card.title + QStringLiteral(", ") + card.value;
        cards.push_back(card);
    }
    m_list->setCards(cards);
    showIncidents();
}

void VersionsTab::showVersion()
{
    showIncidents();
    const int number = m_list->currentId().toInt();
    const auto version = std::find_if(m_versions.begin(), m_versions.end(), [&](const plan::PlanVersion &v) { return v.number == number; });
    if (m_list->currentId().isEmpty() || m_list->currentId() == elsewhere || version == m_versions.end()
        || std::next(version) == m_versions.end()) {
        showDifferences({}, {});
        m_changedTitle->setSummary(version == m_versions.end() ? QString() : tr("there is none before it"));
        return;
    }
    const plan::PlanVersion before = *std::next(version);
    const QString since = before.number == 0 ? tr("since it shipped") : tr("since version %1").arg(before.number);
    inBackground(
        this,
        [store = m_store, id = m_plan, number, earlier = before.number] {
            const Result<plan::Plan> is = store.loadVersion(id, number);
            const Result<plan::Plan> was = store.loadVersion(id, earlier);
            return is && was ? plan::planDifferences(*was, *is) : std::vector<plan::Difference>();
        },
        [this, asked = m_asked, card = m_list->currentId(), since](const std::vector<plan::Difference> &differences) {
            if (asked == m_asked && card == m_list->currentId())
                showDifferences(since, differences);
        });
}

void VersionsTab::showDifferences(const QString &since, const std::vector<plan::Difference> &differences)
{
    items::Cards cards;
    for (const plan::Difference &difference : differences) {
        items::Card card;
        card.id = QStringLiteral("%1/%2").arg(cards.size()).arg(difference.path);
        card.title = difference.label;
        card.detail = difference.was.isEmpty() ? tr("new: %1").arg(difference.is)
            : difference.is.isEmpty()          ? tr("%1 → not stated any more").arg(difference.was)
                                               : tr("%1 → %2").arg(orNothing(difference.was), orNothing(difference.is));
        card.spoken = difference.label + QStringLiteral(": ") + card.detail;
        cards.push_back(card);
    }
    m_differences->setCards(cards);
    const QString count = since.isEmpty() ? QString()
        : differences.empty()             ? tr("nothing, %1").arg(since)
                                          : tr("%n facts, %1", nullptr, static_cast<int>(differences.size())).arg(since);
    m_changedTitle->setSummary(count);
}

std::vector<PlanRun> VersionsTab::runsUnder(const QString &card) const
{
    std::vector<PlanRun> runs = m_shelf.runsOf(m_plan);
    const auto isOf = [&card](const plan::PlanVersion &version) { return QString::number(version.number) == card; };
    const auto version = std::find_if(m_versions.begin(), m_versions.end(), isOf);
    const auto known = [this](const PlanRun &run) {
        return std::any_of(m_versions.begin(), m_versions.end(),
                           [&run](const plan::PlanVersion &v) { return v.fingerprint == run.fingerprint; });
    };
    std::erase_if(runs, [&](const PlanRun &run) {
        return card == elsewhere ? known(run) : version == m_versions.end() || run.fingerprint != version->fingerprint;
    });
    return runs;
}

items::Card VersionsTab::runCard(const PlanRun &run) const
{
    items::Card card;
    card.id = run.incident.toString();
    card.kicker = (run.severity.isEmpty() ? tr("Severity unknown") : run.severity) + QStringLiteral("  ") + run.ref;
    card.title = run.title;
    card.detail = run.declaredAt ? tr("declared %1").arg(m_context.times.exact(*run.declaredAt)) : QString();
    if (run.open)
        card.marks << tr("open");
    if (run.drill)
        card.marks << tr("drill");
    if (!run.current)
        card.marks << tr("another plan holds now");
    const bool isOld = !m_versions.empty() && m_versions.front().current && m_versions.front().fingerprint != run.fingerprint;
    const bool isHere = m_context.session.hasIncident() && m_context.session.incident().id == run.incident;
    if (run.open && run.current && isOld && isHere)
        card.action = tr("adopt the version in use");
    card.tone = run.open ? items::Tone::Plain : items::Tone::Quiet;
    card.spoken = QStringList({card.kicker, card.title, card.detail, card.marks.join(QStringLiteral(", "))}).join(QStringLiteral(", "));
    return card;
}

void VersionsTab::showIncidents()
{
    items::Cards cards;
    for (const PlanRun &run : runsUnder(m_list->currentId()))
        cards.push_back(runCard(run));
    m_incidents->setCards(cards);
    m_incidentsTitle->setSummary(cards.empty() ? tr("none ran under this version")
                                               : tr("%n ran under this version", nullptr, static_cast<int>(cards.size())));
}

void VersionsTab::bringBack(const QString &card)
{
    const auto isOf = [&card](const plan::PlanVersion &version) { return QString::number(version.number) == card; };
    const auto version = std::find_if(m_versions.begin(), m_versions.end(), isOf);
    if (version != m_versions.end() && !version->current && version->problem.isEmpty())
        emit broughtBack(version->number);
}

} // namespace qd::ui
