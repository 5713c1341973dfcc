// How it went: time in each severity and status, who commanded and when nobody did, silence, and who was told when.
#include "models/clocks/calendar.h"
#include "models/core/durationtext.h"
#include "models/review/factgroups.h"
#include "models/review/spans.h"
#include "models/review/wording.h"

namespace qd::review {
namespace {

using clocks::Countdown;
using clocks::State;

struct Share // of the time
{
    QString of;
    Duration length{};
    std::vector<EventId> rests;
};

Share &shareOf(std::vector<Share> &shares, const QString &of)
{
    const auto found = std::find_if(shares.begin(), shares.end(), [&of](const Share &share) { return share.of == of; });
    return found == shares.end() ? shares.emplace_back(Share{of, {}, {}}) : *found;
}

template<class Span>
std::vector<Share> timeIn(const std::vector<Span> &spans, QString Span::*of, Instant end)
{
    std::vector<Share> shares;
    for (size_t i = 0; i < spans.size(); ++i) {
        const Instant to = i + 1 < spans.size() ? std::min(spans[i + 1].from, end) : end;
        if (to <= spans[i].from)
            continue;
        Share &share = shareOf(shares, spans[i].*of);
        share.length += to - spans[i].from;
        share.rests.push_back(spans[i].event);
    }
    return shares;
}

QString tenureText(const Tenure &tenure, const QTimeZone &zone)
{
    const QString until = tenure.to ? timeText(*tenure.to, zone) : QStringLiteral("the end");
    return QStringLiteral("%1 from %2 until %3").arg(tenure.holder, timeText(tenure.from, zone), until);
}

void addTenureFacts(const FactSource &source, std::vector<Fact> &all)
{
    const QTimeZone zone = clocks::zoneOf(source.plan);
    std::vector<Fact> byRole;
    QString role;
    for (const Tenure &tenure : tenures(source.incident)) {
        if (tenure.holder.isEmpty())
            continue;
        if (tenure.role != role || byRole.empty())
            byRole.push_back({QStringLiteral("Held by: %1").arg(roleText(source.incident, tenure.role)), {}, {}, Fact::Verdict::None, {}});
        role = tenure.role;
        Fact &fact = byRole.back();
        fact.value += (fact.value.isEmpty() ? QString() : QStringLiteral("; ")) + tenureText(tenure, zone);
        fact.rests.push_back(tenure.event);
    }
    all.insert(all.end(), byRole.begin(), byRole.end());
}

const SentUpdate *firstSentTo(const Incident &incident, const QString &audience)
{
    const SentUpdate *first = nullptr;
    for (const SentUpdate &update : incident.updates) {
        if (update.audience == audience && (!first || update.at < first->at))
            first = &update;
    }
    return first;
}

Fact firstUpdate(const FactSource &source, const plan::Audience &audience, const std::vector<Countdown> &windows)
{
    const SentUpdate *sent = firstSentTo(source.incident, audience.id);
    Fact fact{
        QStringLiteral("First update: %1").arg(audience.name.isEmpty() ? audience.id : audience.name), {}, {}, Fact::Verdict::None, {}};
    const Length length = sent ? between(workStart(source.incident), sent->at) : Length{};
    fact.value = !sent      ? QStringLiteral("none sent")
        : length.impossible ? lengthText(length)
                            : lengthText(length) + QLatin1String(" after detection");
    const bool isFirst = !windows.empty() && (!sent || windows.front().metBy == sent->id);
    if (isFirst) {
        const Countdown &window = windows.front();
        fact.target = window.words.isEmpty() ? window.detail : window.words;
        fact.verdict = window.state == State::Missed ? Fact::Verdict::Missed
            : window.state == State::Met             ? Fact::Verdict::Kept
                                                     : Fact::Verdict::None;
    }
    if (sent)
        fact.rests.push_back(sent->id);
    return fact;
}

// The first word to anybody outside, whoever heard it.
void addFirstPublicWord(const FactSource &source, std::vector<Fact> &all)
{
    const QStringList &outside = source.incident.rules.externalAudiences;
    if (outside.isEmpty())
        return;
    const SentUpdate *first = nullptr;
    for (const QString &audience : outside) {
        const SentUpdate *sent = firstSentTo(source.incident, audience);
        if (sent && (!first || sent->at < first->at))
            first = sent;
    }
    Fact fact{QStringLiteral("First public word"), QStringLiteral("none"), {}, Fact::Verdict::None, {}};
    if (first) {
        fact.value = QStringLiteral("%1 after detection, to %2")
                         .arg(lengthText(between(workStart(source.incident), first->at)), audienceText(source.incident, first->audience));
        fact.rests.push_back(first->id);
    }
    all.push_back(std::move(fact));
}

Fact laterUpdates(const FactSource &source, const plan::Audience &audience, const std::vector<Countdown> &windows)
{
    qsizetype sent = 0;
    qsizetype late = 0;
    qsizetype skipped = 0;
    qsizetype waived = 0;
    std::vector<EventId> rests;
    for (const SentUpdate &update : source.incident.updates)
        sent += update.audience == audience.id ? 1 : 0;
    for (const Countdown &window : windows) {
        const bool byUpdate = std::any_of(source.incident.updates.begin(), source.incident.updates.end(),
                                          [&window](const SentUpdate &update) { return update.id == window.metBy; });
        late += window.state == State::Missed && byUpdate ? 1 : 0;
        skipped += window.state == State::Missed && !byUpdate ? 1 : 0;
        waived += window.state == State::Waived ? 1 : 0;
        if (window.state == State::Missed && byUpdate)
            rests.push_back(window.metBy);
    }
    QString value = QStringLiteral("%1 sent, %2 late, %3 skipped").arg(sent).arg(late).arg(skipped);
    if (waived > 0)
        value += QStringLiteral(", %1 waived").arg(waived);
    const bool anyTarget = std::any_of(windows.begin(), windows.end(), [](const Countdown &window) { return window.dueAt.has_value(); });
    const Fact::Verdict verdict = late + skipped > 0 ? Fact::Verdict::Missed : anyTarget ? Fact::Verdict::Kept : Fact::Verdict::None;
    return {QStringLiteral("Updates: %1").arg(audience.name.isEmpty() ? audience.id : audience.name), value,
            windows.empty() ? QString() : windows.back().detail, verdict, rests};
}

} // namespace

void addSpanFacts(const FactSource &source, std::vector<Fact> &all)
{
    const Instant end = workEnd(source.incident, source.now);
    for (const Share &share : timeIn(source.incident.severities, &SeveritySpan::severity, end)) {
        all.push_back({QStringLiteral("Time at severity %1").arg(severityText(source.incident, share.of)),
                       spokenDuration(share.length),
                       {},
                       Fact::Verdict::None,
                       share.rests});
    }
    for (const Share &share : timeIn(source.incident.statuses, &StatusSpan::status, end)) {
        all.push_back({QStringLiteral("Time in status %1").arg(statusText(share.of)),
                       spokenDuration(share.length),
                       {},
                       Fact::Verdict::None,
                       share.rests});
    }
}

void addCommandFacts(const FactSource &source, std::vector<Fact> &all)
{
    const Incident &incident = source.incident;
    const QString role = commanderRole(incident);
    const Duration vacant = vacantTime(incident, role, source.now);
    Fact without{QStringLiteral("Time without a commander"),
                 vacant > Duration{} ? spokenDuration(vacant) : QStringLiteral("none"),
                 {},
                 Fact::Verdict::None,
                 {}};
    for (const RoleSpan &span : incident.roles) {
        if (span.role == role)
            without.rests.push_back(span.event);
    }
    all.push_back(std::move(without));
    const std::vector<Silence> silent = silences(incident, source.now);
    const auto longest =
        std::max_element(silent.begin(), silent.end(), [](const Silence &a, const Silence &b) { return a.length() < b.length(); });
    if (longest != silent.end()) {
        Fact fact{
            QStringLiteral("Longest silence in the record"),
            QStringLiteral("%1, from %2").arg(spokenDuration(longest->length()), zonedText(longest->from, clocks::zoneOf(source.plan))),
            {},
            Fact::Verdict::None,
            {}};
        for (const EventId &end : {longest->after, longest->before}) {
            if (!end.isNull())
                fact.rests.push_back(end);
        }
        all.push_back(std::move(fact));
    }
    addTenureFacts(source, all);
}

void addUpdateFacts(const FactSource &source, std::vector<Fact> &all)
{
    addFirstPublicWord(source, all);
    for (const plan::Audience &audience : source.plan.audiences) {
        const std::vector<Countdown> windows = clocks::updateWindows(source.plan, source.incident, audience, source.now);
        if (windows.empty() && !firstSentTo(source.incident, audience.id))
            continue;
        all.push_back(firstUpdate(source, audience, windows));
        all.push_back(laterUpdates(source, audience, windows));
    }
}

} // namespace qd::review
