#include "ui/panes/timeline/timelinewidget.h"

#include "models/clocks/remaining.h"
#include "models/core/timetext.h"
#include "models/review/markdown.h"
#include "ui/actions/actions.h"
#include "ui/panes/timeline/entrydetails.h"
#include "ui/panes/timeline/searchfield.h"
#include "ui/panes/timeline/timelinedelegate.h"
#include "ui/panes/timeline/timelinelist.h"
#include "ui/panes/timeline/timelinepane.h"
#include "ui/panes/timeline/timelinetools.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
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
      m_details(new EntryDetails(context, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_details);
    addActions();
    connectAll();
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
    return {[&times](Instant at) { return times.clock(at); }, [&times](Instant at) { return times.exact(at); },
            [&times](Instant at) { return times.day(at); }, [&session](const EventId &event) { return session.isPending(event); },
            countdown};
}

void TimelineWidget::connectAll()
{
    IncidentSession &session = m_context.session;
    connect(&session, &IncidentSession::opened, this, &TimelineWidget::openIncident);
    connect(&session, &IncidentSession::changed, this, &TimelineWidget::refresh);
    connect(&session, &IncidentSession::saveStatusChanged, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&session, &IncidentSession::ticked, this, [this] {
        if (std::any_of(m_context.session.incident().asks.begin(), m_context.session.incident().asks.end(),
                        [](const Ask &ask) { return ask.state == QLatin1String("open"); }))
            m_list->viewport()->update();
    });
    connect(&m_context.times, &TimeDisplay::changed, this, &TimelineWidget::refresh);
    connect(m_tools, &TimelineTools::filterChanged, this, [this](const QStringList &kinds) {
        m_model->setKinds(kinds);
        m_list->goToLatest();
    });
    connect(&m_tools->search(), &SearchField::textChanged, this, &TimelineWidget::search);
    connect(&m_tools->search(), &SearchField::next, this, [this] { stepMatch(1); });
    connect(&m_tools->search(), &SearchField::previous, this, [this] { stepMatch(-1); });
    connect(&m_tools->search(), &SearchField::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_model, &items::TimelineModel::matchesChanged, this, &TimelineWidget::showMatches);
    connect(m_list, &TimelineList::currentMoved, this, &TimelineWidget::followCurrent);
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
        {QStringLiteral("latest"), [](TimelineWidget &w) { w.m_list->goToLatest(); }},
        {QStringLiteral("details"), &TimelineWidget::toggleDetails},
        {QStringLiteral("edit"), &TimelineWidget::edit},
        {QStringLiteral("redact"), &TimelineWidget::redact},
        {QStringLiteral("pin"), &TimelineWidget::pin},
        {QStringLiteral("confirm"), [](TimelineWidget &w) { w.settle(QStringLiteral("confirmed")); }},
        {QStringLiteral("ruleout"), [](TimelineWidget &w) { w.settle(QStringLiteral("ruled-out")); }},
        {QStringLiteral("copy"), [](TimelineWidget &w) { w.copy(false); }},
        {QStringLiteral("copymarkdown"), [](TimelineWidget &w) { w.copy(true); }},
    };
    if (const EventId entry = EventId::fromString(about.toString()); !entry.isNull())
        m_list->goTo(m_model->indexOf(entry));
    if (const auto run = verbs.value(verb))
        run(*this);
}

void TimelineWidget::openIncident()
{
    m_details->leave();
    m_model->setIncident(m_context.session.hasIncident() ? &m_context.session.incident() : nullptr);
    m_tools->refresh();
    m_list->goToLatest();
}

void TimelineWidget::refresh()
{
    m_list->keepPlace([this] { m_model->refresh(); });
    m_tools->refresh();
    if (!m_details->isHidden() && !m_details->isAsking())
        followCurrent();
}

void TimelineWidget::search(const QString &words)
{
    m_list->rows().setSearching(!words.trimmed().isEmpty());
    m_model->setSearch(words);
    if (!m_model->matches().empty())
        m_list->goTo(m_model->index(m_model->matches().back()));
}

void TimelineWidget::stepMatch(int step)
{
    const std::vector<int> &matches = m_model->matches();
    if (matches.empty())
        return;
    const int row = m_list->currentIndex().row();
    auto next = step > 0 ? std::upper_bound(matches.begin(), matches.end(), row) : std::lower_bound(matches.begin(), matches.end(), row);
    if (step > 0)
        next = next == matches.end() ? matches.begin() : next;
    else
        next = next == matches.begin() ? matches.end() - 1 : next - 1;
    m_list->goTo(m_model->index(*next));
    showMatches();
}

