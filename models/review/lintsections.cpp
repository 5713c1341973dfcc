// What the document lacks or leaves open.
#include "models/plan/places.h"
#include "models/review/lintrules.h"
#include "models/review/sentences.h"

#include <QRegularExpression>

namespace qd::review {
namespace {

QString quoted(const QString &text)
{
    const QString line = text.simplified();
    return QStringLiteral("“%1”").arg(line.size() > 120 ? line.left(119) + QStringLiteral("…") : line);
}

void emptySections(const LintSource &source, LintReport &report)
{
    for (const DraftSection &section : source.sections) {
        if (section.written || section.filled)
            continue;
        const QString needed = section.required ? QStringLiteral(", and the plan requires it") : QString();
        const QString prompt = section.prompts.isEmpty()
            ? QStringLiteral("Write it, or say why there is nothing to say.")
            : QStringLiteral("To say there: %1").arg(section.prompts.join(QLatin1String("; ")));
        report.add({section.id}, QStringLiteral("“%1” is not written yet%2").arg(section.title, needed), prompt, {});
    }
}

bool isHeading(const QString &text, qsizetype at) // with something below it
{
    const qsizetype start = text.lastIndexOf(QLatin1Char('\n'), at) + 1;
    const qsizetype end = text.indexOf(QLatin1Char('\n'), at);
    return QStringView(text).mid(start).startsWith(QLatin1Char('#')) && end > 0 && !QStringView(text).mid(end).trimmed().isEmpty();
}

void standingWord(const DraftSection &section, const QString &words, LintReport &report)
{
    static const QRegularExpression blank(QStringLiteral("\\b(?:TBD|TBA|TBC|TODO|FIXME|XXX)\\b|[Ll]orem ipsum"));
    for (auto it = blank.globalMatch(words); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        report.add({section.id, match.capturedStart(), match.capturedLength()},
                   QStringLiteral("“%1” still holds %2").arg(section.title, quoted(match.captured())),
                   QStringLiteral("Put in what is known, or take the line away."), match.captured() + words.mid(match.capturedStart(), 80));
    }
}

void standingPrompts(const LintSource &source, LintReport &report)
{
    for (const DraftSection &section : source.sections) {
        if (!section.written)
            continue;
        QStringList prompts = section.prompts;
        prompts << QStringLiteral("Not written yet.");
        for (const QString &prompt : prompts) {
            const qsizetype at = prompt.size() > 8 ? section.markdown.indexOf(prompt) : -1;
            if (at >= 0 && !isHeading(section.markdown, at))
                report.add({section.id, at, prompt.size()},
                           QStringLiteral("“%1” still holds the prompt %2").arg(section.title, quoted(prompt)),
                           QStringLiteral("Answer it, or take the line away."), prompt);
        }
        standingWord(section, ownWords(section.markdown), report);
    }
}

// "{cause}", "{{eta}}", "[name of the change]", "<date>", "____": and not the brackets of code, links and asides.
bool isPlaceholder(const QString &text, const plan::Place &place)
{
    static const QRegularExpression aside(QStringLiteral("^\\[(?:sic|redacted|edited|edit|note|…|\\.\\.\\.|[^\\]]{1,3})\\]$"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression single(QStringLiteral("^\\{[A-Za-z][A-Za-z0-9_ -]*\\}$"));
    const QString whole = text.mid(place.from, place.length);
    const QChar before = place.from > 0 ? text[place.from - 1] : QChar(u' ');
    const QChar after = place.from + place.length < text.size() ? text[place.from + place.length] : QChar(u' ');
    if (before == u'/' || before == u'$' || after == u'/' || before.isLetterOrNumber() || after == u'(')
        return false;
    if (whole.startsWith(QLatin1String("{{")))
        return true;
    if (whole.startsWith(u'{'))
        return single.match(whole).hasMatch();
    return (whole.startsWith(u'[') && !aside.match(whole).hasMatch()) || whole.startsWith(u'<') || whole.startsWith(QLatin1String("___"));
}

void placeholders(const LintSource &source, LintReport &report)
{
    std::optional<QMap<QString, QString>> known;
    for (const DraftSection &section : source.sections) {
        if (!section.written || section.markdown.size() > 1000000) // nobody fills in a form of that size
            continue;
        const QString words = ownWords(section.markdown);
        for (const plan::Place &place : plan::placesIn(words)) {
            if (!isPlaceholder(words, place))
                continue;
            if (!known)
                known = templateValues(source.plan, source.incident, source.now);
            const QString value = place.fact.isEmpty() ? QString() : known->value(place.fact);
            report.add(
                {section.id, place.from, place.length},
                QStringLiteral("“%1” still holds the placeholder %2").arg(section.title, quoted(words.mid(place.from, place.length))),
                value.isEmpty() ? QStringLiteral("Put in what is known, or take it away.")
                                : QStringLiteral("The record says: %1").arg(value.simplified().left(200)),
                words.mid(place.from, place.length));
        }
    }
}

void missingImpact(const LintSource &source, LintReport &report)
{
    const bool written = std::any_of(source.sections.begin(), source.sections.end(), [](const DraftSection &section) {
        return section.written && section.title.contains(QLatin1String("impact"), Qt::CaseInsensitive);
    });
    if (!written && source.incident.impact.trimmed().isEmpty())
        report.add({}, QStringLiteral("The record does not say what users saw"),
                   QStringLiteral("Set the impact of the incident, or write the section."), {});
}

} // namespace

const std::vector<LintRule> sectionRules = {
    {"empty-section", "Who reads the post-mortem looks there first.", emptySections},
    {"standing-prompt", "A prompt that stands looks like an answer until somebody reads it.", standingPrompts},
    {"placeholder", "A placeholder goes out as it stands, and says that nobody read the text.", placeholders},
    {"impact", "Without the impact nobody can judge what the follow-up is worth.", missingImpact},
};

} // namespace qd::review
