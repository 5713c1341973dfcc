#include "models/oncall/schedule.h"

#include "models/oncall/people.h"
#include "models/oncall/series.h"

#include <QCoreApplication>
#include <QHash>
#include <QMutex>

namespace qd::oncall {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OnCall)
};

constexpr qsizetype mostProblems = 20;

struct Placed // a shift, and what decides between it and others
{
    Shift shift;
    bool covers = false;
    QString insteadOf;
};

class Reader
{
public:
    Reader(const CalendarText &text, const Reading &reading)
        : m_text(text),
          m_reading(reading),
          m_window{reading.around - lookBack, reading.around + lookAhead},
          m_zones(text.zones, ianaZone(text.zone).isValid() ? ianaZone(text.zone) : reading.zone)
    {
    }

    Schedule read()
    {
        for (const Component &component : m_text.events) {
            Event event = readEvent(component);
            m_problems << event.problems;
            if (!event.start)
                say(event, Words::tr("this event does not say when it begins"));
            else
                m_events.push_back(std::move(event));
        }
        sortChanges();
        for (const Event &event : m_events) {
            if (!event.replaces && !event.cancelled)
                place(event);
        }
        placeLoneChanges();
        return result();
    }

private:
    void say(const Event &event, const QString &sentence) { m_problems << Words::tr("line %1: %2").arg(event.line).arg(sentence); }

    // By series and by the occurrence that each stands for; of two for the same one the later version counts.
    void sortChanges()
    {
        for (const Event &event : m_events) {
            if (!event.replaces)
                continue;
            const Event *&known = m_changes[event.uid][m_zones.instant(*event.replaces)];
            if (!known || known->sequence <= event.sequence)
                known = &event;
        }
    }

    void place(const Event &event)
    {
        if (!onlyOccurrence(event, m_zones)) {
            say(event, Words::tr("'%1' has no length: it does not say when it ends, or ends before it begins").arg(event.summary));
            return;
        }
        const Expansion expansion = expand(event, m_window, m_zones, m_budget);
        if (!expansion.problem.isEmpty())
            say(event, Words::tr("'%1': %2").arg(event.summary, expansion.problem));
        const auto changes = m_changes.find(event.uid);
        for (const Occurrence &occurrence : expansion.occurrences) {
            if (changes != m_changes.end() && isChanged(changes.value(), occurrence))
                continue;
            add(event, occurrence);
        }
    }

    // The change of one occurrence stands in its place by itself; one of all that follow moves each of them.
    bool isChanged(std::map<Instant, const Event *> &changes, const Occurrence &occurrence)
    {
        const auto after = changes.upper_bound(occurrence.id);
        for (auto change = after; change != changes.begin();) {
            --change;
            if (change->first == occurrence.id)
                return true;
            if (!change->second->andLater)
                continue;
            const std::optional<Occurrence> first = onlyOccurrence(*change->second, m_zones);
            if (first && !change->second->cancelled) {
                const Duration moved = first->from - change->first;
                add(*change->second, {occurrence.from + moved, occurrence.from + moved + (first->to - first->from), occurrence.id});
            }
            return true;
        }
        return false;
    }

    void placeLoneChanges()
    {
        for (const auto &series : m_changes) {
            for (const auto &[id, event] : series) {
                const std::optional<Occurrence> when = onlyOccurrence(*event, m_zones);
                if (when && !event->cancelled && when->to > m_window.from && when->from < m_window.to)
                    add(*event, *when);
            }
        }
    }

    const Duty &dutyOfEvent(const Event &event)
    {
        if (const auto known = m_duties.constFind(&event); known != m_duties.constEnd())
            return *known;
        const Duty &duty = *m_duties.insert(&event, dutyOf(event, m_text.name));
        if (duty.people.empty())
            say(event, Words::tr("'%1' names nobody").arg(event.summary));
        return duty;
    }

    void add(const Event &event, const Occurrence &when)
    {
        const Duty &duty = dutyOfEvent(event);
        const Level level = m_reading.level.value_or(duty.level.value_or(Level::Primary));
        for (const Named &person : duty.people)
            m_placed.push_back({{person.name, person.address, level, when.from, when.to}, duty.covers, duty.insteadOf});
    }

