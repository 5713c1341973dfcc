#pragma once
// What the shared database is reached by: the courier in the background, what is asked of a hub once, and where passwords are kept. The program
// has the real one; a story has one that it moves by hand.
//
// Lives on the window's thread. No call waits, whatever the network does; answers and signals come there too.

#include "models/hub/hubaddress.h"
#include "models/hub/hubmembers.h"
#include "models/hub/hubstatus.h"
#include "models/hub/present.h"
#include "models/hub/standingwords.h"

#include <QObject>

#include <functional>

namespace qd {

class HubLink : public QObject
{
    Q_OBJECT

public:
    template<class T>
    using Done = std::function<void(const Result<T> &)>;
    using QObject::QObject;

    virtual void start(const hub::HubAddress &address) = 0; // carries from now on, with the password that is kept
    virtual void stop() = 0;
    virtual void tryNow() = 0;
    virtual void hint() = 0; // something was written
    virtual void lookAt(const IncidentId &incident) = 0;

    // Once, with this password; a null one: libpq's own ways (.pgpass, a client certificate, Kerberos).
    virtual void greet(const hub::HubAddress &address, const QString &password, Done<hub::Greeting> done) = 0;
    virtual void makeHub(const hub::HubAddress &address, const QString &password, const QString &person,
                         Done<QString> done) = 0;                     // what was done
    virtual void members(Done<std::vector<hub::HubMember>> done) = 0; // of the hub that was started, as are the next two
    virtual void grant(const hub::HubMember &member, Done<void> done) = 0;
    virtual void revoke(const QString &login, Done<void> done) = 0;

    virtual void keepPassword(const hub::HubAddress &address, const QString &password, Done<void> done) = 0;
    virtual void forgetPassword(const hub::HubAddress &address) = 0;

signals:
    void statusChanged(const qd::hub::HubStatus &status);
    void arrived(); // what others wrote is in the record
    void presenceChanged(const std::vector<qd::hub::Present> &present);
    void clockOffsetChanged(qd::Duration hubIsAhead); // of this machine's time of day
};

} // namespace qd
