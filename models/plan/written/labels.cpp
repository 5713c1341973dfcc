#include "models/plan/written/labels.h"

#include <QCache>
#include <QRegularExpression>

#include <vector>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions options = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

template<class T>
struct Rule
{
    T means;
    Regex form;
};

template<class T>
Rule<T> rule(T means, const char *pattern)
{
    return {means, Regex(QString::fromUtf8(pattern), options)};
}

template<class T>
T firstOf(const std::vector<Rule<T>> &rules, const QString &text)
{
    for (const Rule<T> &candidate : rules) {
        if (candidate.form.match(text).hasMatch())
            return candidate.means;
    }
    return T::None;
}

// Above all: what would be taken for a target otherwise.
const std::vector<Rule<Topic>> &labelRules()
{
    static const std::vector<Rule<Topic>> rules = {
        rule(Topic::Postmortem,
             "post[- ]?mortem|retrospective|(?<!\\p{L})pir(?!\\p{L})|(?<!\\p{L})psr(?!\\p{L})|(?:post[- ]?|after[- ])(?:incident|action) "
             "(?:review|report|analysis)|(?<!\\p{L})rca(?!\\p{L})|nabespreking|review (?:timing|deadline|required)|pós[- ]?mortem|"
             "复盘|事后(?:分析|回顾|报告)|事後(?:分析|検証|報告|レビュー)|振り返り|포스트모템|사후 ?(?:분석|검토|회고)|تحليل ما بعد"),
        rule(Topic::Escalation, "escalat|escalad|eskal|эскал|升级"),
        rule(Topic::Acknowledge, "acknowledg|确认|確認|확인|(?<!\\p{L})ack(?!\\p{L})|(?<!\\p{L})mtta(?!\\p{L})|bestätigung|bevestiging"),
        rule(Topic::Update,
             "update|cadence|how often|frequency|frequentie|interval|(?:status|communication)s? (?:report|every)|actualiza|atualiza|"
             "aktualisierung|fréquence|frecuencia|frequência|frequenza|aggiornament|обновлен|частота|更新|تحديث|通报频率|通報|업데이트|"
             "갱신"),
        rule(Topic::Other,
             "response "
             "(?:requirement|team|action|procedure|process|role|plan|step|strateg|protocol|level|owner|type|lifecycle|life|workflow|phase|"
             "guide|channel|checklist|playbook|runbook|framework|polic|overview|resource|template|tool|structure|coordinat)|responders?(?!"
             "\\p{L})|"
             "incident[- ]response(?! (?:times?|targets?|slas?|within))|responsib|resolution (?:step|action|process|criteria|procedure|"
             "verification)|who (?:responds|resolves)|recovery (?:step|action|procedure|process|plan|point)|(?<!\\p{L})rpo(?!\\p{L})|fix "
             "(?:step|verification)|first responder"),
        rule(Topic::Coverage, "coverage|availab|hours of|support hours|(?<!\\p{L})hours?$"),
        rule(Topic::Resolve,
             "r[eé]sol|back to "
             "normal|(?<!\\p{L})fix|restor|(?<!\\p{L})recover|mttr|(?<!\\p{L})rto(?!\\p{L})|oplos|herstel|lösung|behebung|wiederherstell|"
             "rétabl|workaround|remediat|mitigat|(?<!\\p{L})ttr(?!\\p{L})|risoluzione|resoluç|soluci[óo]n|soluç|rozwiązani|çözüm|"
             "penyelesaian|khắc phục|"
             "解决|解決|恢复|復旧|修复|修復|해결|복구|решени|устранени|وقت الحل|الحل|устранени|восстановлени|вирішенн"),
        rule(Topic::Respond,
             "respon[sd]|respuest|resposta|rispost[ae]|répon|reaktion|reactie|réact|reaction|reacci|reaç|reazion|reakcj|yanıt|müdahale|"
             "respons|phản hồi|tiempo de "
             "atenc|prise en (?:charge|compte)|first "
             "(?:contact|touch|action)|engage|start (?:of )?work|time to "
             "(?:start|engage|react)|响应|響應|対応|初動|应对|대응|응답|الاستجابة|реакци|реагуванн|отклик|(?<!\\p{L})slas?(?!\\p{L})|how "
             "(?:fast|quickly|soon)|timeline|(?:react|begin|start) within|"
             "^(?:max(?:imum)? |target )?time(?: ?frame| limit| target)?$|^targets?$|^deadline$|срок|时限|時限|기한"),
        rule(Topic::Notify,
             "notif|who is (?:told|informed|paged)|inform|benachricht|stakeholder|audience|paging|(?<!\\p{L})page[sd]?(?!\\p{L})"),
        rule(Topic::Examples,
             "example|e\\.g\\.|typical|scenario|voorbeeld|beispiel|exemple|ejemplo|exemplo|esempi|criteria|indicator|trigger|symptom"),
        rule(Topic::Definition,
             "defin|descri|impact|meaning|omschrijving|beschreibung|auswirkung|scope|condition|what it "
             "means|summary|характер|описание|描述|means"),
        rule(Topic::Name,
             "^(?:name|called|known as|名称|이름|اسم|naam|label|title|severity|severity "
             "level|level|priority|classification|category|class|prioriteit|priorität|nom|nombre|nome)$"),
    };
    return rules;
}

