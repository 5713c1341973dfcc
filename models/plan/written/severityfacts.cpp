#include "models/plan/written/severityfacts.h"

#include "models/plan/written/clauses.h"
#include "models/plan/written/factstore.h"
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

class Reader
{
public:
    Reader(Plan &plan, const std::vector<DefinedSeverity> &defined) : m_facts(plan)
    {
        for (const DefinedSeverity &severity : defined) {
            Severity row;
            row.id = severity.name.id;
            row.name = severity.called;
            row.lines.insert(QStringLiteral("id"), severity.line);
            m_facts.plan().severities.push_back(row);
        }
    }

    void read(const Document &document, const std::vector<Statement> &all)
    {
        for (const Statement &statement : all) {
            if (!document.goOn(statement.line))
                return;
            if (statement.part != Part::Metrics)
                read(statement);
        }
        for (const Statement &statement : all) {
            if (statement.part == Part::Metrics || statement.label.contains(QLatin1String("MTT"), Qt::CaseInsensitive))
                metricTarget(statement);
        }
        for (Severity &severity : m_facts.plan().severities) {
            const Source *ack = m_facts.find(severity.id, Topic::Acknowledge);
            if (ack && !severity.respondWithin) {
                severity.respondWithin = ack->value;
                severity.lines.insert(QStringLiteral("respond_within"), ack->line);
            }
        }
    }

private:
    void read(const Statement &statement)
    {
        const bool inTemplate = statement.part == Part::Templates || statement.part == Part::PostmortemTemplate;
        if (speaksOfPostmortem(statement)) {
            readPostmortem(statement, m_facts);
            return;
        }
        if (inTemplate || statement.part == Part::Contents)
            return;
        if (statement.severities.isEmpty()) {
            forAll(statement);
            return;
        }
        const Topic labelled = topicOfLabel(statement.label);
        if (statement.inDefinition && !statement.fromTitle)
            words(statement, labelled);
        static const Regex time = regex("time|zeit|tijd|tiempo|tempo|délai|sla(?!\\p{L})|время|时间|時間|시간");
        const bool column = statement.inDefinition && !statement.fromTitle && isTarget(labelled) && time.match(statement.label).hasMatch();
        if ((statement.part != Part::Escalation || column) && statement.part != Part::Scenarios)
            targets(statement, labelled);
    }

    // A promise at no severity in particular ("updates every 30 minutes") has no place in a plan, but is not to be lost.
    void forAll(const Statement &statement)
    {
        static const Regex promise =
            regex("within|every|at most|no later|≤|<\\s*\\d|binnen|innerhalb|alle \\d|dentro de|cada \\d|toutes les");
        static const std::vector<Part> read = {Part::Escalation, Part::Scenarios, Part::Metrics, Part::Roles, Part::Rollback};
        if (statement.isStep || std::find(read.begin(), read.end(), statement.part) != read.end()
            || !promise.match(statement.text).hasMatch())
            return;
        for (const Clause &clause : statedIn(statement, statement.text, topicOfLabel(statement.label))) {
            const bool told = clause.topic == Topic::Update || clause.topic == Topic::Respond || clause.topic == Topic::Acknowledge;
            if (told && !timesIn(clause.text).empty() && !isThreshold(clause.text))
                m_facts.unread(statement.line,
                               statement.label.isEmpty() ? statement.text : statement.label + QStringLiteral(": ") + statement.text);
        }
    }

    // "More than 10 seconds of response time" is what goes wrong, not what is promised.
    static bool isThreshold(const QString &text)
    {
        static const Regex beyond = regex("(?:>|≥|over|above|beyond|exceed\\w*|more than|longer than|at least)\\s*(?:an?\\s*)?$");
        const std::vector<TimeRead> times = timesIn(text);
        return !times.empty() && beyond.match(text.left(times.front().start)).hasMatch();
    }

    // What the plan says in words of a severity: for people to read.
    void words(const Statement &statement, Topic labelled)
    {
        static const Regex roundTheClock = regex("24\\s*[/x]\\s*7|round the clock|business hours|office hours|kantooruren|Geschäftszeiten");
        const Topic above = statement.under.isEmpty() ? Topic::None : topicOfLabel(statement.under.front());
        const Topic topic = labelled == Topic::None ? above : labelled;
        for (const QString &id : statement.severities) {
            Severity &severity = m_facts.severity(id);
            const auto add = [&](QStringList &list, const char *key) {
                m_facts.plan().lines.insert(QStringLiteral("severities/%1/%2/%3").arg(id, QLatin1String(key)).arg(list.size()),
                                            statement.line);
                list << statement.text;
            };
            if (const auto match = roundTheClock.match(statement.text);
                match.hasMatch() && severity.coverage.isEmpty() && topic != Topic::Examples)
                severity.coverage = match.captured();
            if (topic == Topic::Definition && severity.definition.isEmpty()) {
                severity.definition = statement.text;
                m_facts.plan().lines.insert(QStringLiteral("severities/%1/definition").arg(id), statement.line);
            } else if (topic == Topic::Examples)
                add(severity.examples, "examples");
            else if (topic == Topic::Notify)
                add(severity.notify, "notify");
            else if (topic == Topic::Other && clausesOf(statement.text).front().topic == Topic::None)
                add(severity.requirements, "requirements");
            else if (topic == Topic::None && timesIn(statement.text).empty() && severity.examples.size() < 40)
                add(severity.examples, "examples");
        }
    }

