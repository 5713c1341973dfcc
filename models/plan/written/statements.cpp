#include "models/plan/written/statements.h"

#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

struct Context
{
    QStringList under;
    QStringList severities;
    QStringList mentioned; // by a title that does not begin with them ("Required for SEV1/SEV2")
    bool inDefinition = false;
    bool isCell = false;
    bool isStep = false;
    Part part = Part::None;
};

class Walker
{
public:
    Walker(const Document &document, const std::vector<DefinedSeverity> &severities) : m_document(document)
    {
        for (const DefinedSeverity &severity : severities) {
            m_known.push_back(severity.name);
            if (severityWordAt(severity.called) && !severity.called.contains(u' '))
                m_known.back().word = severity.called;
        }
    }

    std::vector<Statement> walk()
    {
        section(m_document.root, {});
        return std::move(m_found);
    }

private:
    // What a title or an item is about, when it begins with a severity or stands for several ("P2/P3 Escalation").
    [[nodiscard]] QStringList subjectOf(const QString &title) const
    {
        const QStringList all = severitiesIn(title, m_known);
        if (all.isEmpty())
            return severitiesNamedIn(title, m_known);
        if (m_known.front().scheme == QLatin1String("word")) {
            const auto begins = severityWordAt(title);
            return begins && all.contains(begins->id, Qt::CaseInsensitive) ? all : QStringList();
        }
        const auto begins = severityAt(title);
        const bool known = begins && std::any_of(m_known.begin(), m_known.end(), [&begins](const SeverityName &one) {
                               return one.number == begins->number && !severitiesIn(begins->id, {one}).isEmpty();
                           });
        return known ? all : QStringList();
    }

    void section(const Section &section, Context context)
    {
        const Part part = partOf(section);
        if (part == Part::Contents)
            return;
        if (!section.title.isEmpty() && !section.isTitle) {
            const QStringList subject = subjectOf(section.title);
            if (!subject.isEmpty()) {
                context.severities = subject;
                context.inDefinition = true;
            } else if (const QStringList named = severitiesIn(section.title, m_known); !named.isEmpty()) {
                context.mentioned = named;
            }
            add(section.line, {}, section.title, context, true);
            context.under.prepend(section.title);
        }
        if (part != Part::None)
            context.part = part;
        for (const Block &block : section.blocks)
            this->block(block, context);
        for (const Section &child : section.sections)
            this->section(child, context);
    }

    void block(const Block &block, const Context &context)
    {
        if (!m_document.goOn(block.line))
            return;
        if (block.kind == BlockKind::Paragraph) {
            for (const Line &line : unwrapped(block.lines))
                addLine(line, context);
        }
        for (const Item &item : block.items)
            this->item(item, context);
        if (block.kind == BlockKind::Table)
            table(block, context);
        if (block.kind == BlockKind::Code && context.part != Part::Templates && context.part != Part::Scenarios)
            codeBlock(block, context);
    }

    // A long line that goes on with a small letter is one sentence with the next.
    static std::vector<Line> unwrapped(const std::vector<Line> &lines)
    {
        std::vector<Line> whole;
        for (const Line &line : lines) {
            const bool goesOn = !whole.empty() && line.lead.isEmpty() && line.text.at(0).isLower() && whole.back().text.size() > 40;
            if (goesOn)
                whole.back().text += u' ' + line.text;
            else
                whole.push_back(line);
        }
        return whole;
    }

    void codeBlock(const Block &block, const Context &context)
    {
        const bool ofSeverity = !context.under.isEmpty() && speaksOfSeverity(context.under.front());
        const Block listed = context.part == Part::Escalation || m_known.empty() ? Block() : severitiesInFence(block, ofSeverity);
        if (listed.items.empty())
            fence(block, context);
        for (const Item &item : listed.items)
            this->item(item, context);
    }

