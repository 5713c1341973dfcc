// The next update to each audience: the first from detection, then one after another, each from the last that was sent.
#include <QStringBuilder>
#include <QVarLengthArray>

#include "models/clocks/groups.h"

namespace qd::clocks {
namespace {

struct Window
{
    Stretch time;
    bool cut = false;   // by the resolution, not by an update
    bool first = false; // nothing was ever sent before
};

using Windows = std::vector<Window>;

QVarLengthArray<const SentUpdate *, 16> sentTo(const Incident &incident, const QString &audience)
{
    QVarLengthArray<const SentUpdate *, 16> sent;
    for (const SentUpdate &update : incident.updates) {
        if (update.audience == audience)
            sent.append(&update);
    }
    std::stable_sort(sent.begin(), sent.end(), [](const SentUpdate *a, const SentUpdate *b) { return a->at < b->at; });
    return sent;
}

// What was sent while the incident was resolved is no window, but it was sent.
Windows windowsIn(const Course &course, const QString &audience)
{
    Windows windows;
    const auto sent = sentTo(course.incident, audience);
    qsizetype next = 0;
    for (const Stretch &open : course.open) {
        const bool reopened = &open != &course.open.front();
        while (reopened && next < sent.size() && sent[next]->at <= open.from)
            ++next;
        Instant from = open.from;
        for (; next < sent.size() && (!open.to || sent[next]->at <= *open.to); ++next) {
            windows.push_back({{from, sent[next]->at, sent[next]->id}, false, next == 0});
            from = sent[next]->at;
        }
        windows.push_back({{from, open.to, open.endedBy}, open.to.has_value(), next == 0});
    }
    return windows;
}

// A plan that says only how often means the first one too.
const plan::MaybeTarget *targetOf(const Course &course, const plan::Audience &audience, const Window &window)
{
    const plan::Severity *severity = severityAtEnd(course, window.time);
    const plan::Cadence *cadence = severity ? plan::findCadence(audience, severity->id) : nullptr;
    if (!cadence)
        return nullptr;
    const plan::MaybeTarget &target = window.first && cadence->firstWithin ? cadence->firstWithin : cadence->every;
    return target ? &target : nullptr;
}

void describe(Countdown &clock, const plan::Audience &audience, const plan::Target &target, bool first)
{
    clock.kind = QStringLiteral("update");
    clock.subject = audience.id;
    clock.label = (audience.name.isEmpty() ? audience.id : audience.name) % QLatin1String(" update");
    if (clock.words.isEmpty())
        clock.detail = (first ? QLatin1String("first within ") : QLatin1String("every ")) % targetText(target);
}

enum class Keep { All, RunningAndMissed };

void addWindows(const Course &course, const plan::Audience &audience, Keep keep, std::vector<Countdown> &all)
{
    const Windows windows = windowsIn(course, audience.id);
    const QString id = QLatin1String("update:") % audience.id;
    for (size_t i = 0; i < windows.size(); ++i) {
        const Window &window = windows[i];
        const plan::MaybeTarget *target = targetOf(course, audience, window);
        if (!target)
            continue;
        Countdown clock;
        clock.id = id;
        clock.startedAt = window.time.from;
        Terms terms = termsOf(course, clock, **target);
        terms.recurring = true;
        const bool ended = window.time.to.has_value();
        if (!settle(course, clock, terms, {window.time.to, window.time.endedBy, window.cut}))
            continue;
        if (ended && keep == Keep::RunningAndMissed && clock.state != State::Missed)
            continue;
        describe(clock, audience, **target, window.first);
        if (ended)
            clock.id += QLatin1Char('#') + QString::number(i + 1);
        all.push_back(std::move(clock));
    }
}

} // namespace

void addUpdateClocks(const Course &course, std::vector<Countdown> &all)
{
    for (const plan::Audience &audience : course.plan.audiences) {
        if (!audience.cadences.empty())
            addWindows(course, audience, Keep::RunningAndMissed, all);
    }
}

std::vector<Countdown> windowsOf(const Course &course, const plan::Audience &audience)
{
    std::vector<Countdown> all;
    addWindows(course, audience, Keep::All, all);
    return all;
}

} // namespace qd::clocks