    [[nodiscard]] Schedule result();

    const CalendarText &m_text;
    const Reading &m_reading;
    Window m_window;
    ZoneBook m_zones;
    Budget m_budget;
    std::vector<Event> m_events;
    QHash<QByteArray, std::map<Instant, const Event *>> m_changes;
    QHash<const Event *, Duty> m_duties;
    std::vector<Placed> m_placed;
    QStringList m_problems;
};

bool isReplacedBy(const Placed &one, const Placed &cover)
{
    const bool meets = cover.covers && !one.covers && cover.shift.level == one.shift.level && cover.shift.from < one.shift.to
        && cover.shift.to > one.shift.from;
    return meets && (cover.insteadOf.isEmpty() || one.shift.person.startsWith(cover.insteadOf, Qt::CaseInsensitive));
}

// What is left of a shift beside those that cover it.
std::vector<Shift> uncovered(const Placed &one, const std::vector<Placed> &covers)
{
    std::vector<Shift> left{one.shift};
    for (const Placed &cover : covers) {
        if (!isReplacedBy(one, cover))
            continue;
        std::vector<Shift> pieces;
        for (const Shift &shift : left) {
            Shift before = shift;
            before.to = std::min(shift.to, cover.shift.from);
            Shift after = shift;
            after.from = std::max(shift.from, cover.shift.to);
            if (before.from < before.to)
                pieces.push_back(before);
            if (after.from < after.to)
                pieces.push_back(after);
        }
        left = std::move(pieces);
    }
    return left;
}

Schedule Reader::result()
{
    constexpr size_t mostCovers = 500; // each is held against every shift
    std::vector<Placed> covers;
    std::copy_if(m_placed.begin(), m_placed.end(), std::back_inserter(covers), [](const Placed &one) { return one.covers; });
    if (covers.size() > mostCovers)
        covers.resize(mostCovers);
    Schedule schedule{m_text.name, {}, m_window.from, m_window.to, m_text.problems + m_problems};
    for (const Placed &one : m_placed) {
        const std::vector<Shift> left = uncovered(one, covers);
        schedule.shifts.insert(schedule.shifts.end(), left.begin(), left.end());
    }
    const auto key = [](const Shift &shift) { return std::tie(shift.from, shift.level, shift.to, shift.person, shift.address); };
    std::sort(schedule.shifts.begin(), schedule.shifts.end(), [&key](const Shift &a, const Shift &b) { return key(a) < key(b); });
    schedule.shifts.erase(std::unique(schedule.shifts.begin(), schedule.shifts.end()), schedule.shifts.end());
    for (const QString &zone : m_zones.unknown())
        schedule.problems << Words::tr("the zone '%1' is not known; its times are read in %2")
                                 .arg(zone,
                                      QString::fromUtf8((ianaZone(m_text.zone).isValid() ? ianaZone(m_text.zone) : m_reading.zone).id()));
    if (const qsizetype more = schedule.problems.size() - mostProblems; more > 0) {
        schedule.problems.resize(mostProblems);
        schedule.problems << Words::tr("and %n more", nullptr, static_cast<int>(more));
    }
    return schedule;
}

} // namespace

QString levelId(Level level)
{
    return level == Level::Primary ? QStringLiteral("primary") : QStringLiteral("secondary");
}

std::optional<Level> levelOf(const QString &id)
{
    for (const Level level : {Level::Primary, Level::Secondary}) {
        if (id.compare(levelId(level), Qt::CaseInsensitive) == 0)
            return level;
    }
    return std::nullopt;
}

Result<Schedule> readSchedule(const QByteArray &bytes, const Reading &reading)
{
    static QMutex oneAtATime; // libical keeps its last error in one place
    const QMutexLocker lock(&oneAtATime);
    const Result<CalendarText> text = readCalendarText(bytes);
    if (!text)
        return tl::unexpected(text.error());
    return Reader(*text, reading).read();
}

} // namespace qd::oncall
