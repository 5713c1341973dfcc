// Which severities a document defines: as headings, table rows or columns, list items or bold paragraphs.
#include "models/plan/written/statements.h"

#include <QHash>
#include <QRegularExpression>

namespace qd::plan::written {
namespace {

struct Candidate
{
    SeverityName name;
    QString called;
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
        Q_UNUSED(place)
    }

    void title(const Section &section, bool ofSeverity, bool ofEscalation, int family)
    {
        if (section.titleKind == TitleKind::Label && !ofSeverity)
            return;
        const std::vector<SeverityName> all = severitiesAt(section.title);
        for (const SeverityName &coded : all) {
            if (!isAboutSomethingElse(coded.rest))
                add(coded, nameFrom(coded.rest), section.line, !ofEscalation, family, ofEscalation);
        }
        if (!all.empty())
            return;
        if (ofSeverity) {
            if (const auto word = severityWordAt(section.title); word && nameFrom(word->rest).isEmpty())
                add(*word, {}, section.line, true, family, ofEscalation);
        }
    }

    void block(const Block &block, bool ofSeverity, bool ofEscalation)
    {
        if (!m_document.goOn(block.line))
            return;
        const int place = ++m_place;
        if (block.kind == BlockKind::Table)
            table(block, ofSeverity, ofEscalation, place);
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
            }
        }
    }

    void line(const Line &line, bool ofSeverity, bool ofEscalation, int place, bool holdsMore)
    {
        static const QRegularExpression defines(QStringLiteral("^\\s*(?:[:–—(|-]|$|=|→|->)"));
        const QString head = line.lead.isEmpty() ? line.text : line.lead;
        const auto coded = severityAt(line.text);
        if (coded) {
            const QString after = line.text.mid(line.text.indexOf(coded->id) + coded->id.size());
            if (isAboutSomethingElse(coded->rest) || (line.lead.isEmpty() && !defines.match(after).hasMatch()))
                return;
            const QString inLead = line.lead.isEmpty() ? QString() : severityAt(line.lead).value_or(SeverityName{}).rest;
            const QString name = nameFrom(inLead.isEmpty() ? (holdsMore || ofSeverity ? firstWords(coded->rest) : QString()) : inLead);
            add(*coded, name, line.number, ofSeverity, place, ofEscalation);
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

    // "Critical - all users affected": the name ends where the explanation begins.
    static QString firstWords(const QString &rest)
    {
        const QString name = nameFrom(rest);
        return severityWordAt(name) && name.count(u' ') < 2 ? name : QString();
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
                add(coded, name, first.line, strong, place, ofEscalation);
            }
            if (all.empty() && strong) {
                if (const auto word = severityWordAt(first.text); word && nameFrom(word->rest).isEmpty())
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

    void add(const SeverityName &name, const QString &called, int line, bool strong, int place, bool ofEscalation)
    {
        const bool level = name.scheme == QLatin1String("level") || name.scheme == QLatin1String("tier");
        if (ofEscalation && (level || name.scheme == QLatin1String("word")))
            return;
        if (name.scheme == QLatin1String("word") || level ? strong : true)
            m_found.push_back({name, called, line, strong, place});
    }

    const Document &m_document;
    std::vector<Candidate> m_found;
    int m_place = 0;
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

} // namespace

std::vector<DefinedSeverity> definedSeverities(const Document &document)
{
    const std::vector<Candidate> all = Finder(document).find();
    const QString scheme = mainScheme(all);
    std::vector<DefinedSeverity> defined;
    const bool anyStrong =
        std::any_of(all.begin(), all.end(), [&scheme](const Candidate &one) { return one.strong && one.name.scheme == scheme; });
    for (const bool strong : {true, false}) {
        for (const Candidate &candidate : all) {
            const auto same = std::find_if(defined.begin(), defined.end(), [&candidate](const DefinedSeverity &one) {
                return one.name.scheme == QLatin1String("word") ? one.name.id.compare(candidate.name.id, Qt::CaseInsensitive) == 0
                                                                : one.name.number == candidate.name.number;
            });
            if (candidate.name.scheme != scheme || candidate.strong != strong || (!strong && anyStrong && same == defined.end()))
                continue;
            if (same == defined.end())
                defined.push_back({candidate.name, candidate.called, candidate.line});
            else if (same->called.isEmpty())
                same->called = candidate.called;
        }
    }
    const auto moreSevere = [](const DefinedSeverity &a, const DefinedSeverity &b) { return a.name.number < b.name.number; };
    std::stable_sort(defined.begin(), defined.end(), moreSevere);
    std::vector<SeverityName> names;
    QStringList called;
    for (const DefinedSeverity &severity : defined) {
        names.push_back(severity.name);
        called << severity.called;
    }
    if (countsUpwards(names, called))
        std::reverse(defined.begin(), defined.end());
    return defined;
}

} // namespace qd::plan::written
