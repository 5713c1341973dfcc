#pragma once
// Carries events between the record of one console and its hub, in both directions, for ever.
//
// 1. It does nothing by itself: no thread, no timer, no clock. step() makes one call on a port at most, and says when it wants to be called again.
// 2. What it knows is in the two ports. It may be dropped between any two calls and a new one made: nothing is lost, nothing is there twice.
// 3. An event counts as the hub's only after an answer that names it, under the epoch that the record still stands in. An answer that does not
//    fit its question is an error and counts for nothing.
// 4. What was pulled and the cursor that it moved go into the record together.
// 5. What waits here goes first; then pushing and pulling take turns, a batch each, and the trouble of one does not stop the other.
// 6. A chain that the hub refuses is held back alone. It is offered again when a person asks, when its incident is declared to us, and seldom.
// 7. On another epoch it asks which chains the hub still has, up to where, and offers the rest again, before anything else.
// 8. Its memory is a batch each way, and the names of the chains while an epoch changes.

#include "models/hub/courierpolicy.h"
#include "models/hub/courierstatus.h"
#include "models/hub/pace.h"

#include <QSet>

#include <array>

namespace qd::hub {

enum class Hint {
    Appended, // to the record, here
    Notified, // by the hub
};

class Courier
{
public:
    struct Step
    {
        std::optional<Instant> at; // none: at once
    };

    // The ports outlive it. `seed`: of the jitter; another one each console.
    Courier(LogPort &log, HubPort &hub, const CourierPolicy &policy, quint64 seed);

    // `now` may jump either way: what was to happen in ten seconds happens in twenty at the latest after a jump back. Earlier calls than asked
    // for do nothing.
    [[nodiscard]] Step step(Instant now);
    void hint(Hint what); // any number of times, or never; step() is to be called at once
    void tryNow();        // a person asks, or the network is back; step() is to be called at once
    [[nodiscard]] const CourierStatus &status() const { return m_status; }

private:
    enum class Phase {
        Connect,
        Disconnect,
        Membership,
        Chains,
        Heads,
        Tails,
        Enter,
        Release,
        Idle,
        Offer,
        Push,
        Acknowledge,
        Missing,
        Hold,
        Count,
        Where,
        Pull,
        Keep
    };
    enum class Way { Push, Pull };

    // courier.cpp: what is next, and what went wrong
    void perform(Instant now);
    void choose(Instant now);
    [[nodiscard]] Instant dueAt() const;
    void followClock(Instant now);
    void measure(Instant now);
    void failed(Trouble &trouble, const Error &error, Instant now);
    void failedWay(Way way, const Error &error, Instant now); // then a new connection
    void worked(Trouble &trouble);
    void tellTrouble();
    void reconnect(Instant at);
    void standsElsewhere(Instant now); // the record: another courier of it has seen another epoch, or it was left
    [[nodiscard]] Trouble &trouble(Way way) { return way == Way::Push ? m_pushing : m_pulling; }
    [[nodiscard]] double lot();

    // courier_greeting.cpp: from the connection to the room
    void connect(Instant now);
    void disconnect();
    void readMembership(Instant now);
    void refuse(const QString &sentence, Instant now);
    void failedGreeting(const Error &error, Instant now);
    void listChains(Instant now);
    void askHeads(Instant now);
    void loseTails(Instant now);
    void setEpoch(Instant now);
    void enterRoom(Instant now);
    void release(Instant now);

    // courier_carry.cpp: batches
    void offer(Instant now);
    void push(Instant now);
    void pushFailed(const Error &error, Instant now);
    void settle(const std::vector<PushAnswer> &answers);
    void settleNext();
    void acknowledge(Instant now);
    void offerMissing(Instant now);
    void hold(Instant now);
    void count(Instant now);
    void where(Instant now);
    void pull(Instant now);
    void keep(Instant now);
    void pulledBatch(Instant now);

    LogPort &m_log;
    HubPort &m_hub;
    CourierPolicy m_policy;
    quint64 m_lots;
    CourierStatus m_status;
    Phase m_phase = Phase::Connect;

    Instant m_now{};         // of the last step
    Instant m_lastContact{}; // the last answer of the hub
    Instant m_connectAt{}, m_pollAt{};
    std::optional<Instant> m_releaseAt, m_greetAt; // held chains are offered again; somebody who may not send asks whether he may now
    Trouble m_connecting, m_pushing, m_pulling;
    bool m_greeted = false; // at least once
    bool m_wantsPush = true, m_wantsPull = true, m_wantsRelease = true;
    Way m_turn = Way::Push;
    Membership m_at;

    std::vector<ConsoleId> m_chains; // while the epoch changes
    size_t m_asked = 0;
    QHash<ConsoleId, qint64> m_tails; // what the hub has of the chains just asked for, or said to be missing

    Pace m_pushPace, m_pullPace;
    Pace *m_measured = nullptr; // the pace of the batch that the last step carried
    std::vector<CarriedEvent> m_batch;
    std::vector<qint64> m_taken; // positions that the hub has
    std::vector<HeldChain> m_refused;
    QHash<ConsoleId, int> m_missing; // how often in a row, since the connection was made
    QSet<IncidentId> m_heldIncidents;
    bool m_reconnectAfterHold = false;
    Pulled m_pulled;
};

} // namespace qd::hub