    // "Response Time: < 5 minutes" in a fence right below a severity; "P0: every 15 minutes" in one below "Update Frequency".
    void fence(const Block &block, const Context &context)
    {
        static const QRegularExpression pair(QStringLiteral("^\\s*([^:]{2,40}):\\s+(\\S.{0,80})$"));
        const bool ofUpdates = !context.under.isEmpty() && topicOfLabel(context.under.front()) == Topic::Update;
        int number = block.line;
        for (const QString &text : block.text.split(u'\n')) {
            ++number;
            const QRegularExpressionMatch match = pair.match(text);
            if (!match.hasMatch() || number > block.line + 60)
                continue;
            const Topic topic = topicOfLabel(match.captured(1));
            const bool target = topic == Topic::Respond || topic == Topic::Acknowledge || topic == Topic::Resolve || topic == Topic::Update;
            if ((target && context.inDefinition) || (ofUpdates && !subjectOf(match.captured(1)).isEmpty()))
                addLine({number, text.simplified(), {}}, context);
        }
    }

    void item(const Item &item, Context context)
    {
        if (!m_document.goOn(item.line.number))
            return;
        const QStringList subject = subjectOf(item.line.text);
        if (!subject.isEmpty()) {
            context.severities = subject;
            context.inDefinition = context.inDefinition || !item.blocks.empty();
        }
        context.isStep = subject.isEmpty() && (item.ordered || context.isStep);
        addLine(item.line, context);
        const QString label = item.line.lead.isEmpty() ? item.line.text.section(u':', 0, 0) : item.line.lead;
        context.under.prepend(label);
        for (const Block &inner : item.blocks)
            block(inner, context);
    }

    void table(const Block &table, const Context &context)
    {
        if (table.rows.size() < 2)
            return;
        const std::vector<Cell> &head = table.rows.front();
        std::vector<QStringList> ofColumn(head.size());
        int named = 0;
        for (size_t i = 1; i < head.size(); ++i) {
            ofColumn[i] = severitiesIn(head[i].text, m_known);
            named += !ofColumn[i].isEmpty();
        }
        const bool columns = named > 1;
        const bool pairs = !columns && head.size() == 2 && topicOfLabel(head[1].text) != Topic::Update; // of a key and a value
        for (size_t row = 1; row < table.rows.size(); ++row) {
            const std::vector<Cell> &cells = table.rows[row];
            if (!m_document.goOn(cells.front().line))
                return;
            Context here = context;
            const size_t at = severityColumn(cells);
            if (!columns && at < cells.size()) {
                here.severities = severitiesNamedIn(cells[at].text, m_known);
                here.inDefinition = at == 0;
            }
            const bool keyed = pairs && at >= cells.size() && cells.size() == 2 && !context.severities.isEmpty();
            for (size_t i = 0; i < cells.size(); ++i) {
                Context there = here;
                there.isCell = !columns && !keyed;
                if (i > 0 && context.part == Part::Metrics)
                    there.under.prepend(cells.front().text); // what is measured
                if (columns && i < ofColumn.size() && !ofColumn[i].isEmpty()) {
                    there.severities = ofColumn[i];
                    there.inDefinition = true;
                }
                const QString title = i < head.size() ? head[i].text : QString();
                if (i != at && (i > 0 || !(columns || keyed)))
                    add(cells[i].line, columns || keyed ? cells.front().text : title, cells[i].text, there, false);
            }
        }
    }

