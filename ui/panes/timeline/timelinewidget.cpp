#include "ui/panes/timeline/timelinewidget.h"

#include "models/clocks/remaining.h"
#include "models/items/jumptime.h"
#include "models/items/silence.h"
#include "ui/actions/actions.h"
#include "ui/panes/timeline/entryacts.h"
#include "ui/panes/timeline/entrydetails.h"
#include "ui/panes/timeline/searchfield.h"
#include "ui/panes/timeline/timelinedelegate.h"
#include "ui/panes/timeline/timelinelist.h"
#include "ui/panes/timeline/timelinepane.h"
#include "ui/panes/timeline/timelinetools.h"

#include <QAction>
#include <QVBoxLayout>

namespace qd::ui {

QWidget *createTimelinePane(const PaneContext &context, QWidget *parent)
{
    return new TimelineWidget(context, parent);
}

TimelineWidget::TimelineWidget(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(new items::TimelineModel(texts(), this)),
      m_tools(new TimelineTools(context, *m_model, this)),
      m_list(new TimelineList(context.theme, *m_model, this)),
      m_details(new EntryDetails(context, this)),
      m_acts(new EntryActs(context, *m_model, *m_list, *m_details))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_details);
    addActions();
    connectSession();
    connectParts();
    if (context.session.hasIncident())
        openIncident();
}

items::TimelineTexts TimelineWidget::texts()
{
    TimeDisplay &times = m_context.times;
    IncidentSession &session = m_context.session;
    const auto countdown = [&session](const EventId &ask) -> std::pair<QString, bool> {
        const QString id = ask.toString();
        for (const clocks::Countdown &clock : session.clocks()) {
            if (clock.kind != QLatin1String("ask") || clock.subject != id || !clock.isOpen())
                continue;
            const QString left = clocks::remainingText(clock, session.now());
            const bool running = clock.state == clocks::State::Running;
            return {running && clock.dueAt ? tr("%1 left").arg(left) : left, !running || (clock.warnAt && *clock.warnAt <= session.now())};
        }
        return {};
    };
    return {[&times](Instant at) { return times.clock(at); },
            [&times](Instant at) { return times.exact(at); },
            [&times](Instant at) { return times.day(at); },
            [&session](const EventId &event) { return session.isPending(event); },
            countdown,
            [&session](const EventId &event) { return session.isWaiting(event); }};
}

void TimelineWidget::connectSession()
{
    IncidentSession &session = m_context.session;
    connect(&session, &IncidentSession::opened, this, &TimelineWidget::openIncident);
    connect(&session, &IncidentSession::asOfChanged, this, &TimelineWidget::showMoment);
    connect(&session, &IncidentSession::entryAdded, m_model, &items::TimelineModel::addEntry);
    connect(&session, &IncidentSession::entryChanged, m_model, &items::TimelineModel::renewEntry);
    connect(&session, &IncidentSession::refolded, m_model, &items::TimelineModel::refresh);
    connect(&session, &IncidentSession::changed, this, [this] {
        readPlan();
        if (!m_details->isHidden() && !m_details->isAsking())
            followCurrent();
    });
    connect(&session, &IncidentSession::saveStatusChanged, this, [this] {
        if (m_list->rows().forgetPending())
            m_list->doItemsLayout();
    });
    connect(&session, &IncidentSession::waitingChanged, this, [this] {
        if (m_list->rows().forgetWaiting([this](const EventId &event) { return m_context.session.isWaiting(event); }))
            m_list->doItemsLayout();
    });
    connect(&session, &IncidentSession::clocksChanged, this, [this] {
        if (m_list->rows().forgetCountdowns())
            m_list->doItemsLayout();
    });
    connect(&session, &IncidentSession::ticked, this, [this] {
        if (isVisible() && m_list->rows().forgetCountdowns())
            m_list->doItemsLayout();
    });
    connect(&m_context.times, &TimeDisplay::changed, this, &TimelineWidget::redisplay);
}

