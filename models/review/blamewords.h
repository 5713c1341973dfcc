#pragma once
// What the tables of forms are written in. Patterns: %S what may stand between a person and the verb ("on duty", ", as usual,"), %C also another
// verb ("was asleep and"); %T "who pushed it"; %A adverbs; %D what is done, or left undone, in hindsight ("checked"); %E the end of the person
// ("Dana", not "Dana's change"). Every repetition has a bound, so that a match costs the same wherever it is tried.

#include "models/review/blameforms.h"

namespace qd::review::blaming {

constexpr unsigned oneOf(Who who)
{
    return static_cast<unsigned>(who);
}
inline constexpr unsigned named = oneOf(Who::Name) | oneOf(Who::Pronoun);
inline constexpr unsigned person = named | oneOf(Who::Trade);
inline constexpr unsigned owner = person | oneOf(Who::Team);
inline constexpr unsigned their = oneOf(Who::Theirs);
inline constexpr unsigned they = owner | oneOf(Who::They);
inline constexpr unsigned anybody = they | oneOf(Who::Unclear);

inline constexpr char showed[] = "Say what the system showed at that moment, and what it did not show.";
inline constexpr char condition[] = "Say which condition made the outcome possible.";
inline constexpr char safeguard[] = "Name the step and the safeguard that was missing, not the person.";
inline constexpr char change[] = "Say which change or condition caused it, and what let it through.";
inline constexpr char reminder[] = "Say what would have reminded anybody, and why it did not.";
inline constexpr char judged[] = "Take the judgement away; say what made the action look right at the time.";
inline constexpr char accepted[] = "Say what the system accepted, and which check would have caught it.";
inline constexpr char path[] = "Say what made the usual way hard or slow, and what made this one possible.";
inline constexpr char remedy[] = "Say what will be built or changed so that care is not all that stands between a slip and an outage.";

inline constexpr Stands A = Stands::After;
inline constexpr Stands R = Stands::Around;
inline constexpr Stands F = Stands::Free;
inline constexpr Excuse N = Excuse::None;
inline constexpr Excuse W = Excuse::Reason;
inline constexpr Excuse P = Excuse::Purpose;

} // namespace qd::review::blaming
