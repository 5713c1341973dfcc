// Messages and documents to fill in: fences, quotes, tables and lists under a name. Their contents are no facts.
#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

bool namesMessage(const QString &title)
{
    static const Regex form(
        QString::fromUtf8("template|message|notification|announce|declar|update|alert|e-?mail|sjabloon|vorlage|plantilla|modèle|modelo|"
                          "statement|report|communicat|(?:page|post|slack|ticket|channel|incident) format"),
        words);
    return form.match(title).hasMatch();
}

bool looksFilledIn(const QString &text)
{
    static const Regex gap(QStringLiteral("\\[[^\\]\\n]{2,60}\\]|\\{[^}\\n]{1,40}\\}|<[a-z][^>\\n]{1,40}>|_{3,}|\\bXX+\\b|YYYY|HH:MM"),
                           words);
    static const Regex code(
        QStringLiteral("^\\s*(?:#!|\\$ |curl |kubectl |docker |git |sudo |npm |SELECT |aws |import |def |- run:|run: |[A-Z_]+=)"),
        QRegularExpression::MultilineOption);
    return gap.match(text).hasMatch() && !code.match(text).hasMatch();
}

// A document in Markdown: "# Post-mortem: [title]" with more below.
QString documentTitle(const QString &body)
{
    static const Regex heading(QStringLiteral("\\A#{1,3} ([^\\n:{\\[<]+?)\\s*(?:[-–—]\\s*)?(?=[\\n:{\\[<]|\\z)"));
    static const Regex more(QStringLiteral("^(?:#{1,4} |[-*] |\\*\\*)"), QRegularExpression::MultilineOption);
    const QString title = heading.match(body).captured(1);
    return more.match(body.section(u'\n', 1)).hasMatch() ? title.simplified() : QString();
}

// What people run or machines read; a template may still be written so.
bool isForMachines(const Block &block)
{
    static const Regex form(
        QStringLiteral("^(?:bash|sh|shell|zsh|console|powershell|ya?ml|json|toml|ini|python|py|sql|promql|go|js|ts|javascript|"
                       "typescript|mermaid|hcl|dockerfile|java|ruby|php|rust|c|cpp|c#|csharp|nginx|xml|html)\\b"));
    return block.kind == BlockKind::Code && form.match(block.language).hasMatch();
}

// "- **Impact**: …" twice or more: a message that is filled in by example.
bool hasFields(const QString &body)
{
    static const Regex field(QStringLiteral("^\\s*(?:[-*]\\s*)?\\*\\*[^*\\n]{2,40}(?:\\*\\*:|:\\*\\*)"),
                             QRegularExpression::MultilineOption);
    auto matches = field.globalMatch(body);
    int count = 0;
    for (; matches.hasNext() && count < 2; ++count)
        matches.next();
    return count > 1;
}

// "**Incident resolved**" above the fields.
QString boldTitle(const QString &body)
{
    static const Regex form(QStringLiteral("\\A[^\\p{L}*]*\\*\\*([^*\\n:]{4,50})\\*\\*[^:\\n]*(?:\\n|\\z)"), words);
    return form.match(body).captured(1).simplified();
}

// "STATUS UPDATE:", "INCIDENT: [what]": how messages begin.
QString openingWords(const QString &body)
{
    static const Regex form(
        QStringLiteral("\\A[^\\p{L}@]{0,6}(?:@\\p{L}+\\s+)?((?:(?:status|incident|outage|service)\\s+)?(?:incident|update|alert|resolved|"
                       "notification|declared|resolution)(?:\\s+\\p{L}+)?)\\s*[:\\]\\-–—]"),
        words);
    return form.match(body).captured(1);
}

// Commands begin with a comment, a prompt or a program; Markdown begins with a heading.
bool isCommand(const QString &body)
{
    static const Regex command(QStringLiteral("^\\s*(?:#!|\\$ |#\\s|/\\w+ |curl |kubectl |docker |git |sudo |npm |aws )"));
    return command.match(body).hasMatch() && !looksFilledIn(body) && documentTitle(body).isEmpty();
}

QString quoteText(const Block &block)
{
    QStringList lines;
    for (const Line &line : block.lines)
        lines << line.text;
    return lines.join(u'\n');
}

QString bodyOf(const Block &block)
{
    return block.kind == BlockKind::Code ? block.text.trimmed() : block.kind == BlockKind::Quote ? quoteText(block) : QString();
}