    void targets(const Statement &statement, Topic labelled)
    {
        for (const Clause &clause : statedIn(statement, statement.fromTitle ? promiseInTitle(statement.text) : statement.text, labelled)) {
            if (clause.topic == Topic::Update)
                cadence(statement, clause);
            else if (isTarget(clause.topic))
                target(statement, clause);
            else if (clause.topic == Topic::None && labelled == Topic::None && !timesIn(clause.text).empty()
                     && !timesIn(clause.text).front().atOnce && isRule(statement))
                m_facts.unread(statement.line,
                               statement.label.isEmpty() ? statement.text : statement.label + QStringLiteral(": ") + statement.text);
        }
    }

    // "P1 - High (15 min)": what stands in brackets; "Critical (P0) - 15min response, 1hr resolution": all. The title of a procedure: nothing.
    static QString promiseInTitle(const QString &title)
    {
        static const Regex aside(QStringLiteral("\\(([^)]+)\\)"));
        static const Regex procedure =
            regex("procedure|process|workflow|steps|checklist|phase|playbook|runbook|escalat|template|actions?(?!\\p{L})|plan(?!\\p{L})");
        if (procedure.match(title).hasMatch())
            return {};
        const bool ofSeverity = severityAt(title) || severityWordAt(title);
        auto asides = aside.globalMatch(title);
        while (ofSeverity && asides.hasNext()) {
            const QString inside = asides.next().captured(1);
            if (!timesIn(inside).empty())
                return inside;
        }
        static const Regex promise = regex("time|target|sla(?!\\p{L})|within|objective|goal|every|deadline");
        return timesIn(title).empty() || (!ofSeverity && !promise.match(title).hasMatch()) ? QString() : title;
    }

    // A time in the examples of a severity ("slow for 5 minutes") promises nothing.
    static bool isRule(const Statement &statement)
    {
        static const Regex promise = regex(
            "within|every|at most|no later|≤|<\\s*\\d|deadline|by the|binnen|innerhalb|maximum|max\\.|target|sla|"
            "(?<!\\p{L})(?:in|after) (?:about |around |roughly |some )?\\d|\\d\\s*\\p{L}+ (?:or so|at (?:the )?(?:latest|most))(?!\\p{L})");
        const Topic above = statement.under.isEmpty() ? Topic::None : topicOfLabel(statement.under.front());
        return above != Topic::Examples && above != Topic::Definition
            && (promise.match(statement.text).hasMatch() || (!statement.fromTitle && isLoneTime(statement.text)));
    }

    void target(const Statement &statement, const Clause &clause)
    {
        const std::vector<TimeRead> times = timesIn(clause.text);
        if ((times.empty() && !clause.labelled) || isThreshold(clause.text))
            return;
        const MaybeTarget value = targetIn(clause.text);
        static const Regex refers = regex("(?<!\\p{L})sla(?!\\p{L})|see |above|below|severity");
        static const Regex number(QStringLiteral("\\d"));
        const bool inWords = value && std::holds_alternative<QString>(*value);
        const bool atOnce = !times.empty() && times.front().atOnce;
        if (statement.isStep && !isPromised(clause.text))
            return;
        if (!value || (inWords && (refers.match(clause.text).hasMatch() || !saysWhen(statement.label, clause.text))))
            return;
        if (inWords && number.match(clause.text).hasMatch()) {
            m_facts.unread(statement.line, statement.label + QStringLiteral(": ") + statement.text);
            return;
        }
        for (const QString &id : statement.severities) {
            if (!inWords || !m_facts.find(id, clause.topic))
                m_facts.put(id, clause.topic, {}, {*value, atOnce, statement.line});
        }
    }

    // Of a step: "acknowledge within 5 minutes", but not "recovery (4-24 hours)", which is how long it takes.
    static bool isPromised(const QString &text)
    {
        static const Regex promise = regex("within|every|at most|no later|≤|<|under|less than|deadline|binnen|innerhalb|dentro de|en menos "
                                           "de|dans les|em até|за|в течение|以内|内|이내");
        return promise.match(text).hasMatch();
    }

