#include "models/plan/written/document.h"

#include "models/plan/written/bounds.h"
#include "models/plan/written/encoding.h"
#include "models/plan/written/fences.h"
#include "models/plan/written/htmltable.h"
#include "models/plan/written/labels.h"
#include "models/plan/written/textlines.h"
#include "models/plan/written/tree.h"
#include "models/plan/written/watch.h"

#include <QRegularExpression>

#include <cmark-gfm.h>

namespace qd::plan::written {
namespace {

constexpr int boldLevel = 8;
constexpr int labelLevel = 9;

QString literal(cmark_node *node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

// A paragraph that runs into a table has no line of its own to the parser: the table has it.
int lineOf(cmark_node *node)
{
    const int line = cmark_node_get_start_line(node);
    cmark_node *next = cmark_node_next(node);
    return line == 0 && next ? cmark_node_get_start_line(next) : line;
}

bool isTable(cmark_node *node)
{
    return qstrcmp(cmark_node_get_type_string(node), "table") == 0;
}

std::vector<Block> readBlock(cmark_node *node);

Item readItem(cmark_node *node, bool ordered)
{
    Item item;
    item.ordered = ordered;
    item.checkbox = qstrcmp(cmark_node_get_type_string(node), "tasklist") == 0;
    item.line.number = cmark_node_get_start_line(node);
    bool first = true;
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
        std::vector<Block> blocks = readBlock(child);
        if (first && !blocks.empty() && blocks.front().kind == BlockKind::Paragraph && !blocks.front().lines.empty()) {
            Block &paragraph = blocks.front();
            item.line = paragraph.lines.front();
            paragraph.lines.erase(paragraph.lines.begin());
            if (paragraph.lines.empty())
                blocks.erase(blocks.begin());
        }
        first = false;
        std::move(blocks.begin(), blocks.end(), std::back_inserter(item.blocks));
    }
    return item;
}

Block readList(cmark_node *node)
{
    Block block;
    block.kind = BlockKind::List;
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child))
        block.items.push_back(readItem(child, ordered));
    return block;
}

Block readTable(cmark_node *node)
{
    Block block;
    block.kind = BlockKind::Table;
    for (cmark_node *row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
        std::vector<Cell> cells;
        const int number = cmark_node_get_start_line(row);
        for (cmark_node *cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
            QStringList words;
            for (const Line &line : linesOf(cell, number))
                words << line.text;
            cells.push_back({number, words.join(u' ')});
        }
        block.rows.push_back(std::move(cells));
    }
    return block;
}

Block readQuote(cmark_node *node)
{
    Block quote;
    quote.kind = BlockKind::Quote;
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
        for (const Block &inner : readBlock(child)) {
            std::copy(inner.lines.begin(), inner.lines.end(), std::back_inserter(quote.lines));
            for (const Item &item : inner.items)
                quote.lines.push_back({item.line.number, QStringLiteral("- ") + item.line.text, {}});
        }
    }
    return quote;
}

std::vector<Block> readBlock(cmark_node *node)
{
    Block block;
    const cmark_node_type type = cmark_node_get_type(node);
    const int line = lineOf(node);
    if (type == CMARK_NODE_HTML_BLOCK)
        return readHtmlTables(cmark_node_get_literal(node), line);
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
        block.lines = linesOf(node, line);
    } else if (type == CMARK_NODE_LIST) {
        block = readList(node);
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        block.kind = BlockKind::Code;
        block.text = literal(node);
        block.language = QString::fromUtf8(cmark_node_get_fence_info(node)).trimmed().toLower();
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
        block = readQuote(node);
    } else if (isTable(node)) {
        block = readTable(node);
    } else {
        return {};
    }
    block.line = line;
    return {block};
}

// Puts blocks under their headings.
class Builder
{
public:
    explicit Builder(Document &document) { m_open.push_back(&document.root); }

    void addNode(cmark_node *node)
    {
        std::vector<Block> blocks = readBlock(node);
        if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
            addHeading(node, blocks.empty() ? Block() : std::move(blocks.front()));
            return;
        }
        for (Block &block : blocks)
            addBlock(std::move(block));
    }

