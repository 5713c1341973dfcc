#include "models/review/metrics.h"

#include "models/review/metricsgroups.h"

#include <cmath>

namespace qd::review {
namespace {

void add(Count &count, int place, int number)
{
    if (number == 0)
        return;
    count.number += number;
    count.in.push_back(place);
}

void note(Spread &spread, const Length &length, int place)
{
    add(length.value ? spread.known : length.impossible ? spread.impossible : spread.unknown, place, 1);
}

void settle(Spread &spread, std::vector<Duration> lengths)
{
    if (lengths.empty())
        return;
    std::sort(lengths.begin(), lengths.end());
    const size_t half = lengths.size() / 2;
    spread.median = lengths.size() % 2 == 1 ? lengths[half] : (lengths[half - 1] + lengths[half]) / 2;
    spread.p90 = lengths[static_cast<size_t>(std::ceil(static_cast<double>(lengths.size()) * 0.9)) - 1];
}

void add(Tally &tally, const Outcomes &outcomes, int place)
{
    add(tally.kept, place, outcomes.kept);
    add(tally.missed, place, outcomes.missed);
    add(tally.open, place, outcomes.open);
    add(tally.waived, place, outcomes.waived);
}

void add(ActionTally &tally, const ActionCounts &counts, int place)
{
    const std::pair<Count ActionTally::*, int> numbers[] = {
        {&ActionTally::added, counts.all},       {&ActionTally::done, counts.inTime + counts.late + counts.doneWithoutDate},
        {&ActionTally::dropped, counts.dropped}, {&ActionTally::inTime, counts.inTime},
        {&ActionTally::late, counts.late},       {&ActionTally::open, counts.open - counts.overdue},
        {&ActionTally::overdue, counts.overdue},
    };
    for (const auto &[count, number] : numbers)
        add(tally.*count, place, number);
}

class PlanMetrics // gathers what the plans call a metric
{
public:
    void note(const Measured &one, int place)
    {
        for (const PlanLength &length : one.planLengths) {
            Gathered &gathered = find(one, length);
            review::note(gathered.metric.spread, length.length, place);
            if (length.length.value)
                gathered.lengths.push_back(*length.length.value);
            if (length.within)
                noteTarget(gathered.targets[{one.rank, one.severity}], one, length, place);
        }
    }

    std::vector<PlanMetric> all()
    {
        std::vector<PlanMetric> all;
        for (auto &[plan, metrics] : m_byPlan) {
            for (Gathered &gathered : metrics) {
                settle(gathered.metric.spread, std::move(gathered.lengths));
                for (auto &[place, target] : gathered.targets)
                    gathered.metric.targets.push_back(std::move(target));
                all.push_back(std::move(gathered.metric));
            }
        }
        return all;
    }

private:
    struct Gathered
    {
        PlanMetric metric;
        std::vector<Duration> lengths;
        std::map<std::pair<int, QString>, TargetOutcome> targets; // by rank
    };

    Gathered &find(const Measured &one, const PlanLength &length)
    {
        std::vector<Gathered> &metrics = m_byPlan[one.plan];
        const auto found = std::find_if(metrics.begin(), metrics.end(), [&length](const Gathered &known) {
            return known.metric.metric == length.metric && known.metric.from == length.from && known.metric.to == length.to;
        });
        if (found != metrics.end())
            return *found;
        metrics.push_back({{one.plan, one.planName, length.metric, length.name, length.from, length.to, {}, {}}, {}, {}});
        return metrics.back();
    }

    static void noteTarget(TargetOutcome &target, const Measured &one, const PlanLength &length, int place)
    {
        target.severity = one.severity;
        target.within = *length.within;
        const std::optional<Duration> &taken = length.length.value;
        add(!taken ? target.unknown : *taken <= *length.within ? target.kept : target.missed, place, 1);
    }

