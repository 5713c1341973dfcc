#include "models/plan/written/statements.h"

#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

struct Context
{
    QStringList under;
    QStringList severities;
    bool inDefinition = false;
    Part part = Part::None;
};

class Walker
{
public:
    Walker(const Document &document, const std::vector<DefinedSeverity> &severities) : m_document(document)
    {
        for (const DefinedSeverity &severity : severities)
            m_known.push_back(severity.name);
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
            return {};
        const bool isWord = m_known.front().scheme == QLatin1String("word");
        const auto begins = isWord ? severityWordAt(title) : severityAt(title);
        return begins && all.contains(begins->id, Qt::CaseInsensitive) ? all : QStringList();
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
            for (const Line &line : block.lines)
                addLine(line, context);
        }
        for (const Item &item : block.items)
            this->item(item, context);
        if (block.kind == BlockKind::Table)
            table(block, context);
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
        for (size_t row = 1; row < table.rows.size(); ++row) {
            const std::vector<Cell> &cells = table.rows[row];
            if (!m_document.goOn(cells.front().line))
                return;
            Context here = context;
            const size_t at = severityColumn(cells);
            if (!columns && at < cells.size()) {
                here.severities = severitiesIn(cells[at].text, m_known);
                here.inDefinition = at == 0;
            }
            for (size_t i = 0; i < cells.size(); ++i) {
                Context there = here;
                if (columns && i < ofColumn.size() && !ofColumn[i].isEmpty()) {
                    there.severities = ofColumn[i];
                    there.inDefinition = true;
                }
                const QString title = i < head.size() ? head[i].text : QString();
                if (i != at && (i > 0 || !columns))
                    add(cells[i].line, columns ? cells.front().text : title, cells[i].text, there, false);
            }
        }
    }

    // The cell of a row that says for which severities it holds; none: the number of cells.
    [[nodiscard]] size_t severityColumn(const std::vector<Cell> &cells) const
    {
        for (size_t i = 0; i < cells.size(); ++i) {
            if (!severitiesIn(cells[i].text, m_known).isEmpty() && cells[i].text.size() < 48
                && (i == 0 || !subjectOf(cells[i].text).isEmpty()))
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

    // "Every 30 minutes for P0, hourly for P1" is two statements; so are two sentences, each of its severities.
    [[nodiscard]] QStringList partsOf(const QString &text) const
    {
        static const QRegularExpression sentences(QStringLiteral("\\s*(?:;|\\.\\s)\\s*"));
        static const QRegularExpression ends(QStringLiteral("\\s*(?:[;,]|\\.\\s|\\sand\\s)\\s*"));
        const QStringList whole = text.split(sentences, Qt::SkipEmptyParts);
        if (each(whole, [](const QString &) { return true; }))
            return whole;
        const QStringList parts = text.split(ends, Qt::SkipEmptyParts);
        return each(parts, [](const QString &part) { return !timesIn(part).empty(); }) ? parts : QStringList(text);
    }

    template<class Test>
    [[nodiscard]] bool each(const QStringList &parts, const Test &test) const
    {
        return parts.size() > 1 && parts.size() < 8 && std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
                   return !severitiesIn(part, m_known).isEmpty() && test(part);
               });
    }

    void add(int line, const QString &label, const QString &text, const Context &context, bool fromTitle)
    {
        const QStringList parts = partsOf(text);
        if (parts.size() > 1) {
            for (const QString &part : parts)
                add(line, label, part, context, fromTitle);
            return;
        }
        Statement statement{
            line,      label,       text, context.under, severitiesIn(label + QStringLiteral(" | ") + text, m_known), context.inDefinition,
            fromTitle, context.part};
        if (statement.severities.isEmpty() || (context.inDefinition && !fromTitle && subjectOf(label).isEmpty()))
            statement.severities = context.severities.isEmpty() ? statement.severities : context.severities;
        m_found.push_back(std::move(statement));
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
