#include "models/session/shareddatabase.h"

#include "models/journal/journal.h"
#include "models/session/session.h"

#include <QUrl>

namespace qd {
namespace {

constexpr auto lookAfter = std::chrono::milliseconds(150); // what is shared at once is never shown as waiting
constexpr auto aloneLook = std::chrono::seconds(3);        // at a record that may have been joined to a hub in a terminal

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

// A host that is typed alone is completed by what stands in the other fields; an address that says it all is taken as it is.
QString whole(const TypedHub &typed)
{
    const QString address = typed.address.trimmed();
    const bool isHost =
        !address.contains(QLatin1String("://")) && !address.contains(QLatin1Char('/')) && !address.contains(QLatin1Char('@'));
    if (!isHost)
        return address;
    const QString login = typed.login.trimmed();
    return QStringLiteral("postgresql://%1%2/%3")
        .arg(login.isEmpty() ? QString() : encoded(login) + QLatin1Char('@'), address, encoded(typed.database.trimmed()));
}

QStringList eachOnce(QStringList people)
{
    people.removeAll(QString());
    people.removeDuplicates();
    people.sort(Qt::CaseInsensitive);
    return people;
}

} // namespace

SharedDatabase::SharedDatabase(const Services &services, QObject *parent)
    : QObject(parent),
      m_services(services),
      m_ownName(services.session.author())
{
    m_soon.setInterval(lookAfter);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &SharedDatabase::readState);
    m_alone.setInterval(aloneLook);
    connect(&m_alone, &QTimer::timeout, this, &SharedDatabase::readState);
    connect(&services.link, &HubLink::statusChanged, this, &SharedDatabase::takeStatus);
    connect(&services.link, &HubLink::presenceChanged, this, &SharedDatabase::takePresent);
    connect(&services.link, &HubLink::arrived, this, [this] {
        m_services.journal.lookForArrivals();
        m_soon.start();
    });
    connect(&services.link, &HubLink::clockOffsetChanged, this, &SharedDatabase::takeClock);
    connect(&services.session, &IncidentSession::saveStatusChanged, this, [this] {
        if (!isJoined())
            return;
        m_services.link.hint();
        m_soon.start();
    });
    connect(&services.session, &IncidentSession::opened, this, [this] {
        if (isJoined())
            m_services.link.lookAt(m_services.session.incident().id);
    });
}

void SharedDatabase::start()
{
    const Result<SharingState> state = m_services.journal.sharing();
    if (!state) {
        emit warned(state.error().sentence);
        return;
    }
    takeState(*state);
    if (isJoined())
        begin();
    else
        m_alone.start();
}

void SharedDatabase::begin()
{
    ++m_membership;
    m_alone.stop();
    const Result<hub::TypedAddress> address = hub::readHubAddress(m_state.with.address);
    m_status = {};
    m_status.address = m_state.with.address;
    m_status.waiting = m_state.waiting;
    m_status.person = m_state.with.person;
    m_status.standing = hub::standingOf(m_state.with.standing);
    takePerson(m_state.with.person);
    if (address) {
        m_status.state = hub::HubState::Connecting;
        m_services.link.start(address->address);
        m_services.link.lookAt(m_services.session.incident().id);
    } else {
        m_status.state = hub::HubState::Refused;
        m_status.sentence = address.error().sentence;
    }
    emit changed();
}

Result<ReadHub> SharedDatabase::read(const TypedHub &typed)
{
    if (typed.address.trimmed().isEmpty())
        return refused(tr("Say where the hub is: a host such as db.example.org, or its whole address"));
    const Result<hub::TypedAddress> address = hub::readHubAddress(whole(typed));
    if (!address)
        return tl::unexpected(address.error());
    ReadHub hub;
    hub.address = address->address;
    hub.password = typed.password.isEmpty() ? address->password : typed.password;
    hub.isThisMachine = hub.address.isThisMachine();
    hub.hosts = hub.address.hostNames();
    hub.caution = hub.address.caution();
    return hub;
}

void SharedDatabase::join(const TypedHub &typed, const Done<void> &done)
{
    const Result<ReadHub> hub = read(typed);
    if (!hub) {
        done(tl::unexpected(hub.error()));
        return;
    }
    m_services.link.greet(hub->address, hub->password, [this, hub = *hub, done](const Result<hub::Greeting> &greeting) {
        if (greeting)
            take(hub, *greeting, done);
        else
            done(tl::unexpected(greeting.error()));
    });
}

void SharedDatabase::take(const ReadHub &hub, const hub::Greeting &greeting, const Done<void> &done)
{
    if (greeting.standing == hub::Standing::None) {
        done(refused(tr("This login has no part in the hub yet; ask an administrator of it to give you access")));
        return;
    }
    const Result<SharingState> present = m_services.journal.sharing(); // a terminal may have been faster
    if (!present || (present->with.joined() && present->with.hub != greeting.hub)) {
        done(present ? Result<void>(refused(tr("This record is in step with %1 already; leave that hub first").arg(present->with.address)))
                     : tl::unexpected(present.error()));
        return;
    }
    Sharing with = present->with;
    with.hub = greeting.hub;
    if (!with.joined()) // else the courier asks what was lost meanwhile
        with.epoch = greeting.epoch;
    with.address = hub.address.text();
    with.person = greeting.person;
    with.standing = hub::standingWord(greeting.standing);
    if (const Result<void> joined = m_services.journal.join(with); !joined) {
        done(joined);
        return;
    }
    keepPassword(hub.address, hub.password);
    SharingState known;
    known.with = with;
    takeState(m_services.journal.sharing().value_or(known));
    begin();
    done({});
}