    // Under "Response Time" any few words are the target; under "Response" only words of time: "who answers" is none.
    static bool saysWhen(const QString &label, const QString &text)
    {
        static const Regex when = regex(
            "best[- ]effort|sprint|backlog|as needed|scheduled|schedule|next|when |asap|a\\.s\\.a\\.p|release|planned|maintenance|priorit|"
            "hours|day|week|month|quarter|roadmap|convenien|possible|immed");
        static const Regex time = regex("time|target|sla(?!\\p{L})|within|window|goal|objective|deadline|zeit|tijd|tiempo|tempo|plazo|"
                                        "prazo|délai|срок|врем|时间|時間|시간|eta|mtt");
        return time.match(label).hasMatch() || when.match(text).hasMatch();
    }

    void cadence(const Statement &statement, const Clause &clause)
    {
        static const Regex first = regex("within|initial|first|binnen|innerhalb");
        static const Regex filler = regex("(?:public|regular|internal|external|status|progress|stakeholder)?\\s*updates?:?\\s*");
        static const Regex none = regex("^no\\b.*\\b(needed|required)$");
        const std::vector<TimeRead> times = timesIn(clause.text);
        MaybeTarget value = times.empty() ? MaybeTarget() : MaybeTarget(times.front().target());
        if (times.empty() && !clause.text.contains(u'`')) {
            const auto negation = none.match(clause.text);
            value = targetIn(negation.hasMatch() ? QStringLiteral("none ") + negation.captured(1) : QString(clause.text).remove(filler));
        }
        const bool isFirst = !times.empty() && first.match(clause.text).hasMatch();
        if (!value || (times.empty() && !isCadenceInWords(*value, clause.labelled)) || (!times.empty() && times.front().atOnce && !isFirst))
            return;
        QStringList said{statement.label, clause.text};
        for (const QString &title : statement.under.mid(0, 2))
            said << (severityAt(title) || severityWordAt(title) ? QString() : title); // "P1 (customers cut off)" is told to nobody
        QString audience = audienceOf(said.join(u' '));
        if (audience.isEmpty() || audience == QLatin1String("stakeholders"))
            audience = QStringLiteral("responders");
        for (const QString &id : statement.severities)
            m_facts.put(id, Topic::Update, isFirst ? audience + QStringLiteral("/first") : audience, {*value, false, statement.line});
    }

    // Without a label of its own a sentence must say it and nothing else: "status updates as needed".
    static bool isCadenceInWords(const Target &value, bool labelled)
    {
        static const Regex plain = regex(
            "^\\W*(?:(?:as|when|if|where|none|not) (?:needed|required|necessary|appropriate)|none|on request|on demand|ad[- ]hoc)\\W*$");
        if (!labelled)
            return plain.match(std::get<QString>(value)).hasMatch();
        static const Regex form = regex("needed|required|none|necessary|request|change|milestone|significant|resol|demand|bedarf|nodig|ad "
                                        "hoc|ad-hoc|end[- ]of|closure|upon|"
                                        "ticket|standup|stand-up|best effort|when |resume|summary|appropriate|continuous|real[- "
                                        "]?time|progress|event|necesario|necessário|besoin|"
                                        "по мере|по необходимости|按需|必要|필요");
        return form.match(std::get<QString>(value)).hasMatch();
    }

    // "SEV1 MTTR: 1 hour": a target where the plan states no other.
    void metricTarget(const Statement &statement)
    {
        static const Regex spelled = regex("time to \\p{L}+");
        static const Regex resolve = regex("time to (?:resol|restor|recover|repair)");
        static const Regex acknowledge = regex("time to (?:acknowledg|respon)");
        static const Regex shortResolve = regex("mttr");
        static const Regex shortAcknowledge = regex("mtta");
        const std::vector<TimeRead> times = timesIn(statement.text);
        const QString said = statement.label + u' ' + statement.text + u' ' + statement.under.value(0);
        const bool inFull = spelled.match(said).hasMatch(); // "Mean time to respond (MTTR)" is what it says in full
        const bool isResolve = (inFull ? resolve : shortResolve).match(said).hasMatch();
        const bool isAcknowledge = (inFull ? acknowledge : shortAcknowledge).match(said).hasMatch();
        const bool named = isResolve || isAcknowledge;
        if (inFull && !named)
            return;
        const Topic topic = isResolve ? Topic::Resolve : isAcknowledge ? Topic::Acknowledge : topicOfLabel(statement.label);
        if (times.empty() || times.front().atOnce || (topic != Topic::Resolve && topic != Topic::Acknowledge && topic != Topic::Respond))
            return;
        for (const QString &id : statement.severities) {
            const Source source{times.front().target(), false, statement.line};
            const bool stated = m_facts.find(id, topic) || (topic == Topic::Acknowledge && m_facts.find(id, Topic::Respond));
            if (!stated)
                m_facts.put(id, topic, {}, source);
            else if (named)
                m_facts.contradict(id, m_facts.find(id, topic) ? topic : Topic::Respond, source);
        }
    }

    FactStore m_facts;
};

} // namespace

void readSeverities(const Document &document, const std::vector<DefinedSeverity> &defined, const std::vector<Statement> &all, Plan &plan)
{
    Reader(plan, defined).read(document, all);
}

} // namespace qd::plan::written
