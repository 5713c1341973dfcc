#pragma once
// What the window asks of other incidents than the open one, and does to them. Everything is read off the window's thread; `done` is called
// on it, unless the session has gone.
//
// A change of another incident goes through the same Desk, and Ctrl+Z takes it back.

#include "models/core/command.h"
#include "models/core/likeness.h"
#include "models/core/linkedincident.h"
#include "models/core/result.h"

#include <QObject>

#include <functional>
#include <vector>

namespace qd {

class IncidentSession;
class Journal;

struct Related
{
    std::vector<LinkedIncident> links; // from both sides
    std::vector<LikeHit> like;         // those that are linked left out
};

class Relations : public QObject
{
    Q_OBJECT

public:
    template<class T>
    using Done = std::function<void(const Result<T> &)>;

    Relations(IncidentSession &session, Journal &journal);

    void find(Done<Related> done); // of the open incident
    void findLike(const LikeQuery &query, Done<std::vector<LikeHit>> done);
    void link(const QString &other, const QString &relation, Done<EventId> done); // the open one to another, by its reference
    void unlink(const LinkedIncident &linked, Done<EventId> done);                // on whichever side it stands
    void mergeHere(const IncidentId &other, Done<EventId> done);                  // the other one into the open one

private:
    using Decision = std::function<Result<Command>(const Incident &incident)>;
    void decideOn(const IncidentId &incident, const Decision &decision, Done<EventId> done);
    void whenSaved(std::function<void()> then);
    void linkFrom(const IncidentId &from, const QString &other, const QString &relation, const Done<EventId> &done);
    void withIncident(const IncidentId &incident, std::function<void(const Result<Incident> &)> then);

    IncidentSession &m_session;
    Journal &m_journal;
};

} // namespace qd
