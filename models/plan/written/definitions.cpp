// Which severities a document defines: as headings, table rows or columns, list items or bold paragraphs.
#include "models/plan/written/statements.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace qd::plan::written {
namespace {

struct Candidate
{
    SeverityName name;
    QString called;
    QString about; // what is said of it in the same place
    int line = 0;
    bool strong = false; // it stands where a document defines its severities
    int place = 0;       // of its list, table or family of headings
};

// "### P0 Escalation" speaks of P0 and does not define it.
bool isAboutSomethingElse(const QString &rest)
{
    static const QRegularExpression other(
        QStringLiteral("^\\W*(?:escalat|response|incidents?\\b|procedure|process|template|checklist|runbook|playbook|communicat|update|on-?"
                       "call|post|notification|example|sla\\b|and\\b|or\\b|[/,&+]|to\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    return other.match(rest).hasMatch() && !rest.startsWith(u'(');
}

// Of which a document may number other things as well, and from either end.
const QStringList &openSchemes()
{
    static const QStringList schemes = {"level", "tier", "class", "category", "grade"};
    return schemes;
}

// "Critical", "Critical (data leak)", "High: a route is down", but not "High error rate".
bool standsAlone(const QString &text, const SeverityName &word)
{
    static const QRegularExpression goesOn(QStringLiteral("^\\s*(?:severity|priority|incidents?)?[^\\p{L}\\p{N}]*$|^\\s*[(:–—|-]"),
                                           QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return goesOn.match(text.mid(text.indexOf(word.id) + word.id.size())).hasMatch();
}

class Finder
{
public:
    explicit Finder(const Document &document) : m_document(document) { }

    std::vector<Candidate> find()
    {
        section(m_document.root, false, false);
        return std::move(m_found);
    }

private:
    void section(const Section &section, bool ofSeverity, bool ofEscalation)
    {
        const Part part = partOf(section);
        if (part == Part::Templates || part == Part::PostmortemTemplate || part == Part::Contents)
            return;
        m_scenarios += part == Part::Scenarios;
        const bool severity = (!section.isTitle && speaksOfSeverity(section.title)) || (ofSeverity && part == Part::None);
        const bool escalation = part == Part::Escalation || ofEscalation;
        const int place = ++m_place;
        for (const Block &block : section.blocks)
            this->block(block, severity && !escalation, escalation);
        const int family = ++m_place;
        for (const Section &child : section.sections) {
            title(child, severity, escalation, family);
            this->section(child, severity, escalation);
        }
        m_scenarios -= part == Part::Scenarios;
        Q_UNUSED(place)
    }

    void title(const Section &section, bool ofSeverity, bool ofEscalation, int family)
    {
        const bool label = section.titleKind == TitleKind::Label && !ofSeverity;
        const std::vector<SeverityName> all = severitiesAt(section.title);
        for (const SeverityName &coded : all) {
            const bool other = openSchemes().contains(coded.scheme) && !ofSeverity && !severityWordAt(coded.rest); // "Class 2: lost mail"
            if (!isAboutSomethingElse(coded.rest) && !other)
                add(coded, nameFrom(coded.rest), section.line, !ofEscalation && !label, family, ofEscalation, wordsOf(section));
        }
        if (!all.empty())
            return;
        if (ofSeverity) {
            if (const auto word = severityWordAt(section.title); word && standsAlone(section.title, *word))
                add(*word, {}, section.line, true, family, ofEscalation);
        }
    }

    static QString wordsOf(const Section &section)
    {
        QStringList words{section.title};
        for (const Block &block : section.blocks) {
            for (const Line &line : block.lines)
                words << line.text;
            for (const Item &item : block.items)
                words << item.line.text;
        }
        return words.join(u' ').left(1000);
    }

    void block(const Block &block, bool ofSeverity, bool ofEscalation)
    {
        if (!m_document.goOn(block.line))
            return;
        const int place = ++m_place;
        if (block.kind == BlockKind::Table)
            table(block, ofSeverity, ofEscalation, place);
        if (block.kind == BlockKind::Code && !ofEscalation && m_scenarios == 0) {
            for (const Item &item : severitiesInFence(block, ofSeverity).items)
                line(item.line, ofSeverity, ofEscalation, place, true);
        }
        for (const Item &item : block.items) {
            if (!m_document.goOn(item.line.number))
                return;
            line(item.line, ofSeverity, ofEscalation, place, !item.blocks.empty());
            for (const Block &inner : item.blocks)
                this->block(inner, ofSeverity, ofEscalation);
        }
        if (block.kind == BlockKind::Paragraph) {
            for (const Line &text : block.lines) {
                if (!text.lead.isEmpty())
                    line(text, ofSeverity, ofEscalation, place, false);
                if (ofSeverity)
                    sentences(text, place, ofEscalation);
            }
        }
    }

    void line(const Line &line, bool ofSeverity, bool ofEscalation, int place, bool holdsMore)
    {
        static const QRegularExpression defines(QStringLiteral("^\\s*[)\\]]?\\s*(?:[:–—(|-]|$|=|→|->)"));
        const QString head = line.lead.isEmpty() ? line.text : line.lead;
        const auto coded = severityAt(line.text);
        if (coded) {
            const QString after = line.text.mid(line.text.indexOf(coded->id) + coded->id.size());
            if (isAboutSomethingElse(coded->rest) || (line.lead.isEmpty() && !defines.match(after).hasMatch()))
                return;
            const QString inLead = line.lead.isEmpty() ? QString() : severityAt(line.lead).value_or(SeverityName{}).rest;
            const QString name = nameFrom(inLead.isEmpty() ? (holdsMore || ofSeverity ? firstWords(coded->rest) : QString()) : inLead);
            add(*coded, name, line.number, ofSeverity, place, ofEscalation, line.text);
        } else if (ofSeverity) {
            const auto word = severityWordAt(head);
            if (word
                && (!line.lead.isEmpty()
                        ? nameFrom(word->rest).isEmpty()
                        : defines.match(word->rest.isEmpty() ? QString() : line.text.mid(line.text.indexOf(word->id) + word->id.size()))
                              .hasMatch()))
                add(*word, {}, line.number, true, place, ofEscalation);
        }
    }

    // "SEV-1 is an outage. SEV-2 is a slow page.": severities defined in running text.
    void sentences(const Line &line, int place, bool ofEscalation)
    {
        static const QRegularExpression form(
            QStringLiteral("(?:^|[.;]\\s+)((?:SEV(?:ERITY)?[\\s-]?|P|S)\\d)\\s+(?:is|are|means|covers|stands for|applies to)\\s"),
            QRegularExpression::CaseInsensitiveOption);
        auto matches = form.globalMatch(line.text.left(4000));
        while (matches.hasNext()) {
            if (const auto coded = severityAt(matches.next().captured(1)))
                add(*coded, {}, line.number, true, place, ofEscalation);
        }
    }

    // "Critical - all users affected": the name ends where the explanation begins.
    static QString firstWords(const QString &rest)
    {
        const QString name = nameFrom(rest);
        return severityWordAt(name) && name.count(u' ') < 2 ? name : QString();
    }

    // "Critical - service down": the word alone; a cell of one word is a name where its column does not define.
    static QString wordBefore(const QString &text, bool orAlone)
    {
        static const QRegularExpression form(QStringLiteral("^[^\\p{L}]*(\\p{L}+)\\s*(?:$|[:–—(]|-\\s)"),
                                             QRegularExpression::UseUnicodePropertiesOption);
        const QString word = form.match(text).captured(1);
        return severityWordAt(word) && (orAlone || word.size() < text.trimmed().size()) ? word : QString();
    }

    void table(const Block &table, bool ofSeverity, bool ofEscalation, int place)
    {
        if (table.rows.size() < 2)
            return;
        const std::vector<Cell> &head = table.rows.front();
        bool headSpeaks = false;
        int nameColumn = -1;
        for (size_t column = 0; column < head.size(); ++column) {
            headSpeaks |= column == 0 && (speaksOfSeverity(head[column].text) || topicOfLabel(head[column].text) == Topic::Name);
            if (column > 0 && nameColumn < 0 && column < 3 && topicOfLabel(head[column].text) == Topic::Name)
                nameColumn = static_cast<int>(column);
        }
        const bool strong = (headSpeaks || ofSeverity) && !ofEscalation;
        for (size_t row = 1; row < table.rows.size(); ++row) {
            const std::vector<Cell> &cells = table.rows[row];
            if (!m_document.goOn(cells.front().line))
                return;
            const Cell &first = cells.front();
            const std::vector<SeverityName> all = severitiesAt(first.text);
            for (const SeverityName &coded : all) {
                if (isAboutSomethingElse(coded.rest))
                    continue;
                QString name = nameFrom(coded.rest);
                if (name.isEmpty() && nameColumn > 0 && nameColumn < static_cast<int>(cells.size()))
                    name = nameFrom(cells[static_cast<size_t>(nameColumn)].text);
                if (name.isEmpty() && cells.size() > 1)
                    name = wordBefore(cells[1].text, head.size() > 1 && topicOfLabel(head[1].text) == Topic::None);
                QStringList words;
                for (const Cell &cell : cells)
                    words << cell.text;
                add(coded, name, first.line, strong, place, ofEscalation, words.join(u' '));
            }
            if (all.empty() && strong) {
                if (const auto word = severityWordAt(first.text); word && standsAlone(first.text, *word))
                    add(*word, {}, first.line, true, place, ofEscalation);
            }
        }
        for (size_t column = 1; column < head.size(); ++column) {
            if (const auto coded = severityAt(head[column].text))
                add(*coded, nameFrom(coded->rest), head[column].line, strong || ofSeverity, place, ofEscalation);
            else if (const auto word = severityWordAt(head[column].text); word && ofSeverity && nameFrom(word->rest).isEmpty())
                add(*word, {}, head[column].line, true, place, ofEscalation);
        }
    }

    void add(const SeverityName &name, const QString &called, int line, bool strong, int place, bool ofEscalation,
             const QString &about = {})
    {
        const bool level = name.scheme == QLatin1String("level") || name.scheme == QLatin1String("tier");
        if (ofEscalation && (level || name.scheme == QLatin1String("word")))
            return;
        if (name.scheme == QLatin1String("word") || level ? strong : true)
            m_found.push_back({name, called, about, line, strong && m_scenarios == 0, place});
    }

    const Document &m_document;
    std::vector<Candidate> m_found;
    int m_place = 0;
    int m_scenarios = 0; // how many of the open sections hold scenarios, whose titles may begin with their severity
};

// The scheme that the document defines: the one with most severities in one strong place; codes go before words.
QString mainScheme(const std::vector<Candidate> &all)
{
    QHash<QString, QHash<int, QStringList>> places;
    for (const Candidate &candidate : all) {
        QStringList &ids = places[candidate.name.scheme][candidate.place];
        if (!ids.contains(candidate.name.id))
            ids << candidate.name.id;
    }
    QString best;
    double bestScore = 0;
    for (auto scheme = places.cbegin(); scheme != places.cend(); ++scheme) {
        double score = 0;
        for (const QStringList &ids : *scheme)
            score = qMax(score, static_cast<double>(ids.size()));
        if (score < 2 && openSchemes().contains(scheme.key()))
            continue;
        for (const Candidate &candidate : all)
            score += candidate.name.scheme == scheme.key() && candidate.strong ? 0.2 : 0;
        if (scheme.key() == QLatin1String("word"))
            score *= 0.5;
        if (score > bestScore || (score == bestScore && scheme.key() < best)) {
            best = scheme.key();
            bestScore = score;
        }
    }
    return bestScore > 1 ? best : QString();
}

// Whether the places that speak of severities name as many as any list or table does; else each place may define some.
bool definesAll(const std::vector<Candidate> &all, const QString &scheme)
{
    QHash<int, QSet<int>> places;
    QSet<int> strong;
    for (const Candidate &candidate : all) {
        if (candidate.name.scheme != scheme)
            continue;
        places[candidate.place].insert(candidate.name.number);
        if (candidate.strong)
            strong.insert(candidate.name.number);
    }
    return !strong.isEmpty()
        && std::all_of(places.cbegin(), places.cend(), [&strong](const QSet<int> &place) { return place.size() <= strong.size(); });
}

// Of levels that have no words of severity for names: how grave is what they are defined by?
int gravity(const QString &words)
{
    constexpr auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression grave(
        QStringLiteral("\\b(?:outage|breach|complete|critical|total|severe|major|emergency|crisis|widespread|loss|down|confirmed|"
                       "ransomware|all users|executive|legal|immediate)"),
        options);
    static const QRegularExpression mild(
        QStringLiteral("\\b(?:minor|low|cosmetic|suspicious|suspected|minimal|informational|routine|single|isolated|limited|no "
                       "(?:impact|confirmed|user|customer|data)|question|typo|degrad)"),
        options);
    return static_cast<int>(words.count(grave) - 2 * words.count(mild));
}

// Where 1 is the least: the names say so ("Level 4 - Critical"), or else what the levels stand for.
bool worstLast(const std::vector<DefinedSeverity> &defined)
{
    std::vector<SeverityName> names;
    QStringList called;
    int worded = 0;
    for (const DefinedSeverity &severity : defined) {
        names.push_back(severity.name);
        called << severity.called;
        worded += severityWordAt(severity.called).has_value();
    }
    if (worded > 1 || defined.size() < 2 || !openSchemes().contains(defined.front().name.scheme))
        return countsUpwards(names, called);
    return gravity(defined.back().about) > gravity(defined.front().about) + 1;
}

} // namespace

std::vector<DefinedSeverity> definedSeverities(const Document &document)
{
    std::vector<Candidate> all = Finder(document).find();
    QString scheme = mainScheme(all);
    if (scheme.isEmpty()) {
        for (const DefinedSeverity &severity : promisedSeverities(document))
            all.push_back({severity.name, {}, {}, severity.line, false, -1});
        scheme = mainScheme(all);
    }
    std::vector<DefinedSeverity> defined;
    const bool anyStrong = definesAll(all, scheme);
    for (const bool strong : {true, false}) {
        for (const Candidate &candidate : all) {
            const auto same = std::find_if(defined.begin(), defined.end(), [&candidate](const DefinedSeverity &one) {
                return one.name.scheme == QLatin1String("word") ? one.name.id.compare(candidate.name.id, Qt::CaseInsensitive) == 0
                                                                : one.name.number == candidate.name.number;
            });
            if (candidate.name.scheme != scheme || candidate.strong != strong || (!strong && anyStrong && same == defined.end()))
                continue;
            const QString called = !strong && anyStrong && !severityWordAt(candidate.called) ? QString() : candidate.called;
            if (same == defined.end()) {
                defined.push_back({candidate.name, called, candidate.about, candidate.line});
            } else if (same->called.isEmpty()) {
                same->called = called;
            }
        }
    }
    const auto moreSevere = [](const DefinedSeverity &a, const DefinedSeverity &b) { return a.name.number < b.name.number; };
    std::stable_sort(defined.begin(), defined.end(), moreSevere);
    if (worstLast(defined))
        std::reverse(defined.begin(), defined.end());
    return defined;
}

} // namespace qd::plan::written