const std::vector<Rule<Topic>> &clauseRules()
{
    static const std::vector<Rule<Topic>> rules = {
        rule(Topic::Escalation, "escalat|escalad|eskal"),
        rule(Topic::Postmortem,
             "post[- ]?mortem|retrospective|(?<!\\p{L})pir(?!\\p{L})|post[- ]?incident (?:review|report)|(?<!\\p{L})rca(?!\\p{L})"),
        rule(Topic::Update, "updat|status report|actualiza|communicat(?:e|ion) (?:every|with)"),
        rule(Topic::Acknowledge, "acknowledg|(?<!\\p{L})ack(?:ed)?(?!\\p{L})|(?<!\\p{L})mtta(?!\\p{L})"),
        rule(Topic::Notify, "notif|inform(?!a)|(?<!\\p{L})page[sd]?(?!\\p{L})|alert(?:ed|s)?(?!\\p{L})|announce"),
        rule(Topic::Resolve, "r[eé]sol(?:v|u)|(?<!\\p{L})fix(?:ed)?(?!\\p{L})|restor|mttr|mitigat|oplos|herstel|behoben|remediat|recover"),
        rule(Topic::Respond,
             "respon[sd](?!er)|respuest|resposta|reacci|reageer|reagier|répon|engage|begin work|start work|triage|investigat(?:e|ion) "
             "(?:with|start|beg)|reactie|reaktion"),
    };
    return rules;
}

const std::vector<Rule<Part>> &titleRules()
{
    static const std::vector<Rule<Part>> rules = {
        rule(Part::Contents,
             "table of contents|^contents$|^toc$|inhoud|inhalt|related doc|references|^links|appendix|further reading|revision|change "
             "?log|glossary"),
        rule(Part::PostmortemTemplate,
             "(?:post[- ]?mortem|post[- ]?incident|retrospective|incident "
             "report|rca).*(?:template|format|vorlage|sjabloon|plantilla)|template.*post[- ]?mortem"),
        rule(Part::Templates,
             "template|sjabloon|vorlage|plantilla|modèle|modelo|canned|boilerplate|sample (?:message|notification|update)|message "
             "format|(?:update|page|message|notification|announcement) format"),
        rule(Part::Escalation, "escalat|escalad|eskal|эскал|升级"),
        rule(Part::OnCall, "on[- ]?call|rotation|shift|bereitschaft|dienst"),
        rule(Part::Metrics, "metric|kpi|(?<!\\p{L})measur|indicators|kennzahl|métri|slo(?!\\p{L})|target slas?"),
        rule(Part::Scenarios,
             "scenario|incident types?|types of incident|common "
             "(?:incident|issue|problem|failure|case|error|alert|scenario)s?(?! "
             "response)|playbooks?(?!.*overview)|runbooks?|incidenttype|szenari|escenario|cenário|specific "
             "(?:incident|procedure)|(?:incident|response)s? by type|incident categor|voorbeeldscenario|stappenplannen|"
             "emergency scenario|troubleshooting|failure (?:mode|scenario)|incident-specific"),
        rule(Part::Rollback, "roll[- ]?back|rückgängig"),
        rule(Part::Roles,
             "(?<!\\p{L})roles?(?!\\p{L})|responsibilit|response team|incident team|(?<!\\p{L})rollen|rôles|funciones|papéis|contact "
             "?l[ist]|contactlijst|team structure|команд"),
        rule(Part::Phases,
             "process|procedure|phase|workflow|lifecycle|life cycle|response steps|stages|timeline of|response "
             "plan|responding|checklist|ablauf|vorgehen|processus|proceso|fases|steps|pasos|passos|étapes"),
        rule(Part::Severities,
             "severit|priorit|classif|clasific|prioriteit|schweregrad|gravité|gravedad|severidad|severidade|severità|серьезн|重大度|严重|"
             "优先|分级|等级|등급|심각도|تصنيف|"
             "impact level|incident level|(?<!\\p{L})sla"),
    };
    return rules;
}

} // namespace

