// A simulated year: incidents every few hours through 2026 under a plan with every kind of clock, each stepped from change to change.
#include "models/core/kinds.h"
#include "tests/models/clocks/fullplan.h"

#include <random>

using namespace qd;
using namespace qd::clocks;
using namespace qd::clocks::test;

namespace {

using std::chrono::minutes;

// What people do in one incident, in time.
class Script
{
public:
    Script(std::mt19937 &random, Instant declared) : m_random(random), m_incident(IncidentId::make(declared)), m_now(declared)
    {
        add(kinds::declared,
            {{QStringLiteral("severity"), anyOf({"P0", "P0", "P1", "P1", "P2", "P3", ""})},
             {QStringLiteral("title"), QStringLiteral("Outage")},
             {QStringLiteral("detected_at"), toMsecs(declared - minutes(below(10)))},
             {QStringLiteral("type"), anyOf({"outage", "security"})}});
        const int deeds = 4 + below(14);
        for (int i = 0; i < deeds; ++i)
            deed();
        add(kinds::statusChanged, {{QStringLiteral("status"), QStringLiteral("resolved")}});
        if (below(4) == 0)
            reopen();
        wait(3000);
        add(kinds::postmortemMoved, {{QStringLiteral("state"), QStringLiteral("review")}});
        wait(6000);
        add(kinds::postmortemMoved, {{QStringLiteral("state"), QStringLiteral("final")}});
    }
    [[nodiscard]] const std::vector<Event> &events() const { return m_events; }

private:
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    QString anyOf(std::initializer_list<const char *> all) { return QLatin1String(all.begin()[below(static_cast<int>(all.size()))]); }
    void wait(int atMostMinutes) { m_now += minutes(below(atMostMinutes)) + std::chrono::seconds(below(60)); }
    void add(const char *kind, const QJsonObject &body)
    {
        m_events.push_back(m_recorder.record({m_incident, QLatin1String(kind), body, m_now}, m_now));
    }
    void reopen()
    {
        wait(600);
        add(kinds::statusChanged, {{QStringLiteral("status"), QStringLiteral("investigating")}});
        deed();
        deed();
        add(kinds::statusChanged, {{QStringLiteral("status"), QStringLiteral("resolved")}});
    }
    void deed()
    {
        wait(below(5) == 0 ? 300 : 25);
        const QString clock = anyOf({"acknowledge", "resolve", "update:responders", "escalate:cto", "role:ic", "watch", "ask:1"});
        switch (below(12)) {
        case 0: return add(kinds::acknowledged, {});
        case 1: return add(kinds::severityChanged, {{QStringLiteral("severity"), anyOf({"P0", "P1", "P2", "P3"})}});
        case 2:
            return add(kinds::statusChanged,
                       {{QStringLiteral("status"), anyOf({"identified", "mitigating", "monitoring", "monitoring", "investigating"})}});
        case 3:
            return add(kinds::roleAssigned,
                       {{QStringLiteral("role"), anyOf({"ic", "comms"})}, {QStringLiteral("name"), anyOf({"Ana", "Ravi"})}});
        case 4: return add(kinds::roleReleased, {{QStringLiteral("role"), anyOf({"ic", "comms"})}});
        case 5:
        case 6:
            return add(kinds::updateSent,
                       {{QStringLiteral("audience"), anyOf({"responders", "executives"})}, {QStringLiteral("text"), QStringLiteral("…")}});
        case 7:
            return add(below(2) ? kinds::clockPaused : kinds::clockResumed,
                       {{QStringLiteral("clock"), clock}, {QStringLiteral("reason"), QStringLiteral("…")}});
        case 8: return add(kinds::clockSnoozed, {{QStringLiteral("clock"), clock}, {QStringLiteral("for"), 60 * (1 + below(60))}});
        case 9: return add(below(4) ? kinds::clockResumed : kinds::clockWaived, {{QStringLiteral("clock"), clock}});
        case 10: return add(kinds::escalationRaised, {{QStringLiteral("step"), anyOf({"lead", "cto", "manager", "vp", "legal"})}});
        default:
            return add(kinds::askMade, {{QStringLiteral("who"), QStringLiteral("Ravi")}, {QStringLiteral("within"), 60 * (1 + below(30))}});
        }
    }

