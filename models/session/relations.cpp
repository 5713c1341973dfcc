#include "models/session/relations.h"

#include "models/core/merging.h"
#include "models/journal/journal.h"
#include "models/session/session.h"

namespace qd {

Relations::Relations(IncidentSession &session, Journal &journal) : m_session(session), m_journal(journal) { }

void Relations::find(Done<Related> done)
{
    const Incident &incident = m_session.incident();
    LikeQuery query = likeQueryOf(incident);
    const qsizetype wanted = query.limit;
    query.limit += static_cast<int>(incident.links.size()) + 4; // some of them are linked
    m_journal.loadLinks(incident).then(this, [this, query, wanted, done](const Result<std::vector<LinkedIncident>> &links) {
        if (!links) {
            done(tl::unexpected(links.error()));
            return;
        }
        findLike(query, [links = *links, wanted, done](const Result<std::vector<LikeHit>> &hits) {
            if (!hits) {
                done(tl::unexpected(hits.error()));
                return;
            }
            Related related{links, {}};
            for (const LikeHit &hit : *hits) {
                const bool linked =
                    std::any_of(links.begin(), links.end(), [&hit](const LinkedIncident &other) { return other.incident == hit.incident; });
                if (!linked && std::ssize(related.like) < wanted)
                    related.like.push_back(hit);
            }
            done(related);
        });
    });
}

void Relations::findLike(const LikeQuery &query, Done<std::vector<LikeHit>> done)
{
    m_journal.loadLike(query).then(this, std::move(done));
}

// What another incident is, is read from the record: what was just written here is to be in it.
void Relations::whenSaved(std::function<void()> then)
{
    if (m_session.saveStatus().state != SaveState::Saving) {
        then();
        return;
    }
    auto *waiting = new QObject(this);
    connect(&m_session, &IncidentSession::saveStatusChanged, waiting, [this, waiting, then = std::move(then)] {
        if (m_session.saveStatus().state == SaveState::Saving)
            return;
        disconnect(&m_session, nullptr, waiting, nullptr);
        waiting->deleteLater();
        then();
    });
}

void Relations::link(const QString &other, const QString &relation, Done<EventId> done)
{
    whenSaved([this, from = m_session.incident().id, other, relation, done = std::move(done)] { linkFrom(from, other, relation, done); });
}

void Relations::linkFrom(const IncidentId &from, const QString &other, const QString &relation, const Done<EventId> &done)
{
    const Result<IncidentId> found = m_journal.resolve(other);
    if (!found) {
        done(tl::unexpected(found.error()));
        return;
    }
    withIncident(*found, [this, from, relation, done](const Result<Incident> &there) {
        if (!there || m_session.incident().id != from) // another one was opened meanwhile
            done(there ? Result<EventId>(refused(tr("another incident was opened meanwhile; nothing was linked")))
                       : Result<EventId>(tl::unexpected(there.error())));
        else if (const Result<Command> command = linkTo(m_session.incident(), *there, relation); !command)
            done(tl::unexpected(command.error()));
        else
            done(m_session.submit(*command));
    });
}

void Relations::unlink(const LinkedIncident &linked, Done<EventId> done)
{
    if (linked.own)
        done(m_session.submit(command::UnlinkIncident{linked.link}));
    else
        decideOn(
            linked.incident, [link = linked.link](const Incident &) { return Result<Command>(command::UnlinkIncident{link}); }, done);
}

void Relations::mergeHere(const IncidentId &other, Done<EventId> done)
{
    decideOn(
        other, [into = m_session.incident()](const Incident &incident) { return mergeInto(incident, into); }, std::move(done));
}

void Relations::withIncident(const IncidentId &incident, std::function<void(const Result<Incident> &)> then)
{
    m_journal.loadEvents(incident).then(this, [then = std::move(then)](const Result<std::vector<Event>> &events) {
        then(events ? Result<Incident>(fold(*events)) : Result<Incident>(tl::unexpected(events.error())));
    });
}

void Relations::decideOn(const IncidentId &incident, const Decision &decision, Done<EventId> done)
{
    whenSaved([this, incident, decision, done] {
        withIncident(incident, [this, decision, done](const Result<Incident> &there) {
            const Result<Command> command = there ? decision(*there) : Result<Command>(tl::unexpected(there.error()));
            if (!command)
                done(tl::unexpected(command.error()));
            else
                m_session.submitTo(there->id, *command, done);
        });
    });
}

} // namespace qd
