// Commands to incidents that are not open, and what of them can be taken back; the list of action items as a file.
#include "models/session/session_p.h"

#include "models/exchange/actionexport.h"

#include <QPromise>
#include <QThreadPool>

namespace qd {

std::vector<Event> merged(std::vector<Event> events, const std::vector<Event> &more)
{
    QSet<EventId> known;
    for (const Event &event : events)
        known.insert(event.id);
    std::copy_if(more.begin(), more.end(), std::back_inserter(events), [&known](const Event &event) { return !known.contains(event.id); });
    return events;
}

void IncidentSession::submitTo(const IncidentId &incident, const Command &command, std::function<void(const Result<EventId> &)> done)
{
    if (incident == d->current) {
        done(submit(command));
        return;
    }
    if (isReadOnly()) {
        done(failure(ErrorCode::Storage, readOnlyReason()));
        return;
    }
    d->toSubmit.push_back({incident, command, std::move(done)});
    if (d->toSubmit.size() == 1)
        d->submitNext();
}

void IncidentSession::Private::submitNext()
{
    withCourse(toSubmit.front().incident, [this](const Result<Folded> &course) {
        const ToSubmit next = std::move(toSubmit.front()); // stands in front until it is answered: nobody overtakes it
        if (next.incident == current) // it was opened meanwhile
            next.done(q->submit(next.command));
        else
            next.done(course ? recordElsewhere((*course)->incident(), next.command) : tl::unexpected(course.error()));
        toSubmit.pop_front();
        if (!toSubmit.empty())
            submitNext();
    });
}

void IncidentSession::Private::withCourse(const IncidentId &incident, std::function<void(const Result<Folded> &)> next)
{
    using Loaded = Result<std::vector<Event>>;
    const auto recorded = [this, incident] {
        const auto found = away.constFind(incident);
        return found == away.cend() ? std::vector<Event>() : found->recorded;
    };
    const auto foldAll = [waiting = merged(waitingOf(incident), recorded())](const Loaded &loaded) -> std::pair<Loaded, Folded> {
        return {loaded, loaded ? std::make_shared<Fold>(merged(*loaded, waiting)) : nullptr};
    };
    services.journal.loadCourse(incident)
        .then(QtFuture::Launch::Async, foldAll)
        .then(q, [recorded, next = std::move(next)](const std::pair<Loaded, Folded> &read) {
            const auto &[loaded, folded] = read;
            if (!loaded) {
                next(tl::unexpected(loaded.error()));
                return;
            }
            const std::vector<Event> late = recorded(); // while it was read
            const bool added = std::all_of(late.begin(), late.end(),
                                           [&folded](const Event &event) { return folded->holds(event.id) || folded->add(event); });
            const Folded state = added ? folded : std::make_shared<Fold>(merged(*loaded, late));
            if (state->incident().id.isNull())
                next(refused(tr("This incident is not in the record; look for it on the board")));
            else
                next(state);
        });
}

Result<EventId> IncidentSession::Private::recordElsewhere(const Incident &state, const Command &command)
{
    const Result<Drafts> drafts = decide(state, command, {recorder.author(), now()});
    if (!drafts)
        return tl::unexpected(drafts.error());
    const std::vector<Event> recorded = recorder.record(*drafts, now());
    const auto its = away.insert(state.id, away.value(state.id, {state.ref, UndoStack(recorder.author()), {}}));
    for (const Event &event : recorded) {
        its->undo.add(event);
        its->recorded.push_back(event);
    }
    put(recorded);
    withCourse(state.id, [this](const Result<Folded> &course) {
        if (course)
            showElsewhere((*course)->incident());
    });
    return recorded.front().id;
}

void IncidentSession::Private::showElsewhere(const Incident &state)
{
    if (state.id == current)
        return;
    const std::shared_ptr<const plan::Plan> itsPlan = plans.planOf(state.plan);
    board.put(state, itsPlan);
    casebook.put(state, itsPlan);
    refreshBoard();
}

const IncidentSession::Private::Elsewhere *IncidentSession::Private::lastElsewhere(std::optional<Undoable> (UndoStack::*step)() const,
                                                                                   bool newest, IncidentId &incident) const
{
    const Elsewhere *last = nullptr;
    std::optional<Undoable> best = (undo.*step)();
    for (auto it = away.begin(); it != away.end(); ++it) {
        const std::optional<Undoable> its = (it->undo.*step)();
        if (!its || (best && (best->event < its->event) != newest)) // identifiers are in the order of time
            continue;
        best = its;
        last = &*it;
        incident = it.key();
    }
    return last;
}

std::optional<Undoable> IncidentSession::undoable() const
{
    IncidentId incident;
    const Private::Elsewhere *other = d->lastElsewhere(&UndoStack::undoable, true, incident);
    std::optional<Undoable> step = other ? other->undo.undoable() : d->undo.undoable();
    if (other)
        step->what = tr("%1 in %2").arg(step->what, other->ref);
    return step;
}

std::optional<Undoable> IncidentSession::redoable() const
{
    IncidentId incident;
    const Private::Elsewhere *other = d->lastElsewhere(&UndoStack::redoable, false, incident); // what was taken back last came first
    std::optional<Undoable> step = other ? other->undo.redoable() : d->undo.redoable();
    if (other)
        step->what = tr("%1 in %2").arg(step->what, other->ref);
    return step;
}

Result<EventId> IncidentSession::undo()
{
    const Undoable last = undoable().value_or(Undoable{});
    IncidentId incident;
    if (d->lastElsewhere(&UndoStack::undoable, true, incident))
        return d->takeBackElsewhere(incident, command::Undo{last.event, last.kind});
    return submit(command::Undo{last.event, last.kind});
}

Result<EventId> IncidentSession::redo()
{
    const Undoable last = redoable().value_or(Undoable{});
    IncidentId incident;
    if (d->lastElsewhere(&UndoStack::redoable, false, incident))
        return d->takeBackElsewhere(incident, command::Redo{last.event});
    return submit(command::Redo{last.event});
}

// Whether a change may be taken back is no matter of the incident's state.
Result<EventId> IncidentSession::Private::takeBackElsewhere(const IncidentId &incident, const Command &command)
{
    if (q->isReadOnly())
        return failure(ErrorCode::Storage, q->readOnlyReason());
    Incident named;
    named.id = incident;
    named.ref = away.find(incident)->ref;
    return recordElsewhere(named, command);
}

void IncidentSession::exportActions(const QString &path, review::ActionList actions, std::function<void(const Result<void> &)> done)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    promise->future().then(this, [done = std::move(done)](const Result<void> &result) { done(result); });
    QThreadPool::globalInstance()->start([promise, path, actions = std::move(actions)] {
        promise->addResult(exchange::writeActions(path, actions));
        promise->finish();
    });
}

} // namespace qd
