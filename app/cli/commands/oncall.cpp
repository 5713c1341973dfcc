// Commands on who is on call: oncall, oncall add, remove, list.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "app/common/places.h"
#include "app/common/systemclock.h"
#include "app/oncall/feedfetcher.h"
#include "app/oncall/sourcereader.h"
#include "models/settings/settings.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>

namespace qd::cli {
namespace {

constexpr auto patience = std::chrono::seconds(10);
constexpr auto freshFor = std::chrono::minutes(15);

std::vector<oncall::Source> sourcesOf(const Settings &settings)
{
    std::vector<oncall::Source> sources;
    for (const QString &text : settings.value(Key::OnCall).toStringList()) {
        if (const std::optional<oncall::Source> source = oncall::sourceOf(text))
            sources.push_back(*source);
    }
    return sources;
}

void keepSources(Settings &settings, const std::vector<oncall::Source> &sources)
{
    QStringList texts;
    for (const oncall::Source &source : sources)
        texts << oncall::toText(source);
    settings.set(Key::OnCall, texts);
    settings.flush();
}

// Waits for the network, as the window never does.
Result<FetchedFeed> fetchNow(const oncall::Source &source, const std::optional<CachedFeed> &known)
{
    Result<FetchedFeed> answer = refused({});
    FeedFetcher fetcher(nullptr, patience);
    QEventLoop waiting;
    fetcher.fetch(source.place, known, [&](const Result<FetchedFeed> &fetched) {
        answer = fetched;
        waiting.quit();
    });
    waiting.exec();
    return answer;
}

// A feed that was fetched a moment ago is not asked again, unless that is wanted.
oncall::SourceState readNow(const Shell &shell, const oncall::Source &source, Instant around, bool anew)
{
    const FeedCache cache(places::feedFolder());
    const oncall::Reading reading{around, shell.zone(), source.level};
    oncall::SourceState state = readSource(source, reading, cache);
    const Instant now = SystemClock().now();
    const bool isFresh = state.schedule && state.readAt && now - *state.readAt < freshFor;
    if (!oncall::isAddress(source.place) || (isFresh && !anew))
        return state;
    return takeFetched(state, fetchNow(source, cache.load(source.place)), reading, cache, now);
}

QJsonObject shiftJson(const QString &person, const QString &address, oncall::Level level, Instant from, Instant until)
{
    return {{QStringLiteral("person"), person},
            {QStringLiteral("address"), address},
            {QStringLiteral("level"), oncall::levelId(level)},
            {QStringLiteral("from"), toIso(from)},
            {QStringLiteral("until"), toIso(until)}};
}

QStringList nowLines(const oncall::OnCallNow &now)
{
    QStringList lines;
    for (const oncall::OnDuty &duty : now.people) {
        QString line = QStringLiteral("%1  %2  until %3").arg(oncall::levelId(duty.level).leftJustified(9), duty.person, toIso(duty.until));
        if (duty.asOf)
            line += QStringLiteral("  (as of %1)").arg(toIso(*duty.asOf));
        lines << line;
    }
    for (const oncall::Gap &gap : now.gaps) {
        const QString next =
            gap.next ? QStringLiteral("%1 begins %2").arg(gap.next->person, toIso(gap.next->from)) : QStringLiteral("no shift is in sight");
        lines << QStringLiteral("%1  nobody; %2").arg(oncall::levelId(gap.level).leftJustified(9), next);
    }
    for (const oncall::Shift &shift : now.next)
        lines << QStringLiteral("then       %1  %2 from %3").arg(shift.person, oncall::levelId(shift.level), toIso(shift.from));
    return lines;
}

QJsonObject nowJson(const oncall::OnCallNow &now, Instant at, const QJsonArray &problems)
{
    QJsonArray people, gaps, next;
    for (const oncall::OnDuty &duty : now.people) {
        QJsonObject person = shiftJson(duty.person, duty.address, duty.level, duty.from, duty.until);
        if (duty.asOf)
            person.insert(QStringLiteral("as_of"), toIso(*duty.asOf));
        people << person;
    }
    for (const oncall::Gap &gap : now.gaps)
        gaps << QJsonObject{{QStringLiteral("level"), oncall::levelId(gap.level)},
                            {QStringLiteral("until"), gap.next ? QJsonValue(toIso(gap.next->from)) : QJsonValue()}};
    for (const oncall::Shift &shift : now.next)
        next << shiftJson(shift.person, shift.address, shift.level, shift.from, shift.to);
    return {{QStringLiteral("at"), toIso(at)},
            {QStringLiteral("now"), people},
            {QStringLiteral("nobody"), gaps},
            {QStringLiteral("next"), next},
            {QStringLiteral("problems"), problems}};
}

Result<Answer> showOnCall(Shell &shell)
{
    const Result<std::optional<Instant>> given = shell.timeOption("at");
    if (!given)
        return tl::unexpected(given.error());
    const Instant at = given->value_or(shell.now());
    const std::vector<oncall::Source> sources = sourcesOf(Settings(places::settingsFile()));
    if (sources.empty())
        return refused(QStringLiteral("no schedule is known; 'quarterdeck-cli oncall add FILE-or-URL' adds an iCalendar file or feed"));
    oncall::Roster roster;
    QJsonArray problems;
    QStringList troubles;
    for (const oncall::Source &source : sources) {
        roster.push_back(readNow(shell, source, at, false));
        if (roster.back().problem.isEmpty())
            continue;
        problems << roster.back().problem;
        troubles << QStringLiteral("%1: %2").arg(oncall::shortPlace(source.place), roster.back().problem);
    }
    if (std::none_of(roster.begin(), roster.end(), [](const oncall::SourceState &state) { return state.schedule.has_value(); }))
        return failure(ErrorCode::BadInput, troubles.join(QLatin1Char('\n')));
    const oncall::OnCallNow now = oncall::onCallAt(roster, {}, at);
    const QStringList lines = nowLines(now) + troubles;
    return Answer{lines.isEmpty() ? QStringLiteral("nobody is on call, and no shift is in sight") : lines.join(QLatin1Char('\n')),
                  nowJson(now, at, problems)};
}

QJsonObject sourceJson(const oncall::SourceState &state)
{
    QJsonObject object{{QStringLiteral("place"), state.source.place},
                       {QStringLiteral("level"), state.source.level ? QJsonValue(oncall::levelId(*state.source.level)) : QJsonValue()},
                       {QStringLiteral("problem"), state.problem}};
    if (state.schedule) {
        object.insert(QStringLiteral("name"), state.schedule->name);
        object.insert(QStringLiteral("shifts"), static_cast<qint64>(state.schedule->shifts.size()));
        object.insert(QStringLiteral("left_out"), QJsonArray::fromStringList(state.schedule->problems));
    }
    return object;
}

QString sourceLine(const oncall::SourceState &state)
{
    const QString level = state.source.level ? oncall::levelId(*state.source.level) : QStringLiteral("any");
    QStringList parts{QStringLiteral("%1  %2").arg(level.leftJustified(9), state.source.place)};
    if (!state.problem.isEmpty())
        parts << QStringLiteral("           ✕ ") + state.problem;
    if (state.schedule)
        parts << QStringLiteral("           %1shifts known: %2")
                     .arg(state.schedule->name.isEmpty() ? QString() : state.schedule->name + QStringLiteral(", "))
                     .arg(state.schedule->shifts.size());
    for (const QString &problem : state.schedule ? state.schedule->problems : QStringList())
        parts << QStringLiteral("           ") + problem;
    return parts.join(QLatin1Char('\n'));
}

Result<Answer> addSource(Shell &shell)
{
    const QString level = shell.arguments().value("level");
    if (!level.isEmpty() && !oncall::levelOf(level))
        return failure(ErrorCode::Usage, QStringLiteral("'%1' is no level; write primary or secondary").arg(level));
    const oncall::Source source{storedPlace(shell.arguments().word("FILE-or-URL")), oncall::levelOf(level), {}};
    const oncall::SourceState state = readNow(shell, source, shell.now(), true);
    if (!state.schedule)
        return failure(ErrorCode::BadInput, QStringLiteral("%1: %2").arg(source.place, state.problem));
    Settings settings(places::settingsFile());
    std::vector<oncall::Source> sources = sourcesOf(settings);
    std::erase_if(sources, [&source](const oncall::Source &known) { return known.place == source.place; });
    sources.push_back(source);
    keepSources(settings, sources);
    return Answer{sourceLine(state), sourceJson(state)};
}

Result<Answer> removeSource(Shell &shell)
{
    const QString place = storedPlace(shell.arguments().word("FILE-or-URL"));
    Settings settings(places::settingsFile());
    std::vector<oncall::Source> sources = sourcesOf(settings);
    if (std::erase_if(sources, [&place](const oncall::Source &known) { return known.place == place; }) == 0)
        return refused(QStringLiteral("%1 is not among the schedules; 'quarterdeck-cli oncall list' shows them").arg(place));
    keepSources(settings, sources);
    FeedCache(places::feedFolder()).forget(place);
    return Answer{QStringLiteral("%1 is removed").arg(place), QJsonObject{{QStringLiteral("removed"), place}}};
}

Result<Answer> listSources(Shell &shell)
{
    QJsonArray array;
    QStringList lines;
    for (const oncall::Source &source : sourcesOf(Settings(places::settingsFile()))) {
        const oncall::SourceState state = readNow(shell, source, shell.now(), false);
        array << sourceJson(state);
        lines << sourceLine(state);
    }
    return Answer{lines.isEmpty() ? QStringLiteral("no schedule is known") : lines.join(QLatin1Char('\n')), array};
}

} // namespace

const CommandGroup onCallCommands{
    {"oncall", "[--at TIME]", "Who is on call, primary and secondary, until when, and who is next.", showOnCall},
    {"oncall add", "FILE-or-URL [--level primary|secondary]",
     "Adds an iCalendar file or feed; without --level, what it says itself counts.", addSource},
    {"oncall remove", "FILE-or-URL", "Forgets a file or feed.", removeSource},
    {"oncall list", "", "The files and feeds, and what is wrong with them.", listSources},
};

} // namespace qd::cli
