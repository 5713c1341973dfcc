// By whom it was done, what they always do, what is demanded of them, and what is thought of them.
#include "models/review/blamewords.h"

namespace qd::review {

using namespace blaming;

const std::vector<BlameForm> judgementForms = {
    // Done by
    {R, owner, "\\b[a-z]{2,12}(?:ed|en|un|ne) by\\s+",
     "%S without (?:any |proper |prior |first |even |the |a |further |sufficient |enough |due "
     "){0,2}(?:reviews?|approval|testing|tests|checking|asking|telling|permission|authori[sz]ation|reading|following|verifying|"
     "verification|thinking|consulting|informing|looking|care|regard|backing up|warning "
     "anyone|communicating|coordinating|coordination|notifying|supervision|oversight)\\b",
     W, path},
    {R, owner,
     "\\b(?:caused|broken|botched|bungled|misconfigured|mishandled|mismanaged|forgotten|neglected|screwed up|messed up|brought down|taken "
     "down|ruined|rushed|fat-fingered|mistyped|misread|disregarded|sabotaged|mucked up)(?:,? (?:again|once more|yet "
     "again|single-handedly|\\w{2,12}ly))? by\\s+",
     "%E", P, change},
    {R, owner, "\\b(?:ignored|overlooked|missed|skipped|not followed|not checked|not noticed)(?: again| entirely| completely)? by\\s+",
     "%E", W, showed},
    {R, owner,
     "\\b(?:carelessly|recklessly|wrongly|mistakenly|negligently|incorrectly|erroneously|improperly|stupidly) [a-z]{3,12}(?: [a-z]{2,10})? "
     "by\\s+",
     "%E", N, accepted},
    {R, named, "\\b(?:accidentally|inadvertently|unintentionally) [a-z]{3,12}(?: [a-z]{2,10})? by\\s+", "%E", N, accepted},
    {R, owner,
     "\\b(?:due to|because of|caused by|result of|consequence of|thanks to|down to|(?:came|comes?|stems?|stemmed|arose|resulted) "
     "from|attributed to|owing to|traced (?:back )?to|by)\\s+",
     "(?:'s?)?%S(?: again)? (?:not (?!being (?:paged|told|informed|able|given|aware)|having|receiving|seeing|getting|yet|only)|never "
     "|failing to (?!reproduce|reach|connect|log|find)|forgetting|neglecting|ignoring|being "
     "(?:careless|negligent|lazy|sloppy|inattentive|reckless|too|in a "
     "hurry)|rushing|skipping|misreading|overlooking|mistyping|disregarding|lacking|panicking|misconfiguring|making (?:a|an) (?:\\w{2,12} "
     ")?(?:mistake|error))",
     N, reminder},

    // Habits and demands
    {A, owner, "",
     "%S\\s+(?:always|constantly|keeps?|kept|repeatedly|routinely|habitually|again and again|continually) "
     "(?:forgets?|forgetting|forgot|breaks?|breaking|broke|ignor(?:es?|ing|ed)|mak(?:es?|ing) (?:the same |such |these "
     ")?mistakes?|screw\\w*|mess(?:es|ing)? up|fail(?:s|ed|ing)? to (?:check|follow|test|read))\\b",
     N, judged},
    {A, owner, "", "%S\\s+never (?:checks|tests|reads|listens|follows|learns|bothers|looks|asks|pays|thinks|escalates)\\b", N, judged},
    {A, owner, "",
     "%S\\s+(?:needs?|must|has|have|had better|should|ought)(?: to| really){0,2} (?:learn (?:to|how|from (?:this|his|her|their))|be "
     "(?:more careful|more attentive|more diligent|less careless|retrained|disciplined|fired|sacked|reprimanded|punished|held "
     "(?:accountable|responsible)|blamed|ashamed|sanctioned)|pay (?:more|closer|better) attention|get (?:his|her|their) act together|do "
     "(?:his|her|their) (?:job|homework)|take (?:more care|responsibility for (?:this|the)))",
     N, remedy},
    {A, owner, "", "%S\\s+(?:cannot|can't|could not|couldn't) be trusted\\b", N, judged},
    {R, person, "\\b(?:remind|tell|train|re-?train|warn|coach|educate|teach|instruct)\\s+",
     " (?:to|on|about|how to|again to)(?: how to)?(?: be| being)?(?: much)? (?:more careful|careful|more attentive|attentive|more "
     "diligent|pay (?:more |closer |better )?attention|think before|not to (?:make|repeat)|take more care)",
     N, remedy},
    {R, person, "\\b(?:to|must|should|will|and) (?:discipline|reprimand|punish|sack|fire)\\s+", "%E", N, remedy},
    {R, owner, "\\b(?:hold|holding|held)\\s+", " (?:accountable|responsible)\\b", N, remedy},

    // Judgements
    {F, 0,
     "\\b(?:through|out of|by|due to|because of|thanks to|from) (?:sheer |pure |simple |plain |gross "
     ")?(?:ignorance|laziness|carelessness|negligence|stupidity|arrogance|inattention|sloppiness|haste)\\b",
     "", N, judged},
    {F, 0,
     "\\b(?:careless(?:ly|ness)?(?! "
     "(?:default|setting|value|chart|template|schema|limit|timeout|regex)s?\\b)|negligen(?:t|tly|ce)|incompeten(?:t|tly|ce|cy)|slopp(?:y|"
     "ily|iness)(?! (?:quorum|phrase|counter|clock))|stupidity|stupid "
     "(?:mistake|error|thing|decision|idea|move|oversight)|idiot(?:ic|s)?\\b(?!-| "
     "proof)|moron(?:ic|s)?|reckless(?:ly|ness)?|laziness|unprofessional(?:ly|ism)?|irresponsib(?:le|ly|ility)|clueless|inept(?:itude)?|"
     "thoughtless(?:ly|ness)?|complacen(?:t|cy)|amateurish|inexcusabl[ey]|unforgivable|bone-?headed|half-?assed)\\b",
     "", N, judged},
    {F, 0,
     "\\b(?:rookie|amateur|beginner's|beginners'?|novice|newbie|silly|dumb|stupid|idiotic|foolish|careless|schoolboy|basic "
     "human|embarrassing|lazy) (?:mistake|error|blunder|move|oversight)s?\\b(?! (?:message|page))",
     "", N, judged},
    {F, 0, "\\blazy (?:engineer|developer|coder|admin|work|review|colleague)s?\\b", "", N, judged},
    {F, 0,
     "\\b(?:lack|absence) of (?:attention|care\\b|diligence|common sense|competence|professionalism|vigilance)|\\b(?:insufficient|not "
     "enough) (?:care|diligence)\\b",
     "", N, judged},
    {F, 0, "\\b(?:pebkac|pebcak|id-?10-?t)\\b", "", N, judged},
};

} // namespace qd::review