void TimelineWidget::showMatches()
{
    const std::vector<int> &matches = m_model->matches();
    const auto at = std::lower_bound(matches.begin(), matches.end(), m_list->currentIndex().row());
    const int current = static_cast<int>(at - matches.begin()) + (at == matches.end() ? 0 : 1);
    m_tools->search().setHits(current, m_tools->search().text().trimmed().isEmpty() ? -1 : static_cast<int>(matches.size()));
}

const TimelineEntry *TimelineWidget::current() const
{
    return m_model->entryAt(m_list->currentIndex());
}

void TimelineWidget::followCurrent()
{
    showMatches();
    if (m_details->isHidden() || m_details->isAsking())
        return;
    if (const TimelineEntry *entry = current())
        m_details->showEntry(*entry);
    else
        m_details->hide();
}

void TimelineWidget::toggleDetails()
{
    const TimelineEntry *entry = current();
    if (entry && m_details->isHidden())
        m_details->showEntry(*entry);
    else
        m_details->leave();
}

Result<void> TimelineWidget::tell(const Command &command)
{
    const Result<EventId> done = m_context.session.submit(command);
    return done ? Result<void>() : tl::unexpected(done.error());
}

void TimelineWidget::tellOrSay(const Command &command)
{
    if (const Result<void> done = tell(command); !done)
        emit m_context.session.failed(done.error().sentence);
}

void TimelineWidget::edit()
{
    const TimelineEntry *entry = current();
    if (!entry)
        return;
    if (!entryKinds().contains(entry->kind) || entry->redacted) {
        emit m_context.session.failed(tr("This line records a change: change the thing itself, or undo it"));
        return;
    }
    const QString shown = toDateTime(entry->at, QTimeZone::utc()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QLatin1Char('Z');
    const auto answer = [this, id = entry->id, was = entry->text, shown](const QStringList &given) -> Result<void> {
        command::AmendEntry amend;
        amend.entry = id;
        if (given.value(1) != was)
            amend.text = given.value(1);
        if (given.value(0) != shown) {
            const Result<TypedTime> at =
                readTime(given.value(0), m_context.session.now(), QTimeZone(m_context.session.incident().rules.zone));
            if (!at)
                return tl::unexpected(at.error());
            amend.at = at->at;
        }
        amend.reason = given.value(2);
        return amend.text || amend.at ? tell(amend) : Result<void>();
    };
    m_details->showEntry(*entry);
    m_details->ask({tr("Edit: what it said before stays in its history"),
                    tr("Save"),
                    {{.name = tr("Time"), .value = shown, .completions = {}, .width = 22},
                     {.name = tr("Text"), .value = entry->text},
                     {.name = tr("Why, if it needs saying"), .value = {}, .completions = {}, .width = 24}},
                    answer});
}

void TimelineWidget::redact()
{
    const TimelineEntry *entry = current();
    if (!entry)
        return;
    const auto answer = [this, id = entry->id](const QStringList &given) { return tell(command::RedactEntry{id, given.value(0)}); };
    m_details->showEntry(*entry);
    m_details->ask({tr("Redact: the text goes for good, this reason stays"),
                    tr("Redact"),
                    {{.name = tr("Reason, such as: a pasted password")}},
                    answer});
}

void TimelineWidget::pin()
{
    if (const TimelineEntry *entry = current())
        tellOrSay(command::PinEntry{entry->id, !entry->pinned});
}

void TimelineWidget::settle(const QString &state)
{
    if (const TimelineEntry *entry = current())
        tellOrSay(command::SettleHypothesis{entry->id, entry->settlement.state == state ? QStringLiteral("open") : state, {}});
}

void TimelineWidget::copy(bool markdown)
{
    QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const QModelIndex &index : chosen) {
        const TimelineEntry *entry = m_model->entryAt(index);
        if (!entry)
            continue;
        const auto row = index.data(items::TimelineModel::RowRole).value<items::TimelineRow>();
        const QString time = m_context.times.exact(entry->at);
        lines << (markdown ? QStringLiteral("- **%1** %2: %3 (%4)")
                                 .arg(time, row.word, review::inlineText(row.text), review::inlineText(row.author))
                           : QStringLiteral("%1  %2: %3 (%4)").arg(time, row.word, row.text, row.author));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace qd::ui