void TimelineWidget::connectParts()
{
    SearchField *field = &m_tools->search();
    connect(m_tools, &TimelineTools::filterChosen, this, &TimelineWidget::filter);
    connect(m_tools, &TimelineTools::orderPressed, this, &TimelineWidget::changeOrder);
    connect(field, &SearchField::textChanged, this, &TimelineWidget::search);
    connect(field, &SearchField::next, this, [this] { stepMatch(1); });
    connect(field, &SearchField::previous, this, [this] { stepMatch(-1); });
    connect(field, &SearchField::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_model, &items::TimelineModel::modelAboutToBeReset, this, &TimelineWidget::keepPlace);
    connect(m_model, &items::TimelineModel::filtered, this, &TimelineWidget::returnToPlace);
    connect(m_model, &items::TimelineModel::matchesChanged, this, &TimelineWidget::showMatches);
    connect(m_model, &items::TimelineModel::countsChanged, m_tools, &TimelineTools::refresh);
    connect(m_list, &TimelineList::currentMoved, this, &TimelineWidget::followCurrent);
    connect(m_list, &TimelineList::left, this, &TimelineWidget::leaveList);
    connect(m_list, &QAbstractItemView::doubleClicked, this, &TimelineWidget::toggleDetails);
    connect(m_details, &EntryDetails::left, m_list, qOverload<>(&QWidget::setFocus));
}

// The actions of the table that mean the timeline alone: keys while it has the focus, and its context menu.
void TimelineWidget::addActions()
{
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const ActionRow &row : allActions()) {
        if (row.scope != ActionScope::Timeline)
            continue;
        auto *action = new QAction(actionText(row), m_list);
        action->setObjectName(QLatin1String(row.id)); // the window gives it the key that a person has chosen for it
        action->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
        action->setShortcutContext(Qt::WidgetShortcut);
        const QString verb = QString::fromLatin1(row.id).section(QLatin1Char('.'), 1);
        connect(action, &QAction::triggered, this, [this, verb] { perform(verb, {}); });
        m_list->addAction(action);
    }
}

void TimelineWidget::perform(const QString &verb, const QVariant &about)
{
    static const QHash<QString, std::function<void(TimelineWidget &)>> verbs{
        {QStringLiteral("focus"), [](TimelineWidget &w) { w.m_list->setFocus(); }},
        {QStringLiteral("search"),
         [](TimelineWidget &w) {
             w.m_tools->search().setFocus();
             w.m_tools->search().selectAll();
         }},
        {QStringLiteral("next"), [](TimelineWidget &w) { w.stepMatch(1); }},
        {QStringLiteral("previous"), [](TimelineWidget &w) { w.stepMatch(-1); }},
        {QStringLiteral("latest"), [](TimelineWidget &w) { w.m_list->goToLatest(); }},
        {QStringLiteral("details"), &TimelineWidget::toggleDetails},
        {QStringLiteral("filter"), [](TimelineWidget &w) { w.m_tools->openFilterMenu(); }},
        {QStringLiteral("order"), &TimelineWidget::changeOrder},
        {QStringLiteral("jump"), &TimelineWidget::jump},
    };
    if (const EventId entry = EventId::fromString(about.toString()); !entry.isNull())
        m_list->goTo(m_model->indexOf(entry));
    if (const auto run = verbs.value(verb))
        run(*this);
    else
        (void)m_acts->perform(verb);
}

void TimelineWidget::openIncident()
{
    m_details->leave();
    readPlan();
    m_model->setIncident(m_context.session.hasIncident() ? &m_context.session.incident() : nullptr);
    m_tools->showFilter();
    m_list->goToLatest();
}

// The same incident at another moment: the hands stay where they are.
void TimelineWidget::showMoment()
{
    m_details->hide();
    m_model->setIncident(&m_context.session.incident());
    m_list->goToLatest();
}

void TimelineWidget::readPlan()
{
    m_model->setSilence(items::silenceWorthARow(m_context.session.plan(), m_context.session.incident().severity));
}