    // The cell of a row that says for which severities it holds; none: the number of cells.
    [[nodiscard]] size_t severityColumn(const std::vector<Cell> &cells) const
    {
        for (size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].text.size() < 48 && (i == 0 || timesIn(cells[i].text).empty())
                && !(i == 0 ? severitiesNamedIn(cells[i].text, m_known) : subjectOf(cells[i].text)).isEmpty())
                return i;
        }
        return cells.size();
    }

    void addLine(const Line &line, const Context &context)
    {
        static const QRegularExpression label(QStringLiteral("^([^:.!?]{2,48}):\\s+(.+)$"));
        QString said;
        QString text = line.text;
        if (!line.lead.isEmpty() && line.lead.size() < line.text.size()) {
            said = line.lead;
            text = line.text.mid(line.text.indexOf(line.lead) + line.lead.size());
        } else if (const auto match = label.match(line.text); match.hasMatch()) {
            said = match.captured(1);
            text = match.captured(2);
        }
        static const QRegularExpression separator(QStringLiteral("^[\\s:–—-]+"));
        add(line.number, said, text.remove(separator), context, false);
    }

    // "Every 30 minutes for P0, hourly for P1" is two statements, and so are two sentences, each of its severities. What names no severity
    // belongs to what stands before it.
    [[nodiscard]] QStringList partsOf(const QString &text) const
    {
        static const QRegularExpression sentences(QStringLiteral("(;|\\.\\s)\\s*"));
        static const QRegularExpression clauses(
            QStringLiteral("\\s*(,|;|\\.\\s|\\s(?:and|or|und|oder|en|of|et|ou|y|o|e)\\s|\\s[|•·]\\s)\\s*"));
        if (severitiesIn(text, m_known).size() < 2)
            return {text};
        QStringList parts;
        for (const QString &sentence : joined(text, sentences, false)) {
            const QStringList told = joined(sentence, clauses, true);
            const bool each =
                told.size() > 1 && std::all_of(told.begin(), told.end(), [this](const QString &one) { return isTold(one, true); });
            parts << (each ? told : QStringList(sentence));
        }
        return parts;
    }

    [[nodiscard]] bool isTold(const QString &part, bool withTime) const
    {
        return !severitiesIn(part, m_known).isEmpty() && (!withTime || !timesIn(part).empty());
    }

    // The pieces between `ends`, put together again until each is told of severities (and, where asked, with a time).
    [[nodiscard]] QStringList joined(const QString &text, const QRegularExpression &ends, bool withTime) const
    {
        QStringList parts;
        QString part;
        qsizetype from = 0;
        const auto take = [&](qsizetype until) {
            const QString piece = text.mid(from, until - from);
            const bool starts = isTold(part, withTime) && !severitiesIn(piece, m_known).isEmpty()
                && (!withTime || !timesIn(piece).empty() || beginsWithSeverity(part));
            if (starts) {
                parts << part;
                part.clear();
            }
            part += piece;
            from = until;
        };
        auto matches = ends.globalMatch(text.left(4000));
        while (matches.hasNext())
            take(matches.next().capturedEnd());
        take(text.size());
        parts << part;
        return parts;
    }

    // "P0: every 15 min", not "every 15 min for P0".
    [[nodiscard]] bool beginsWithSeverity(const QString &part) const
    {
        const std::vector<TimeRead> times = timesIn(part);
        return times.empty() || !severitiesIn(part.left(times.front().start), m_known).isEmpty();
    }

    void add(int line, const QString &label, const QString &text, const Context &context, bool fromTitle, const QString &whole = {})
    {
        QStringList parts = partsOf(text);
        if (parts.size() == 1 && whole.isEmpty() && topicOfClause(text) == Topic::Postmortem)
            parts = text.split(QRegularExpression(QStringLiteral("(?<=[;.])\\s+")),
                               Qt::SkipEmptyParts); // what is said besides is no post-mortem
        if (parts.size() > 1) {
            for (const QString &part : parts)
                add(line, label, part, context, fromTitle, whole.isEmpty() ? text : whole);
            return;
        }
        Statement statement;
        statement.line = line;
        statement.label = label;
        statement.text = text;
        statement.whole = whole;
        statement.under = context.under;
        statement.severities = severitiesIn(label + QStringLiteral(" | ") + text, m_known);
        if (statement.severities.isEmpty())
            statement.severities = severitiesNamedIn(label.isEmpty() ? text : label, m_known);
        statement.inDefinition = context.inDefinition;
        statement.fromTitle = fromTitle;
        statement.isStep = context.isStep;
        statement.isCell = context.isCell;
        statement.part = context.part;
        if (statement.severities.isEmpty() && context.severities.isEmpty())
            statement.severities = told(statement, context.mentioned);
        if (statement.severities.isEmpty() || (context.inDefinition && !fromTitle && subjectOf(label).isEmpty()))
            statement.severities = context.severities.isEmpty() ? statement.severities : context.severities;
        m_found.push_back(std::move(statement));
    }

    // A title that mentions severities speaks for what is said of post-mortems and updates below it.
    static QStringList told(const Statement &statement, const QStringList &mentioned)
    {
        const Topic labelled = topicOfLabel(statement.label);
        const Topic topic = labelled == Topic::None ? topicOfClause(statement.text) : labelled;
        return topic == Topic::Postmortem || topic == Topic::Update ? mentioned : QStringList();
    }

    const Document &m_document;
    std::vector<SeverityName> m_known;
    std::vector<Statement> m_found;
};

} // namespace

std::vector<Statement> statements(const Document &document, const std::vector<DefinedSeverity> &severities)
{
    return Walker(document, severities).walk();
}

} // namespace qd::plan::written
