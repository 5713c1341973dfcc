#include "models/core/standardsections.h"

#include <algorithm>

namespace qd {

const std::vector<StandardSection> &standardSections()
{
    const auto say = [](const char *text) { return QString::fromUtf8(text); };
    static const std::vector<StandardSection> all = {
        {say("summary"), say("Summary"), say("summary"), {}, {say("summary"), say("overview"), say("what happened")}},
        {say("timeline"), say("Timeline"), say("timeline"), {}, {say("timeline"), say("chronology")}},
        {say("impact"),
         say("Impact"),
         say("impact"),
         {say("What did users see, how many of them, and for how long?"),
          say("What did it cost: data, revenue, trust, other teams' time?")},
         {say("impact")}},
        {say("durations-against-targets"),
         say("Durations against targets"),
         say("durations"),
         {},
         {say("duration"), say("response times")}},
        {say("roles-over-time"), say("Roles over time"), say("roles"), {}, {say("roles"), say("responders"), say("response team")}},
        {say("what-went-well"),
         say("What went well"),
         {},
         {say("What helped to notice, to understand or to mend it sooner?"), say("What should be done the same way again?")},
         {say("went well"), say("went right"), say("what worked")}},
        {say("what-went-wrong"),
         say("What went wrong"),
         {},
         {say("What was late, missing or misleading in detection, response or communication?"), say("Where did luck decide?")},
         {say("went wrong"), say("not go well"), say("n't go well"), say("went badly"), say("went poorly"), say("gone better"),
          say("be improved"), say("to improve")}},
        {say("root-cause"),
         say("Root cause"),
         {},
         {say("What in the system made this possible, and what set it off?"), say("Why was it not caught before it reached users?")},
         {say("root cause"), say("contributing factor"), say("causes")}},
        {say("action-items"),
         say("Action items"),
         say("actions"),
         {},
         {say("action item"), say("actions"), say("follow-up"), say("follow up"), say("next steps"), say("corrective")}},
        {say("lessons-learned"),
         say("Lessons learned"),
         {},
         {say("What do we know now that we did not know before?"), say("Who else should hear of it?")},
         {say("lesson"), say("learned"), say("learnt"), say("takeaway")}},
    };
    return all;
}

bool covers(const QString &title, const QString &fill, const StandardSection &standard)
{
    if (!fill.isEmpty())
        return fill == standard.fill;
    return std::any_of(standard.words.begin(), standard.words.end(),
                       [&title](const QString &word) { return title.contains(word, Qt::CaseInsensitive); });
}

} // namespace qd
