#include "models/items/oncallwords.h"

#include "models/oncall/people.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

using oncall::Gap;
using oncall::OnDuty;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OnCall)
};

QString asOf(const OnDuty &duty, const TimeText &until)
{
    return duty.asOf ? Words::tr(", as of %1").arg(until(*duty.asOf)) : QString();
}

QString personWords(const OnDuty &duty, const TimeText &until)
{
    return Words::tr("%1 (%2, until %3%4)").arg(duty.person, levelWord(duty.level), until(duty.until), asOf(duty, until));
}

QString gapWords(const Gap &gap, const TimeText &until)
{
    if (!gap.next)
        return Words::tr("nobody as %1, and no shift is in sight").arg(levelWord(gap.level));
    return Words::tr("nobody as %1 until %2, then %3").arg(levelWord(gap.level), until(gap.next->from), gap.next->person);
}

QString whoNow(const oncall::OnCallNow &now, const TimeText &until)
{
    QStringList people;
    for (OnDuty duty : now.people) {
        duty.asOf.reset(); // the sentence says it once
        people << personWords(duty, until);
    }
    if (people.isEmpty())
        people << (now.next.empty() ? Words::tr("nobody now, and no shift is in sight")
                                    : Words::tr("nobody now; %1 from %2").arg(now.next.front().person, until(now.next.front().from)));
    else if (!now.next.empty())
        people << Words::tr("then %1").arg(now.next.front().person);
    return people.join(QStringLiteral(", "));
}

} // namespace

QString levelWord(oncall::Level level)
{
    return level == oncall::Level::Primary ? Words::tr("primary") : Words::tr("secondary");
}

QString dutyWords(const OnDuty &duty, const TimeText &until)
{
    return Words::tr("on call · %1 until %2%3").arg(levelWord(duty.level), until(duty.until), asOf(duty, until));
}

QString onCallLine(const OnCallView &view)
{
    QStringList parts;
    for (const OnDuty &duty : view.now.people)
        parts << personWords(duty, view.until);
    for (const Gap &gap : view.now.gaps)
        parts << gapWords(gap, view.until);
    return parts.isEmpty() ? QString() : Words::tr("On call: %1").arg(parts.join(QStringLiteral("; ")));
}

QString sourceWords(const oncall::SourceState &state, Instant now, const TimeText &until)
{
    if (!state.schedule)
        return state.problem.isEmpty() ? Words::tr("being read") : QStringLiteral("✕ ") + state.problem;
    const QString who = whoNow(oncall::onCallAt({state}, state.source.plan, now), until);
    if (!state.problem.isEmpty())
        return Words::tr("✕ %1. As of %2: %3").arg(state.problem, state.readAt ? until(*state.readAt) : Words::tr("before"), who);
    const QStringList &left = state.schedule->problems;
    return left.isEmpty() ? who : Words::tr("%1. Left out: %2").arg(who, left.join(QStringLiteral("; ")));
}

const OnDuty *onCallFor(const QString &who, const oncall::OnCallNow &now)
{
    const std::optional<oncall::Level> level = oncall::levelCalled(who);
    return level ? now.first(*level) : nullptr;
}

QString calledWords(const QString &who, const OnCallView &view)
{
    const std::optional<oncall::Level> level = oncall::levelCalled(who);
    if (!level)
        return {};
    if (const OnDuty *duty = view.now.first(*level))
        return Words::tr("on call until %1%2").arg(view.until(duty->until), asOf(*duty, view.until));
    for (const Gap &gap : view.now.gaps) {
        if (gap.level == *level)
            return Words::tr("on call: %1").arg(gapWords(gap, view.until));
    }
    return {};
}

} // namespace qd::items
