#include "models/plan/written/severityfacts.h"

#include "models/plan/values.h"
#include "models/plan/written/clauses.h"
#include "models/plan/written/targets.h"

#include <QHash>
#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;

Regex regex(const char *pattern)
{
    return Regex(QString::fromUtf8(pattern), Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption);
}

const char *keyOf(Topic topic)
{
    return topic == Topic::Respond    ? "respond_within"
        : topic == Topic::Acknowledge ? "acknowledge_within"
        : topic == Topic::Resolve     ? "resolve_within"
        : topic == Topic::Update      ? "update_every"
                                      : "postmortem_within";
}

struct Source // of a value that was taken
{
    Target value;
    bool atOnce = false;
    int line = 0;
};

class Reader
{
public:
    Reader(Plan &plan, const std::vector<DefinedSeverity> &defined) : m_plan(plan)
    {
        for (const DefinedSeverity &severity : defined) {
            Severity row;
            row.id = severity.name.id;
            row.name = severity.called;
            row.lines.insert(QStringLiteral("id"), severity.line);
            m_plan.severities.push_back(row);
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
        for (Severity &severity : m_plan.severities) {
            const auto ack = m_sources.constFind(sourceKey(severity.id, Topic::Acknowledge, {}));
            if (ack != m_sources.constEnd() && !severity.respondWithin) {
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
            postmortem(statement, inTemplate);
            return;
        }
        if (inTemplate || statement.severities.isEmpty() || statement.part == Part::Contents)
            return;
        const Topic labelled = topicOfLabel(statement.label);
        if (statement.inDefinition && !statement.fromTitle)
            words(statement, labelled);
        if (statement.part != Part::Escalation && statement.part != Part::Scenarios)
            targets(statement, labelled);
    }

    static bool speaksOfPostmortem(const Statement &statement)
    {
        if (topicOfLabel(statement.label) == Topic::Postmortem || topicOfClause(statement.text) == Topic::Postmortem)
            return true;
        for (qsizetype i = 0; i < qMin<qsizetype>(3, statement.under.size()); ++i) {
            if (topicOfLabel(statement.under.at(i)) == Topic::Postmortem)
                return true;
        }
        return false;
    }

    // What the plan says in words of a severity: for people to read.
    void words(const Statement &statement, Topic labelled)
    {
        static const Regex roundTheClock = regex("24\\s*[/x]\\s*7|round the clock|business hours|office hours|kantooruren|Geschäftszeiten");
        const Topic above = statement.under.isEmpty() ? Topic::None : topicOfLabel(statement.under.front());
        const Topic topic = labelled == Topic::None ? above : labelled;
        if (statement.text.isEmpty()) // a label alone: what it speaks of stands below it
            return;
        for (const QString &id : statement.severities) {
            Severity &severity = *find(id);
            const auto add = [&](QStringList &list, const char *key) {
                m_plan.lines.insert(QStringLiteral("severities/%1/%2/%3").arg(id, QLatin1String(key)).arg(list.size()), statement.line);
                list << statement.text;
            };
            if (const auto match = roundTheClock.match(statement.text);
                match.hasMatch() && severity.coverage.isEmpty() && topic != Topic::Examples)
                severity.coverage = match.captured();
            if (topic == Topic::Definition && severity.definition.isEmpty()) {
                severity.definition = statement.text;
                m_plan.lines.insert(QStringLiteral("severities/%1/definition").arg(id), statement.line);
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
        QString text = statement.text;
        if (statement.fromTitle) {
            static const Regex aside(QStringLiteral("\\(([^)]+)\\)"));
            text = aside.match(text).captured(1);
        }
        for (const Clause &clause : statedIn(statement, text, labelled)) {
            if (clause.topic == Topic::Update)
                cadence(statement, clause);
            else if (isTarget(clause.topic))
                target(statement, clause);
            else if (clause.topic == Topic::None && labelled == Topic::None && !timesIn(clause.text).empty()
                     && !timesIn(clause.text).front().atOnce && isRule(statement))
                m_plan.unread.push_back(
                    {statement.line, statement.label.isEmpty() ? statement.text : statement.label + QStringLiteral(": ") + statement.text});
        }
    }

    // A time in the examples of a severity ("slow for 5 minutes") promises nothing.
    static bool isRule(const Statement &statement)
    {
        static const Regex promise =
            regex("within|every|at most|no later|≤|<\\s*\\d|deadline|by the|binnen|innerhalb|maximum|max\\.|target|sla");
        const Topic above = statement.under.isEmpty() ? Topic::None : topicOfLabel(statement.under.front());
        return above != Topic::Examples && above != Topic::Definition && promise.match(statement.text).hasMatch();
    }

    void target(const Statement &statement, const Clause &clause)
    {
        const std::vector<TimeRead> times = timesIn(clause.text);
        if (times.empty() && !clause.labelled)
            return;
        const MaybeTarget value = targetIn(clause.text);
        static const Regex refers = regex("(?<!\\p{L})sla(?!\\p{L})|see |above|below|severity");
        static const Regex number(QStringLiteral("\\d"));
        if (!value || (std::holds_alternative<QString>(*value) && refers.match(clause.text).hasMatch()))
            return;
        if (std::holds_alternative<QString>(*value) && number.match(clause.text).hasMatch()) {
            m_plan.unread.push_back({statement.line, statement.label + QStringLiteral(": ") + statement.text});
            return;
        }
        for (const QString &id : statement.severities)
            put(id, clause.topic, {}, {*value, !times.empty() && times.front().atOnce, statement.line});
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
        if (!value || (times.empty() && !isCadenceInWords(*value)) || (!times.empty() && times.front().atOnce && !isFirst))
            return;
        QString audience = audienceOf(statement.label + u' ' + clause.text + u' ' + statement.under.mid(0, 2).join(u' '));
        if (audience.isEmpty() || audience == QLatin1String("stakeholders"))
            audience = QStringLiteral("responders");
        for (const QString &id : statement.severities)
            put(id, Topic::Update, isFirst ? audience + QStringLiteral("/first") : audience, {*value, false, statement.line});
    }

    static bool isCadenceInWords(const Target &value)
    {
        static const Regex form =
            regex("needed|required|none|necessary|request|change|milestone|significant|resolution|demand|bedarf|nodig|only|ad hoc");
        return form.match(std::get<QString>(value)).hasMatch();
    }

    void postmortem(const Statement &statement, bool inTemplate)
    {
        static const Regex denied = regex("\\bno\\b|not (?:required|needed|necessary)|never|\\bn/a\\b|^none$|niet");
        static const Regex open = regex("optional|if (?:needed|requested|warranted)|recommended|as needed|discretion|encouraged|may\\b");
        static const Regex demanded =
            regex("required|mandatory|must|always|verplicht|pflicht|obligat|^\\W*(?:yes|ja|oui|sí|sim|true|✓|✅|x)\\W*$");
        static const Regex forAll = regex("for (?:all|every|each|any)|all .*incidents");
        static const Regex reason(QStringLiteral("\\(\\s*\\d+\\s*min[^)]*\\)"));
        const QString said = statement.label + QStringLiteral(" ") + statement.text;
        const bool isOpen = open.match(said).hasMatch();
        const bool isDenied = !isOpen && denied.match(statement.text).hasMatch();
        const bool isDemanded =
            !isOpen && !isDenied && (demanded.match(statement.text).hasMatch() || (forAll.match(said).hasMatch() && !statement.fromTitle));
        for (const QString &id : statement.severities) {
            Severity &severity = *find(id);
            if ((isOpen || isDenied || isDemanded) && !severity.postmortemRequired) {
                severity.postmortemRequired = isDemanded ? Need::Yes : isDenied ? Need::No : Need::Optional;
                severity.lines.insert(QStringLiteral("postmortem_required"), statement.line);
            }
        }
        if (inTemplate)
            return;
        const std::vector<TimeRead> times = timesIn(QString(statement.fromTitle ? statement.text : said).remove(reason));
        static const Regex by =
            regex("within|after|by |days? of|hours? of|due|deadline|timing|binnen|innerhalb|<|≤|schedule|complete|publish|deliver");
        if (times.empty() || times.front().atOnce || !(by.match(said).hasMatch() || topicOfLabel(statement.label) == Topic::Postmortem))
            return;
        if (statement.severities.isEmpty())
            m_plan.notes.push_back({QStringLiteral("Post-mortem (line %1)").arg(statement.line), {said.simplified()}});
        for (const QString &id : statement.severities)
            put(id, Topic::Postmortem, {}, {times.front().target(), false, statement.line});
    }

    // "SEV1 MTTR: 1 hour": a target where the plan states no other.
    void metricTarget(const Statement &statement)
    {
        static const Regex resolve = regex("mttr|time to (?:resolve|restore|recover)");
        static const Regex acknowledge = regex("mtta|time to (?:acknowledge|respond)");
        const std::vector<TimeRead> times = timesIn(statement.text);
        const QString said = statement.label + u' ' + statement.text + u' ' + statement.under.value(0);
        const Topic topic = resolve.match(said).hasMatch() ? Topic::Resolve
            : acknowledge.match(said).hasMatch()           ? Topic::Acknowledge
                                                           : Topic::None;
        if (times.empty() || topic == Topic::None)
            return;
        for (const QString &id : statement.severities) {
            if (!m_sources.contains(sourceKey(id, topic, {})))
                put(id, topic, {}, {times.front().target(), false, statement.line});
        }
    }

    void put(const QString &id, Topic topic, const QString &audience, const Source &source)
    {
        const QString key = sourceKey(id, topic, audience);
        const auto before = m_sources.constFind(key);
        const bool better = before == m_sources.constEnd() || (before->atOnce && !source.atOnce);
        if (before != m_sources.constEnd() && before->value != source.value && before->line != source.line) {
            Source first = *before;
            Source second = source;
            if (better)
                std::swap(first, second);
            m_plan.conflicts.push_back({QStringLiteral("%1 %2: %3 (line %4), %5 (line %6)")
                                            .arg(id, QLatin1String(keyOf(topic)), spokenTarget(first.value))
                                            .arg(first.line)
                                            .arg(spokenTarget(second.value))
                                            .arg(second.line),
                                        pathOf(id, topic, audience),
                                        {writeTarget(first.value), writeTarget(second.value)},
                                        {first.line, second.line}});
        }
        if (!better)
            return;
        m_sources.insert(key, source);
        store(*find(id), topic, audience, source);
    }

    void store(Severity &severity, Topic topic, const QString &audience, const Source &source)
    {
        if (topic == Topic::Update) {
            Cadence &cadence = cadenceOf(audience.section(u'/', 0, 0), severity.id);
            const bool isFirst = audience.endsWith(QLatin1String("/first"));
            (isFirst ? cadence.firstWithin : cadence.every) = source.value;
            m_plan.lines.insert(
                QStringLiteral("audiences/%1/cadence/%2/%3")
                    .arg(audience.section(u'/', 0, 0), severity.id, isFirst ? QStringLiteral("first_within") : QStringLiteral("every")),
                source.line);
            if (audience.contains(u'/'))
                return;
        } else if (topic == Topic::Respond) {
            severity.respondWithin = source.value;
        } else if (topic == Topic::Resolve) {
            severity.resolveWithin = source.value;
        } else if (topic == Topic::Postmortem) {
            severity.postmortemWithin = source.value;
        } else {
            return;
        }
        severity.lines.insert(QLatin1String(keyOf(topic)), source.line);
    }

    Cadence &cadenceOf(const QString &id, const QString &severity)
    {
        auto audience = std::find_if(m_plan.audiences.begin(), m_plan.audiences.end(), [&id](const Audience &one) { return one.id == id; });
        if (audience == m_plan.audiences.end()) {
            static const QHash<QString, QString> names = {
                {"responders", "Responders"}, {"status-page", "Status page"}, {"executives", "Executives"}, {"customers", "Customers"}};
            Audience made;
            made.id = id;
            made.name = names.value(id, id);
            made.external = id == QLatin1String("status-page") || id == QLatin1String("customers");
            audience = m_plan.audiences.insert(m_plan.audiences.end(), made);
        }
        const auto found = std::find_if(audience->cadences.begin(), audience->cadences.end(),
                                        [&severity](const Cadence &one) { return one.severity == severity; });
        if (found != audience->cadences.end())
            return *found;
        audience->cadences.push_back({severity, {}, {}});
        return audience->cadences.back();
    }

    Severity *find(const QString &id)
    {
        return &*std::find_if(m_plan.severities.begin(), m_plan.severities.end(), [&id](const Severity &one) { return one.id == id; });
    }

    // As the plan format is laid out; a severity's id as it will stand in the plan.
    static QString pathOf(const QString &severity, Topic topic, const QString &audience)
    {
        const QString id = severityId(severity);
        if (topic != Topic::Update)
            return QStringLiteral("severities/%1/%2")
                .arg(id, QLatin1String(topic == Topic::Acknowledge ? keyOf(Topic::Respond) : keyOf(topic)));
        return QStringLiteral("audiences/%1/cadence/%2/%3")
            .arg(audience.section(u'/', 0, 0), id, audience.contains(u'/') ? QStringLiteral("first_within") : QStringLiteral("every"));
    }

    static QString sourceKey(const QString &id, Topic topic, const QString &audience)
    {
        return id + u'\n' + QLatin1String(keyOf(topic)) + u'\n' + audience;
    }

    Plan &m_plan;
    QHash<QString, Source> m_sources;
};

} // namespace

void readSeverities(const Document &document, const std::vector<DefinedSeverity> &defined, const std::vector<Statement> &all, Plan &plan)
{
    Reader(plan, defined).read(document, all);
}

} // namespace qd::plan::written