private:
    // What a title says beyond its line stands below it.
    void addHeading(cmark_node *node, Block text)
    {
        const QString title = text.lines.empty() ? QString() : text.lines.front().text;
        openSection(
            {title, cmark_node_get_start_line(node), cmark_node_get_heading_level(node), TitleKind::Heading, false, Part::None, {}, {}});
        if (text.lines.size() < 2)
            return;
        text.lines.erase(text.lines.begin());
        m_open.back()->blocks.push_back(std::move(text));
    }

    void openSection(Section section)
    {
        while (m_open.back()->level >= section.level)
            m_open.pop_back();
        m_labelIsFull = false;
        section.part = partOfTitle(section.title);
        m_open.back()->sections.push_back(std::move(section));
        m_open.push_back(&m_open.back()->sections.back());
    }

    void addBlock(Block block)
    {
        if (block.kind != BlockKind::Paragraph) {
            m_labelIsFull = m_open.back()->level == labelLevel;
            m_open.back()->blocks.push_back(std::move(block));
            return;
        }
        if (m_labelIsFull)
            m_open.pop_back(); // a label is for what follows it at once
        m_labelIsFull = false;
        if (block.lines.empty())
            return;
        const Line last = block.lines.back();
        const bool label = isLabel(last);
        if (label)
            block.lines.pop_back();
        if (!block.lines.empty())
            m_open.back()->blocks.push_back(std::move(block));
        if (label)
            openLabel(last);
    }

    static bool isLabel(const Line &line)
    {
        const bool bold = !line.lead.isEmpty() && (line.text == line.lead || line.text == line.lead + u':');
        const bool plain = line.text.endsWith(u':') && line.text.count(u' ') < 5;
        static const QRegularExpression aside(QStringLiteral("^\\s*\\([^)]*\\)\\s*:?$"));
        const bool boldAndAside = !line.lead.isEmpty() && aside.match(line.text.mid(line.lead.size())).hasMatch();
        return bold || plain || boldAndAside;
    }

    void openLabel(const Line &line)
    {
        const bool colon = line.text.endsWith(u':');
        openSection({colon ? line.text.chopped(1) : line.text,
                     line.number,
                     colon ? labelLevel : boldLevel,
                     colon ? TitleKind::Label : TitleKind::BoldLine,
                     false,
                     Part::None,
                     {},
                     {}});
    }

    std::vector<Section *> m_open; // from the document down; only the last one's children grow, so the pointers hold
    bool m_labelIsFull = false;
};

// Front matter becomes empty lines, so that the numbers of the others stay.
void blankFrontMatter(QString &text)
{
    static const QRegularExpression matter(
        QStringLiteral("\\A(?:---|\\+\\+\\+)[ \\t]*\\n(?:[^\\n]*\\n){0,400}?(?:---|\\+\\+\\+|\\.\\.\\.)[ \\t]*(?:\\n|\\z)"));
    const QRegularExpressionMatch match = matter.match(text);
    if (match.hasMatch() && match.captured().contains(u':'))
        text.replace(0, match.capturedLength(), QString(match.captured().count(u'\n'), u'\n'));
}

// The first heading of the highest level is the document's title, when it is the only one or speaks of the whole.
void markTitle(Section &root)
{
    static const QRegularExpression whole(QStringLiteral("incident response|runbook|playbook|response plan|handbook|incident management"),
                                          QRegularExpression::CaseInsensitiveOption);
    Section *title = nullptr;
    for (Section &section : root.sections) {
        if (section.titleKind != TitleKind::Heading || section.level > 1)
            continue;
        if (title && !(title == &root.sections.front() && whole.match(title->title).hasMatch()))
            return;
        title = title ? title : &section;
    }
    if (!title)
        return;
    title->isTitle = true;
    title->part = Part::None;
}

} // namespace

bool Document::goOn(int line) const
{
    return !watch || watch->reached(static_cast<double>(line) / lines);
}

Result<Document> readDocument(const QByteArray &bytes, Watch &watch)
{
    if (bytes.size() > largestDocument)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("the document is larger than %1 MB; give the page that holds the plan").arg(largestDocument >> 20));
    Characters characters = readCharacters(bytes);
    blankFrontMatter(characters.text);
    widenFences(characters.text);
    Document document;
    document.watch = &watch;
    document.mended = characters.mended;
    document.lines = static_cast<int>(characters.text.count(u'\n')) + 1;
    QByteArray text = characters.text.toUtf8();
    characters.text.clear();
    if (const Result<void> within = withinBounds(text); !within)
        return tl::unexpected(within.error());
    disarm(text);
    const Tree tree = parseMarkdown(text, watch);
    if (!tree)
        return stoppedReading();
    if (const int line = tooDeep(tree.get()))
        return failure(ErrorCode::BadInput,
                       QStringLiteral("lists and quotes are nested too deeply on line %1; a plan needs a few levels").arg(line));
    watch.pass(0.1);
    Builder builder(document);
    for (cmark_node *node = cmark_node_first_child(tree.get()); node; node = cmark_node_next(node)) {
        if (!document.goOn(cmark_node_get_start_line(node)))
            return stoppedReading();
        builder.addNode(node);
    }
    markTitle(document.root);
    return document;
}

} // namespace qd::plan::written
