#include "tests/simulate/simhub.h"

#include "models/core/kinds.h"

#include <QJsonDocument>

namespace qd::simulate {
namespace {

bool is(const Event &event, const char *kind)
{
    return event.kind == QLatin1String(kind);
}

QJsonObject parsed(const CarriedEvent &carried)
{
    return QJsonDocument::fromJson(carried.body).object();
}

EventId entryOf(const CarriedEvent &carried) // whose words these are
{
    if (is(carried.event, kinds::entryLogged))
        return carried.event.id;
    return is(carried.event, kinds::entryAmended) ? EventId::fromString(parsed(carried).value(QLatin1String("entry")).toString())
                                                  : EventId();
}

} // namespace

SimHub::SimHub(const QUuid &identity, const QUuid &epoch) : m_identity(identity.toString(QUuid::WithoutBraces))
{
    m_epochs.push_back({epoch.toByteArray(QUuid::WithoutBraces), 0});
}

hub::Greeting SimHub::hello(const Login &login) const
{
    return {m_identity, QString::fromLatin1(m_epochs.back().first), login.person, login.standing};
}

std::vector<hub::PushAnswer> SimHub::push(const Login &login, const std::vector<CarriedEvent> &events)
{
    std::vector<hub::PushAnswer> answers;
    const size_t before = m_rows.size();
    for (const CarriedEvent &carried : events)
        answers.push_back(take(login, carried));
    if (m_rows.size() > before)
        m_commits.push_back(m_rows.size());
    for (size_t i = before; m_late && i < m_rows.size(); ++i)
        m_hidden.insert(m_rows[i].seq);
    return answers;
}

QString SimHub::refusal(const Login &login, const CarriedEvent &carried) const
{
    const Event &event = carried.event;
    if (login.standing == hub::Standing::Observer)
        return QStringLiteral("observer");
    if (hashEvent(event) != event.hash || (!carried.body.isEmpty() && hashBody(carried.body) != event.bodyHash))
        return QStringLiteral("hash");
    const bool declares = is(event, kinds::declared) && !m_incidents.contains(event.incident);
    if (!declares && !sees(login, event.incident))
        return QStringLiteral("unknown-incident");
    const auto known = m_ids.find(event.id);
    if (known != m_ids.end())
        return m_rows[known->second].carried.event.hash == event.hash ? QString() : QStringLiteral("fork");
    if (event.author != login.person && login.standing != hub::Standing::Administrator)
        return QStringLiteral("author");
    return {};
}

hub::PushAnswer SimHub::take(const Login &login, const CarriedEvent &carried)
{
    using hub::Verdict;
    const Event &event = carried.event;
    if (const QString reason = refusal(login, carried); !reason.isEmpty())
        return {event.id, Verdict::Refused, 0, reason};
    if (m_ids.contains(event.id))
        return {event.id, Verdict::Known, 0, {}};
    const auto chain = m_chains.find(event.console);
    const Chain end = chain == m_chains.end() ? Chain() : chain->second;
    if (event.consoleSeq > end.last + 1)
        return {event.id, Verdict::Missing, end.last, {}};
    if (event.consoleSeq <= end.last || event.prev != end.hash)
        return {event.id, Verdict::Refused, 0, QStringLiteral("fork")};
    Row row{numberNow() + 1, carried, event.incident, {}};
    row.carried.position = 0;
    m_rows.push_back(row);
    apply(row, m_rows.size() - 1, true);
    return {event.id, Verdict::Kept, 0, {}};
}

// What an event in the log means for the rest. `isNew`: and not only told again.
void SimHub::apply(const Row &row, size_t place, bool isNew)
{
    if (!row.isEvent())
        return;
    const Event &event = row.carried.event;
    m_ids[event.id] = place;
    m_chains[event.console] = {event.consoleSeq, event.hash};
    const QJsonObject body = parsed(row.carried);
    if (is(event, kinds::declared) && !m_incidents.contains(event.incident)) {
        m_incidents[event.incident] = {};
        if (body.value(QLatin1String("restricted")).toBool()) {
            say(event, event.author, true, isNew);
            say(event, {}, true, isNew);
        }
    } else if (is(event, kinds::amended) && body.value(QLatin1String("field")).toString() == QLatin1String("restricted")) {
        if (body.value(QLatin1String("value")).toBool())
            say(event, event.author, true, isNew);
        say(event, {}, body.value(QLatin1String("value")).toBool(), isNew);
    } else if (is(event, kinds::memberAdded) || is(event, kinds::memberRemoved)) {
        say(event, body.value(QLatin1String("person")).toString(), is(event, kinds::memberAdded), isNew);
    } else if (is(event, kinds::entryRedacted)) {
        m_redacted.insert(EventId::fromString(body.value(QLatin1String("entry")).toString()));
    }
}

void SimHub::say(const Event &event, const QString &person, bool value, bool isNew)
{
    Access &access = m_incidents[event.incident];
    const std::pair<Stamp, EventId> place{event.stamp, event.id};
    auto &said = access.said[person];
    if (place < said.first)
        return;
    const bool was = said.second;
    said = {place, value};
    if (person.isEmpty())
        access.restricted = value;
    const bool comesIntoSight = person.isEmpty() ? was && !value : !was && value;
    if (comesIntoSight && isNew)
        m_rows.push_back({numberNow() + 1, {}, event.incident, person});
}

bool SimHub::sees(const Login &login, const IncidentId &incident) const
{
    const auto access = m_incidents.find(incident);
    if (access == m_incidents.end())
        return false;
    const auto said = access->second.said.find(login.person);
    return !access->second.restricted || (said != access->second.said.end() && said->second.second);
}

CarriedEvent SimHub::shown(const Row &row) const
{
    CarriedEvent carried = row.carried;
    if (const EventId entry = entryOf(carried); !entry.isNull() && m_redacted.contains(entry))
        carried.body.clear();
    return carried;
}

SimHub::Cursor SimHub::open(const QByteArray &cursor) const
{
    const QList<QByteArray> parts = cursor.split(' ');
    if (parts.size() != 4)
        return {m_epochs.back().first, 0, 0, 0};
    const Cursor opened{parts[0], parts[1].toLongLong(), parts[2].toLongLong(), parts[3].toLongLong()};
    if (opened.epoch != m_epochs.back().first) // what was lost may have been a restriction: there may be more to see before it
        return {m_epochs.back().first, 0, 0, 0};
    return opened;
}

QByteArray SimHub::seal(const Cursor &cursor) const
{
    return cursor.epoch + ' ' + QByteArray::number(cursor.at) + ' ' + QByteArray::number(cursor.backlog) + ' '
        + QByteArray::number(cursor.passed);
}

hub::Pulled SimHub::pull(const Login &login, const QByteArray &sealed, const hub::Batch &batch) const
{
    Cursor cursor = open(sealed);
    hub::Pulled pulled;
    qint64 bytes = 0;
    const auto full = [&] {
        return pulled.events.size() >= static_cast<size_t>(batch.events) || (bytes >= batch.bytes && !pulled.events.empty());
    };
    const auto give = [&](const Row &row) {
        if (!row.isEvent() || m_hidden.contains(row.seq) || !sees(login, row.incident))
            return;
        pulled.events.push_back(shown(row));
        bytes += pulled.events.back().body.size();
    };
    const auto after = [this](qint64 seq) {
        return std::upper_bound(m_rows.begin(), m_rows.end(), seq, [](qint64 number, const Row &row) { return number < row.seq; });
    };
    while (!full()) {
        if (cursor.backlog > 0) {
            const auto visibility = std::prev(after(cursor.backlog));
            auto row = after(cursor.passed);
            for (; row != visibility && !full(); ++row) {
                if (row->incident == visibility->incident)
                    give(*row);
                cursor.passed = row->seq;
            }
            if (row == visibility)
                cursor = {cursor.epoch, cursor.backlog, 0, 0};
            continue;
        }
        const auto row = after(cursor.at);
        if (row == m_rows.end())
            break;
        if (row->isEvent() || !(row->person.isEmpty() || row->person == login.person)) {
            give(*row);
            cursor.at = row->seq;
        } else {
            cursor.backlog = row->seq;
        }
    }
    pulled.more = cursor.backlog > 0 || after(cursor.at) != m_rows.end();
    pulled.cursor = seal(cursor);
    return pulled;
}

QHash<ConsoleId, qint64> SimHub::heads(const Login &login, const std::vector<ConsoleId> &chains) const
{
    const std::set<ConsoleId> asked(chains.begin(), chains.end());
    QHash<ConsoleId, qint64> heads;
    for (const Row &row : m_rows) {
        if (row.isEvent() && asked.contains(row.carried.event.console) && sees(login, row.incident))
            heads[row.carried.event.console] = row.carried.event.consoleSeq;
    }
    return heads;
}

void SimHub::promoteStandby(size_t commitsLost, const QUuid &epoch)
{
    m_commits.resize(m_commits.size() - std::min(commitsLost, m_commits.size()));
    m_rows.resize(m_commits.empty() ? 0 : m_commits.back());
    m_ids.clear();
    m_chains.clear();
    m_incidents.clear();
    m_redacted.clear();
    m_hidden.clear();
    for (size_t i = 0; i < m_rows.size(); ++i)
        apply(m_rows[i], i, false);
    m_epochs.push_back({epoch.toByteArray(QUuid::WithoutBraces), numberNow()});
    while (m_epochs.size() > 1 && m_epochs[m_epochs.size() - 2].second > numberNow()) // an epoch that the standby had not heard of
        m_epochs.erase(m_epochs.end() - 2);
}

} // namespace qd::simulate
