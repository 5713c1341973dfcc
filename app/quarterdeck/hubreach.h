#pragma once
// How the window reaches a hub: the courier's thread for what goes on all the time, a thread of its own for each thing that is asked once, and
// the keychain for passwords.
//
// What is asked once and not answered when the program ends is left to itself: it touches nothing of ours, and hasLeftBehind() says so.

#include "models/hub/courierthread.h"
#include "models/hub/hubvisit.h"
#include "models/session/hublink.h"

namespace qd {

class HubReach : public HubLink
{
    Q_OBJECT

public:
    struct Setup
    {
        QString file; // the database of the record
        ConsoleId console;
        QString home; // of the person
        const hub::HubClock &clock;
    };
    explicit HubReach(const Setup &setup);
    ~HubReach() override;

    void start(const hub::HubAddress &address) override;
    void stop() override;
    void tryNow() override { m_courier.tryNow(); }
    void hint() override { m_courier.hint(); }
    void lookAt(const IncidentId &incident) override { m_courier.lookAt(incident); }
    void greet(const hub::HubAddress &address, const QString &password, Done<hub::Greeting> done) override;
    void makeHub(const hub::HubAddress &address, const QString &password, const QString &person, Done<QString> done) override;
    void members(Done<std::vector<hub::HubMember>> done) override;
    void grant(const hub::HubMember &member, Done<void> done) override;
    void revoke(const QString &login, Done<void> done) override;
    void keepPassword(const hub::HubAddress &address, const QString &password, Done<void> done) override;
    void forgetPassword(const hub::HubAddress &address) override;

    [[nodiscard]] static bool hasLeftBehind(); // the program must end by _Exit

private:
    template<class T>
    using Question = std::function<Result<T>(const hub::HubVisit &visit)>;
    template<class T>
    void ask(const hub::HubAddress &address, const QString &password, Question<T> question, Done<T> done);
    template<class T>
    void askJoined(Question<T> question, Done<T> done); // of the hub that was started, with the password that is kept

    Setup m_setup;
    hub::CourierThread m_courier;
    hub::HubAddress m_address; // that was started
    QString m_typed;           // a password, for as long as it is not where it will be kept
    std::shared_ptr<hub::CallGuard> m_guard = std::make_shared<hub::CallGuard>();
};

} // namespace qd