    std::map<QString, std::vector<Gathered>> m_byPlan;
};

void addLengths(Summary &summary, const MeasuredCases &incidents)
{
    for (size_t i = 0; i < measureCount; ++i) {
        std::vector<Duration> known;
        for (const int place : summary.incidents.in) {
            const Length &length = incidents[static_cast<size_t>(place)]->lengths[i];
            note(summary.lengths[i], length, place);
            if (length.value)
                known.push_back(*length.value);
        }
        settle(summary.lengths[i], std::move(known));
    }
}

Summary summaryOf(const Group &group, const MeasuredCases &incidents, const std::vector<RepeatOf> &repeats)
{
    Summary summary;
    summary.key = group.key;
    summary.title = group.title;
    summary.rank = group.rank;
    summary.incidents = {static_cast<int>(group.members.size()), group.members};
    addLengths(summary, incidents);
    PlanMetrics planMetrics;
    for (const int place : group.members) {
        const Measured &one = *incidents[static_cast<size_t>(place)];
        add(summary.targets, one.targets, place);
        for (auto it = one.clocks.begin(); it != one.clocks.end(); ++it)
            add(summary.clocks[it.key()], *it, place);
        add(summary.actions, one.actions, place);
        add(summary.severities[one.severity], place, 1);
        add(summary.types[one.type], place, 1);
        planMetrics.note(one, place);
        const RepeatOf repeat = repeats[static_cast<size_t>(place)];
        add(summary.linkedAgain, place, repeat == RepeatOf::Linked ? 1 : 0);
        add(summary.sameCause, place, repeat == RepeatOf::Cause ? 1 : 0);
        add(summary.sameKind, place, repeat == RepeatOf::Kind ? 1 : 0);
    }
    summary.planMetrics = planMetrics.all();
    return summary;
}

struct Chosen
{
    MeasuredCases incidents;
    std::vector<RepeatOf> repeats;
    LeftOut leftOut;
};

Chosen choose(const MeasuredCases &cases, const MetricsQuery &query)
{
    const std::vector<Recurrence> found = recurrences(cases);
    std::vector<size_t> places;
    Chosen chosen;
    for (size_t i = 0; i < cases.size(); ++i) {
        if (!isAsked(*cases[i], query))
            continue;
        if (cases[i]->drill && !query.drills)
            ++chosen.leftOut.drills;
        else if (!found[i].counted)
            ++chosen.leftOut.merged;
        else
            places.push_back(i);
    }
    std::stable_sort(places.begin(), places.end(), [&cases](size_t a, size_t b) { return cases[a]->at < cases[b]->at; });
    for (const size_t i : places) {
        chosen.incidents.push_back(cases[i]);
        chosen.repeats.push_back(found[i].reason);
    }
    return chosen;
}

} // namespace

Metrics metrics(const MeasuredCases &cases, const MetricsQuery &query, Instant now)
{
    Chosen chosen = choose(cases, query);
    Metrics result;
    result.query = query;
    result.incidents = std::move(chosen.incidents);
    result.leftOut = chosen.leftOut;
    result.all = summaryOf(groupOfAll(result.incidents), result.incidents, chosen.repeats);
    for (const Group &group : groupsOf(result.incidents, query, now))
        result.groups.push_back(summaryOf(group, result.incidents, chosen.repeats));
    return result;
}

Metrics metrics(const std::vector<Case> &cases, const MetricsQuery &query, Instant now)
{
    MeasuredCases measured;
    for (const Case &one : cases)
        measured.push_back(std::make_shared<const Measured>(measure(*one.plan, one.incident, now)));
    return metrics(measured, query, now);
}

std::optional<double> share(const Count &kept, int of)
{
    return of > 0 ? std::optional(static_cast<double>(kept.number) / of) : std::nullopt;
}

std::optional<double> keptShare(const Tally &tally)
{
    return share(tally.kept, tally.kept.number + tally.missed.number);
}

std::optional<double> inTimeShare(const ActionTally &actions)
{
    return share(actions.inTime, actions.inTime.number + actions.late.number + actions.overdue.number);
}

} // namespace qd::review