// What a message with no name of its own announces.
QString announced(const QString &body)
{
    static const std::pair<const char *, Regex> kinds[] = {
        {"Resolved", Regex(QStringLiteral("\\bresolved\\b|\\bclosed\\b|all clear"), words)},
        {"Declaration", Regex(QStringLiteral("\\bdeclar"), words)},
        {"Update", Regex(QStringLiteral("\\bupdate\\b"), words)},
    };
    for (const auto &[name, form] : kinds) {
        if (form.match(body).hasMatch())
            return QString::fromLatin1(name);
    }
    return {};
}

// "Post this message in the channel:" before a fence.
bool introducesMessage(const Block &block)
{
    static const Regex form(QStringLiteral("(?:message|announce|notif|e-?mail|post|declar).*(?:follow|format|as |this|below|like)\\b.*:$|"
                                           "(?:following|this) (?:message|format|text|words|update)\\b.*:$"),
                            words);
    static const Regex step(QStringLiteral("^(?:post|send|announce|publish|share|update)\\s.*:$"), words);
    if (block.kind == BlockKind::List)
        return !block.items.empty() && block.items.back().blocks.empty() && step.match(block.items.back().line.text).hasMatch();
    return block.kind == BlockKind::Paragraph && !block.lines.empty() && form.match(block.lines.back().text).hasMatch();
}

bool isInstruction(const QString &label)
{
    static const Regex form(
        QStringLiteral("^(?:post|send|say|announce|use|write|publish|share|notify|create|update)\\s(?!.*template|page|notification)"),
        words);
    return label.count(u' ') > 1 && form.match(label).hasMatch();
}

QString itemText(const Block &list, int depth)
{
    QString text;
    for (const Item &item : list.items) {
        text += QString(depth * 2, u' ') + QStringLiteral("- ") + item.line.text + u'\n';
        for (const Block &inner : item.blocks)
            text += itemText(inner, depth + 1);
    }
    return text;
}

QString documentText(const Section &section)
{
    QString text;
    for (const Block &block : section.blocks) {
        text += bodyOf(block) + itemText(block, 0);
        if (block.kind == BlockKind::Paragraph)
            text += quoteText(block) + u'\n';
    }
    for (const Section &child : section.sections)
        text += QStringLiteral("## ") + child.title + u'\n' + documentText(child);
    return text;
}

class TemplateReader
{
public:
    explicit TemplateReader(Plan &plan) : m_plan(plan) { }

    // `name` is that of the nearest title above that names something.
    void section(const Section &section, const QString &above, bool inTemplates)
    {
        const Part part = partOf(section);
        if (part == Part::Contents || part == Part::Scenarios)
            return;
        if (part == Part::PostmortemTemplate || (part == Part::Templates && isDocument(section))) {
            document(section);
            return;
        }
        const bool here = inTemplates || part == Part::Templates;
        const bool names =
            section.titleKind != TitleKind::Label || ((namesMessage(section.title) || here) && !isInstruction(section.title));
        const QString name = names ? section.title : above;
        const size_t before = m_plan.templates.size();
        const Block *previous = nullptr;
        for (const Block &block : section.blocks) {
            for (const Item &item : block.items)
                inItem(item, name, here);
            if (here)
                rows(block);
            this->block(block, previous ? introducesMessage(*previous) : isInstruction(section.title), name, here);
            previous = &block;
        }
        for (const Section &child : section.sections)
            this->section(child, name, here);
        if (inTemplates && m_plan.templates.size() == before)
            written(section);
    }

private:
    void block(const Block &block, bool introduced, const QString &name, bool here)
    {
        static const Regex example(QStringLiteral("^\\W*(?:examples?|sample output)\\W*$"), words);
        static const Regex mail(QString::fromUtf8("\\A(?:subject|assunto|asunto|betreff|objet|onderwerp)\\s*:"), words);
        const QString body = bodyOf(block);
        static const Regex says(QStringLiteral("template|message|format"), words);
        const bool machine = isForMachines(block) && !says.match(name).hasMatch() && !mail.match(body).hasMatch();
        if (body.isEmpty() || isCommand(body) || machine || example.match(name).hasMatch())
            return;
        if (here) {
            addNamed(name, body, block.line);
            return;
        }
        if (block.kind != BlockKind::Code)
            return;
        static const Regex record(QStringLiteral("post-?\\s?mortem|incident|report|review|retrospective"), words);
        const QString title = documentTitle(body);
        const bool filled = looksFilledIn(body);
        if (introduced && body.count(u'\n') < 12 && body.count(u' ') > 2)
            addNamed(nameOf(body, name), body, block.line);
        else if (namesMessage(name) && filled)
            addNamed(name, body, block.line);
        else if (filled && record.match(title).hasMatch())
            addNamed(title, body, block.line);
        else if (mail.match(body).hasMatch() && filled)
            addNamed(name, body, block.line);
        else if (filled && !openingWords(body).isEmpty())
            addNamed(openingWords(body), body, block.line);
        else if (record.match(boldTitle(body)).hasMatch() && hasFields(body))
            addNamed(namesMessage(name) ? name : boldTitle(body), body, block.line);
    }

