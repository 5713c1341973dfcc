// What somebody left undone, broke, or did badly.
#include "models/review/blamewords.h"

namespace qd::review {

using namespace blaming;

const std::vector<BlameForm> omissionForms = {
    // Omissions
    {A, they, "", "%C%A\\s+(?:forgot|forgotten|neglected)\\s+(?:to|about|that)\\b", N, reminder},
    {A, owner, "",
     "%C%A\\s+(?:forgot|forgotten|neglected|omitted) (?:to|the|about|a|an|his|her|(?!nothing|anything|something)\\w{3,12}ing)\\b", N,
     reminder},
    {A, they, "",
     "%C%A\\s+(?:did not|didn't|does not|doesn't|do not|don't|could not|couldn't|never|not)(?: even| really| seem to){0,2} "
     "(?:bother(?:ed)?|care(?:d)? (?:to|enough|about)|be bothered|pay (?:any |enough |close |proper )?attention|paid attention|think "
     "(?:before|twice|first|to)|take care|take the (?:time|trouble)|do (?:his|her|their) (?:job|homework|duty))\\b",
     N, reminder},
    {A, they, "", "%S\\s+(?:was|were|is)(?:n't| not) bothered\\b|%C\\s+(?:didn't|did not) care\\b(?! for)", N, judged},
    {A, owner, "",
     "%S%A\\s+(?:did not|didn't|do not|don't|failed to|never)(?: even| properly| correctly| fully| always){0,2} "
     "(?:follow|followed|adhere(?:d)? to|comply with|complied with|stick to|stuck to|respect(?:ed)?)\\b",
     W, path},
    {A, anybody, "",
     "%S%A\\s+(?:did not|didn't|failed to|never) (?:follow|followed|adhere(?:d)? to) (?:the |our |their |any |standard |established "
     "|correct )*(?:procedures?|process|runbook|policy|policies|rules|instructions|protocols?|checklist|guidelines)\\b",
     W, path},
    {A, owner, "",
     "%S%A\\s+(?:did not|didn't)(?: even| properly| actually| ever| fully| carefully| first| thoroughly| sufficiently){0,2} (?:check(?! "
     "(?:in|out)\\b)|test|verify|validate|review|read|double-check|communicate|document|consult|listen|learn|notify|inform|back up|look "
     "at|notice|catch|approve|write (?:any |the |a |enough )?(?:tests?|docs|documentation)|update|hand over|respond "
     "to|react|spot|understand|anticipate|coordinate|prepare|plan for)\\b",
     W, showed},
    {A, owner, "",
     "%C(?: had| has| have)? never (?:even |properly |actually |once |really |fully "
     ")?(?:checked|tested|verified|validated|reviewed|read|double-checked|looked|asked|communicated|told|informed|escalated|documented|"
     "consulted|listened|learned|learnt|notified|bothered|thought|followed|cared)\\b",
     W, showed},
    {A, owner, "",
     "%C%A\\s+(?:failed|omitted)(?: miserably| utterly| badly)? to(?: even| properly| \\w{2,12}ly)? "
     "(?:check|notice|follow|test|verify|read|tell|inform|notify|escalate|update|review|see|reali[sz]e|monitor|document|set|add|remove|"
     "renew|tick|look|ask|back|communicate|consider|pay|adhere|comply|ensure|validate|confirm|announce|respond|acknowledge|act\\b|react|"
     "hand|do\\b|recogni[sz]e|understand|anticipate|spot|catch|plan|train|supervise|raise|report|log\\b(?! "
     "in)|declare|take|keep|coordinate|maintain|rotate|warn|heed|exercise|provide|apply|patch|transfer|install|configure|enable|disable|"
     "replace|label|mark|close|include|secure|prepare|implement|write|call|page|approve|detect|prevent|complete|switch off|turn off)\\b",
     N, reminder},
    {A, they, "",
     "%S%A\\s+failed (?:in (?:his|her|their) (?:duty|duties|job|responsibility)|(?:us|the team|the customers?|everyone)\\b(?! over))", N,
     judged},
    {A, owner, "",
     "%S%A\\s+(?:refused to|would not|wouldn't) (?:listen|follow|help|escalate|answer|respond|admit|ask|cooperate|read|check|roll "
     "back|act|stop|wait)\\b",
     N, path},
    {A, they, "",
     "%S%A\\s+(?:did not|didn't|never)(?: even| actually| ever| first){0,2} (?:read|test (?:it|this|their|the "
     "(?:change|fix|code|release))|ask (?:anyone|anybody|first|us|the)|tell (?:anyone|anybody|us)|think)\\b",
     W, showed},
    {A, owner, "",
     "%S%A\\s+(?:chose|decided|elected|opted) (?:to ignore|not to "
     "(?:check|test|follow|ask|escalate|read|tell|wait|listen|inform|bother|verify|review))\\b",
     W, showed},

    // Damage
    {A, owner, "", "%S%A\\s+gave (?:[\\w-]{1,15} ){0,3}?(?:wrong|false|incorrect|misleading) [a-z]{3,}", W, accepted},
    {A, owner, "", "%S\\s+(?:simply|just|blindly|lazily|naively|merely) (?:assumed|guessed|hoped)\\b", W, showed},
    {A, owner, "",
     "%S%A\\s+introduced (?:a|an|the|another|several|some) (?:[\\w-]{2,15} "
     ")?(?:bug|regression|defect|vulnerability|typo|error|flaw|fault|leak)s?\\b",
     W, accepted},
    {A, owner, "",
     "%S%A\\s+(?:[a-z]{2,12}ed|ran|made|sent|wrote|put|shut|cut|typed)(?: [\\w.'-]{1,20}){1,6}? (?:on|in|against|to|at|from|for|into) "
     "(?:the |a )?wrong [a-z]{3,}",
     W, accepted},
    {F, 0, "\\b(?:nobody|no one|no-one) (?:even |has |had )?(?:bothered|cared)\\b", "", N, judged},
    {A, owner, "",
     "%S%A\\s+(?:deployed|shipped|pushed|wrote|written|released|committed|merged|introduced|uploaded|published|delivered|rolled out)(?: "
     "the| a| an| some| this| his| her| their| new| more| code| out){0,2} "
     "(?:faulty|buggy|broken|bad|defective|untested|unreviewed|unfinished|flawed|sloppy|half-baked|poor|poorly (?:written|tested)|badly "
     "(?:written|tested))\\b(?! (?:node|disk|pod|host|instance|replica|server|link|cable|record|row)s?\\b)",
     P, accepted},
    {A, owner, "",
     "%S%A\\s+(?:[a-z]{2,12}ed|ran|made|sent|wrote|put|went|took|cut|shut|gave|began)(?: [\\w.'-]{1,20}){0,8}? without (?:any |proper "
     "|prior |first |even |the |a |further |sufficient |enough |due "
     "){0,2}(?:reviews?|approval|testing|tests|checking|asking|telling|permission|authori[sz]ation|reading|following|verifying|"
     "verification|thinking|consulting|informing|looking|care|regard|backing up|warning "
     "anyone|communicating|coordinating|coordination|notifying|supervision|oversight)\\b",
     W, path},
    {A, they, "",
     "%C%A\\s+(?:ruined|botched|bungled|wrecked|messed up|screwed up|fucked up|mucked up|cocked up|fumbled|goofed|flubbed|sabotaged|blew "
     "it|dropped the ball|lost control|cut corners|slacked|panicked|slept through|fell asleep|dozed off|(?:got|had) (?:it|this|that|the "
     "\\w{2,15}) (?:all |completely |badly )?wrong|had no (?:idea|clue)|did(?:n't| not) know what (?:he|she|they) (?:was|were)|let "
     "(?:us|everyone|everybody|the (?:whole |entire )?(?:team|company|customers?|side)) down|let (?:this|it) happen|allowed (?:this|it) to "
     "happen|let (?:[\\w-]{1,15} ){1,3}(?:slip|through)|did a (?:bad|poor|sloppy|terrible|lousy|half-hearted) job)\\b",
     N, judged},
    {A, owner, "",
     "%S%A\\s+(?:broke|broken)\\s+(?!down\\b|into\\b|out\\b|off\\b|up\\b|even\\b|through\\b|ground\\b|(?:the|this|his|her|their|a|an|that|"
     "our) "
     "(?:news|silence|tie|deadlock|loop|cycle|glass|ice|work|tasks?|problem|issue|change|migration|investigation|question|lock|chain|"
     "circuit|record|habit|streak|stalemate|arm|leg|wrist|ankle|job|story|timeline|lease)\\b|it (?:down|into|out|up)|glass)",
     P, change},
    {A, owner, "", "%S%A\\s+caused\\s+(?!no\\b|neither\\b|little\\b|less\\b|(?:[\\w-]+ ){1,3}to (?:refresh|reload|recover|heal)\\b)", P,
     change},
    {A, owner, "",
     "%S%A\\s+(?:crashed|killed|nuked|tanked|trashed|took down|brought down|knocked (?:over|out)|took out|wiped out|fried) (?:all of |the "
     "(?:whole |entire |live )?|our |all )?(?:prod|production|everything|site|website|company|checkout|payments|business|platform)\\b",
     P, change},
    {A, owner, "",
     "%S%A\\s+(?:took|brought|knocked) (?:all of |the (?:whole |entire |live )?|our |all "
     ")?(?:prod|production|everything|site|website|company|checkout|payments|business|platform) (?:down|offline|out)\\b(?! "
     "(?:to|for|so|as|until|while|in order|at)\\b)",
     P, change},
    {A, owner, "", "%S%A\\s+brought (?:down (?:the|our|all)|(?:the|our) \\w{2,15} down)\\b", P, change},
    {A, owner, "",
     "%C%A\\s+(?:overlooked|misread|misconfigured|mishandled|mistyped|misjudged|misunderstood|miscalculated|mismanaged|fat-fingered|"
     "misspelled|mis-?clicked|mixed up|muddled up|disregarded|violated)\\b",
     W, showed},
    {A, owner, "",
     "%C%A\\s+ignored (?!(?:the |a |all "
     ")?(?:noise|noisy|known|duplicate|unrelated|false|stale|flapping|test|resolved|irrelevant|old)\\b)(?:the|all|an?|every|several|"
     "repeated|our|multiple|two|three|four|many|both|these|this|that|his|her|their|clear|warnings?|alerts?|pages?|alarms?|procedures?)\\b",
     W, showed},
    {A, owner, "",
     "%C%A\\s+missed (?:it\\b|them\\b|(?:(?:the|an?|this|that|several|obvious|all|every|two|three|both|our|their|his|her|multiple|clear) "
     ")?(?:[\\w-]{2,15} "
     "){0,2}?(?:alerts?|alarms?|pages?|warnings?|steps?|errors?|signs?|signals?|bugs?|mistakes?|typos?|problems?|deadlines?|checks?|"
     "notifications?|calls?|issues?|regressions?|flags?)\\b)",
     W, showed},
    {A, owner, "",
     "%C%A\\s+(?:made|committed|making) (?:an?|the|another|some|several|one|two|many|this|that|so many|too many|yet "
     "another)\\s+(?:[\\w-]{2,15} ){0,2}?(?:mistakes?(?!-proof)|blunders?|(?:wrong|bad|poor|terrible) "
     "(?:call|decision|choice|assumption|judge?ment)s?|slips?|typos?|oversight|errors?(?! "
     "(?:\\w+able|visible|messages?|budget|pages?|rate|logs?|report|handl\\w+|go|disappear|appear|clear|show|harder|easier|worse|stop)))"
     "\\b",
     N, accepted},
    {A, owner, "",
     "%S\\s+(?:mistakenly|wrongly|erroneously|incorrectly|carelessly|recklessly|foolishly|negligently|stupidly|blindly|sloppily|"
     "thoughtlessly|irresponsibly|needlessly|hastily|lazily|improperly)\\s+[a-z]{3,}",
     W, accepted},
    {A, named, "", "%S\\s+(?:accidentally|inadvertently|unintentionally)\\s+[a-z]{3,}", W, accepted},
    {A, owner, "",
     "%S%A\\s+(?:deleted|dropped|wiped|removed|pushed|deployed|merged|clicked|typed|pasted|unplugged|restarted|rebooted|stopped|picked|"
     "chose|selected|applied|pulled|pressed|upgraded|shut "
     "down|executed|ran|wrote|entered|edited|used|sent|pushed|shipped|released|copied|changed|configured|set|put)(?: up| out| in)?(?: the| "
     "a| an| his| her| their| in| into| on| to| at| from| for| it){0,2} wrong [a-z]{3,}",
     W, accepted},
    {A, named, "", "%S%A\\s+[a-z]{2,12} (?:[\\w.-]{1,20} ){1,6}by (?:mistake|accident)\\b", W, accepted},
    {A, owner, "",
     "%C%A\\s+skipped (?:the|our|all|every|any|an?|mandatory|required|code|peer)(?: [\\w-]{2,15}){0,2}? "
     "(?:reviews?|tests?|testing|checks?|checklist|approvals?|procedure|process|verification|staging|dry "
     "run|backups?|steps?)\\b|%S%A\\s+skipped (?:code review|review|testing|staging)\\b",
     W, path},
    {A, owner, "",
     "%S%A\\s+(?:bypassed|circumvented|evaded|ignored|flouted)(?: the| our| all| code| peer| change| [\\w-]{2,15}){0,3}? "
     "(?:reviews?|approvals?|procedures?|process|safeguards?|change control|policy|policies|rules|checks)\\b",
     W, path},
    {A, owner, "",
     "%S%A\\s+(?:(?:took|waited|needed) (?:far |way |much )?too long|(?:was|were) (?:far |way |much )?too slow|dragged (?:his|her|their) "
     "feet|(?:reacted|acted|escalated|responded|answered) (?:far |way |much )?too (?:late|slowly))\\b",
     W, showed},
    {A, owner, "", "%S%A\\s+rushed(?: (?:the|it|this|that|through|a|out|into (?!action|the room))\\b|(?=\\s*(?:[.,;]|$)))", W, path},
    {A, they, "",
     "%S\\s+(?:lacked|lacks|lacking|showed (?:a |an |no )?(?:complete |total |clear |utter )?(?:lack of |disregard for )?)(?: ?the| ?any| "
     "?basic| ?necessary| ?required| ?proper| ?enough){0,2} "
     "?(?:skills?|competence|knowledge|experience|discipline|diligence|care|attention|common sense|judge?ment|procedure|understanding)\\b",
     N, judged},
    {A, owner, "",
     "%S\\s+(?:lost concentration|lost focus|lost the plot|acted "
     "(?:recklessly|carelessly|irresponsibly|negligently|unprofessionally|hastily)|had no (?:business|excuse))\\b",
     N, judged},
    {A, owner, "", "%S\\s+(?:as usual|once again|yet again|typically)\\s*,? (?:failed|forgot|broke|caused|ignored|missed)\\b", N, judged},
};

} // namespace qd::review