// A title is asked for again by each line below it: what was said of the last ones is kept.
Topic topicOfLabel(const QString &label)
{
    constexpr int mostKept = 1024;
    static thread_local QCache<QString, Topic> known(mostKept);
    if (label.isEmpty() || label.size() > 60)
        return Topic::None;
    if (const Topic *topic = known.object(label))
        return *topic;
    const Topic topic = firstOf(labelRules(), label);
    known.insert(label, new Topic(topic));
    return topic;
}

Topic topicOfClause(const QString &words)
{
    return firstOf(clauseRules(), words);
}

Part partOfTitle(const QString &title)
{
    return title.size() > 90 ? Part::None : firstOf(titleRules(), title);
}

Part partOf(const Section &section)
{
    return section.part;
}

bool speaksOfSeverity(const QString &title)
{
    static const Regex form(
        QString::fromUtf8(
            "severit|priorit|classif|clasific|klassif|klasyfik|prioriteit|schweregrad|gravité|sévérité|gravedad|severidad|"
            "severidade|severità|gravità|серьезн|приоритет|重大度|严重|优先|分级|等级|级别|등급|심각도|تصنيف|خطورة|درجة|重要度|критичн|(?:"
            "impact|incident|urgency|alert|escalation) "
            "levels?|levels? "
            "of|^\\W*(?:\\d+[.)]\\s*)?(?:levels|niveles|niveaux|níveis|stufen|niveaus)$|(?<!\\p{L})sev(?!\\p{L})|slas?(?!\\p{L})|ernst"),
        options);
    return form.match(title).hasMatch();
}

QString audienceOf(const QString &words)
{
    static const std::vector<std::pair<const char *, Regex>> rules = {
        {"executives", Regex(QStringLiteral("executive|leadership|(?<!\\p{L})execs?(?!\\p{L})|c-level|board members|management"), options)},
        {"status-page", Regex(QStringLiteral("status[- ]?page|public|statuspage"), options)},
        {"customers", Regex(QStringLiteral("customer|client|(?<!\\p{L})users?(?!\\p{L})|external"), options)},
        {"stakeholders", Regex(QStringLiteral("stakeholder"), options)},
        {"responders", Regex(QStringLiteral("internal|responder|slack|teams? channel|incident channel|war ?room|engineering"), options)},
    };
    for (const auto &[id, form] : rules) {
        if (form.match(words).hasMatch())
            return QString::fromLatin1(id);
    }
    return {};
}

QString plainTitle(const QString &title)
{
    static const Regex numbering(
        QStringLiteral("^[^\\p{L}\\p{N}]*(?:\\d+(?:\\.\\d+)+[.):]?\\s+|(?:\\d+(?:\\.\\d+)*|[A-Z]|[ivx]+)[.):]\\s*|\\d+\\s+[–—-]\\s+)?"),
        options);
    static const Regex kind(
        QStringLiteral("^(?:phase|step|stage|stap|fase|scenario|schritt|étape|etapa|playbook|runbook|level|template|role|incident "
                       "type|type|case)\\s*(?:#?\\s*\\d+(?:\\.\\d+)?|[A-Z](?=[:.\\s–—-]))?\\s*[:.)–—-]+\\s*"),
        options);
    static const Regex aside(QStringLiteral("\\s*[(\\[][^)\\]]*[)\\]]?\\s*:?\\s*$"));
    static const Regex ends(QStringLiteral("[\\s:]+$"));
    QString plain = title.simplified();
    plain.remove(numbering).remove(kind).remove(numbering);
    const QString withoutAside = QString(plain).remove(aside);
    return QString(withoutAside.isEmpty() ? plain : withoutAside).remove(ends);
}

bool isNumbered(const QString &title)
{
    static const Regex form(
        QStringLiteral("^[^\\p{L}\\p{N}]*(?:\\d+(?:\\.\\d+)*[.):\\s]|(?:phase|step|stage|stap|fase|schritt|étape|etapa)\\s*#?\\s*\\d)"),
        options);
    return form.match(title).hasMatch();
}

QString slug(const QString &name)
{
    QString slug;
    for (const QChar character : name.toLower().normalized(QString::NormalizationForm_KD)) {
        if ((character >= u'a' && character <= u'z') || (character >= u'0' && character <= u'9'))
            slug += character;
        else if (!slug.isEmpty() && !slug.endsWith(u'-') && !character.isMark())
            slug += u'-';
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug.isEmpty() ? QStringLiteral("item") : slug.left(48);
}

} // namespace qd::plan::written
