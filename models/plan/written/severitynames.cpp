#include "models/plan/written/severitynames.h"

#include <QHash>
#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

// The prefix, and what may stand between it and the number.
constexpr char codes[] = "(?<id>(?<prefix>sev(?:erity)?|priority|prio|level|tier|class|grade|category|cat|schweregrad|p|s)[\\s-]{0,2}(?<"
                         "number>\\d))(?![\\d\\p{L}%]|\\.\\d)";

QString schemeOf(const QString &prefix)
{
    const QString folded = prefix.toLower();
    static const QHash<QString, QString> same = {{"severity", "severity"}, {"prio", "priority"}, {"cat", "category"}};
    return same.value(folded, folded);
}

// Numbering, bullets, emoji and what introduces the severity.
const QString &leadIn()
{
    static const QString pattern = QStringLiteral("^[^\\p{L}\\p{N}]*(?:\\d+(?:\\.\\d+)*[.)]?\\s+)?(?:(?:incident\\s+)?(?:severity|priority|"
                                                  "prioriteit|impact|level)\\s*(?:level)?\\s*[:=-]\\s*)?[^\\p{L}\\p{N}]*");
    return pattern;
}

struct WordRank
{
    int rank;
    const char *words;
};

const QHash<QString, int> &wordRanks()
{
    static const std::vector<WordRank> table = {
        {0, "emergency catastrophic blocker showstopper"},
        {1,
         "critical kritiek kritisch kritische critique crítico crítica critico critica severe urgent dringend критический critica 紧急 "
         "严重 緊急 重大"},
        {2, "high major hoog hoch hohe élevé élevée haute alto alta высокий 高"},
        {3, "medium moderate gemiddeld middel mittel mittlere moyen moyenne medio media médio média средний normal 中"},
        {4, "low minor laag niedrig gering faible bas bajo baja baixo baixa basso низкий 低"},
        {5, "informational info trivial cosmetic planning negligible"},
    };
    static const QHash<QString, int> ranks = [] {
        QHash<QString, int> all;
        for (const WordRank &row : table) {
            for (const QString &word : QString::fromUtf8(row.words).split(u' '))
                all.insert(word, row.rank);
        }
        return all;
    }();
    return ranks;
}

QString trimmedRest(const QString &rest)
{
    static const Regex separators(QStringLiteral("^[\\s:–—|/()*_-]+"));
    QString text = rest;
    return text.remove(separators).trimmed();
}

std::optional<SeverityName> fromMatch(const QRegularExpressionMatch &match, const QString &rest)
{
    return SeverityName{match.captured(QStringLiteral("id")).simplified(), schemeOf(match.captured(QStringLiteral("prefix"))),
                        match.captured(QStringLiteral("number")).toInt(), rest};
}

// How severities of a scheme are mentioned: one, a range, several, "and above".
const Regex &mentionForm(const QString &scheme)
{
    static QHash<QString, Regex> known;
    const auto found = known.constFind(scheme);
    if (found != known.constEnd())
        return *found;
    const QString prefix = scheme == QLatin1String("severity") ? QStringLiteral("sev(?:erity)?")
        : scheme == QLatin1String("priority")                  ? QStringLiteral("(?:priority|prio)")
                                                               : Regex::escape(scheme);
    Regex form(QStringLiteral("(?<![\\p{L}\\d])%1[\\s-]{0,2}(\\d)(?![\\d\\p{L}]|\\.\\d)(?:\\s*(?:-|–|—|to|through|bis|t/"
                              "m|tot)\\s*(?:%1)?[\\s-]?(\\d)(?!\\d|\\s*(?:min|hour|day|h\\b)))?"
                              "((?:\\s*(?:/|,|&|and|or)\\s*\\d(?![\\d\\p{L}]|\\s*(?:min|hour|day|h\\b)))*)(\\s*\\+|\\s*(?:and|or|and/"
                              "or)\\s+(?:above|higher|up|greater|worse))?")
                   .arg(prefix),
               words);
    form.optimize();
    return *known.insert(scheme, form);
}

} // namespace

std::optional<SeverityName> severityAt(const QString &text)
{
    static const Regex begins(leadIn() + QLatin1String(codes), words);
    static const Regex bracketed(
        QStringLiteral("^(?<name>[^()\\[\\]]{2,40})[(\\[]\\s*") + QLatin1String(codes) + QStringLiteral("\\s*[)\\]]"), words);
    QRegularExpressionMatch match = begins.match(text);
    if (match.hasMatch())
        return fromMatch(match, trimmedRest(text.mid(match.capturedEnd(QStringLiteral("id")))));
    match = bracketed.match(text);
    if (match.hasMatch())
        return fromMatch(match, match.captured(QStringLiteral("name")).simplified());
    return {};
}

