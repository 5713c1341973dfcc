#pragma once
// The session's parts; included by session*.cpp only.

#include "models/journal/journal.h"
#include "models/session/board.h"
#include "models/session/bundletransfer.h"
#include "models/session/casebook.h"
#include "models/session/documentexport.h"
#include "models/session/plancache.h"
#include "models/session/relations.h"
#include "models/session/session.h"

#include <QSet>
#include <QTimer>

#include <deque>

namespace qd {

[[nodiscard]] std::vector<Event> merged(std::vector<Event> events, const std::vector<Event> &more); // each once

struct IncidentSession::Private
{
    Private(IncidentSession *session, const Services &given, const QString &name)
        : q(session),
          services(given),
          recorder(given.journal.console(), name),
          board(name),
          casebook(given.journal)
    {
        recorder.observe(given.journal.lastStamp());
    }

    IncidentSession *q;
    Services services;
    Recorder recorder;
    PlanCache plans;
    Board board;
    Casebook casebook;
    std::unique_ptr<DocumentExport> documents = std::make_unique<DocumentExport>(services.journal, nullptr);
    std::unique_ptr<BundleTransfer> bundles =
        std::make_unique<BundleTransfer>(services.journal, services.clock, [this] { return recorder.author(); });
    std::unique_ptr<Relations> relations;

    IncidentId current;
    Fold fold;
    std::vector<Event> events; // of the current incident, as they came
    UndoStack undo{{}};
    std::shared_ptr<const plan::Plan> plan = std::make_shared<const plan::Plan>();
    std::vector<clocks::Countdown> countdowns;
    std::optional<Instant> nextChange;
    oncall::Roster roster;

    struct Elsewhere // an incident that is not open and was changed from here
    {
        QString ref;
        UndoStack undo;
        std::vector<Event> recorded;
    };
    QHash<IncidentId, Elsewhere> away;
    struct ToSubmit
    {
        IncidentId incident;
        Command command;
        std::function<void(const Result<EventId> &)> done;
    };
    std::deque<ToSubmit> toSubmit; // to incidents that are not open: one after the other, in the order in which they were asked
    void submitNext();
    int casebookRevision = 0;
    using Folded = std::shared_ptr<Fold>;
    void withCourse(const IncidentId &incident, std::function<void(const Result<Folded> &)> next); // what was recorded elsewhere is in it
    Result<EventId> recordElsewhere(const Incident &state, const Command &command);
    void showElsewhere(const Incident &state); // on the board and in the casebook
    [[nodiscard]] const Elsewhere *lastElsewhere(std::optional<Undoable> (UndoStack::*step)() const, bool newest, IncidentId &incident) const;
    [[nodiscard]] Result<EventId> takeBackElsewhere(const IncidentId &incident, const Command &command);

    QSet<EventId> pending;
    std::optional<QSet<EventId>> unshared; // for the others to have; none: nobody else will
    std::vector<Event> onTheWay; // the journal has them and has not answered yet
    std::vector<Event> unsaved;  // the journal refused them; tried again
    QString saveProblem;
    QTimer tick;  // once a second while anything counts down
    QTimer retry; // of what could not be stored

    struct Past // the open incident as it was known
    {
        Instant at{};
        Incident incident;
        std::shared_ptr<const plan::Plan> plan;
        std::vector<clocks::Countdown> clocks;
    };
    std::optional<Past> past;      // that is shown
    std::optional<Instant> wanted; // that was asked for last
    bool folding = false;          // in the background

    [[nodiscard]] Instant now() const { return services.clock.now(); }
    void foldWanted();
    void showPast(Instant at, Incident incident);
    void take(const IncidentId &incident, std::vector<Event> loaded); // it is the open one now
    void refold();                                                    // from `events`
    void noteEvents(const std::vector<Event> &added);                 // into the open incident
    void stateChanged();
    void recomputeClocks();
    void onTick();

    void put(const std::vector<Event> &events); // of the open incident or another: on screen, and on the way to the journal
    void save(std::vector<Event> toSave);
    void arrivedAtJournal(const std::vector<Event> &answered);
    [[nodiscard]] std::vector<Event> waitingOf(const IncidentId &incident) const; // what is not durable yet, in its order
    void saved(const std::vector<Event> &stored);
    void notSaved(const std::vector<Event> &refused, const Error &why);

    void loadBoard();
    void refreshOnBoard(const IncidentId &incident);
    void refreshBoard();
    void catchUp();      // events of another process
    qint64 position = 0; // in the journal's order of arrival, up to which this session has read
    bool catchingUp = false;
    QSet<IncidentId> arrivedElsewhere;
    QTimer soon; // what arrives elsewhere in a burst is read once
};

} // namespace qd
