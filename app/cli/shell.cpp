#include "app/cli/shell.h"

#include "app/common/places.h"
#include "models/clocks/calendar.h"
#include "models/core/durationtext.h"
#include "models/exchange/incidentjson.h"
#include "models/plan/json.h"
#include "models/session/plancache.h"

#include <QFileInfo>

namespace qd::cli {

Shell::Shell(const Arguments &arguments, const Clock &clock)
    : m_arguments(arguments),
      m_machineTime(clock.now()),
      m_now(m_machineTime),
      m_plans(places::planFolder())
{
}

Result<void> Shell::start()
{
    m_author = m_arguments.maybe("as").value_or(places::loginName()).trimmed();
    if (m_author.isEmpty())
        return failure(ErrorCode::Usage, QStringLiteral("--as is empty: say who you are, every event has an author"));
    if (m_arguments.has("db") && m_arguments.value("db").isEmpty())
        return failure(ErrorCode::Usage, QStringLiteral("--db is empty: name a database file, or leave the option away"));
    return useZone(QTimeZone::utc());
}

const QString &Shell::author()
{
    if (!std::exchange(m_authorIsKnown, true) && QFileInfo::exists(databasePath()) && journal(Access::Read)) {
        if (const Result<SharingState> sharing = m_journal->sharing(); sharing && sharing->with.joined() && !sharing->with.person.isEmpty())
            m_author = sharing->with.person;
    }
    return m_author;
}

Result<void> Shell::mayWrite()
{
    const QString given = m_arguments.value("as").trimmed();
    if (given.isEmpty() || given == author())
        return {};
    return refused(
        QStringLiteral("this database is shared, and the hub takes from this login what %1 writes; leave --as away, or join with the "
                       "login of %2")
            .arg(author(), given));
}

Result<void> Shell::useZone(const QTimeZone &zone)
{
    m_zone = zone;
    const std::optional<QString> now = m_arguments.maybe("now");
    if (!now)
        return {};
    const Result<TypedTime> read = readTime(*now, m_machineTime, zone);
    if (!read)
        return tl::unexpected(read.error());
    m_now = read->at;
    return {};
}

Result<void> Shell::useZoneOf(const plan::Plan &plan)
{
    return useZone(clocks::zoneOf(plan));
}

QDate Shell::today() const
{
    return toDateTime(m_now, m_zone).date();
}

Result<QDate> Shell::date(const QString &text) const
{
    static const QStringList days{QStringLiteral("monday"),   QStringLiteral("tuesday"), QStringLiteral("wednesday"),
                                  QStringLiteral("thursday"), QStringLiteral("friday"),  QStringLiteral("saturday"),
                                  QStringLiteral("sunday")};
    const QString word = text.trimmed().toLower();
    QDate date = QDate::fromString(word, Qt::ISODate);
    if (word == QLatin1String("today"))
        date = today();
    else if (word == QLatin1String("tomorrow"))
        date = today().addDays(1);
    else if (const qsizetype day = days.indexOf(word); day >= 0)
        date = today().addDays((day + 1 - today().dayOfWeek() + 7) % 7);
    else if (const std::optional<Duration> length = readDuration(word))
        date = today().addDays(std::chrono::floor<std::chrono::days>(*length).count());
    if (!date.isValid())
        return failure(ErrorCode::Usage, QStringLiteral("'%1' is no date; write 2026-12-01, friday, tomorrow or 2w").arg(text));
    return date;
}

Result<TypedTime> Shell::time(const QString &text) const
{
    return readTime(text, m_now, m_zone);
}

Result<std::optional<Instant>> Shell::timeOption(const char *option) const
{
    const std::optional<QString> text = m_arguments.maybe(option);
    if (!text)
        return std::optional<Instant>();
    const Result<TypedTime> read = time(*text);
    if (!read)
        return tl::unexpected(read.error());
    return std::optional(read->at);
}

QString Shell::databasePath() const
{
    return places::databasePath(m_arguments.value("db"));
}

Result<Journal *> Shell::journal(Access access)
{
    if (!m_journal) {
        const QString path = databasePath();
        if (access != Access::Create && !QFileInfo::exists(path)) {
            return failure(
                ErrorCode::Storage,
                QStringLiteral("there is no database at %1 yet; 'incident declare' makes one, or name another with --db").arg(path));
        }
        if (access == Access::Create && path == places::databasePath())
            places::makeDataFolder();
        OpenOptions options;
        options.create = access == Access::Create;
        options.now = m_now;
        Result<std::unique_ptr<Journal>> opened = Journal::open(path, options);
        if (!opened)
            return tl::unexpected(opened.error());
        m_journal = std::move(*opened);
    }
    if (access != Access::Read && m_journal->isReadOnly())
        return failure(ErrorCode::Storage, m_journal->readOnlyReason());
    return m_journal.get();
}

Result<IncidentId> Shell::find(const QString &incident)
{
    const Result<Journal *> opened = journal(Access::Read);
    if (!opened)
        return tl::unexpected(opened.error());
    return (*opened)->resolve(incident);
}

Result<Room> Shell::room()
{
    return room(m_arguments.word("INCIDENT"));
}

Result<Room> Shell::room(const QString &incident)
{
    const Result<IncidentId> id = find(incident);
    if (!id)
        return tl::unexpected(id.error());
    Result<Room> found = room(*id);
    if (!found)
        return found;
    if (const Result<void> zone = useZoneOf(found->plan); !zone)
        return tl::unexpected(zone.error());
    return found;
}

Result<Room> Shell::room(const IncidentId &incident, std::optional<Instant> asOf)
{
    const Result<Journal *> opened = journal(Access::Read);
    if (!opened)
        return tl::unexpected(opened.error());
    Result<std::vector<Event>> events = (*opened)->events(incident);
    if (!events)
        return tl::unexpected(events.error());
    Room room;
    room.incident = asOf ? foldAsOf(*events, *asOf) : fold(*events);
    room.events = std::move(*events);
    if (asOf && room.incident.id.isNull())
        return refused(QStringLiteral("nothing of this incident was recorded by %1 yet").arg(toIso(*asOf)));
    room.plan = plan::fromJson(room.incident.plan);
    return room;
}

Result<std::vector<Room>> Shell::rooms()
{
    const Result<Journal *> opened = journal(Access::Read);
    if (!opened)
        return tl::unexpected(opened.error());
    const Result<std::vector<IncidentSummary>> rows = (*opened)->incidents();
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Room> all;
    for (const IncidentSummary &row : *rows) {
        Result<Room> found = room(row.id);
        if (!found)
            return tl::unexpected(found.error());
        all.push_back(std::move(*found));
    }
    return all;
}

Result<std::vector<review::Case>> Shell::cases()
{
    const Result<Journal *> opened = journal(Access::Read);
    if (!opened)
        return tl::unexpected(opened.error());
    const Result<std::vector<IncidentSummary>> rows = (*opened)->incidents();
    if (!rows)
        return tl::unexpected(rows.error());
    PlanCache plans;
    std::vector<review::Case> all;
    for (const IncidentSummary &row : *rows) {
        const Result<std::vector<Event>> course = (*opened)->course(row.id);
        if (!course)
            return tl::unexpected(course.error());
        Incident incident = fold(*course);
        std::shared_ptr<const plan::Plan> plan = plans.planOf(incident.plan);
        all.push_back({std::move(plan), std::move(incident)});
    }
    return all;
}

Result<std::vector<Event>> Shell::perform(Room &room, const Command &command)
{
    const Result<Drafts> drafts = decide(room.incident, command, {author(), m_now});
    if (!drafts)
        return tl::unexpected(drafts.error());
    return append(room, *drafts);
}

Result<std::vector<Event>> Shell::append(Room &room, const Drafts &drafts)
{
    const Result<Journal *> opened = journal(Access::Create);
    if (!opened)
        return tl::unexpected(opened.error());
    Recorder recorder((*opened)->console(), author());
    recorder.observe((*opened)->lastStamp());
    return append(room, recorder.record(drafts, m_now));
}

Result<std::vector<Event>> Shell::append(Room &room, const std::vector<Event> &recorded)
{
    const Result<Journal *> opened = journal(Access::Write);
    if (!opened)
        return tl::unexpected(opened.error());
    if (const Result<void> allowed = mayWrite(); !allowed)
        return tl::unexpected(allowed.error());
    Result<std::vector<Event>> stored = (*opened)->appendNow(recorded);
    if (!stored)
        return stored;
    room.events.insert(room.events.end(), stored->begin(), stored->end());
    room.incident = fold(room.events);
    return stored;
}

Result<Answer> Shell::change(Room &room, const Command &command)
{
    const Result<std::vector<Event>> events = perform(room, command);
    if (!events)
        return tl::unexpected(events.error());
    return changed(room, events->front());
}

Result<Answer> Shell::changeBy(const std::function<Result<Command>(const Room &)> &make)
{
    Result<Room> found = room();
    if (!found)
        return tl::unexpected(found.error());
    const Result<Command> command = make(*found);
    return command ? change(*found, *command) : tl::unexpected(command.error());
}

Result<Answer> Shell::changeAt(const std::function<Command(std::optional<Instant>)> &make)
{
    return changeBy([this, &make](const Room &) { return timeOption("at").map(make); });
}

Result<Answer> Shell::change(const Command &command)
{
    return changeBy([&command](const Room &) -> Result<Command> { return command; });
}

QJsonObject asJson(const Room &room, Instant now)
{
    return exchange::incidentJson(room.plan, room.incident, clocks::clocks(room.plan, room.incident, now), now);
}

Result<Duration> readLength(const QString &text)
{
    const std::optional<Duration> length = readDuration(text);
    if (!length)
        return failure(ErrorCode::Usage, QStringLiteral("'%1' is no duration; write 10m, 1h30m or 2d").arg(text));
    return *length;
}

Answer changed(const Room &room, const Event &event)
{
    QString touched = event.id.toString();
    for (const char *key : {"entry", "event"}) { // what it amends or takes back
        if (const QString other = event.body[QLatin1String(key)].toString(); !other.isEmpty())
            touched = other;
    }
    const TimelineEntry *entry = room.incident.entry(EventId::fromString(touched));
    const QString what = entry
        ? QStringLiteral("%1 %2").arg(handleOf(entry->id), entry->redacted ? QStringLiteral("(redacted)") : entry->text)
        : QStringLiteral("recorded");
    return {QStringLiteral("%1  %2  %3").arg(room.incident.ref, toIso(event.happenedAt), what),
            QJsonObject{{QStringLiteral("event"), event.id.toString()}, {QStringLiteral("entry"), touched}}};
}

QString freeReference(const Journal &journal, const IncidentId &id)
{
    QString ref = makeReference(id);
    for (int length = 5; length <= 12 && journal.refIsTaken(ref); ++length)
        ref = makeReference(id, length);
    return ref;
}

} // namespace qd::cli
