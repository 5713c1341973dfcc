#include "models/oncall/roster.h"

#include <QUrl>

namespace qd::oncall {
namespace {

bool isFor(const SourceState &state, const QString &plan, Instant instant)
{
    const bool wanted = state.source.plan.isEmpty() || state.source.plan == plan;
    return wanted && state.schedule && state.schedule->from <= instant && instant < state.schedule->to;
}

bool isSame(const Shift &one, const OnDuty &other)
{
    return one.level == other.level && one.person.compare(other.person, Qt::CaseInsensitive) == 0;
}

// By the shifts that follow without a gap. They are in the order of their begin.
void extend(OnDuty &duty, const std::vector<Shift> &shifts)
{
    for (const Shift &shift : shifts) {
        if (isSame(shift, duty) && shift.from <= duty.until)
            duty.until = std::max(duty.until, shift.to);
    }
}

void addPerson(OnCallNow &now, const OnDuty &duty)
{
    const auto known = std::find_if(now.people.begin(), now.people.end(), [&duty](const OnDuty &one) {
        return one.level == duty.level && one.person.compare(duty.person, Qt::CaseInsensitive) == 0;
    });
    if (known == now.people.end()) {
        now.people.push_back(duty);
        return;
    }
    known->until = std::max(known->until, duty.until);
    known->from = std::min(known->from, duty.from);
}

struct LevelLook
{
    bool scheduled = false;
    std::optional<Shift> next;
};

void look(const SourceState &state, Instant instant, OnCallNow &now, LevelLook (&levels)[2])
{
    for (const Shift &shift : state.schedule->shifts) {
        LevelLook &level = levels[static_cast<int>(shift.level)];
        level.scheduled = true;
        if (shift.from > instant) {
            if (!level.next || shift.from < level.next->from)
                level.next = shift;
        } else if (instant < shift.to) {
            OnDuty duty{shift.person, shift.address, shift.level, shift.from, shift.to, {}};
            extend(duty, state.schedule->shifts);
            if (state.isStale())
                duty.asOf = state.readAt;
            addPerson(now, duty);
        }
    }
    if (state.source.level)
        levels[static_cast<int>(*state.source.level)].scheduled = true;
}

} // namespace

const OnDuty *OnCallNow::first(Level level) const
{
    const auto found = std::find_if(people.begin(), people.end(), [level](const OnDuty &one) { return one.level == level; });
    return found == people.end() ? nullptr : &*found;
}

const OnDuty *OnCallNow::find(const QString &person) const
{
    const auto found =
        std::find_if(people.begin(), people.end(), [&](const OnDuty &one) { return one.person.compare(person, Qt::CaseInsensitive) == 0; });
    return found == people.end() ? nullptr : &*found;
}

OnCallNow onCallAt(const Roster &roster, const QString &plan, Instant instant)
{
    OnCallNow now;
    LevelLook levels[2];
    for (const SourceState &state : roster) {
        if (isFor(state, plan, instant))
            look(state, instant, now, levels);
    }
    std::stable_sort(now.people.begin(), now.people.end(),
                     [](const OnDuty &a, const OnDuty &b) { return a.level != b.level ? a.level < b.level : a.from > b.from; });
    for (const Level level : {Level::Primary, Level::Secondary}) {
        const LevelLook &its = levels[static_cast<int>(level)];
        if (its.next)
            now.next.push_back(*its.next);
        if (its.scheduled && !now.first(level))
            now.gaps.push_back({level, its.next});
    }
    return now;
}

bool isAddress(const QString &place)
{
    const QString scheme = QUrl(place).scheme().toLower();
    return scheme == QLatin1String("https") || scheme == QLatin1String("http") || scheme == QLatin1String("webcal")
        || scheme == QLatin1String("webcals");
}

QString fetchAddress(const QString &place)
{
    QUrl url(place);
    if (url.scheme().startsWith(QLatin1String("webcal"), Qt::CaseInsensitive))
        url.setScheme(QStringLiteral("https"));
    return url.toString(QUrl::FullyEncoded);
}

QString shortPlace(const QString &place)
{
    if (!isAddress(place))
        return place;
    const QUrl url(place);
    const QString file = url.fileName();
    return file.isEmpty() || file.size() > 24 ? url.host() : QStringLiteral("%1 … %2").arg(url.host(), file);
}

bool isPlace(const QString &text)
{
    const QString place = text.trimmed();
    if (place.isEmpty() || place.contains(QLatin1Char(' ')) || place.size() > 2000)
        return false;
    const bool isCalendar = QUrl(place).path().endsWith(QLatin1String(".ics"), Qt::CaseInsensitive);
    if (isAddress(place))
        return isCalendar || place.startsWith(QLatin1String("webcal"), Qt::CaseInsensitive);
    return isCalendar && (place.startsWith(QLatin1Char('/')) || place.startsWith(QLatin1String("~/")));
}

QString toText(const Source &source)
{
    return QStringLiteral("%1 %2").arg(source.level ? levelId(*source.level) : QStringLiteral("any"), source.place);
}

std::optional<Source> sourceOf(const QString &text)
{
    const QString level = text.section(QLatin1Char(' '), 0, 0);
    const QString place = text.section(QLatin1Char(' '), 1).trimmed();
    if (place.isEmpty() || (level != QLatin1String("any") && !levelOf(level)))
        return std::nullopt;
    return Source{place, levelOf(level), {}};
}

} // namespace qd::oncall