void TimelineWidget::redisplay()
{
    m_model->redisplay();
    followCurrent();
}

void TimelineWidget::filter(const items::TimelineFilter &filter)
{
    m_model->setFilter(filter);
    m_tools->showFilter();
}

void TimelineWidget::changeOrder()
{
    m_model->setOrder(m_model->order() == items::TimelineOrder::Happened ? items::TimelineOrder::Recorded : items::TimelineOrder::Happened);
    m_tools->showFilter();
}

void TimelineWidget::keepPlace()
{
    const TimelineEntry *entry = m_list->isAtEnd() && !m_list->hasFocus() ? nullptr : m_acts->current();
    m_kept = entry ? entry->id : EventId();
}

void TimelineWidget::returnToPlace()
{
    m_tools->showFilter();
    m_list->goToLatest();
    if (!m_kept.isNull())
        m_list->goTo(m_model->indexOf(m_kept), QAbstractItemView::PositionAtCenter);
}

void TimelineWidget::search(const QString &words)
{
    m_toMatch = !words.trimmed().isEmpty();
    m_model->setSearch(words);
}

void TimelineWidget::stepMatch(int step)
{
    const int row = m_model->nextMatch(m_list->currentIndex().row(), step);
    if (row < 0)
        return;
    m_list->goTo(m_model->index(row));
    showMatches();
}

void TimelineWidget::showMatches()
{
    const bool searching = !m_tools->search().text().trimmed().isEmpty();
    if (m_toMatch && m_model->matchCount() > 0) {
        m_toMatch = false;
        m_list->goTo(m_model->index(m_model->nextMatch(m_model->rowCount(), -1)));
    }
    m_list->rows().setFound(searching, m_model->searchWords());
    m_list->doItemsLayout();
    m_tools->search().setHits(searching ? m_model->matchNumber(m_list->currentIndex().row()) : 0, searching ? m_model->matchCount() : -1,
                              m_model->isSearching());
}

void TimelineWidget::followCurrent()
{
    if (!m_model->searchWords().isEmpty())
        m_tools->search().setHits(m_model->matchNumber(m_list->currentIndex().row()), m_model->matchCount(), m_model->isSearching());
    if (m_details->isHidden() || m_details->isAsking())
        return;
    if (const TimelineEntry *entry = m_acts->current())
        m_details->showEntry(*entry);
    else
        m_details->hide();
}

void TimelineWidget::toggleDetails()
{
    const TimelineEntry *entry = m_acts->current();
    if (entry && m_details->isHidden())
        m_details->showEntry(*entry);
    else
        m_details->leave();
}

// Escape in the list takes back what is in the way, the nearest first: the details, the search, the filter.
void TimelineWidget::leaveList()
{
    if (!m_details->isHidden())
        m_details->leave();
    else if (!m_tools->search().text().isEmpty())
        m_tools->search().clear();
    else
        filter({});
}

void TimelineWidget::jump()
{
    const auto answer = [this](const QStringList &given) -> Result<void> {
        const QList<TimelineEntry> &entries = m_context.session.incident().entries;
        const Instant now = m_context.session.now();
        Instant last = entries.isEmpty() ? now : entries.first().at;
        for (const TimelineEntry &entry : entries)
            last = std::max(last, entry.at);
        const Result<Instant> at = items::readJump(given.value(0), {now, m_context.times.zone(), m_context.times.origin(), last});
        if (!at)
            return tl::unexpected(at.error());
        const QModelIndex nearest = m_model->nearest(*at);
        if (!nearest.isValid())
            return refused(tr("Nothing is shown that could be gone to"));
        m_list->goTo(nearest, QAbstractItemView::PositionAtCenter);
        return {};
    };
    m_details->ask(
        {tr("Go to a time, in %1").arg(m_context.times.zone() == QTimeZone::utc() ? QStringLiteral("UTC") : m_context.times.zoneName()),
         tr("Go"),
         {{.name = tr("14:05, -30m, yesterday 23:50, T+20m")}},
         answer});
}

} // namespace qd::ui
