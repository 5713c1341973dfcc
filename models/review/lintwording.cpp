// How it is told: a person as the subject of fault. Only entries and sections that people wrote are read.
#include "models/review/lintrules.h"

#include <QRegularExpression>
#include <QSet>

namespace qd::review {
namespace {

struct Text
{
    QString place;
    QString text;
};

std::vector<Text> writtenTexts(const LintSource &source)
{
    std::vector<Text> all;
    for (const DraftSection &section : source.sections) {
        if (section.written)
            all.push_back({section.id, section.markdown});
    }
    for (const TimelineEntry &entry : source.incident.entries) {
        if (entryKinds().contains(entry.kind) && !entry.redacted && !entry.undone)
            all.push_back({entry.id.toString(), entry.text});
    }
    return all;
}

QStringList peopleOf(const Incident &incident)
{
    QSet<QString> people;
    for (const TimelineEntry &entry : incident.entries) {
        people.insert(entry.author);
        for (const QString &person : entry.people)
            people.insert(person);
    }
    for (const RoleSpan &span : incident.roles)
        people.insert(span.holder);
    for (const Ask &ask : incident.asks)
        people.insert(ask.who);
    for (const ActionItem &action : incident.actions)
        people.insert(action.owner);
    QStringList names;
    for (const QString &person : people) {
        for (const QString &name : {person, person.section(QLatin1Char(' '), 0, 0)}) {
            if (name.size() > 1 && !names.contains(name))
                names << QRegularExpression::escape(name);
        }
    }
    names.sort(); // the finding does not hang on the order of a hash
    return names;
}

// A person: by name, by trade, or by "he", "she", "they" where the fault can only be a person's.
QString personPattern(const Incident &incident, bool pronouns)
{
    QStringList alternatives{QStringLiteral(
        "(?:the |an? )?(?:on-?call "
        ")?(?:engineer|developer|operator|admin|administrator|sysadmin|dba|intern|technician|contractor|commander|responder|on-call)")};
    if (pronouns)
        alternatives << QStringLiteral("he|she|they|someone|somebody|who");
    const QStringList names = peopleOf(incident);
    if (!names.isEmpty())
        alternatives << QStringLiteral("@?(?:%1)").arg(names.join(QLatin1Char('|')));
    return QStringLiteral("(?<![\\w-])(?:%1)(?![\\w-])").arg(alternatives.join(QLatin1Char('|')));
}

struct BlameForm
{
    const char *pattern; // %1: a person; %2: also a pronoun
    const char *suggestion;
};
constexpr BlameForm blameForms[] = {
    {"%2(?: really| surely| simply)? (?:should|ought to)(?: have|'ve| of) "
     "(?:known|checked|noticed|tested|seen|asked|read|realised|realized|caught|verified|been more careful)\\b",
     "Say what the system showed at that moment, and what it did not show."},
    {"\\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|incompeten(?:t|ce)|sloppy|sloppiness|stupid(?:ly|ity)?|idiot(?:ic)?|reckless(?:ly|"
     "ness)?|lazy|laziness)\\b(?! evaluation| loading| load| initiali[sz]ation| delete| init)",
     "Take the judgement away; say what made the action look right at the time."},
    {"%1(?:'s|’s) (?:own )?(?:fault|mistake|blunder|carelessness|failure|screw-?up)\\b",
     "Name the step and the safeguard that was missing, not the person."},
    {"\\b(?:fault|mistake|blunder) (?:of|by|made by) %1", "Name the step and the safeguard that was missing, not the person."},
    {"%2 (?:is|was|were|are) (?:solely |entirely |clearly )?(?:to blame|at fault)\\b", "Say which condition made the outcome possible."},
    {"\\b(?:we|i|they) blamed? %1|\\bblame (?:lies|rests) with %1", "Say which condition made the outcome possible."},
    {"%1 (?:caused|broke|messed up|screwed up|took down|ruined|botched) (?:the |this |our |all |it\\b|everything|prod)",
     "Say which change or condition caused it, and what let it through."},
    {"%1 (?:forgot|neglected|did not bother|didn't bother|failed) to "
     "(?:check|notice|follow|test|verify|read|tell|inform|escalate|update|review|see|reali[sz]e|monitor|document|run|set|add|remove|renew|"
     "tick|look|ask|back)\\b",
     "Say what would have reminded anybody, and why it did not."},
    {"%1 (?:overlooked|misread|misconfigured|ignored|mishandled) (?:the |an? |this |our |all )",
     "Say what the tool or the alert showed, and how it could be misread."},
    {"%1 made (?:a|the|an? \\w+) (?:mistake|error|blunder)\\b", "Say what the system accepted, and which check would have caught it."},
};

bool isNegated(const QString &text, qsizetype at)
{
    static const QRegularExpression negation(
        QStringLiteral("\\b(?:not|no one|nobody|never|without|isn't|wasn't|rather than|instead of|avoid|blameless|neither)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    qsizetype from = std::max<qsizetype>(0, at - 30);
    for (qsizetype i = from; i < at; ++i) {
        if (text[i] == QLatin1Char('.') || text[i] == QLatin1Char('\n') || text[i] == QLatin1Char(';'))
            from = i + 1;
    }
    return negation.match(text.mid(from, at - from)).hasMatch();
}

// The sentence or line around a match, for the finding.
QString around(const QString &text, const QRegularExpressionMatch &match)
{
    const qsizetype lineStart = text.lastIndexOf(QLatin1Char('\n'), match.capturedStart()) + 1;
    const qsizetype from = std::max(lineStart, match.capturedStart() - 40);
    const qsizetype end = text.indexOf(QLatin1Char('\n'), match.capturedEnd());
    const qsizetype to = std::min(end < 0 ? text.size() : end, match.capturedEnd() + 40);
    return (from > lineStart ? QStringLiteral("…") : QString()) + text.mid(from, to - from).trimmed()
        + (to < (end < 0 ? text.size() : end) ? QStringLiteral("…") : QString());
}

void blame(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    const QString person = personPattern(source.incident, false);
    const QString anybody = personPattern(source.incident, true);
    const std::vector<Text> texts = writtenTexts(source);
    for (const BlameForm &form : blameForms) {
        QString pattern = QString::fromUtf8(form.pattern);
        pattern.replace(QLatin1String("%1"), person).replace(QLatin1String("%2"), anybody);
        const QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption);
        for (const Text &text : texts) {
            for (auto it = expression.globalMatch(text.text); it.hasNext();) {
                const QRegularExpressionMatch match = it.next();
                if (!isNegated(text.text, match.capturedStart()))
                    all.push_back({rule, text.place, QStringLiteral("This puts the fault on a person: “%1”").arg(around(text.text, match)),
                                   QString::fromUtf8(form.suggestion)});
            }
        }
    }
}

void humanError(const LintSource &source, const QString &rule, std::vector<Finding> &all)
{
    static const QRegularExpression form(
        QStringLiteral("\\b(?:human|operator|user|engineer|personnel|pilot)(?:'s)? error\\b(?! "
                       "(?:rate|message|page|log|code|count|budget|report))|\\bfat[- ]finger(?:ed|ing)?\\b"),
        QRegularExpression::CaseInsensitiveOption);
    for (const DraftSection &section : source.sections) {
        const QRegularExpressionMatch match = section.written ? form.match(section.markdown) : QRegularExpressionMatch();
        if (match.hasMatch() && !isNegated(section.markdown, match.capturedStart()))
            all.push_back({rule, section.id, QStringLiteral("“%1” is where the question begins, not a cause").arg(match.captured()),
                           QStringLiteral("Say what made the action possible and plausible, and which safeguard would have stopped it.")});
    }
}

} // namespace

const std::vector<LintRule> wordingRules = {{"blame", blame}, {"human-error", humanError}};

std::vector<Finding> lint(const plan::Plan &plan, const Incident &incident, Instant now)
{
    const LintSource source{plan, incident, now, postmortem(plan, incident, now)};
    std::vector<Finding> all;
    for (const std::vector<LintRule> *rules : {&recordRules, &wordingRules}) {
        for (const LintRule &rule : *rules)
            rule.find(source, QLatin1String(rule.id), all);
    }
    return all;
}

} // namespace qd::review
