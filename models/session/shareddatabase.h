#pragma once
// The one object that the window holds for the shared database. Never waits; local work goes on whatever the network does.
//
// 1. The record knows its hub (Journal::sharing()): what is joined stays joined until a person leaves.
// 2. From here the courier hears what was written and what is looked at; the session hears what arrived, who writes, and what waits.
// 3. No password is kept here.
// 4. A hub that another program joined or left on this record is noticed within a few seconds.

#include "models/journal/sharing.h"
#include "models/session/hublink.h"

#include <QTimer>

namespace qd {

class IncidentSession;
class Journal;

struct TypedHub // what a person writes to say where a hub is
{
    QString address; // a URL, or a host: then the next two complete it
    QString database, login;
    QString password; // null: none was typed
};

struct ReadHub // how that is understood
{
    hub::HubAddress address;
    QString password;
    bool isThisMachine = false;
    QString hosts;
    QString caution; // where less is trusted than by default; empty: nothing to say
};

struct HeldEntries // that the hub does not take: they stay here
{
    IncidentId incident;
    QString reason; // a sentence
    bool operator==(const HeldEntries &) const = default;
};

class SharedDatabase : public QObject
{
    Q_OBJECT

public:
    template<class T>
    using Done = HubLink::Done<T>;
    struct Services // none is owned; all outlive it
    {
        Journal &journal;
        IncidentSession &session;
        HubLink &link;
        std::function<void(const std::optional<Duration> &hubIsAhead)> correctClock; // none: by this machine's own
    };
    explicit SharedDatabase(const Services &services, QObject *parent = nullptr);

    void start(); // goes on with the hub that was joined
    [[nodiscard]] bool isJoined() const { return m_state.with.joined(); }
    [[nodiscard]] QString address() const { return m_state.with.address; }
    [[nodiscard]] const hub::HubStatus &status() const { return m_status; } // its `waiting` is the record's own count
    [[nodiscard]] const std::vector<HeldEntries> &held() const { return m_held; }
    [[nodiscard]] const std::vector<hub::Present> &present() const { return m_present; }
    [[nodiscard]] QStringList peopleAt(const IncidentId &incident) const; // who else looks at it, each once
    [[nodiscard]] QStringList peopleHere() const;                         // who else is in the room
    [[nodiscard]] QStringList knownPeople() const;                        // those, and the members as they were last read
    [[nodiscard]] std::optional<Duration> clockOffset() const { return m_offset; }
    [[nodiscard]] bool isAdministrator() const { return isJoined() && m_status.standing == hub::Standing::Administrator; }

    [[nodiscard]] static Result<ReadHub> read(const TypedHub &typed);
    // An error leaves everything as it was.
    void join(const TypedHub &typed, const Done<void> &done);
    void makeHub(const TypedHub &typed, const Done<QString> &done); // and joins it
    [[nodiscard]] Result<void> leave();                             // the record stays, with all that came
    void tryNow();
    void usePassword(const QString &password); // another one than is kept

    void loadMembers(const Done<std::vector<hub::HubMember>> &done);
    void grant(const hub::HubMember &member, const Done<void> &done);
    void revoke(const QString &login, const Done<void> &done);

signals:
    void changed();
    void presentChanged();
    void warned(const QString &sentence); // what was done goes on, but a person should hear of this

private:
    void begin();
    void take(const ReadHub &hub, const hub::Greeting &greeting, const Done<void> &done);
    void takeStatus(const hub::HubStatus &status);
    void takeClock(Duration hubIsAhead);
    void standAlone();
    void follow(const SharingState &state);
    void takeState(const SharingState &state);
    void takePresent(const std::vector<hub::Present> &present);
    void readState();
    void takePerson(const QString &person);
    void keepPassword(const hub::HubAddress &address, const QString &password);

    Services m_services;
    QString m_ownName; // whom the session wrote as before
    SharingState m_state;
    hub::HubStatus m_status;
    std::vector<HeldEntries> m_held;
    std::vector<hub::Present> m_present;
    std::vector<hub::HubMember> m_members;
    std::optional<Duration> m_offset;
    QTimer m_soon;        // several changes, one look at the record
    QTimer m_alone;       // looks whether another program joined a hub
    int m_membership = 0; // counts joining and leaving here: what was read before is of no use
    bool m_reading = false;
    bool m_readAgain = false;
};

} // namespace qd
