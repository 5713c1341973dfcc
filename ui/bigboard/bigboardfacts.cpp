#include "ui/bigboard/bigboardfacts.h"

#include "models/clocks/remaining.h"
#include "models/items/words.h"
#include "ui/mainwindow/header.h"

#include <QCoreApplication>

namespace qd::ui {
namespace {

constexpr size_t mostClocks = 4;
constexpr size_t mostRoles = 7;
constexpr size_t mostEntries = 7;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BigBoard)
};

WallClock wallClock(const clocks::Countdown &clock, Instant now)
{
    const bool runs = clock.state == clocks::State::Running;
    const bool missed = clock.state == clocks::State::Missed || (runs && clock.dueAt && *clock.dueAt < now);
    const bool isNear = runs && clock.warnAt && *clock.warnAt <= now;
    return {clock.label, clocks::remainingText(clock, now), missed ? Colour::Critical : isNear ? Colour::High : Colour::Text, missed};
}

void addClocks(BigBoardFacts &facts, const std::vector<clocks::Countdown> &all, Instant now)
{
    for (const clocks::Countdown &clock : all) {
        if (!clock.isOpen() || (!clock.dueAt && clock.state != clocks::State::Paused))
            continue;
        if (facts.clocks.size() < mostClocks)
            facts.clocks.push_back(wallClock(clock, now));
        else
            ++facts.moreClocks;
    }
}

// A seat that is empty and must not be is the loudest: it comes first.
void addRoles(BigBoardFacts &facts, const IncidentSession &session)
{
    const Incident &incident = session.incident();
    const auto isMissing = [&session](const QString &role) {
        const auto &all = session.clocks();
        return std::any_of(all.begin(), all.end(), [&role](const clocks::Countdown &clock) {
            return clock.kind == QLatin1String("role") && clock.subject == role && clock.isOpen();
        });
    };
    for (const Rulebook::Named &role : incident.rules.roles) {
        const WallRole row{role.name, incident.holder(role.id), incident.holder(role.id).isEmpty() && isMissing(role.id)};
        if (row.missing || !row.holder.isEmpty())
            facts.roles.push_back(row);
    }
    std::stable_partition(facts.roles.begin(), facts.roles.end(), [](const WallRole &row) { return row.missing; });
    facts.roles.resize(std::min(facts.roles.size(), mostRoles));
}

bool mattersOnTheWall(const TimelineEntry &entry)
{
    static const QStringList kinds{QStringLiteral("decision"), QStringLiteral("action"),   QStringLiteral("severity"),
                                   QStringLiteral("status"),   QStringLiteral("update"),   QStringLiteral("escalation"),
                                   QStringLiteral("handover"), QStringLiteral("detected"), QStringLiteral("declared")};
    return !entry.undone && !entry.redacted && (entry.pinned || kinds.contains(entry.kind));
}

void addEntries(BigBoardFacts &facts, const Incident &incident, const std::function<QString(Instant)> &timeText)
{
    std::vector<const TimelineEntry *> all;
    for (const TimelineEntry &entry : incident.entries) {
        if (mattersOnTheWall(entry))
            all.push_back(&entry);
    }
    const auto later = [](const TimelineEntry *a, const TimelineEntry *b) { return a->at > b->at; };
    std::reverse(all.begin(), all.end()); // of one instant, the later written stands above
    std::stable_sort(all.begin(), all.end(), later);
    all.resize(std::min(all.size(), mostEntries));
    for (const TimelineEntry *entry : all)
        facts.entries.push_back({timeText(entry->at), items::entryWord(entry->kind),
                                 incident.restricted ? QString() : entry->text.simplified(), // a wall is read by whoever walks by
                                 entry->kind == QLatin1String("decision")});
}

void addElapsed(BigBoardFacts &facts, const Incident &incident, Instant now)
{
    const Milestones &times = incident.milestones;
    const std::optional<Instant> since = times.detected ? times.detected : times.declared;
    const Instant until = times.resolved && !incident.isOpen() ? *times.resolved : now;
    facts.elapsedCaption = times.resolved && !incident.isOpen() ? Words::tr("Detection to resolution")
        : times.detected                                        ? Words::tr("Since detection")
                                                                : Words::tr("Since declaration");
    facts.elapsed = since ? elapsedText(until - *since) : QStringLiteral("—");
}

QString spokenOf(const BigBoardFacts &facts)
{
    QStringList sentences{QStringLiteral("%1 %2, %3, %4").arg(facts.ref, facts.title, facts.severity, items::statusWord(facts.status))};
    for (const WallClock &clock : facts.clocks)
        sentences << QStringLiteral("%1 %2").arg(clock.label, clock.value);
    for (const WallRole &role : facts.roles)
        sentences << QStringLiteral("%1 %2").arg(role.role, role.missing ? Words::tr("nobody") : role.holder);
    return sentences.join(QStringLiteral(". "));
}

} // namespace

BigBoardFacts bigBoardFacts(const IncidentSession &session, Instant now, const std::function<QString(Instant)> &timeText)
{
    BigBoardFacts facts;
    const Incident &incident = session.incident();
    const plan::Severity *severity = plan::findSeverity(session.plan(), incident.severity);
    facts.ref = incident.drill ? Words::tr("%1 · drill").arg(incident.ref) : incident.ref;
    facts.title = incident.displayTitle();
    facts.rank = severity ? static_cast<int>(severity - session.plan().severities.data()) : -1;
    facts.severity = incident.severity.isEmpty() ? Words::tr("Unknown") : incident.severity;
    if (severity && severity->name.compare(severity->id, Qt::CaseInsensitive) != 0)
        facts.severity += QLatin1Char(' ') + severity->name;
    facts.status = incident.status;
    addElapsed(facts, incident, now);
    addClocks(facts, session.clocks(), now);
    addRoles(facts, session);
    addEntries(facts, incident, timeText);
    facts.time = QStringLiteral("UTC ") + toDateTime(now, QTimeZone::utc()).toString(QStringLiteral("HH:mm:ss"));
    facts.spoken = spokenOf(facts);
    return facts;
}

} // namespace qd::ui
