#include "models/plan/written/postmortemfacts.h"

#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;

Regex regex(const char *pattern)
{
    return Regex(QString::fromUtf8(pattern), Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption);
}

// "Required for P0 (48 hours) and P1 (1 week)": the word holds for both, and a title's for what stands below it.
bool isDemandedAbove(const Statement &statement)
{
    static const Regex begins = regex("^\\W*(?:post[- ]?mortems?|reviews?|pirs?)?\\W*(?:is|are)?\\W*(?:required|mandatory)");
    return begins.match(statement.whole).hasMatch() || begins.match(statement.under.value(0)).hasMatch();
}

// What is said of the need; absent: nothing.
std::optional<Need> needIn(const Statement &statement)
{
    static const Regex denied =
        regex("^\\W*(?:no|none|n/a|✗|❌|✘|nee|nein|non|não|нет|否|不需要)\\b|\\bno (?:formal |full |written )?(?:post[- "
              "]?mortem|review|pir|rca|retrospective)|"
              "not (?:required|needed|necessary|mandatory)|never|\\bn/a\\b|niet (?:nodig|verplicht)|nicht (?:nötig|erforderlich)|"
              "no (?:es necesari|requerid|obligatori)|não (?:é )?(?:necessári|obrigatóri)|не требуется|❌|✗");
    static const Regex open =
        regex("optional|opcional|optionnel|if (?:needed|requested|warranted|applicable|useful|time permits)|recommended|recomendad|as "
              "needed|discretion|encouraged|"
              "may\\b|on request|empfohlen|facultatief|facultatif|по желанию|可选|선택|when warranted|as appropriate|case[- ]by[- ]case");
    static const Regex demanded = regex("required|requires|mandatory|must\\b|always|verplicht|pflicht|erforderlich|obligat|obrigat|"
                                        "obbligat|requerid|обязател|必须|必須|필수|"
                                        "^\\W*(?:yes|ja|oui|sí|sim|да|是|true|x|y)\\b|[✓✔✅☑]");
    static const Regex forAll =
        regex("for (?:all|every|each|any)|all .*incidents|"
              "^\\W*(?:every|each|all|any)\\b.*\\b(?:has|have|gets?|receives?|needs?|undergo(?:es)?|calls? for)\\b");
    const QString said = statement.label + u' ' + statement.text;
    if (denied.match(statement.text).hasMatch())
        return Need::No;
    if (open.match(said).hasMatch())
        return Need::Optional;
    if (demanded.match(statement.text).hasMatch() || (forAll.match(said).hasMatch() && !statement.fromTitle))
        return Need::Yes;
    return isDemandedAbove(statement) ? std::optional(Need::Yes) : std::nullopt;
}

// Within which time, where one is promised: not how long the meeting takes.
MaybeTarget deadlineIn(const Statement &statement)
{
    static const Regex length(QStringLiteral("\\(\\s*\\d+\\s*min[^)]*\\)|\\d+[ -]?min(?:ute)?s? (?:meeting|session|review)"));
    static const Regex by = regex("within|after|by |days? of|hours? of|due|deadline|timing|timeline|timeframe|binnen|innerhalb|dentro "
                                  "de|dans les|до |в течение|内|이내|<|≤|"
                                  "schedule|complete|publish|deliver|conduct|hold|t\\+|draft");
    const QString said = statement.fromTitle ? statement.text : statement.label + u' ' + statement.text;
    const std::vector<TimeRead> times = timesIn(QString(said).remove(length));
    const bool labelled = topicOfLabel(statement.label) == Topic::Postmortem;
    if (times.empty() || times.front().atOnce || !(by.match(said).hasMatch() || by.match(statement.whole).hasMatch() || labelled))
        return {};
    return times.front().target();
}

} // namespace

bool speaksOfPostmortem(const Statement &statement)
{
    const Topic own = topicOfClause(statement.text);
    const bool hasMore = statement.whole != statement.text;
    if (own == Topic::Postmortem || topicOfLabel(statement.label) == Topic::Postmortem
        || (own == Topic::None && hasMore && topicOfClause(statement.whole) == Topic::Postmortem))
        return true;
    for (qsizetype i = 0; i < qMin<qsizetype>(3, statement.under.size()); ++i) {
        if (topicOfLabel(statement.under.at(i)) == Topic::Postmortem)
            return true;
    }
    return false;
}

void readPostmortem(const Statement &statement, FactStore &facts)
{
    if (const std::optional<Need> need = needIn(statement)) {
        for (const QString &id : statement.severities) {
            Severity &severity = facts.severity(id);
            if (severity.postmortemRequired)
                continue;
            severity.postmortemRequired = need;
            severity.lines.insert(QStringLiteral("postmortem_required"), statement.line);
        }
    }
    if (statement.part == Part::Templates || statement.part == Part::PostmortemTemplate)
        return;
    const MaybeTarget deadline = deadlineIn(statement);
    if (!deadline)
        return;
    if (statement.severities.isEmpty() && !facts.plan().postmortem.within)
        facts.plan().postmortem.within = deadline;
    for (const QString &id : statement.severities)
        facts.put(id, Topic::Postmortem, {}, {*deadline, false, statement.line});
}

} // namespace qd::plan::written
