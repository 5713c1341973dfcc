// How events reach the open incident and the board: from a command, from the journal, from another process.
#include "models/session/session_p.h"

namespace qd {
namespace {

constexpr int endedWithClocks = 50; // of the ended incidents, so many have their post-mortem's clocks on the board

BoardRow rowOf(const IncidentSummary &summary)
{
    BoardRow row;
    row.id = summary.id;
    row.ref = summary.ref;
    row.title = summary.displayTitle();
    row.severity = summary.severity;
    row.rank = -1;
    row.status = summary.status;
    row.commander = summary.commander;
    row.mergedInto = summary.mergedInto;
    row.open = false;
    row.drill = summary.drill;
    row.declaredAt = summary.declaredAt.value_or(Instant{});
    return row;
}

} // namespace

void IncidentSession::Private::take(const IncidentId &incident, std::vector<Event> loaded)
{
    current = incident;
    away.remove(incident);
    past.reset();
    wanted.reset();
    events = std::move(loaded);
    events.reserve(events.size() + events.size() / 4); // now, and not under someone's Enter
    undo = UndoStack(recorder.author(), events);
    refold();
    if (!events.empty()) {
        board.put(fold.incident(), plan);
        casebook.put(fold.incident(), plan);
    }
    recomputeClocks();
    refreshBoard();
    emit q->opened();
    emit q->changed();
    emit q->clocksChanged();
}

void IncidentSession::Private::refold()
{
    fold = Fold(events);
    plan = plans.planOf(fold.incident().plan);
}

void IncidentSession::Private::noteEvents(const std::vector<Event> &added)
{
    bool again = false;
    for (const Event &event : added) {
        if (fold.holds(event.id))
            continue;
        const qsizetype before = fold.incident().entries.size();
        events.push_back(event);
        undo.add(event);
        again = !fold.add(event) || again;
        if (again || past)
            continue;
        if (fold.incident().entries.size() > before)
            emit q->entryAdded(static_cast<int>(before));
        for (const qsizetype touched : std::vector<qsizetype>(fold.touched())) {
            if (touched < before)
                emit q->entryChanged(static_cast<int>(touched));
        }
    }
    if (again) {
        refold();
        if (!past)
            emit q->refolded();
    } else if (std::any_of(added.begin(), added.end(), [](const Event &event) { return event.kind == QLatin1String("plan.adopted"); }))
        plan = plans.planOf(fold.incident().plan);
    stateChanged();
}

void IncidentSession::Private::put(const std::vector<Event> &recorded)
{
    for (const Event &event : recorded) {
        pending.insert(event.id);
        if (unshared)
            unshared->insert(event.id);
    }
    if (recorded.front().incident == current)
        noteEvents(recorded);
    save(recorded);
}

void IncidentSession::Private::stateChanged()
{
    if (!fold.incident().id.isNull()) { // none is open
        board.put(fold.incident(), plan);
        casebook.put(fold.incident(), plan);
    }
    recomputeClocks();
    refreshBoard();
    if (past)
        return; // what is shown is over and does not change
    emit q->changed();
    emit q->clocksChanged();
}

void IncidentSession::Private::recomputeClocks()
{
    countdowns = clocks::clocks(*plan, fold.incident(), now());
    nextChange = clocks::nextChange(countdowns, now());
}

void IncidentSession::Private::refreshBoard()
{
    const std::vector<BoardRow> before = board.rows();
    board.refresh(now());
    if (board.rows() != before)
        emit q->boardChanged();
    const bool runs = board.anythingRuns();
    if (runs != tick.isActive())
        runs ? tick.start() : tick.stop();
}

void IncidentSession::Private::onTick()
{
    if (nextChange && *nextChange <= now()) {
        recomputeClocks();
        if (!past)
            emit q->clocksChanged();
    }
    refreshBoard();
    emit q->ticked(now());
}

void IncidentSession::Private::save(std::vector<Event> toSave)
{
    if (toSave.empty()) {
        retry.stop();
        return;
    }
    onTheWay.insert(onTheWay.end(), toSave.begin(), toSave.end());
    emit q->saveStatusChanged();
    services.journal.append(toSave).then(q, [this, toSave](const Result<std::vector<Event>> &stored) {
        if (stored)
            saved(toSave);
        else
            notSaved(toSave, stored.error());
    });
}

void IncidentSession::Private::arrivedAtJournal(const std::vector<Event> &answered)
{
    std::erase_if(onTheWay, [&answered](const Event &event) {
        return std::any_of(answered.begin(), answered.end(), [&event](const Event &other) { return other.id == event.id; });
    });
}

std::vector<Event> IncidentSession::Private::waitingOf(const IncidentId &incident) const
{
    std::vector<Event> waiting;
    for (const std::vector<Event> *all : {&unsaved, &onTheWay})
        std::copy_if(all->begin(), all->end(), std::back_inserter(waiting),
                     [&incident](const Event &event) { return event.incident == incident; });
    return waiting;
}

void IncidentSession::Private::saved(const std::vector<Event> &stored)
{
    arrivedAtJournal(stored);
    QSet<IncidentId> changed;
    for (const Event &event : stored) {
        pending.remove(event.id);
        changed.insert(event.incident);
    }
    for (const IncidentId &incident : std::as_const(changed)) { // it may have been read before this was stored
        if (incident != current)
            casebook.refresh(incident);
        else if (!casebook.find(incident))
            casebook.put(fold.incident(), plan);
    }
    if (unsaved.empty()) {
        saveProblem.clear();
        retry.stop();
    }
    emit q->saveStatusChanged();
}

void IncidentSession::Private::notSaved(const std::vector<Event> &refused, const Error &why)
{
    arrivedAtJournal(refused);
    unsaved.insert(unsaved.end(), refused.begin(), refused.end());
    saveProblem = why.sentence;
    retry.start();
    emit q->saveStatusChanged();
}

void IncidentSession::Private::loadBoard()
{
    position = services.journal.position();
    services.journal.loadIncidents().then(q, [this](const Result<std::vector<IncidentSummary>> &summaries) {
        if (!summaries) {
            emit q->failed(summaries.error().sentence);
            return;
        }
        int ended = 0;
        for (const IncidentSummary &summary : *summaries) {
            if (summary.open || ++ended <= endedWithClocks)
                refreshOnBoard(summary.id);
            else
                board.putEnded(summary.id, rowOf(summary));
        }
        refreshBoard();
        if (summaries->empty())
            emit q->boardChanged();
    });
}

void IncidentSession::Private::refreshOnBoard(const IncidentId &incident)
{
    casebook.refresh(incident);
    services.journal.loadCourse(incident).then(q, [this](const Result<std::vector<Event>> &loaded) {
        if (!loaded || loaded->empty())
            return;
        const Incident state = qd::fold(*loaded);
        std::shared_ptr<const plan::Plan> itsPlan = plans.planOf(state.plan);
        board.put(state, std::move(itsPlan));
        refreshBoard();
    });
}

void IncidentSession::Private::catchUp()
{
    constexpr int atOnce = 5000; // a first look at a large shared record takes no more than this of memory and of the window's time
    if (std::exchange(catchingUp, true))
        return;
    services.journal.loadAfter(position, atOnce).then(q, [this](const Result<Arrivals> &arrivals) {
        catchingUp = false;
        if (!arrivals)
            return;
        position = std::max(position, arrivals->position);
        std::vector<Event> here;
        for (const Event &event : arrivals->events) {
            recorder.observe(event.stamp);
            if (event.incident == current)
                here.push_back(event);
            else
                arrivedElsewhere.insert(event.incident);
        }
        std::erase_if(here, [this](const Event &event) { return pending.contains(event.id); });
        if (!here.empty())
            noteEvents(here);
        if (!arrivedElsewhere.isEmpty() && !soon.isActive())
            soon.start();
        if (services.journal.position() > position)
            catchUp();
    });
}

} // namespace qd
