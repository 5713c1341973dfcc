#pragma once
// The one object that the window holds: takes commands, hands out values. Lives on the window's thread and never waits.
//
// 1. A command is decided at once on the state in memory and its effect is visible when submit() returns; it is durable when saveState()
//    says so, and never before.
// 2. What the journal could not store is kept, shown as unsaved, and tried again: nothing typed is lost.
// 3. The past can be looked at: showAsOf() makes the values those of the incident as it was known then, everywhere in the window. Commands
//    act on the record as it is now all the same: the scribe can always write.
// 4. Flow is one way: views read the values and submit commands; they change nothing.

#include "models/clocks/clocks.h"
#include "models/core/command.h"
#include "models/core/desk.h"
#include "models/core/fold.h"
#include "models/core/planrun.h"
#include "models/core/undo.h"
#include "models/plan/plan.h"
#include "models/items/noticefact.h"
#include "models/oncall/roster.h"
#include "models/review/actionlist.h"
#include "models/session/boardrow.h"
#include "models/session/exportwish.h"
#include "models/session/planchoice.h"
#include "models/session/savestatus.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace qd {

class BundleTransfer;
class Casebook;
class Journal;
class Relations;

class IncidentSession : public QObject
{
    Q_OBJECT

public:
    // None is owned; all outlive the session. `loadPlan` gives a plan by its name (app wires it to the shipped and added plans).
    struct Services
    {
        Journal &journal;
        const Clock &clock;
        std::function<std::vector<PlanChoice>()> planChoices;
        std::function<Result<plan::Plan>(const QString &)> loadPlan;
    };
    IncidentSession(const Services &services, const QString &author, QObject *parent = nullptr);
    ~IncidentSession() override;

