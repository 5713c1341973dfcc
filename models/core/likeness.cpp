#include "models/core/likeness.h"

#include "models/core/foldedwords.h"
#include "models/core/wordstems.h"

#include <QRegularExpression>
#include <QSet>

namespace qd {
namespace {

constexpr qsizetype mostTerms = 48;    // of a query; the rarest of them count
constexpr qsizetype lastEntries = 60;  // that a query is drawn from
constexpr int mostOfAWord = 4;         // times that it is counted in one text
constexpr qsizetype mostSaid = 20'000; // characters of an incident's entries: a long night is no more telling than a short one
constexpr qsizetype longestLine = 160;

bool standsForNothing(const TimelineEntry &entry)
{
    return entry.redacted || entry.undone || entry.settlement.state == QLatin1String("ruled-out");
}

bool isWritten(const TimelineEntry &entry) // by a person, in their own words
{
    return entryKinds().contains(entry.kind) && !standsForNothing(entry);
}

bool isConfirmed(const TimelineEntry &entry)
{
    return entry.settlement.state == QLatin1String("confirmed") && !standsForNothing(entry);
}

bool tellsNothing(const QString &word)
{
    const bool isNumber = std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    return word.size() < 2 || (isNumber && word.size() < 3) || isEmptyWord(word);
}

QSet<QString> wordsOfPeople(const Incident &incident)
{
    QSet<QString> people;
    const auto take = [&people](const QString &name) {
        for (const QString &word : foldedWords(name))
            people.insert(word);
    };
    for (const RoleSpan &span : incident.roles)
        take(span.holder);
    for (const TimelineEntry &entry : incident.entries) {
        for (const QString &person : entry.people)
            take(person);
    }
    return people;
}

bool speaksOfCauses(const Incident &incident, const QString &section)
{
    static const QRegularExpression cause(QStringLiteral("caus|ursache|oorzaak|przyczyn|причин|neden"),
                                          QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto &all = incident.rules.sections;
    const auto named = std::find_if(all.begin(), all.end(), [&section](const Rulebook::Named &one) { return one.id == section; });
    return section.contains(cause) || (named != all.end() && named->name.contains(cause));
}

class Bag // of stems, each so often as it tells
{
public:
    explicit Bag(const QSet<QString> &people) : m_people(people) { }
    void add(const QString &text)
    {
        for (const StemmedWord &word : stemmedWords(text)) {
            if (m_text.size() > mostSaid || tellsNothing(word.word) || m_people.contains(word.word) || ++m_times[word.stem] > mostOfAWord)
                continue;
            m_text += (m_text.isEmpty() ? QString() : QStringLiteral(" ")) + word.stem;
        }
    }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    const QSet<QString> &m_people;
    QHash<QString, int> m_times;
    QString m_text;
};

class Terms
{
public:
    explicit Terms(const QSet<QString> &people) : m_people(people) { }
    void add(const QString &text, double weight)
    {
        QSet<QString> here;
        for (const StemmedWord &word : stemmedWords(text)) {
            if (tellsNothing(word.word) || m_people.contains(word.word) || here.contains(word.stem))
                continue;
            here.insert(word.stem);
            LikeTerm &term = m_terms[word.stem];
            if (term.stem.isEmpty())
                term = {word.stem, word.word, weight};
            else
                term.weight = std::max(term.weight, weight) + 0.25; // said again
        }
    }
    [[nodiscard]] std::vector<LikeTerm> weightiest() const
    {
        std::vector<LikeTerm> all(m_terms.begin(), m_terms.end());
        std::sort(all.begin(), all.end(), [](const LikeTerm &a, const LikeTerm &b) {
            return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
        });
        if (std::ssize(all) > mostTerms)
            all.resize(static_cast<size_t>(mostTerms));
        return all;
    }

private:
    const QSet<QString> &m_people;
    QHash<QString, LikeTerm> m_terms;
};

double weightOf(const TimelineEntry &entry)
{
    if (isConfirmed(entry))
        return 3;
    const bool telling = entry.kind == QLatin1String("observation") || entry.kind == QLatin1String("hypothesis");
    return telling ? 1.5 : 0.7;
}

QStringList folded(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all << name.trimmed().toCaseFolded();
    all.removeAll(QString());
    return all;
}

// Of Markdown, the first line that says something, without its signs.
QString firstLine(const QString &markdown)
{
    static const QRegularExpression link(QStringLiteral("!?\\[([^\\]]*)\\]\\([^)]*\\)"));
    static const QRegularExpression sign(QStringLiteral("^[\\s>*+\\-#|]+|^\\d+[.)]\\s+|[*_`~]{1,3}(?=\\S)|(?<=\\S)[*_`~]{1,3}"));
    for (const QString &raw : markdown.split(QLatin1Char('\n'))) {
        if (raw.trimmed().startsWith(QLatin1Char('#')))
            continue;
        QString line = raw;
        line = line.replace(link, QStringLiteral("\\1")).remove(sign).simplified();
        if (line.size() > longestLine)
            line = line.left(longestLine - 1) + QChar(0x2026);
        if (!line.isEmpty())
            return line;
    }
    return {};
}

QString noteOfEnd(const Incident &incident)
{
    static const QStringList ends{QStringLiteral("mitigating"), QStringLiteral("monitoring"), QStringLiteral("resolved"),
                                  QStringLiteral("closed")};
    qsizetype best = -1;
    QString note;
    for (const StatusSpan &span : incident.statuses) {
        const qsizetype rank = span.status == QLatin1String("closed") ? 0 : ends.indexOf(span.status); // closing says less than resolving
        if (span.note.isEmpty() || rank < 0 || rank < best)
            continue;
        best = rank;
        note = span.note;
    }
    return note;
}

QString lastDeed(const Incident &incident)
{
    const std::optional<Instant> until = incident.milestones.mitigated ? incident.milestones.mitigated : incident.milestones.resolved;
    const TimelineEntry *last = nullptr;
    for (const TimelineEntry &entry : incident.entries) {
        const bool deed = entry.kind == QLatin1String("action") || entry.kind == QLatin1String("decision");
        if (deed && !standsForNothing(entry) && until && entry.at <= *until && (!last || entry.at >= last->at))
            last = &entry;
    }
    return last ? last->text : QString();
}

} // namespace

LikeQuery likeQueryOf(const Incident &incident)
{
    LikeQuery query;
    query.self = incident.id;
    query.services = folded(incident.services);
    query.scenarios = incident.scenarios;
    query.type = incident.type.trimmed().toCaseFolded();
    query.plan = incident.rules.planId;
    query.at = incident.milestones.detected.value_or(incident.milestones.declared.value_or(Instant{}));
    query.drill = incident.drill;
    const QSet<QString> people = wordsOfPeople(incident);
    Terms terms(people);
    terms.add(incident.title, 3);
    terms.add(incident.impact, 2);
    terms.add(incident.services.join(QLatin1Char(' ')), 2);
    for (const WrittenSection &section : incident.sections)
        terms.add(section.text, speaksOfCauses(incident, section.section) ? 3 : 0.5);
    const qsizetype size = incident.entries.size();
    for (qsizetype i = 0; i < size; ++i) {
        const TimelineEntry &entry = incident.entries[i];
        if (!isWritten(entry) || (i < size - lastEntries && !isConfirmed(entry)))
            continue;
        terms.add(entry.text, weightOf(entry));
        terms.add(entry.tags.join(QLatin1Char(' ')), 2);
    }
    query.terms = terms.weightiest();
    return query;
}

LikeText likeTextOf(const Incident &incident)
{
    const QSet<QString> people = wordsOfPeople(incident);
    Bag title(people), causes(people), about(people), said(people);
    title.add(incident.title);
    for (const QString &text : {incident.type, incident.services.join(QLatin1Char(' ')), incident.impact})
        about.add(text);
    for (const QString &scenario : incident.scenarios) {
        const Rulebook::Named *named = findNamed(incident.rules.scenarios, scenario);
        about.add(named ? named->name : scenario);
    }
    for (const WrittenSection &section : incident.sections)
        (speaksOfCauses(incident, section.section) ? causes : said).add(section.text);
    for (const TimelineEntry &entry : incident.entries) {
        if (isConfirmed(entry)) {
            causes.add(entry.text);
            causes.add(entry.settlement.note);
        }
        if (!isWritten(entry))
            continue;
        about.add(entry.tags.join(QLatin1Char(' ')));
        said.add(entry.text);
    }
    for (const StatusSpan &span : incident.statuses)
        said.add(span.note);
    return {title.text(), causes.text(), about.text(), said.text()};
}

Lesson lessonOf(const Incident &incident)
{
    Lesson lesson;
    for (const WrittenSection &section : incident.sections) {
        if (lesson.cause.isEmpty() && speaksOfCauses(incident, section.section))
            lesson.cause = firstLine(section.text);
    }
    for (const TimelineEntry &entry : incident.entries) {
        if (lesson.cause.isEmpty() && isConfirmed(entry))
            lesson.cause = firstLine(entry.text);
    }
    const QString note = noteOfEnd(incident);
    lesson.ending = firstLine(note.isEmpty() ? lastDeed(incident) : note);
    return lesson;
}

} // namespace qd
