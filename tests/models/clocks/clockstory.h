#pragma once
// An incident told through the Desk under a plan, and its clocks told back as text. Times are of 21 November 2026, UTC, unless dated.

#include "models/clocks/clocks.h"
#include "tests/support/story.h"

#include <QTest>

namespace qd::clocks::test {

using namespace std::chrono_literals;
using namespace qd::command;

inline Instant at(const char *text) // "10:05", "10:05:30", "2026-11-23 09:00"
{
    const QString dated = QLatin1String(text);
    return dated.size() > 8 ? toInstant(QDateTime::fromString(dated + QLatin1Char('Z'), QStringLiteral("yyyy-MM-dd HH:mmt")))
                            : qd::test::at(text);
}

inline QString timeText(Instant instant)
{
    const QDateTime utc = toDateTime(instant, QTimeZone::utc());
    const QString time = utc.toString(utc.time().second() == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
    return utc.date() == QDate(2026, 11, 21) ? time : utc.toString(QStringLiteral("yyyy-MM-dd ")) + time;
}

// "missed, due 10:05, met 10:06, late 60 s": what a clock says.
inline QString clockText(const Countdown &clock)
{
    QStringList words{stateName(clock.state)};
    if (clock.dueAt)
        words << QStringLiteral("due ") + timeText(*clock.dueAt);
    if (!clock.words.isEmpty())
        words << QStringLiteral("in words ") + clock.words;
    if (clock.metAt)
        words << QStringLiteral("met ") + timeText(*clock.metAt);
    if (clock.lateBy > Duration{})
        words << QStringLiteral("late %1 s").arg(toSeconds(clock.lateBy));
    if (clock.snoozedUntil)
        words << QStringLiteral("snoozed until ") + timeText(*clock.snoozedUntil);
    if (!clock.reason.isEmpty())
        words << QStringLiteral("because ") + clock.reason;
    return words.join(QStringLiteral(", "));
}

// What the Desk must know of a plan: the names in it.
inline QJsonObject deskPlan(const plan::Plan &plan)
{
    const auto named = [](const auto &all) {
        QJsonArray array;
        for (const auto &item : all)
            array << QJsonObject{{QStringLiteral("id"), item.id}, {QStringLiteral("name"), item.id}};
        return array;
    };
    return {{QStringLiteral("id"), plan.id},
            {QStringLiteral("name"), plan.id},
            {QStringLiteral("zone"), QString::fromLatin1(plan.zone)},
            {QStringLiteral("severities"), named(plan.severities)},
            {QStringLiteral("roles"), named(plan.roles)},
            {QStringLiteral("audiences"), named(plan.audiences)},
            {QStringLiteral("escalation"), named(plan.escalation)},
            {QStringLiteral("types"), QJsonArray::fromStringList(plan.types)}};
}

class ClockStory
{
public:
    explicit ClockStory(plan::Plan plan) : m_plan(std::move(plan)), m_story(deskPlan(m_plan)) { }

    void tell(const char *lines) { m_story.tell(QString::fromUtf8(lines)); }
    void does(const char *when, const Command &command)
    {
        const Result<EventId> done = m_story.submit(QStringLiteral("Dana"), at(when), command);
        if (!done)
            qFatal("the story does not go on at %s: %s", when, qPrintable(done.error().sentence));
    }
    [[nodiscard]] const plan::Plan &plan() const { return m_plan; }
    [[nodiscard]] Incident incident() const { return m_story.incident(); }
    [[nodiscard]] std::vector<Countdown> all(const char *now) const { return clocks(m_plan, incident(), at(now)); }
    [[nodiscard]] Countdown clock(const char *id, const char *now) const // without an id: there is none
    {
        for (const Countdown &clock : all(now)) {
            if (clock.id == QLatin1String(id))
                return clock;
        }
        return {};
    }
    [[nodiscard]] QString text(const char *id, const char *now) const
    {
        const Countdown found = clock(id, now);
        return found.id.isEmpty() ? QStringLiteral("none") : clockText(found);
    }
    [[nodiscard]] QString ids(const char *now) const // in their order
    {
        QStringList ids;
        for (const Countdown &clock : all(now))
            ids << clock.id;
        return ids.join(QLatin1Char(' '));
    }

private:
    plan::Plan m_plan;
    qd::test::Story m_story;
};

inline plan::Severity severity(const char *id, plan::MaybeTarget respond, plan::MaybeTarget resolve)
{
    plan::Severity made;
    made.id = QLatin1String(id);
    made.respondWithin = std::move(respond);
    made.resolveWithin = std::move(resolve);
    return made;
}

// P0: respond in 5 min, resolve in an hour. P1: 15 min, 4 h. P2: 2 business hours, 3 business days. P3: in words. Nothing else.
inline plan::Plan targetsOnly()
{
    plan::Plan plan;
    plan.id = QStringLiteral("test");
    plan.severities = {severity("P0", Duration(5min), Duration(1h)), severity("P1", Duration(15min), Duration(4h)),
                       severity("P2", plan::WorkingTime{0, 2}, plan::WorkingTime{3, 0}),
                       severity("P3", QStringLiteral("next business day"), QStringLiteral("next sprint"))};
    return plan;
}

} // namespace qd::clocks::test

// Compares with text that is written plainly.
#define TOLD(actual, expected) QCOMPARE(actual, QString::fromUtf8(expected))
