#pragma once
// Keeps a record in step with its hub, in the background.
//
// 1. No function here waits for the network. stop() takes a moment at most; where that was not enough for what hung (a host's name that nobody
//    looks up), hasLeftBehind() says so, and the program must end by _Exit: everything that was acknowledged is on the disk by then.
// 2. Signals come where this object lives, in the order in which things happened.
// 3. What the hub sends is durable in the record before arrived() is told; what is in the record gets to the hub within a moment of hint(), and
//    without it within two seconds.
// 4. A password is kept in memory only, and is in no HubStatus.

#include "models/hub/hubaddress.h"
#include "models/hub/hubclock.h"
#include "models/hub/hubstatus.h"
#include "models/hub/present.h"

#include <QObject>

#include <functional>
#include <memory>

namespace qd::hub {

class CourierThread : public QObject
{
    Q_OBJECT

public:
    // Called where this lives; `answer` may be called there now or later. A null password: there is none, libpq's own ways are tried
    // (.pgpass, a client certificate, Kerberos).
    using PasswordSource = std::function<void(const std::function<void(const QString &password)> &answer)>;

    // `file`: the database of the record, which has joined the hub. `console`: of this installation, for presence. `home`: of the person.
    CourierThread(const QString &file, const ConsoleId &console, const QString &home, const HubClock &clock, QObject *parent = nullptr);
    ~CourierThread() override; // stop()

    void start(const HubAddress &address, const PasswordSource &passwords);
    void stop();
    void tryNow();                             // a person asks: nothing is waited for, and what was held back is offered again
    void hint();                               // something was appended to the record
    void usePassword(const QString &password); // another one, from a person, after HubStatus::wantsPassword
    void lookAt(const IncidentId &incident);   // what the others are told that we are at; null: nothing
    [[nodiscard]] const HubStatus &status() const;
    [[nodiscard]] static bool hasLeftBehind();

signals:
    void statusChanged(const qd::hub::HubStatus &status);
    void arrived();                                                     // entries of others, or something attached, are in the record now
    void presenceChanged(const std::vector<qd::hub::Present> &present); // ourselves not among them
    void clockOffsetChanged(qd::Duration hubIsAhead);                   // of the hub's clock to the time of day here

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace qd::hub