    std::mt19937 &m_random;
    IncidentId m_incident;
    Instant m_now{};
    Recorder m_recorder{ConsoleId::make(fromMsecs(0)), QStringLiteral("Ana")};
    std::vector<Event> m_events;
};

struct Look // what a person sees change on a clock
{
    State state;
    bool warns = false;
    bool snoozed = false;
    std::optional<Instant> due; // while it is not paused
    bool operator==(const Look &) const = default;
};

std::map<QString, Look> looks(const std::vector<Countdown> &all, Instant now)
{
    std::map<QString, Look> seen;
    for (const Countdown &clock : all) {
        const bool warns = clock.state == State::Running && clock.warnAt && now >= *clock.warnAt;
        seen[clock.id] = {clock.state, warns, clock.snoozedUntil.has_value(), clock.pausedSince ? std::nullopt : clock.dueAt};
    }
    return seen;
}

QString lookText(const Look &look)
{
    return QStringLiteral("%1%2%3, due %4")
        .arg(stateName(look.state), look.warns ? QStringLiteral(", warns") : QString(),
             look.snoozed ? QStringLiteral(", snoozed") : QString(), look.due ? timeText(*look.due) : QStringLiteral("never"));
}

QString difference(const std::map<QString, Look> &before, const std::map<QString, Look> &after)
{
    QStringList lines;
    for (const auto &[id, look] : before) {
        const auto now = after.find(id);
        if (now == after.end() || now->second != look)
            lines << id + QLatin1String(": ") + lookText(look) + QLatin1String(" -> ")
                    + (now == after.end() ? QStringLiteral("gone") : lookText(now->second));
    }
    return lines.join(QLatin1Char('\n'));
}

bool mayBecome(const QString &id, State from, State to) // by the passing of time alone
{
    return from == to || (from == State::Running && to == State::Missed)
        || (from == State::Running && to == State::Met && id == QLatin1String("watch"));
}

} // namespace

class TestYear : public QObject
{
    Q_OBJECT

private slots:
    void everyClockOfAYear()
    {
        std::mt19937 random(2026);
        const plan::Plan plan = fullPlan();
        int incidents = 0;
        for (Instant declared = at("2026-01-01 00:30"); declared < at("2027-01-01 00:00"); declared += minutes(60 + random() % 600)) {
            live(plan, Script(random, declared).events());
            if (QTest::currentTestFailed())
                return;
            ++incidents;
        }
        QVERIFY2(incidents > 1000, qPrintable(QString::number(incidents)));
        QVERIFY2(m_steps < incidents * 60, qPrintable(QString::number(m_steps)));
        const QString seen = QStringLiteral("%1 missed, %2 met, %3 paused, %4 waived, %5 steps")
                                 .arg(m_missed)
                                 .arg(m_met)
                                 .arg(m_paused)
                                 .arg(m_waived)
                                 .arg(m_steps);
        QVERIFY2(m_missed > 1000 && m_met > 1000 && m_paused > 1000 && m_waived > 100 && m_steps > 5 * incidents, qPrintable(seen));
    }

private:
    // Between one event and the next, from change to change.
    void live(const plan::Plan &plan, const std::vector<Event> &events)
    {
        Fold folding;
        for (size_t i = 0; i < events.size(); ++i) {
            QVERIFY(folding.add(events[i]));
            const Instant end = i + 1 < events.size() ? events[i + 1].happenedAt : events[i].happenedAt + 240h;
            stepThrough(plan, folding.incident(), events[i].happenedAt, end);
            m_paused += countOf(clocks::clocks(plan, folding.incident(), end), State::Paused);
            if (QTest::currentTestFailed())
                return;
        }
        const std::vector<Countdown> last = clocks::clocks(plan, folding.incident(), events.back().happenedAt + 240h);
        m_missed += countOf(last, State::Missed);
        m_met += countOf(last, State::Met);
        m_waived += countOf(last, State::Waived);
    }

    void stepThrough(const plan::Plan &plan, const Incident &incident, Instant now, Instant end)
    {
        std::vector<Countdown> all = clocks::clocks(plan, incident, now);
        std::map<QString, Look> seen = looks(all, now);
        QCOMPARE(seen.size(), all.size()); // every id once
        while (const std::optional<Instant> next = nextChange(all, now)) {
            QVERIFY(*next > now);
            if (*next > end)
                break;
            const Instant before = *next - Duration(1);
            sameAs(seen, looks(clocks::clocks(plan, incident, before), before)); // nothing happened in between
            all = clocks::clocks(plan, incident, *next);
            const std::map<QString, Look> after = looks(all, *next);
            QVERIFY(after != seen); // and now something did
            compare(seen, after);
            seen = after;
            now = *next;
            ++m_steps;
        }
        sameAs(seen, looks(clocks::clocks(plan, incident, end), end));
    }

    static void sameAs(const std::map<QString, Look> &before, const std::map<QString, Look> &after)
    {
        QVERIFY2(before == after, qPrintable(difference(before, after)));
    }

    static void compare(const std::map<QString, Look> &before, const std::map<QString, Look> &after)
    {
        QCOMPARE(after.size(), before.size());
        for (const auto &[id, look] : before) {
            const auto now = after.find(id);
            QVERIFY2(now != after.end(), qPrintable(id));
            QVERIFY2(now->second.due == look.due, qPrintable(id)); // due times move by events alone
            QVERIFY2(mayBecome(id, look.state, now->second.state), qPrintable(id));
        }
    }

    static qint64 countOf(const std::vector<Countdown> &all, State state)
    {
        return std::count_if(all.begin(), all.end(), [state](const Countdown &clock) { return clock.state == state; });
    }

    qint64 m_steps = 0, m_missed = 0, m_met = 0, m_paused = 0, m_waived = 0;
};

QTEST_GUILESS_MAIN(TestYear)
#include "tst_year.moc"
