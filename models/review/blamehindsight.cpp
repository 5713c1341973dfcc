// What somebody should have done, and whose fault it was.
#include "models/review/blamewords.h"

namespace qd::review {

using namespace blaming;

const std::vector<BlameForm> hindsightForms = {
    // Hindsight
    {A, they, "", "%S\\s+(?:really |surely )?(?:should|ought to) (?:know better|know (?:his|her|their) (?:own )?[a-z]+)\\b", N, showed},
    {A, they, "",
     "%S\\s+(?:should|ought to)(?: have|'ve) (?:tested|checked|verified|backed up|read|followed|reviewed|documented|monitored) "
     "(?:their|his|her)\\b",
     N, showed},
    {A, owner, "",
     "%C%A\\s+(?:(?:was|were|had been) (?:repeatedly |clearly )?(?:warned|told|reminded)(?: [\\w-]{1,12}){0,4} (?:and|but|yet) "
     "(?:still|went ahead|did it|ignored|didn't|did not)|(?:still )?went ahead (?:anyway|regardless|in spite|despite)|still went ahead|did "
     "(?:it|so) (?:anyway|regardless))\\b",
     N, showed},
    {A, owner, "",
     "%S%A\\s+(?:[a-z]{2,12}ed|ran|made|sent|wrote|put|went|took)(?: [\\w.'-]{1,20}){0,8}?,? (?:despite|in spite of|although|even "
     "though|against) (?:knowing|being (?:told|warned|asked)|(?:he|she|they) (?:knew|had been)|(?:the |all |clear |several |our |repeated "
     ")?(?:warnings?|instructions|advice|procedure|policy))\\b",
     W, showed},
    {A, owner, "",
     "%C\\s+(?:really |surely |clearly )?(?:should|ought to)(?: have|'ve| of)(?: \\w{2,12}ly)? "
     "(?!been|needed|received|arrived|landed|finished|joined|reached|expected|wanted)(?:[a-z]{2,12}ed|run|kept|told|done|written|taken|"
     "made|chosen|spoken|begun|held|set|shut|stood|given up|put|pulled)\\b",
     N, showed},
    {A, owner, "",
     "%C\\s+(?:really |surely |simply |clearly )?(?:should|ought to|must)(?: at least| really| also| simply)?(?: have|'ve| of)(?: "
     "[a-z]{2,12}ly| also| then| just| even| at least| once){0,2}\\s+(?:%D|been (?:more|paying))",
     N, showed},
    {A, owner, "",
     "%S\\s+(?:should not|should never|shouldn't|ought not to|ought never to) have%A\\s+(?!been (?!given "
     "access|hired|trusted|promoted)|had|needed|received|got|gotten|seen|to\\b)[a-z]{3,}",
     N, showed},
    {A, anybody, "",
     "%S\\s+(?:really )?(?:should|ought to|must)(?: have|'ve| of)%A (?:known|been more careful|thought|reali[sz]ed|bothered|paid "
     "attention|double-checked|checked (?:the|his|her|their) (?:dashboard|runbook|manual|docs|documentation|checklist|procedure))\\b",
     N, showed},
    {A, owner, "", "%S\\s+could(?: have)?(?: quite| very)? (?:easily |simply |at least |just )(?:have )?(?:%D|prevented|avoided|stopped)",
     N, showed},
    {A, owner, "", "%S\\s+could have (?:prevented|avoided|averted) (?:this|it|the|all)\\b", N, showed},
    {R, owner, "\\bif(?: only)?\\s*",
     "%S\\s+had(?: only| just| simply| actually| even| properly| really| bothered to| taken the time to| \\w{2,12}ly){0,2} (?:%D|been "
     "(?:more|paying|awake))",
     N, showed},
    {R, owner, "\\bif(?: only)?\\s*",
     "%S\\s+(?:had not|had never|hadn't)(?: so)?(?: \\w{2,12}ly)? "
     "(?:broken|deleted|pushed|merged|ignored|forgotten|skipped|touched|rushed|panicked|changed|been so|been "
     "careless|made|assumed|left|disabled|deployed|run|typed|overlooked|missed|neglected|insisted)\\b",
     N, showed},
    {R, owner, "(?:^|[,;:]\\s*|\\b(?:avoided|prevented|happened|and|but)\\s+)had\\s+",
     "(?: not| never)?(?: only| just| simply| actually| \\w{2,12}ly){0,2} (?:%D|been "
     "(?:more|paying|awake|less)|ignored|forgotten|skipped|rushed|panicked)",
     N, showed},
    {A, anybody, "", "%S\\s+(?:knew better|knew (?:full|perfectly|very) well|knew or should have known)\\b", N, showed},
    {F, 0,
     "\\b(?:any|an?|every)(?: \\w{2,20})? ?\\b(?:competent|decent|experienced|careful|sane|reasonable|real|proper|senior|good|diligent)(?: "
     "[\\w-]{2,20})? "
     "(?:engineer|developer|operator|admin|administrator|dba|sre|person|responder|commander|professional|team|on-call|one)s? "
     "(?:would|should|could) (?:never|have (?:\\w{2,12}ly "
     ")?(?:noticed|caught|known|checked|tested|spotted|reali[sz]ed|asked|avoided|prevented|done better|thought|verified))",
     "", N, showed},
    {F, 0,
     "\\bwhoever [\\w' -]{3,50}? (?:had no|should|did(?:n't| not)|was (?:not|careless)|wasn't|forgot|messed|screwed|broke|needs to|must|is "
     "to blame)\\b",
     "", N, showed},
    {F, 0, "(?<!\\bwe )(?:should|ought to) have known better\\b", "", N, showed},

    // To blame
    {R, owner, "\\b(?:faults?|mistakes?|blunders?|errors?|failures?|oversights?|negligence|carelessness) on\\s+", "'s? part\\b", N,
     safeguard},
    {R, owner,
     "\\b(?:poor|bad|insufficient|inadequate|lack of|sloppy|slow|missing|no) "
     "(?:communication|judge?ment|decisions?|preparation|planning|coordination|handling|leadership|supervision|response|reaction|"
     "workmanship|coding|testing|attention|execution)(?: \\w{3,12})? (?:by|of|from|on the part of)\\s+",
     "%E", W, condition},
    {A, they, "", "%S\\s+(?:was|were|is|are)(?:n't| not) (?:really )?doing (?:his|her|their) (?:job|duty|work)\\b", N, judged},
    {A, anybody, "",
     "'s?(?: own)?(?: [\\w-]{2,15})? "
     "(?:careless\\w{0,4}|negligence|incompetence|slopp\\w{1,7}|laziness|inattention|recklessness|stupidity|arrogance|forgetfulness|screw-?"
     "ups?)\\b",
     N, safeguard},
    {A, anybody, "",
     "%C%A\\s+(?:made|committed) (?:an?|the|another|several|one|many|this|too many|yet another)\\s+(?:[\\w-]{2,15} "
     "){0,2}?(?:mistakes?(?!-proof)|blunders?)\\b",
     N, accepted},
    {A, named | their, "",
     "(?:'s?)?(?: own| last| latest| new| first)? (?:code|change|commit|deploy|deployment|query|script|config|configuration|pull "
     "request|patch|migration|command|push|merge|edit)s?(?: \\w{2,12}ly)? (?:caused|broke|crashed|took down|brought "
     "down|ruined|(?:took|brought) (?:the |our )?[a-z]{3,15} (?:down|offline))\\b",
     P, change},
    {A, anybody, "",
     "%S(?:%T)?\\s+(?:is|was|were|are|has been|had been|remains)(?: \\w{2,12}ly| just| simply| too| so| very| quite| rather| again| "
     "far){0,2} (?:to "
     "blame|guilty|careless|negligent|incompetent|sloppy|lazy|reckless|inattentive|irresponsible|unprofessional|over-?confident|complacent|"
     "stupid|foolish|clueless|inept|hasty|thoughtless|too (?:proud|lazy|careless|hasty|arrogant|eager|stubborn|timid|impatient|stupid)|not "
     "(?:being )?(?:careful|diligent|paying (?:any |enough |close )?attention|up to (?:it|the "
     "(?:job|task))|competent|qualified|attentive|thinking)|out of (?:his|her|their) depth|in over (?:his|her|their) head)\\b",
     N, condition},
    {A, they, "",
     "%S(?: just| simply| clearly| \\w{2,12}ly)?\\s+(?:wasn't|weren't|isn't|aren't) (?:careful|paying (?:any |enough "
     ")?attention|competent|qualified|diligent|attentive|thinking|up to)\\b",
     N, judged},
    {A, owner, "",
     "%S(?:%T)?\\s+(?:is|was|were|are)(?: \\w{2,12}ly| the one| the ones){0,2} (?:at fault|the (?:root |real |main |sole )?cause\\b|the "
     "culprits?|the weak link|wrong to|(?:solely |fully |personally )?responsible for (?:the|this|our|that) (?:\\w{2,15} "
     ")?(?:outage|incident|downtime|failure|error|mistake|loss|crash|mess|disaster|breach|delay|problem)\\b(?! "
     "(?:domain|review|budget|response|report|process)))",
     N, condition},
    {A, owner, "", "%S\\s+(?:has|have)(?: only)? (?:him|her|them)sel(?:f|ves) to blame\\b", N, condition},
    {A, owner, "",
     "%S\\s+(?:takes?|took|bears?|must bear|must take|should take|carr(?:y|ies)) (?:all |full |most of |some of )?(?:the "
     ")?(?:blame|responsibility for (?:the|this) (?:outage|incident|failure|loss))",
     N, condition},
    {R, owner, "\\bblam(?:e|es|ed|ing)(?: only| squarely)?\\s+", "%E", N, condition},
    {R, owner,
     "\\b(?:blame|fault|responsibility for (?:the|this) \\w{3,12})(?: here| clearly| squarely| really| solely| for (?:this|it|the "
     "\\w{3,12}))? (?:lies|lay|rests|falls|fell|goes|belongs|should go|sits|is)(?: \\w{2,12}ly)? (?:with|on|to)\\s+",
     "%E", N, condition},
    {R, owner,
     "\\b(?:put|puts|putting|lay|lays|laid|pin|pins|pinned|place|places|placed)(?: \\w{2,12}ly)? the blame(?: \\w{2,12}ly)? on\\s+", "%E",
     N, condition},
    {R, owner,
     "\\b(?:faults?|mistakes?|blunders?|negligence|carelessness|oversight|incompetence|sloppiness|misjudge?ment|slip-?up|laziness|"
     "inattention|recklessness|(?<!page )failure|(?<!page )error)(?: was| is)?(?: \\w{2,12}ly)? (?:of|by|made by|committed by|on the part "
     "of)\\s+",
     "%E", N, safeguard},
    {R, anybody, "\\b(?:human|operator|user|pilot|personnel) (?:error|mistake|failure)s? (?:of|by|made by|on the part of)\\s+", "%E", N,
     safeguard},
    {R, owner,
     "\\b(?:(?:root|real|main|underlying|ultimate|actual|sole) cause|culprit|weak link|guilty party|(?:real|main|actual) problem|one to "
     "blame|person to blame|person at fault)(?: here| of (?:the|this|it)(?: \\w{3,12})?)? (?:is|was|were)(?: simply| clearly| obviously| "
     "just| again| none other than| of course)*\\s+",
     "(?=\\s*(?:[.,!)]|$)|\\s+(?:who|not|forgetting|failing|ignoring|again|being|himself|herself)\\b)", N, condition},
    {F, 0,
     "\\b(?:guilty party|(?:person|engineer|developer|one|individual|people|team) (?:who is |who was )?(?:at fault|to "
     "blame|guilty|responsible for (?:the|this|our) (?:\\w{2,15} "
     ")?(?:outage|incident|failure|downtime|mistake|error|loss|breach|crash|mess|bug|problem))|offending "
     "(?:engineer|developer|person|party|admin|dba))\\b",
     "", N, condition},
    {A, owner, "",
     "'s?(?: own)?(?: [\\w-]{2,15}){0,2}? (?:faults?(?! "
     "(?:toleran|domain|zone|injection|isolation|line|analysis|detect))|mistakes?|blunders?|careless\\w{0,4}|negligence|incompetence|screw-"
     "?ups?|slopp\\w{1,7}|laziness|inattention|recklessness|stupidity|arrogance|hubris|forgetfulness|stubbornness|inexperience|impatience|"
     "indecision|over-?confidence|complacency|mishandling|mismanagement|bungling|unwillingness|inaction|indifference|clumsiness|misjudge?"
     "ments?|own doing|(?:poor|bad|wrong|terrible|lousy|questionable) "
     "(?:judge?ment|decision|choice|call|work|coding|planning|communication|typing)|lack of "
     "(?:attention|care|skill|experience|diligence|discipline|knowledge|competence|communication|preparation|judge?ment|understanding|"
     "foresight|responsibility))\\b",
     W, safeguard},
    {A, their, "",
     "(?: own)?(?: [\\w-]{2,15}){0,2}? (?:faults?(?! "
     "(?:toleran|domain|zone|injection|isolation|line|analysis|detect))|mistakes?|blunders?|careless\\w{0,4}|negligence|incompetence|screw-"
     "?ups?|slopp\\w{1,7}|laziness|inattention|recklessness|stupidity|arrogance|hubris|forgetfulness|(?:poor|bad|wrong|terrible|lousy) "
     "(?:judge?ment|decision|choice|call|work|typing)|lack of "
     "(?:attention|care|skill|experience|diligence|discipline|competence|judge?ment))\\b",
     N, safeguard},
    {A, owner, "",
     "(?:'s?)(?: own)?(?: [\\w-]{2,15}){0,2}? (?:oversight(?! "
     "(?:of|board|role|team|committee))|ignorance|haste|typos?|lapse|slip-?up|misconfiguration|failure to|refusal to|neglect|errors?(?! "
     "(?:messages?|budget|reports?|rates?|logs?|pages?|codes?|handl\\w+|dashboards?|alerts?|fix|quer\\w+|graphs?|notices?|boundar\\w+|"
     "screens?|trackers?|count\\w*))|failures?(?! "
     "(?:injection|modes?|analysis|reports?|scenarios?|drills?|tests?|domains?|alerts?|rates?|handl\\w+|counts?)))\\b",
     N, safeguard},
};

} // namespace qd::review
