#include "models/session/session_p.h"

#include "models/items/actionnotices.h"
#include "models/items/oncallwords.h"
#include "models/plan/json.h"

namespace qd {

IncidentSession::IncidentSession(const Services &services, const QString &author, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(this, services, author))
{
    d->relations = std::make_unique<Relations>(*this, services.journal);
    d->tick.setInterval(std::chrono::seconds(1));
    d->tick.setTimerType(Qt::VeryCoarseTimer); // with the others of a second: one waking for all
    d->retry.setInterval(std::chrono::seconds(5));
    d->soon.setInterval(std::chrono::milliseconds(50));
    d->soon.setSingleShot(true);
    connect(&d->soon, &QTimer::timeout, this, [this] {
        for (const IncidentId &incident : std::exchange(d->arrivedElsewhere, {}))
            d->refreshOnBoard(incident);
    });
    connect(&d->tick, &QTimer::timeout, this, [this] { d->onTick(); });
    connect(&d->retry, &QTimer::timeout, this, [this] { d->save(std::exchange(d->unsaved, {})); });
    connect(&services.journal, &Journal::arrived, this, [this] { d->catchUp(); });
    connect(&d->casebook, &Casebook::changed, this, [this] { ++d->casebookRevision; });
}

IncidentSession::~IncidentSession() = default;

void IncidentSession::start()
{
    d->loadBoard();
}

void IncidentSession::open(const IncidentId &incident)
{
    if (incident == d->current)
        return;
    // What the journal has not stored when it is asked, it may leave out.
    d->services.journal.loadEvents(incident).then(
        this, [this, incident, waiting = d->waitingOf(incident)](const Result<std::vector<Event>> &loaded) {
            if (!loaded)
                emit failed(loaded.error().sentence);
            else
                d->take(incident, merged(merged(*loaded, waiting), d->away.value(incident, {{}, UndoStack({}), {}}).recorded));
        });
}

void IncidentSession::openReference(const QString &reference)
{
    const Result<IncidentId> found = d->services.journal.resolve(reference);
    if (!found)
        emit failed(found.error().sentence);
    else
        open(*found);
}

void IncidentSession::openMostUrgent()
{
    const auto &rows = d->board.rows();
    if (!rows.empty() && rows.front().open)
        open(rows.front().id);
}

bool IncidentSession::hasIncident() const
{
    return !d->current.isNull();
}

const Incident &IncidentSession::incident() const
{
    return d->past ? d->past->incident : d->fold.incident();
}

const plan::Plan &IncidentSession::plan() const
{
    return d->past ? *d->past->plan : *d->plan;
}

const std::vector<clocks::Countdown> &IncidentSession::clocks() const
{
    return d->past ? d->past->clocks : d->countdowns;
}

const std::vector<BoardRow> &IncidentSession::board() const
{
    return d->board.rows();
}

QString IncidentSession::whoIsCalled(const items::NoticeFact &fact) const
{
    const bool isOpen = fact.incident == d->current;
    const oncall::OnCallNow now = isOpen ? onCallNow() : oncall::onCallAt(d->roster, {}, present());
    const oncall::OnDuty *duty = items::onCallFor(fact.words, now); // of a restricted incident the words name no step
    return duty ? tr(" (%1)").arg(duty->person) : QString();
}

std::vector<items::NoticeFact> IncidentSession::noticeFacts() const
{
    std::vector<items::NoticeFact> facts = d->board.noticeFacts();
    for (items::NoticeFact &fact : facts) {
        if (!d->roster.empty() && fact.kind != items::NoticeKind::Ask && fact.key.contains(QLatin1String("/escalate:")))
            fact.words += whoIsCalled(fact);
    }
    if (!d->casebook.isComplete())
        return facts; // what is overdue is summed up, and not told incident by incident
    const review::ActionList actions = review::actionsOf(d->casebook.cases(), present());
    const std::vector<items::NoticeFact> due = items::actionNotices(actions, author(), d->current, present());
    facts.insert(facts.end(), due.begin(), due.end());
    return facts;
}

Casebook &IncidentSession::casebook()
{
    return d->casebook;
}

int IncidentSession::boardRevision() const
{
    return d->board.revision() + d->casebookRevision;
}

const std::vector<Event> &IncidentSession::events() const
{
    return d->events;
}

SaveStatus IncidentSession::saveStatus() const
{
    const int waiting = static_cast<int>(d->pending.size());
    if (!d->saveProblem.isEmpty())
        return {SaveState::Failed, waiting, d->saveProblem};
    return {waiting ? SaveState::Saving : SaveState::Saved, waiting, {}};
}

bool IncidentSession::isPending(const EventId &event) const
{
    return d->pending.contains(event);
}

void IncidentSession::setAuthor(const QString &author)
{
    if (author == d->recorder.author())
        return;
    d->recorder.setAuthor(author);
    d->board.setPerson(author);
    d->undo = UndoStack(author, d->events);
    for (Private::Elsewhere &other : d->away)
        other.undo = UndoStack(author, other.recorded);
    d->stateChanged();
}

void IncidentSession::setWaiting(std::optional<QSet<EventId>> waiting)
{
    if (waiting == d->unshared)
        return;
    d->unshared = std::move(waiting);
    emit waitingChanged();
}

bool IncidentSession::isWaiting(const EventId &event) const
{
    return d->unshared && d->unshared->contains(event);
}

bool IncidentSession::isReadOnly() const
{
    return d->services.journal.isReadOnly();
}

QString IncidentSession::readOnlyReason() const
{
    return d->services.journal.readOnlyReason();
}

const QString &IncidentSession::author() const
{
    return d->recorder.author();
}

Instant IncidentSession::now() const
{
    return d->past ? d->past->at : d->now();
}

Result<EventId> IncidentSession::submit(const Command &command)
{
    if (isReadOnly())
        return failure(ErrorCode::Storage, readOnlyReason());
    const Result<Drafts> drafts = decide(d->fold.incident(), command, {author(), d->now()});
    if (!drafts)
        return tl::unexpected(drafts.error());
    const std::vector<Event> events = d->recorder.record(*drafts, d->now());
    d->put(events);
    return events.front().id;
}

Relations &IncidentSession::relations()
{
    return *d->relations;
}

Result<IncidentId> IncidentSession::declare(command::Declare declare, const QString &planName)
{
    if (isReadOnly())
        return failure(ErrorCode::Storage, readOnlyReason());
    const Result<plan::Plan> chosen = loadPlan(planName);
    if (!chosen)
        return tl::unexpected(chosen.error());
    const IncidentId id = IncidentId::make(d->now());
    declare.plan = plan::toJson(*chosen);
    int length = 4;
    do
        declare.ref = makeReference(id, length);
    while (d->services.journal.refIsTaken(declare.ref) && ++length < 12);
    const Result<Drafts> drafts = decideDeclare(declare, id, {author(), d->now()});
    if (!drafts)
        return tl::unexpected(drafts.error());
    const std::vector<Event> events = d->recorder.record(*drafts, d->now());
    for (const Event &event : events)
        d->pending.insert(event.id);
    d->save(events);
    d->take(id, events);
    return id;
}

void IncidentSession::loadPlanRuns(std::function<void(const Result<std::vector<PlanRun>> &)> done)
{
    d->services.journal.loadPlanRuns().then(this, std::move(done));
}

std::vector<PlanChoice> IncidentSession::planChoices() const
{
    return d->services.planChoices();
}

Result<plan::Plan> IncidentSession::loadPlan(const QString &name) const
{
    return d->services.loadPlan(name);
}

oncall::OnCallNow IncidentSession::onCallNow() const
{
    return oncall::onCallAt(d->roster, hasIncident() ? plan().id : QString(), present());
}

QStringList IncidentSession::knownPeople() const
{
    QSet<QString> people;
    for (const TimelineEntry &entry : incident().entries) {
        people.insert(entry.author);
        for (const QString &person : entry.people)
            people.insert(person);
    }
    for (const RoleSpan &span : incident().roles)
        people.insert(span.holder);
    people.insert(author());
    people.remove(QString());
    QStringList sorted(people.begin(), people.end());
    sorted.sort(Qt::CaseInsensitive);
    QStringList first;
    const oncall::OnCallNow now = onCallNow();
    for (const oncall::OnDuty &duty : now.people) {
        sorted.removeAll(duty.person);
        if (!first.contains(duty.person))
            first << duty.person;
    }
    return first + sorted;
}

void IncidentSession::setOnCall(oncall::Roster roster)
{
    d->roster = std::move(roster);
    emit onCallChanged();
}

const oncall::Roster &IncidentSession::onCallRoster() const
{
    return d->roster;
}

oncall::OnCallNow IncidentSession::onCall() const
{
    return oncall::onCallAt(d->roster, hasIncident() ? plan().id : QString(), now());
}

} // namespace qd
