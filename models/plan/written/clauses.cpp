#include "models/plan/written/clauses.h"

#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;

// A title that promises times, not the name of a phase: "Response Targets", not "3. Response".
bool promises(const QString &title, Topic topic)
{
    static const Regex times(
        QString::fromUtf8("time|target|sla(?!\\p{L})|slas|objective|expect|within|window|deadline|goal|zeit|tijd|tiempo|tempo|plazo|prazo|"
                          "délai|срок|врем|时间|時間|时限|시간|mttr|rto(?!\\p{L})"),
        Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption);
    return topic == Topic::Respond || topic == Topic::Resolve || topic == Topic::Acknowledge ? times.match(title).hasMatch() : true;
}

// Below "Response SLA" a column "Triage" has times of its own; one called "Time" or "Business hours" has those of the title.
bool mayTake(const Statement &statement, Topic topic)
{
    static const Regex plain(QStringLiteral("time|target|hour|day|sla|goal|limit|within|when"), Regex::CaseInsensitiveOption);
    return !statement.isCell || topic == Topic::Update || topic == Topic::Postmortem || statement.label.isEmpty()
        || plain.match(statement.label).hasMatch();
}

// What the nearest label or title above speaks of; a severity's own title says nothing of the kind.
Topic topicAbove(const Statement &statement)
{
    for (qsizetype i = 0; i < qMin<qsizetype>(2, statement.under.size()); ++i) {
        const QString &title = statement.under.at(i);
        if (severityAt(title))
            return Topic::None;
        const Topic topic = topicOfLabel(title);
        if (topic != Topic::None && topic != Topic::Name)
            return promises(title, topic) && mayTake(statement, topic) ? topic : Topic::None;
    }
    return Topic::None;
}

// "Response / Resolution" above "15 min / 4 h".
std::vector<Clause> pairwise(const QString &label, const QString &text)
{
    static const Regex slash(QStringLiteral("\\s*(?:/|\\||&|\\band\\b|;)\\s*"));
    const QStringList labels = label.split(slash, Qt::SkipEmptyParts);
    const QStringList parts = text.split(slash, Qt::SkipEmptyParts);
    std::vector<Clause> clauses;
    if (labels.size() < 2 || labels.size() != parts.size())
        return {};
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const Topic topic = topicOfLabel(labels.at(i));
        if (!isTarget(topic))
            return {};
        clauses.push_back({parts.at(i), topic, true});
    }
    return clauses;
}

} // namespace

bool isLoneTime(const QString &text)
{
    const std::vector<TimeRead> times = timesIn(text);
    static const Regex filler(QStringLiteral("[\\s\\W]|within|under|less than|up to|max|target"), Regex::CaseInsensitiveOption);
    return times.size() == 1 && QString(text).remove(times.front().start, times.front().length).remove(filler).isEmpty();
}

bool isTarget(Topic topic)
{
    return topic == Topic::Respond || topic == Topic::Acknowledge || topic == Topic::Resolve || topic == Topic::Update
        || topic == Topic::Postmortem;
}

std::vector<Clause> clausesOf(const QString &text)
{
    static const Regex ends(QStringLiteral("\\s*(?:[;•|→]|->|,\\s|\\.\\s|\\s/\\s|\\s\\+\\s|\\s(?:and|then|und)\\s)\\s*"));
    static const Regex tail(QStringLiteral("\\b(?:until|till|after|of|before|from|tot|bis)\\b.*$"), Regex::CaseInsensitiveOption);
    static const Regex channel(QStringLiteral("#[\\w-]+"));
    std::vector<Clause> clauses;
    for (const QString &part : text.split(ends, Qt::SkipEmptyParts)) {
        const Topic topic = topicOfClause(QString(part).remove(channel).remove(tail));
        if (topic == Topic::None && !clauses.empty() && timesIn(part).empty())
            clauses.back().text += QStringLiteral(", ") + part;
        else
            clauses.push_back({part, topic, false});
    }
    if (clauses.empty())
        clauses.push_back({text, Topic::None, false});
    return clauses;
}

std::vector<Clause> statedIn(const Statement &statement, const QString &text, Topic labelled)
{
    if (std::vector<Clause> pairs = pairwise(statement.label, text); !pairs.empty())
        return pairs;
    // A sentence of its own among others says itself what it is of: "P1 response: acknowledge within 15 min. Update every 30 min."
    if (std::vector<Clause> own = clausesOf(text); !statement.whole.isEmpty() && own.size() == 1 && isTarget(own.front().topic))
        return own;
    const Topic topic =
        labelled == Topic::None || labelled == Topic::Name ? (statement.fromTitle ? Topic::None : topicAbove(statement)) : labelled;
    if (topic != Topic::None && topic != Topic::Other && !isTarget(topic))
        return {};
    std::vector<Clause> clauses = clausesOf(text);
    const bool several =
        clauses.size() > 1 && std::all_of(clauses.begin(), clauses.end(), [](const Clause &clause) { return isTarget(clause.topic); });
    // "Response SLA: assign within a day; resolution within 1 week": each time has what it says itself, or else what the label says.
    const auto timed = std::count_if(clauses.begin(), clauses.end(), [](const Clause &clause) { return !timesIn(clause.text).empty(); });
    const bool other = std::any_of(clauses.begin(), clauses.end(), [topic](const Clause &clause) {
        const bool same = clause.topic == topic || (clause.topic == Topic::Acknowledge && topic == Topic::Respond);
        return isTarget(clause.topic) && !same && !timesIn(clause.text).empty();
    });
    if (isTarget(topic) && topic != Topic::Update && !several && timed > 1 && other) {
        for (Clause &clause : clauses)
            clause.topic = clause.topic == Topic::None && !timesIn(clause.text).empty() ? topic : clause.topic;
        return clauses;
    }
    if (isTarget(topic) && !several) {
        // The whole is one statement of what the label says; "every 15 min for P0, hourly for P1" was told apart by its severities before.
        Clause whole{text, topic, topic == labelled || topic == Topic::Update}; // words are a target under a label of their own
        return {whole};
    }
    if (statement.fromTitle && clauses.size() == 1 && clauses.front().topic == Topic::None)
        clauses.front().topic = isLoneTime(text) ? Topic::Respond : Topic::None; // "P1 - High (15 min)"
    // "Respond within 15 min for P0, 1 hour for P1": what the sentence speaks of holds for each of its parts.
    const bool untold = std::all_of(clauses.begin(), clauses.end(), [](const Clause &clause) { return clause.topic == Topic::None; });
    if (untold && !statement.whole.isEmpty())
        clauses.front().topic = topicOfClause(statement.whole);
    return clauses;
}

} // namespace qd::plan::written