    void start();                          // reads the board, in the background
    void open(const IncidentId &incident); // in the background; opened() when it is there
    void openReference(const QString &reference);
    void openMostUrgent();
    [[nodiscard]] bool hasIncident() const;
    [[nodiscard]] const Incident &incident() const; // of the open incident; an empty one when there is none
    [[nodiscard]] const plan::Plan &plan() const;
    [[nodiscard]] const std::vector<clocks::Countdown> &clocks() const;
    [[nodiscard]] const std::vector<BoardRow> &board() const;         // the most urgent first
    [[nodiscard]] std::vector<items::NoticeFact> noticeFacts() const; // of every incident on the board; action items of all in the casebook
    [[nodiscard]] int boardRevision() const;                          // another one: the facts may have changed
    [[nodiscard]] SaveStatus saveStatus() const;
    [[nodiscard]] bool isPending(const EventId &event) const; // on screen, not durable yet
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] QString readOnlyReason() const;
    [[nodiscard]] const QString &author() const;
    void setAuthor(const QString &author); // of what is written from now on: whom the shared database knows us as
    void setWaiting(std::optional<QSet<EventId>> waiting); // what the others do not have yet; none: the record is not shared
    [[nodiscard]] bool isWaiting(const EventId &event) const;
    [[nodiscard]] Instant now() const; // of what is shown: while that is the past, its instant
    [[nodiscard]] Instant present() const;

    // The incident as it was known at an instant (what had been recorded by then); absent: as it is. Worked out in the background: the last
    // one that was asked for is shown. Opening an incident ends it.
    void showAsOf(const std::optional<Instant> &instant);
    [[nodiscard]] std::optional<Instant> asOf() const; // that is shown

    [[nodiscard]] Result<EventId> submit(const Command &command);                                // on the open incident
    // On any incident, decided on its course (Journal::loadCourse) in the background; `done` is called on the window's thread.
    void submitTo(const IncidentId &incident, const Command &command, std::function<void(const Result<EventId> &)> done);
    [[nodiscard]] Result<IncidentId> declare(command::Declare declare, const QString &planName); // and opens it

    // Attachments: content is stored by its hash off the window's thread; `done` is called on it. What is empty or too large is refused
    // with a sentence. `keep` stores what no entry names yet, `log` logs an entry with what was kept: all or nothing, one step to undo.
    void attach(const QByteArray &content, const QString &name, const QString &mime, const EventId &entry,
                std::function<void(const Result<EventId> &)> done); // entry: null, it belongs to the open incident
    void keepAttachment(const QByteArray &content, const QString &name, const QString &mime,
                        std::function<void(const Result<Attachment> &)> done);
    void forgetAttachment(const QString &sha256); // unless an event names it
    void loadAttachment(const QString &sha256, std::function<void(const Result<QByteArray> &)> done);
    [[nodiscard]] Result<EventId> log(const command::LogEntry &entry, const std::vector<Attachment> &attachments);
    [[nodiscard]] Result<std::vector<EventId>> logEach(const std::vector<command::LogEntry> &entries); // all or none; a step each to undo

    [[nodiscard]] std::optional<Undoable> undoable() const; // the last change from here, in the open incident or by submitTo()
    [[nodiscard]] std::optional<Undoable> redoable() const;
    [[nodiscard]] Result<EventId> undo();
    [[nodiscard]] Result<EventId> redo();
    [[nodiscard]] const std::vector<Event> &events() const; // of the open incident, for --asof and the export

    // Written off the window's thread, whole or not at all, one at a time; `progress` (0 to 1) and `done` are called on it.
    void exportDocument(const ExportWish &wish, std::function<void(double)> progress, std::function<void(const Result<void> &)> done);
    void cancelExport(); // its `done` follows with an error; the file that was there is untouched
    [[nodiscard]] static std::vector<ExportChoice> exportChoices();
    void exportPostmortem(const QString &path, std::function<void(const Result<void> &)> done); // by the file's ending, all of it
    void exportActions(const QString &path, review::ActionList actions, std::function<void(const Result<void> &)> done); // csv, md

    [[nodiscard]] Relations &relations(); // with other incidents
    [[nodiscard]] BundleTransfer &bundles();
    [[nodiscard]] std::vector<PlanChoice> planChoices() const;
    [[nodiscard]] Result<plan::Plan> loadPlan(const QString &name) const;
    // Which incidents ran under which plan. Read off the window's thread; `done` is called on it, unless the session has gone.
    void loadPlanRuns(std::function<void(const Result<std::vector<PlanRun>> &)> done);
    [[nodiscard]] QStringList knownPeople() const; // who is on call, then those named in the open incident

    [[nodiscard]] Casebook &casebook(); // of all incidents; watch() it before its cases are asked for

    void setOnCall(oncall::Roster roster); // the schedules as they are read; app keeps them up to date
    [[nodiscard]] const oncall::Roster &onCallRoster() const;
    // By the schedules that are for the open incident's plan: at now(), and whatever is shown, at present.
    [[nodiscard]] oncall::OnCallNow onCall() const;
    [[nodiscard]] oncall::OnCallNow onCallNow() const;

signals:
    void boardChanged();
    void opened();                // another incident is open now
    void changed();               // the open incident's state
    void asOfChanged();           // another moment is shown, or the present again; incident() lives elsewhere now
    void entryAdded(int index);   // entries[index], added at the end; changed() follows
    void entryChanged(int index); // entries[index], in its place; changed() follows
    void refolded();              // any entry may have changed or moved; changed() follows
    void onCallChanged();         // the schedules; that a shift ends comes with the tick
    void clocksChanged();         // a command, or an instant, moved a clock
    void saveStatusChanged();
    void waitingChanged();        // isWaiting() of some
    void ticked(qd::Instant now); // once a second while anything counts down; the present, whatever is shown
    void failed(const QString &sentence);

private:
    [[nodiscard]] QString whoIsCalled(const items::NoticeFact &fact) const; // " (Ada)", of a step for whoever is on call
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace qd
