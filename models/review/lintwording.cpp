// How it is told. Only what people wrote is read: sections, entries and action items. It reads English.
#include "models/review/blame.h"
#include "models/review/lintrules.h"
#include "models/review/sentences.h"

#include <QRegularExpression>

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
    for (const ActionItem &action : source.incident.actions)
        all.push_back({action.id.toString(), action.text});
    return all;
}

QString shortened(const QString &sentence)
{
    return sentence.size() > 160 ? sentence.left(159) + QStringLiteral("…") : sentence;
}

void blame(const LintSource &source, LintReport &report)
{
    const People people(source.incident);
    for (const Text &text : writtenTexts(source)) {
        for (const Blame &found : blamesIn(text.text, people))
            report.add({text.place, found.start, found.length},
                       QStringLiteral("This puts the fault on a person: “%1”").arg(shortened(found.sentence)), found.suggestion,
                       found.sentence);
    }
}

// "human error", "a fat-finger mistake"; not "user error rate".
QString errorOfPeople()
{
    return QStringLiteral(
        "(?:(?:human|operator|user|engineer|developer|dba|personnel|pilot|manual|admin)(?:'s)? (?:error|mistake|failure)s?\\b(?! "
        "(?:rate|message|page|log|code|count|budget|report|handling|budget|screen|dialog)s?)|fat[- ]finger(?:ed|ing)?\\b|finger "
        "trouble\\b)");
}

// Named as the cause; what is said about the word itself is left alone.
const QRegularExpression &errorAsCause()
{
    static const QRegularExpression form(
        QStringLiteral("(?:\\bcaused?\\b[^.\\n]{0,30}?|\\b(?:due to|because of|owing to|attributed to|down to|result "
                       "of|by|is|was|were)\\b|:)\\s*(?:[\\w-]+ ){0,3}?(?<error>%1)|^[\\s\\W]*(?:[\\w-]+ "
                       "){0,2}?(?<first>%1)(?=\\s*(?:[.,:;!]|$)|\\s+(?:by|of|during|in|while|when|on|at|led|caused|resulted)\\b)")
            .arg(errorOfPeople()),
        QRegularExpression::CaseInsensitiveOption);
    return form;
}

// It does not stop there: the text goes on to what made it possible.
bool goesOn(QStringView text)
{
    static const QRegularExpression behind(
        QStringLiteral("\\b(?:made (?:it )?(?:possible|easy|likely)|possible because|because "
                       "(?:the|a|an|its|both|there|no)|allow(?:s|ed)|permitted|let (?:a|an|the|one|any)|accept(?:s|ed)|without (?:asking|a "
                       "(?:check|warning|confirmation|review|guard)|warning|confirm\\w+)|no "
                       "(?:guard|check|confirmation|safeguard|review|test|warning|validation|dry run)|(?:did|does) not "
                       "(?:ask|warn|check|prevent|stop)|safeguards?|nothing (?:stopped|warned|prevented)|lacked|missing|is not|isn't|never "
                       "a|not a (?:root )?cause)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return behind.match(text).hasMatch();
}

bool isAboutCauses(const DraftSection &section)
{
    static const QRegularExpression cause(QStringLiteral("cause|contribut|why|trigger|origin|analysis"),
                                          QRegularExpression::CaseInsensitiveOption);
    return cause.match(section.id).hasMatch() || cause.match(section.title).hasMatch();
}

void stopsAtError(const Spot &place, const QString &markdown, LintReport &report)
{
    const QString text = ownWords(markdown);
    for (const Sentence &sentence : sentencesOf(text)) {
        const QString words = text.mid(sentence.start, sentence.length);
        const QRegularExpressionMatch match = errorAsCause().match(words);
        if (!match.hasMatch())
            continue;
        const QString group = match.capturedStart(QStringLiteral("error")) >= 0 ? QStringLiteral("error") : QStringLiteral("first");
        const qsizetype at = match.capturedStart(group);
        if (isDenied(words, at) || goesOn(QStringView(text).mid(sentence.start + at)))
            continue;
        report.add({place.place, sentence.start + at, match.capturedLength(group)},
                   QStringLiteral("“%1” is where the question begins, not a cause").arg(match.captured(group)),
                   QStringLiteral("Say what made the action possible and plausible, and which safeguard would have stopped it."), words);
        return;
    }
}

void humanError(const LintSource &source, LintReport &report)
{
    static const QRegularExpression form(errorOfPeople(), QRegularExpression::CaseInsensitiveOption);
    for (const DraftSection &section : source.sections) {
        if (section.written && isAboutCauses(section) && form.match(section.markdown).hasMatch())
            stopsAtError({section.id}, section.markdown, report);
    }
    for (const TimelineEntry &entry : source.incident.entries) {
        const bool cause = entry.kind == QLatin1String("hypothesis") && entry.settlement.state == QLatin1String("confirmed");
        if (cause && !entry.undone && !entry.redacted && form.match(entry.text).hasMatch())
            stopsAtError({entry.id.toString()}, entry.text, report);
    }
}

} // namespace

const std::vector<LintRule> wordingRules = {
    {"blame", "Who fears the blame tells less next time, and the system that let it happen stays as it is.", blame},
    {"human-error", "People slip every day; what can be changed is what a slip was able to do.", humanError},
};

} // namespace qd::review
