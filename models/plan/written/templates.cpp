// Messages and documents to fill in: fences, quotes and tables under a name. Their contents are no facts.
#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

bool namesMessage(const QString &title)
{
    static const Regex form(QString::fromUtf8("template|message|notification|announce|declar|update|alert|e-?mail|format|sjabloon|vorlage|"
                                              "plantilla|modèle|modelo|statement|report"),
                            words);
    return form.match(title).hasMatch();
}

bool looksFilledIn(const QString &text)
{
    static const Regex gap(QStringLiteral("\\[[^\\]\\n]{2,60}\\]|\\{[^}\\n]{1,40}\\}|<[a-z][^>\\n]{1,40}>|_{3,}|\\bXX+\\b|YYYY|HH:MM"),
                           words);
    static const Regex code(QStringLiteral("^\\s*(?:#!|\\$ |curl |kubectl |docker |git |sudo |npm |SELECT |aws |import |def |[A-Z_]+=)"),
                            QRegularExpression::MultilineOption);
    return gap.match(text).hasMatch() && !code.match(text).hasMatch();
}

QString quoteText(const Block &block)
{
    QStringList lines;
    for (const Line &line : block.lines)
        lines << line.text;
    return lines.join(u'\n');
}

class TemplateReader
{
public:
    explicit TemplateReader(Plan &plan) : m_plan(plan) { }

    void section(const Section &section, bool inTemplates)
    {
        const Part part = partOf(section);
        if (part == Part::Contents || part == Part::Scenarios)
            return;
        if (part == Part::PostmortemTemplate || (part == Part::Templates && isDocument(section))) {
            addNamed(plainTitle(section.title), documentText(section), section.line);
            return;
        }
        const bool here = inTemplates || part == Part::Templates;
        if (section.titleKind != TitleKind::Label || namesMessage(section.title) || here)
            m_name = section.title;
        for (const Block &block : section.blocks) {
            for (const Item &item : block.items)
                inItem(item);
            const QString body = bodyOf(block);
            if (body.isEmpty())
                continue;
            const bool named = here || (namesMessage(m_name) && looksFilledIn(body));
            if (named && (block.kind == BlockKind::Code ? true : here) && !isCommand(body))
                addNamed(m_name, body, block.line);
        }
        for (const Section &child : section.sections)
            this->section(child, here);
    }

private:
    // "**Communication Template:**" as an item of a list, with a fence below.
    void inItem(const Item &item)
    {
        for (const Block &block : item.blocks) {
            if (block.kind == BlockKind::Code && namesMessage(item.line.text) && looksFilledIn(block.text))
                addNamed(item.line.lead.isEmpty() ? item.line.text : item.line.lead, block.text, item.line.number);
            if (partOfTitle(item.line.lead) == Part::PostmortemTemplate && block.kind == BlockKind::List) {
                addNamed(item.line.lead, itemText(block, 0), item.line.number);
                break;
            }
            for (const Item &inner : block.items)
                inItem(inner);
        }
    }

    static QString itemText(const Block &list, int depth)
    {
        QString text;
        for (const Item &item : list.items) {
            text += QString(depth * 2, u' ') + QStringLiteral("- ") + item.line.text + u'\n';
            for (const Block &inner : item.blocks)
                text += itemText(inner, depth + 1);
        }
        return text;
    }

    static QString bodyOf(const Block &block)
    {
        return block.kind == BlockKind::Code ? block.text.trimmed() : block.kind == BlockKind::Quote ? quoteText(block) : QString();
    }

    static bool isCommand(const QString &body)
    {
        static const Regex command(QStringLiteral("^\\s*(?:#!|\\$ |#\\s|curl |kubectl |docker |git |sudo |npm |aws )"));
        return command.match(body).hasMatch() && !looksFilledIn(body);
    }

    // Its sections are the document's own, as in "## Post-Mortem Template" with "### Timeline" below.
    static bool isDocument(const Section &section)
    {
        static const Regex kind(QString::fromUtf8("post-?\\s?mortem|report|review|retrospective"), words);
        return kind.match(section.title).hasMatch();
    }

    static QString documentText(const Section &section)
    {
        QString text;
        for (const Block &block : section.blocks)
            text += bodyOf(block) + itemText(block, 0);
        for (const Section &child : section.sections)
            text += QStringLiteral("## ") + child.title + u'\n' + documentText(child);
        return text;
    }

    void addNamed(const QString &title, const QString &body, int line)
    {
        Template made;
        made.name = plainTitle(title);
        made.body = body.trimmed().isEmpty() ? made.name : body.trimmed();
        made.id = uniqueId(made.name, m_taken);
        m_plan.lines.insert(QStringLiteral("templates/") + made.id, line);
        m_plan.templates.push_back(made);
    }

    Plan &m_plan;
    QString m_name; // of what comes next: the nearest title that names something
    QStringList m_taken;
};

} // namespace

void readTemplates(const Document &document, Plan &plan)
{
    TemplateReader reader(plan);
    for (const Section &section : document.root.sections)
        reader.section(section, false);
}

} // namespace qd::plan::written