void SharedDatabase::makeHub(const TypedHub &typed, const Done<QString> &done)
{
    const Result<ReadHub> hub = read(typed);
    if (!hub) {
        done(tl::unexpected(hub.error()));
        return;
    }
    m_services.link.makeHub(hub->address, hub->password, m_services.session.author(), [this, typed, done](const Result<QString> &made) {
        if (!made) {
            done(made);
            return;
        }
        join(typed, [made, done](const Result<void> &joined) { done(joined ? made : tl::unexpected(joined.error())); });
    });
}

void SharedDatabase::keepPassword(const hub::HubAddress &address, const QString &password)
{
    if (password.isEmpty())
        return;
    m_services.link.keepPassword(address, password, [this](const Result<void> &kept) {
        if (!kept)
            emit warned(kept.error().sentence);
    });
}

Result<void> SharedDatabase::leave()
{
    const Result<hub::TypedAddress> address = hub::readHubAddress(m_state.with.address);
    m_services.link.stop();
    if (const Result<void> left = m_services.journal.leave(); !left) {
        begin();
        return left;
    }
    if (address)
        m_services.link.forgetPassword(address->address);
    standAlone();
    return {};
}

void SharedDatabase::standAlone()
{
    ++m_membership;
    m_state = {};
    m_offset.reset();
    m_services.correctClock(m_offset);
    m_members.clear();
    takePresent({});
    m_status = {};
    takeState({});
    takePerson(m_ownName);
    m_alone.start();
}

// What another program did to the record: a terminal has joined a hub, or left it.
void SharedDatabase::follow(const SharingState &state)
{
    const bool isSame = state.with.hub == m_state.with.hub && state.with.address == m_state.with.address;
    if (isSame && isJoined()) {
        takeState(state);
    } else if (state.with.joined()) {
        m_services.link.stop();
        takeState(state);
        begin();
    } else if (isJoined()) {
        m_services.link.stop();
        standAlone();
    }
}

void SharedDatabase::takeClock(Duration hubIsAhead)
{
    if (!isJoined()) // measured before it heard that we left
        return;
    m_offset = hubIsAhead;
    m_services.correctClock(m_offset);
    emit changed();
}

void SharedDatabase::tryNow()
{
    if (isJoined())
        m_services.link.tryNow();
}

void SharedDatabase::usePassword(const QString &password)
{
    const Result<hub::TypedAddress> address = hub::readHubAddress(m_state.with.address);
    if (!isJoined() || !address)
        return;
    keepPassword(address->address, password);
    m_services.link.stop();
    begin();
}

void SharedDatabase::takeStatus(const hub::HubStatus &status)
{
    if (!isJoined()) // said before it heard that we left
        return;
    m_status = status;
    m_status.waiting = m_state.waiting;
    takePerson(status.person);
    m_soon.start();
    emit changed();
}

void SharedDatabase::takePerson(const QString &person)
{
    if (!person.isEmpty())
        m_services.session.setAuthor(person);
}

void SharedDatabase::readState()
{
    if (std::exchange(m_reading, true)) {
        m_readAgain = true;
        return;
    }
    m_services.journal.loadSharing().then(this, [this, asked = m_membership](const Result<SharingState> &state) {
        m_reading = false;
        if (state && asked == m_membership)
            follow(*state);
        if (std::exchange(m_readAgain, false))
            readState();
    });
}

void SharedDatabase::takeState(const SharingState &state)
{
    m_state = state;
    m_status.waiting = state.waiting;
    m_held.clear();
    for (const HeldChain &chain : state.held) {
        const HeldEntries held{chain.incident, chain.reason};
        if (std::find(m_held.begin(), m_held.end(), held) == m_held.end())
            m_held.push_back(held);
    }
    m_services.session.setWaiting(isJoined() ? std::optional(QSet<EventId>(state.waitingIds.begin(), state.waitingIds.end()))
                                             : std::nullopt);
    emit changed();
}

void SharedDatabase::takePresent(const std::vector<hub::Present> &present)
{
    const auto shown = [](const std::vector<hub::Present> &all) {
        std::vector<std::tuple<QString, ConsoleId, IncidentId>> people;
        for (const hub::Present &one : all)
            people.emplace_back(one.person, one.console, one.incident);
        return people;
    };
    if (!isJoined() && !present.empty()) // said before it heard that we left
        return;
    const bool same = shown(present) == shown(m_present);
    m_present = present;
    if (!same)
        emit presentChanged();
}

QStringList SharedDatabase::peopleAt(const IncidentId &incident) const
{
    QStringList people;
    for (const hub::Present &one : m_present) {
        if (one.incident == incident && !incident.isNull())
            people << one.person;
    }
    return eachOnce(people);
}

QStringList SharedDatabase::peopleHere() const
{
    QStringList people;
    for (const hub::Present &one : m_present)
        people << one.person;
    return eachOnce(people);
}

QStringList SharedDatabase::knownPeople() const
{
    QStringList people = peopleHere();
    for (const hub::HubMember &member : m_members)
        people << member.person;
    people << (isJoined() ? m_status.person : QString());
    return eachOnce(people);
}

void SharedDatabase::loadMembers(const Done<std::vector<hub::HubMember>> &done)
{
    m_services.link.members([this, done](const Result<std::vector<hub::HubMember>> &members) {
        if (members)
            m_members = *members;
        done(members);
    });
}

void SharedDatabase::grant(const hub::HubMember &member, const Done<void> &done)
{
    if (member.login.trimmed().isEmpty())
        done(refused(tr("Say which login: the name that they connect to the database with")));
    else if (member.standing == hub::Standing::None)
        done(refused(tr("Say what they may do: observer, responder or administrator")));
    else
        m_services.link.grant(member, done);
}

void SharedDatabase::revoke(const QString &login, const Done<void> &done)
{
    m_services.link.revoke(login, done);
}

} // namespace qd