std::vector<SeverityName> severitiesAt(const QString &text)
{
    static const Regex next(QStringLiteral("^\\s*(?:/|,|&|\\+|\\band\\b|\\bor\\b)\\s*") + QLatin1String(codes), words);
    std::vector<SeverityName> all;
    const std::optional<SeverityName> first = severityAt(text);
    if (!first)
        return all;
    all.push_back(*first);
    QString after = text.mid(text.indexOf(first->id) + first->id.size());
    for (auto match = next.match(after); match.hasMatch(); match = next.match(after)) {
        after = after.mid(match.capturedEnd());
        all.push_back(*fromMatch(match, {}));
    }
    for (SeverityName &severity : all) {
        if (all.size() > 1)
            severity.rest = trimmedRest(after);
    }
    return all;
}

std::optional<SeverityName> severityWordAt(const QString &text)
{
    static const Regex begins(leadIn() + QStringLiteral("(?<id>\\p{L}+)(?<level>\\s+(?:severity|priority|impact|incidents?))?"), words);
    const QRegularExpressionMatch match = begins.match(text);
    const auto rank = wordRanks().constFind(match.captured(QStringLiteral("id")).toLower());
    if (!match.hasMatch() || rank == wordRanks().constEnd())
        return {};
    return SeverityName{match.captured(QStringLiteral("id")), QStringLiteral("word"), *rank, trimmedRest(text.mid(match.capturedEnd()))};
}

QString nameFrom(const QString &rest)
{
    static const Regex aside(QStringLiteral("\\s*[(\\[{].*$"));
    static const Regex clause(QStringLiteral("\\s*[:;,.]\\s.*$|\\s+[–—-]\\s.*$|[:;]$"));
    static const Regex emoji(QStringLiteral("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$"), Regex::UseUnicodePropertiesOption);
    QString name = rest;
    name.remove(aside).remove(clause);
    name = name.trimmed().remove(emoji);
    return name.count(u' ') > 4 ? QString() : name;
}

QStringList severitiesIn(const QString &text, const std::vector<SeverityName> &known)
{
    QStringList found;
    if (known.empty())
        return found;
    const auto addBetween = [&](int from, int to) {
        for (const SeverityName &severity : known) {
            if (severity.number >= qMin(from, to) && severity.number <= qMax(from, to) && !found.contains(severity.id))
                found << severity.id;
        }
    };
    if (known.front().scheme == QLatin1String("word")) {
        for (const SeverityName &severity : known) {
            const Regex form(QStringLiteral("(?<!\\p{L})%1(?!\\p{L})").arg(Regex::escape(severity.id)), words);
            if (form.match(text).hasMatch())
                found << severity.id;
        }
        return found;
    }
    const Regex &form = mentionForm(known.front().scheme);
    static const Regex digit(QStringLiteral("\\d"));
    auto matches = form.globalMatch(text.left(4000));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const int first = match.captured(1).toInt();
        addBetween(first, match.captured(2).isEmpty() ? first : match.captured(2).toInt());
        auto more = digit.globalMatch(match.captured(3));
        while (more.hasNext()) {
            const int number = more.next().captured().toInt();
            addBetween(number, number);
        }
        if (!match.captured(4).isEmpty())
            addBetween(known.front().number, first);
    }
    return found;
}

QString severityId(const QString &asWritten)
{
    static const Regex blank(QStringLiteral("\\s+"));
    return QString(asWritten).replace(blank, QStringLiteral("-"));
}

bool countsUpwards(const std::vector<SeverityName> &known, const QStringList &names)
{
    int sum = 0; // of the pairs whose words agree with their numbers, less those that do not
    for (size_t a = 0; a < known.size(); ++a) {
        for (size_t b = a + 1; b < known.size(); ++b) {
            const auto first = severityWordAt(names.value(static_cast<qsizetype>(a)));
            const auto second = severityWordAt(names.value(static_cast<qsizetype>(b)));
            if (first && second && first->number != second->number)
                sum += (first->number < second->number) == (known.at(a).number < known.at(b).number) ? 1 : -1;
        }
    }
    return sum < 0;
}

} // namespace qd::plan::written
