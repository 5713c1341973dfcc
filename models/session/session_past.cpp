// The incident as it was known at a moment of the past.
#include "models/session/session_p.h"

#include <QPromise>
#include <QThreadPool>

namespace qd {

std::optional<Instant> IncidentSession::asOf() const
{
    return d->past ? std::optional(d->past->at) : std::nullopt;
}

Instant IncidentSession::present() const
{
    return d->now();
}

void IncidentSession::showAsOf(const std::optional<Instant> &instant)
{
    if (!hasIncident())
        return;
    if (!instant) {
        d->wanted.reset();
        if (!std::exchange(d->past, std::nullopt))
            return;
        emit asOfChanged();
        emit changed();
        emit clocksChanged();
        return;
    }
    Instant first = d->now();
    for (const Event &event : d->events)
        first = std::min(first, event.recordedAt);
    d->wanted = std::clamp(*instant, first, std::max(first, d->now()));
    d->foldWanted();
}

void IncidentSession::Private::foldWanted()
{
    if (folding || !wanted)
        return;
    folding = true;
    const auto promise = std::make_shared<QPromise<Incident>>();
    promise->start();
    promise->future().then(q, [this, at = *wanted, incident = current](const Incident &known) {
        folding = false;
        if (!wanted || incident != current) {
            foldWanted();
            return;
        }
        showPast(at, known);
        if (*wanted != at)
            foldWanted();
    });
    QThreadPool::globalInstance()->start([promise, log = events, at = *wanted] {
        promise->addResult(foldAsOf(log, at));
        promise->finish();
    });
}

void IncidentSession::Private::showPast(Instant at, Incident incident)
{
    Past shown{at, std::move(incident), nullptr, {}};
    shown.plan = plans.planOf(shown.incident.plan);
    shown.clocks = clocks::clocks(*shown.plan, shown.incident, at);
    past = std::move(shown);
    emit q->asOfChanged();
    emit q->changed();
    emit q->clocksChanged();
}

} // namespace qd
