#include "models/plan/written/severitynames.h"

#include <QHash>
#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

// The prefix, and what may stand between it and the number.
constexpr char codes[] =
    "(?<id>(?<prefix>(?:severity|priority)\\s+level|sev(?:erity)?|priority|prio|level|tier|class|grade|category|cat|severidade?|gravedad|"
    "gravidade|gravité|sévérité|severità|gravità|priorité|prioridade?|priorità|priorität|prioriteit|schweregrad|stufe|niveau|nivel|nível|"
    "livello|poziom|приоритет|уровень|المستوى|مستوى|p|s)[\\s-]{0,2}(?<number>\\d))(?![\\d\\p{L}%]|\\.\\d)";

QString schemeOf(const QString &prefix)
{
    static const Regex severity(QString::fromUtf8("^(?:sev|grav|sév|schweregrad)"), words);
    static const Regex priority(QString::fromUtf8("^(?:prio|приоритет)"), words);
    static const Regex level(QString::fromUtf8("^(?:level|stufe|niveau|nivel|nível|livello|poziom|уровень|المستوى|مستوى)"), words);
    const QString folded = prefix.toLower();
    return severity.match(folded).hasMatch() ? QStringLiteral("sev")
        : priority.match(folded).hasMatch()  ? QStringLiteral("priority")
        : level.match(folded).hasMatch()     ? QStringLiteral("level")
        : folded == QLatin1String("cat")     ? QStringLiteral("category")
                                             : folded;
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
        {0, "emergency catastrophic blocker blocking showstopper black"},
        {1,
         "critical kritiek kritisch kritische critique crítico crítica critico critica severe urgent dringend критический критичный "
         "критический krytyczny kritik kritis krytyczna 紧急 严重 緊急 重大 致命 긴급 치명적 심각 حرج حرجة red"},
        {2,
         "high major hoog hoch hohe élevé élevée haute alto alta высокий wysoki yüksek tinggi cao 高 높음 상 عالي عالية مرتفع orange "
         "amber"},
        {3,
         "medium moderate gemiddeld middel mittel mittlere moyen moyenne medio media médio média средний średni orta sedang normal "
         "standard "
         "warning 中 보통 중간 중 متوسط متوسطة yellow"},
        {4,
         "low minor laag niedrig gering faible bas bajo baja baixo baixa basso низкий niski düşük rendah thấp 低 낮음 하 منخفض منخفضة "
         "green routine"},
        {5, "informational info information notice trivial cosmetic planning negligible blue white"},
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
    return SeverityName{match.captured(QStringLiteral("id")).simplified(),
                        schemeOf(match.captured(QStringLiteral("prefix"))),
                        match.captured(QStringLiteral("number")).toInt(),
                        rest,
                        {}};
}

// How severities of a scheme are mentioned: one, a range, several, "and above".
const Regex &mentionForm(const QString &scheme)
{
    static QHash<QString, Regex> known;
    const auto found = known.constFind(scheme);
    if (found != known.constEnd())
        return *found;
    static const QHash<QString, QString> forms = {
        {"sev",
         QString::fromUtf8("(?:sev(?:erity)?(?:\\s+level)?|severidade?|gravedad|gravidade|gravité|sévérité|severità|gravità|schweregrad)")},
        {"s", QStringLiteral("s(?:ev(?:erity)?)?")},
        {"p", QStringLiteral("p(?:rio(?:rity)?)?")},
        {"priority", QString::fromUtf8("(?:prio(?:rity)?(?:\\s+level)?|prio[a-zéàä]+|приоритет|p)")},
        {"level", QString::fromUtf8("(?:level|stufe|niveau|nivel|nível|livello|poziom|уровень|المستوى|مستوى)")}};
    const QString prefix = forms.value(scheme, Regex::escape(scheme));
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
    static const Regex begins(leadIn() + QString::fromUtf8(codes), words);
    static const Regex bracketed(
        QStringLiteral("^(?<name>[^()\\[\\]]{2,40})[(\\[]\\s*") + QString::fromUtf8(codes) + QStringLiteral("\\s*[)\\]]"), words);
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
    static const Regex next(QStringLiteral("^\\s*(?:/|,|&|\\+|\\band\\b|\\bor\\b)\\s*") + QString::fromUtf8(codes), words);
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
    static const Regex begins(
        leadIn()
            + QString::fromUtf8(
                "(?:(?:n[íi]vel|niveau|livello|stufe|level|severidade?|gravedad|gravidade|gravité|prioridade?|"
                "priorité|priorità|poziom|уровень|مستوى)\\s+)?(?<id>\\p{L}+)(?<level>\\s+(?:severity|priority|impact|incidents?))?"),
        words);
    const QRegularExpressionMatch match = begins.match(text);
    const auto rank = wordRanks().constFind(match.captured(QStringLiteral("id")).toLower());
    if (!match.hasMatch() || rank == wordRanks().constEnd())
        return {};
    return SeverityName{
        match.captured(QStringLiteral("id")), QStringLiteral("word"), *rank, trimmedRest(text.mid(match.capturedEnd())), {}};
}

QString nameFrom(const QString &rest)
{
    static const Regex aside(QStringLiteral("\\s*[(\\[{].*$"));
    static const Regex clause(QStringLiteral("\\s*[:;,.]\\s.*$|\\s+[–—-]\\s.*$|[:;]$"));
    static const Regex emoji(QStringLiteral("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$"), Regex::UseUnicodePropertiesOption);
    QString name = rest;
    name.remove(aside).remove(clause);
    name = name.trimmed().remove(emoji);
    static const Regex response(QStringLiteral("\\s*(?:severity|priority)?\\s*(?:incidents?|issues?)$"), words);
    if (severityWordAt(name))
        name.remove(response);
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

QStringList severitiesNamedIn(const QString &text, const std::vector<SeverityName> &known)
{
    QStringList found = severitiesIn(text, known);
    static const Regex goesOn(QStringLiteral("^[^\\p{L}\\p{N}]*$|^(?:severity|priority|incidents?)?\\s*[:(–—/,-]"), words);
    const auto word = found.isEmpty() ? severityWordAt(text) : std::nullopt;
    if (!word || !goesOn.match(text.mid(text.indexOf(word->id) + word->id.size())).hasMatch())
        return found;
    for (const SeverityName &severity : known) {
        if (severity.word.compare(word->id, Qt::CaseInsensitive) == 0)
            found << severity.id;
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
