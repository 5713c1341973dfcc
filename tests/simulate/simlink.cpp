#include "tests/simulate/simlink.h"

namespace qd::simulate {
namespace {

QString shortly(const EventId &id)
{
    return id.toString().right(6);
}

QString shortly(const std::vector<CarriedEvent> &events)
{
    QStringList all;
    for (const CarriedEvent &each : events) {
        all << QStringLiteral("%1/%2#%3")
                   .arg(each.event.console.toString().right(4))
                   .arg(each.event.consoleSeq)
                   .arg(shortly(each.event.id));
    }
    return all.join(QLatin1Char(' '));
}

const char *wordFor(hub::Verdict verdict)
{
    constexpr const char *words[] = {"kept", "known", "missing", "refused"};
    return words[static_cast<int>(verdict)];
}

} // namespace

tl::unexpected<Error> SimLink::lost(const char *what)
{
    m_server = 0;
    if (m_around.isTracing())
        m_around.trace(m_console, QStringLiteral("%1: no answer").arg(QLatin1String(what)));
    return failure(ErrorCode::Storage, QStringLiteral("The hub does not answer."));
}

template<class Answer>
Result<Answer> SimLink::carry(const char *what, const std::function<Answer()> &request, bool writes)
{
    const Weather &weather = m_around.weather();
    Lots &lots = m_around.lots();
    ++m_calls;
    m_took = lots.chance(weather.verySlow) ? lots.between(5000, 30000) : lots.between(1, weather.slowest);
    if (lots.chance(weather.crash / 2))
        throw Crash();
    if (m_server != m_around.server())
        return lost(what);
    const bool repeated = writes && lots.chance(weather.repeatedRequest);
    const bool late = writes && lots.chance(weather.lateRequest);
    if (repeated || late)
        m_around.later(lots.between(5, 60000), [request] { (void)request(); });
    if (late || !m_around.reaches(m_console) || lots.chance(weather.lostRequest)) {
        m_took = lots.between(100, 5000);
        return lost(what);
    }
    Answer answer = request();
    if (lots.chance(weather.crash / 2))
        throw Crash();
    if (lots.chance(weather.lostAnswer)) {
        m_took = lots.between(100, 5000);
        return lost(what);
    }
    return answer;
}

Result<hub::Greeting> SimLink::connect()
{
    m_server = m_around.reaches(m_console) ? m_around.server() : 0;
    const auto greeting = carry<hub::Greeting>(
        "connect", [this] { return m_around.hub().hello(m_login); }, false);
    if (greeting && m_around.isTracing())
        m_around.trace(m_console, QStringLiteral("connect: epoch %1").arg(greeting->epoch.right(6)));
    return greeting;
}

Result<std::vector<hub::PushAnswer>> SimLink::push(const std::vector<CarriedEvent> &events)
{
    Lots &lots = m_around.lots();
    if (m_around.isTracing())
        m_around.trace(m_console, QStringLiteral("push ") + shortly(events));
    if (lots.chance(m_around.weather().refusedWhole)) {
        m_server = 0;
        return refused(QStringLiteral("This is too much for the hub."));
    }
    Surroundings *around = &m_around;
    const auto request = [around, login = m_login, events] {
        const size_t before = around->hub().rows().size();
        auto answers = around->hub().push(login, events);
        around->pushed(before);
        return answers;
    };
    auto answers = carry<std::vector<hub::PushAnswer>>("push", request, true);
    if (!answers)
        return answers;
    if (m_around.isTracing()) {
        for (const hub::PushAnswer &each : *answers) {
            m_around.trace(m_console,
                           QStringLiteral("  #%1 %2 %3 %4")
                               .arg(shortly(each.event), QLatin1String(wordFor(each.verdict)))
                               .arg(each.hubHas)
                               .arg(each.reason)
                               .trimmed());
        }
    }
    if (lots.chance(m_around.weather().wrongAnswer)) {
        if (lots.chance(0.5))
            answers->pop_back();
        else
            answers->front().event = EventId(lots.uuid(0));
    }
    return answers;
}

Result<hub::Pulled> SimLink::pull(const QByteArray &cursor, const hub::Batch &batch)
{
    auto pulled = carry<hub::Pulled>(
        "pull", [this, cursor, batch] { return m_around.hub().pull(m_login, cursor, batch); }, false);
    if (pulled && m_around.isTracing()) {
        m_around.trace(m_console,
                       QStringLiteral("pull %1 -> %2%3: %4")
                           .arg(QString::fromLatin1(cursor.mid(30)), QString::fromLatin1(pulled->cursor.mid(30)),
                                pulled->more ? QStringLiteral(" and more") : QString(), shortly(pulled->events)));
    }
    return pulled;
}

Result<QHash<ConsoleId, qint64>> SimLink::heads(const std::vector<ConsoleId> &chains)
{
    auto heads = carry<QHash<ConsoleId, qint64>>(
        "heads", [this, chains] { return m_around.hub().heads(m_login, chains); }, false);
    if (heads && m_around.isTracing()) {
        for (const ConsoleId &chain : chains)
            m_around.trace(m_console, QStringLiteral("head %1: %2").arg(chain.toString().right(4)).arg(heads->value(chain)));
    }
    return heads;
}

template<class Call>
auto FrailLog::frail(const QString &what, const Call &call) -> decltype(call())
{
    Lots &lots = m_around.lots();
    if (lots.chance(m_around.weather().crash / 2))
        throw Crash();
    if (lots.chance(m_around.weather().localError))
        return failure(ErrorCode::Storage, QStringLiteral("The disk is full."));
    auto answer = call();
    if (m_around.isTracing() && !what.isEmpty())
        m_around.trace(m_console, what);
    if (lots.chance(m_around.weather().crash / 2))
        throw Crash();
    return answer;
}

Result<hub::Membership> FrailLog::membership()
{
    return frail({}, [&] { return m_log.membership(); });
}

Result<void> FrailLog::setEpoch(const QString &hub, const QString &epoch)
{
    return frail(QStringLiteral("set epoch ") + epoch.right(6), [&] { return m_log.setEpoch(hub, epoch); });
}

Result<std::vector<CarriedEvent>> FrailLog::waiting(const hub::Batch &batch)
{
    return frail({}, [&] { return m_log.waiting(batch); });
}

Result<hub::Backlog> FrailLog::backlog()
{
    return frail({}, [&] { return m_log.backlog(); });
}

Result<void> FrailLog::hold(const ConsoleId &chain, const QString &reason)
{
    return frail(QStringLiteral("hold %1: %2").arg(chain.toString().right(4), reason), [&] { return m_log.hold(chain, reason); });
}

Result<void> FrailLog::release()
{
    return frail(QStringLiteral("release"), [&] { return m_log.release(); });
}

Result<std::vector<ConsoleId>> FrailLog::chains()
{
    return frail({}, [&] { return m_log.chains(); });
}

Result<void> FrailLog::unacknowledge(const QHash<ConsoleId, qint64> &hubHas)
{
    return frail(QStringLiteral("unacknowledge %1 chains").arg(hubHas.size()), [&] { return m_log.unacknowledge(hubHas); });
}

Result<bool> FrailLog::acknowledge(const std::vector<qint64> &positions, const hub::Membership &at)
{
    return frail(QStringLiteral("acknowledge %1").arg(positions.size()), [&] { return m_log.acknowledge(positions, at); });
}

Result<bool> FrailLog::keep(const std::vector<CarriedEvent> &pulled, const hub::Membership &at, const QByteArray &cursor)
{
    return frail(QStringLiteral("keep %1").arg(pulled.size()), [&] { return m_log.keep(pulled, at, cursor); });
}

} // namespace qd::simulate