    // Of one that has no title: what it calls itself, else what it announces, else where it stands.
    static QString nameOf(const QString &body, const QString &title)
    {
        for (const QString &own : {documentTitle(body), boldTitle(body), announced(body)}) {
            if (!own.isEmpty())
                return own;
        }
        return title;
    }

    // "**Communication Template:**" as an item of a list, with a fence below; in a list of templates "**Resolved**: "All is well again."".
    void inItem(const Item &item, const QString &above, bool here)
    {
        static const Regex quoted(QString::fromUtf8("^\\W{0,4}[\"“„«]"));
        QString name = item.line.lead.isEmpty() ? item.line.text : item.line.lead;
        if (plainTitle(name).isEmpty()) // "Template:"
            name = above;
        if (here && !item.line.lead.isEmpty() && quoted.match(item.line.text.mid(item.line.lead.size())).hasMatch())
            addNamed(item.line.lead, item.line.text.mid(item.line.lead.size()), item.line.number);
        for (const Block &block : item.blocks) {
            const bool message = block.kind == BlockKind::Code || (here && block.kind == BlockKind::Quote);
            if (message && (here || namesMessage(item.line.text)) && looksFilledIn(bodyOf(block)) && !isForMachines(block))
                addNamed(boldTitle(bodyOf(block)).isEmpty() ? name : boldTitle(bodyOf(block)), bodyOf(block), item.line.number);
            else if (message && looksFilledIn(bodyOf(block)) && !openingWords(bodyOf(block)).isEmpty() && !isForMachines(block))
                addNamed(name, bodyOf(block), item.line.number);
            else if (message && hasFields(bodyOf(block)) && !boldTitle(bodyOf(block)).isEmpty())
                addNamed(boldTitle(bodyOf(block)), bodyOf(block), item.line.number);
            if (partOfTitle(item.line.lead) == Part::PostmortemTemplate && block.kind == BlockKind::List) {
                addNamed(item.line.lead, itemText(block, 0), item.line.number);
                break;
            }
            for (const Item &inner : block.items)
                inItem(inner, above, here);
        }
    }

    // "Stage | Message".
    void rows(const Block &block)
    {
        static const Regex text(QStringLiteral("^(?:template|message|text|example|wording|body|content)\\b"), words);
        if (block.rows.size() < 2)
            return;
        const auto &head = block.rows.front();
        const auto found = std::find_if(head.begin(), head.end(), [](const Cell &cell) { return text.match(cell.text).hasMatch(); });
        const auto column = static_cast<size_t>(found - head.begin());
        for (size_t row = 1; column > 0 && row < block.rows.size(); ++row) {
            const std::vector<Cell> &cells = block.rows[row];
            if (column < cells.size() && cells[column].text.count(u' ') > 3)
                addNamed(cells.front().text, cells[column].text, cells.front().line);
        }
    }

    // In words and lists under a heading of its own.
    void written(const Section &section)
    {
        static const Regex message(QStringLiteral("^(?:subject|hi|hello|dear|we are|we have|we're)\\b"), words);
        const QString body = documentText(section);
        if (section.titleKind != TitleKind::Label && (looksFilledIn(body) || message.match(body).hasMatch()))
            addNamed(section.title, body, section.line);
    }

    // Its sections are the document's own, as in "## Post-Mortem Template" with "### Timeline" below.
    static bool isDocument(const Section &section)
    {
        static const Regex kind(QString::fromUtf8("post-?\\s?mortem|report|review|retrospective"), words);
        return kind.match(section.title).hasMatch();
    }

    void document(const Section &section)
    {
        const bool tells = !section.sections.empty() || std::any_of(section.blocks.begin(), section.blocks.end(), [](const Block &block) {
            return block.kind != BlockKind::Paragraph;
        });
        if (tells)
            addNamed(plainTitle(section.title), documentText(section), section.line);
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
    TakenIds m_taken;
};

} // namespace

void readTemplates(const Document &document, Plan &plan)
{
    TemplateReader reader(plan);
    for (const Section &section : document.root.sections)
        reader.section(section, {}, false);
}

} // namespace qd::plan::written
