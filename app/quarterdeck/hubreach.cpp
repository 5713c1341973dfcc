#include "app/quarterdeck/hubreach.h"

#include "app/credentials/keychain.h"

#include <QPointer>

#include <atomic>
#include <thread>

namespace qd {
namespace {

std::atomic<int> askedAndNotAnswered = 0;

QString wordsFor(const hub::HubMade &made)
{
    if (made.from == 0)
        return HubReach::tr("The hub is made, and you are its administrator. Give the others access, and tell them the address.");
    return made.from == made.to ? HubReach::tr("This database was a hub already; it is joined.")
                                : HubReach::tr("The hub is brought up to date, from version %1 to %2.").arg(made.from).arg(made.to);
}

} // namespace

HubReach::HubReach(const Setup &setup) : m_setup(setup), m_courier(setup.file, setup.console, setup.home, setup.clock)
{
    connect(&m_courier, &hub::CourierThread::statusChanged, this, &HubLink::statusChanged);
    connect(&m_courier, &hub::CourierThread::arrived, this, &HubLink::arrived);
    connect(&m_courier, &hub::CourierThread::presenceChanged, this, &HubLink::presenceChanged);
    connect(&m_courier, &hub::CourierThread::clockOffsetChanged, this, &HubLink::clockOffsetChanged);
}

HubReach::~HubReach()
{
    m_guard->end();
}

bool HubReach::hasLeftBehind()
{
    return hub::CourierThread::hasLeftBehind() || askedAndNotAnswered > 0;
}

void HubReach::start(const hub::HubAddress &address)
{
    m_address = address;
    m_courier.start(address, [this, address](const std::function<void(const QString &)> &answer) {
        if (!m_typed.isNull()) {
            answer(m_typed);
            return;
        }
        keychain::readPassword(address, this, [answer](const Result<QString> &kept) { answer(kept.value_or(QString())); });
    });
}

void HubReach::stop()
{
    m_courier.stop();
}

// The answer comes to the window's thread, unless this has gone; whoever asks lives there.
template<class T>
void HubReach::ask(const hub::HubAddress &address, const QString &password, Question<T> question, Done<T> done)
{
    const hub::HubVisit visit{address, password, m_setup.home, m_guard};
    ++askedAndNotAnswered;
    const auto answered = [self = QPointer(this), done = std::move(done)](const Result<T> &answer) {
        if (self)
            done(answer);
    };
    std::thread([context = qApp, visit, question = std::move(question), answered] {
        const Result<T> answer = question(visit);
        if (!visit.guard->hasEnded())
            QMetaObject::invokeMethod(
                context, [answered, answer] { answered(answer); }, Qt::QueuedConnection);
        --askedAndNotAnswered;
    }).detach();
}

template<class T>
void HubReach::askJoined(Question<T> question, Done<T> done)
{
    const auto withPassword = [this, question = std::move(question), done = std::move(done)](const QString &password) {
        ask<T>(m_address, password, question, done);
    };
    if (!m_typed.isNull())
        withPassword(m_typed);
    else
        keychain::readPassword(m_address, this, [withPassword](const Result<QString> &kept) { withPassword(kept.value_or(QString())); });
}

void HubReach::greet(const hub::HubAddress &address, const QString &password, Done<hub::Greeting> done)
{
    const auto question = [](const hub::HubVisit &visit) -> Result<hub::Greeting> {
        const Result<hub::HubGreeting> greeting = hub::greet(visit);
        return greeting ? Result<hub::Greeting>(greeting->greeting) : tl::unexpected(greeting.error());
    };
    ask<hub::Greeting>(address, password, question, std::move(done));
}

void HubReach::makeHub(const hub::HubAddress &address, const QString &password, const QString &person, Done<QString> done)
{
    const auto question = [person](const hub::HubVisit &visit) -> Result<QString> {
        const Result<hub::HubMade> made = hub::makeHub(visit, person);
        return made ? Result<QString>(wordsFor(*made)) : tl::unexpected(made.error());
    };
    ask<QString>(address, password, question, std::move(done));
}

void HubReach::members(Done<std::vector<hub::HubMember>> done)
{
    askJoined<std::vector<hub::HubMember>>([](const hub::HubVisit &visit) { return hub::membersOf(visit); }, std::move(done));
}

void HubReach::grant(const hub::HubMember &member, Done<void> done)
{
    askJoined<void>([member](const hub::HubVisit &visit) { return hub::grantAt(visit, member); }, std::move(done));
}

void HubReach::revoke(const QString &login, Done<void> done)
{
    askJoined<void>([login](const hub::HubVisit &visit) { return hub::revokeAt(visit, login); }, std::move(done));
}

// Without a keychain it is known until the program ends, and no longer.
void HubReach::keepPassword(const hub::HubAddress &address, const QString &password, Done<void> done)
{
    m_typed = password;
    keychain::keepPassword(address, password, this, [this, done = std::move(done)](const Result<void> &kept) {
        if (kept)
            m_typed.clear();
        done(kept);
    });
}

void HubReach::forgetPassword(const hub::HubAddress &address)
{
    m_typed.clear();
    keychain::forgetPassword(address, this, [](const Result<void> &) {});
}

} // namespace qd
