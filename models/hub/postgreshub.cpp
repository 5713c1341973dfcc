#include "models/hub/postgreshub.h"

#include "models/core/kinds.h"
#include "models/hub/eventjson.h"
#include "models/hub/hubsentences.h"
#include "models/hub/hubschema.h"
#include "models/hub/standingwords.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace qd::hub {
namespace {

// clang-format off
constexpr std::pair<const char *, Verdict> verdicts[] = {
    {"kept", Verdict::Kept},
    {"known", Verdict::Known},
    {"missing", Verdict::Missing},
    {"refused", Verdict::Refused},
};
// clang-format on

Error garbled()
{
    return {ErrorCode::Refused,
            QStringLiteral("the hub answers what this program does not understand; install the version that your team uses"),
            {}};
}

} // namespace

Result<Greeting> PostgresHub::connect()
{
    m_connection.close(); // what was lost may have left half of something behind
    if (const Result<void> opened = m_connection.open(); !opened)
        return tl::unexpected(opened.error());
    Result<Greeting> greeting = hello();
    if (!greeting || !greeting->mayRead)
        return greeting;
    m_epoch = greeting->epoch;
    if (const Result<void> heard = listen(); !heard)
        return tl::unexpected(heard.error());
    return greeting;
}

Result<Greeting> PostgresHub::hello()
{
    const Result<QSqlQuery *> rows = m_connection.run("101_hello", {protocol});
    if (!rows)
        return tl::unexpected(rows.error());
    QSqlQuery &row = **rows;
    if (!row.next())
        return tl::unexpected(garbled());
    Greeting greeting;
    greeting.hub = row.value(0).toString();
    greeting.mayRead = row.value(2).toBool();
    greeting.mayAppend = row.value(3).toBool();
    greeting.epoch = row.value(4).toString();
    greeting.person = row.value(5).toString();
    greeting.standing = standingOf(row.value(6).toString());
    return greeting;
}

Result<std::vector<PushAnswer>> PostgresHub::push(const std::vector<CarriedEvent> &events)
{
    const Result<QSqlQuery *> rows = m_connection.run("102_push", {eventsJson(events)});
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<EventId, PushAnswer> answers;
    for (QSqlQuery &row = **rows; row.next();) {
        PushAnswer answer;
        answer.event = EventId::fromString(row.value(0).toString());
        const auto verdict = std::find_if(std::begin(verdicts), std::end(verdicts),
                                          [word = row.value(1).toString()](const auto &one) { return word == QLatin1String(one.first); });
        if (verdict == std::end(verdicts))
            return tl::unexpected(garbled());
        answer.verdict = verdict->second;
        answer.hubHas = row.value(2).toLongLong();
        answer.reason = refusalSentence(row.value(3).toString());
        answers.insert(answer.event, answer);
    }
    std::vector<PushAnswer> inOrder;
    for (const CarriedEvent &sent : events) {
        const auto found = answers.constFind(sent.event.id);
        if (found == answers.cend())
            return tl::unexpected(garbled());
        inOrder.push_back(*found);
    }
    noteAccess(events);
    return inOrder;
}

Result<Pulled> PostgresHub::pull(const QByteArray &cursor, const Batch &batch)
{
    const Result<QSqlQuery *> rows = m_connection.run("103_pull", {QString::fromLatin1(cursor), batch.events, batch.bytes});
    if (!rows)
        return tl::unexpected(rows.error());
    Pulled pulled;
    bool isWhole = false;
    for (QSqlQuery &row = **rows; row.next();) {
        if (row.isNull(0)) {
            pulled.cursor = row.value(13).toString().toLatin1();
            pulled.more = row.value(14).toBool();
            isWhole = true;
        } else {
            pulled.events.push_back(eventOfRow(row));
        }
    }
    (*rows)->finish(); // its rows need not stay in memory until the next
    if (!isWhole)
        return tl::unexpected(garbled());
    noteAccess(pulled.events);
    return pulled;
}

Result<QHash<ConsoleId, qint64>> PostgresHub::heads(const std::vector<ConsoleId> &chains)
{
    const Result<QSqlQuery *> rows = m_connection.run("104_heads", {idsJson(chains)});
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<ConsoleId, qint64> heads;
    for (QSqlQuery &row = **rows; row.next();)
        heads.insert(ConsoleId::fromString(row.value(0).toString()), row.value(1).toLongLong());
    return heads;
}

Result<void> PostgresHub::listen()
{
    const Result<QSqlQuery *> rows = m_connection.run("105_channels");
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList channels;
    for (QSqlQuery &row = **rows; row.next();)
        channels << row.value(0).toString();
    m_channelsAreOld = false;
    return m_connection.listen(channels);
}

void PostgresHub::noteAccess(const std::vector<CarriedEvent> &events)
{
    static const QStringList kinds{QLatin1String(kinds::declared), QLatin1String(kinds::amended), QLatin1String(kinds::memberAdded),
                                   QLatin1String(kinds::memberRemoved)};
    m_channelsAreOld = m_channelsAreOld
        || std::any_of(events.begin(), events.end(), [](const CarriedEvent &carried) { return kinds.contains(carried.event.kind); });
}

Result<Instant> PostgresHub::time()
{
    const Result<QSqlQuery *> rows = m_connection.run("101_hello", {protocol});
    if (!rows)
        return tl::unexpected(rows.error());
    if (!(*rows)->next())
        return tl::unexpected(garbled());
    const Instant now = fromMsecs((*rows)->value(7).toLongLong());
    if ((*rows)->value(4).toString() == m_epoch)
        return now;
    m_connection.close();
    return failure(ErrorCode::Storage, QStringLiteral("the hub has lost entries, and is asked anew what it has"));
}

} // namespace qd::hub
