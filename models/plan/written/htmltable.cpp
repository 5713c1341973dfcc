#include "models/plan/written/htmltable.h"

#include <libxml/HTMLparser.h>

#include <memory>

namespace qd::plan::written {
namespace {

using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

Tree parse(const QByteArray &html)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    return {htmlReadMemory(html.constData(), static_cast<int>(html.size()), nullptr, "UTF-8", options), xmlFreeDoc};
}

bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && qstricmp(reinterpret_cast<const char *>(node->name), name) == 0;
}

QString words(xmlNode *node)
{
    const std::unique_ptr<xmlChar, decltype(xmlFree)> content(xmlNodeGetContent(node), xmlFree);
    return QString::fromUtf8(reinterpret_cast<const char *>(content.get())).simplified();
}

template<class Visit>
void walk(xmlNode *node, int depth, const Visit &visit)
{
    for (; node && depth < 200; node = node->next) {
        if (!visit(node))
            walk(node->children, depth + 1, visit);
    }
}

Block readTable(xmlNode *table, int first)
{
    Block block;
    block.kind = BlockKind::Table;
    block.line = first + static_cast<int>(xmlGetLineNo(table)) - 1;
    walk(table->children, 0, [&block, first](xmlNode *node) {
        if (!is(node, "tr"))
            return false;
        std::vector<Cell> row;
        walk(node->children, 0, [&row, first](xmlNode *cell) {
            if (!is(cell, "td") && !is(cell, "th"))
                return false;
            row.push_back({first + static_cast<int>(xmlGetLineNo(cell)) - 1, words(cell)});
            return true;
        });
        if (!row.empty())
            block.rows.push_back(std::move(row));
        return true;
    });
    return block;
}

} // namespace

std::vector<Block> readHtmlTables(const QByteArray &html, int first)
{
    std::vector<Block> tables;
    if (const Tree tree = parse(html)) {
        walk(xmlDocGetRootElement(tree.get()), 0, [&tables, first](xmlNode *node) {
            if (!is(node, "table"))
                return false;
            tables.push_back(readTable(node, first));
            return true;
        });
    }
    return tables;
}

QString htmlWords(const QByteArray &html)
{
    const Tree tree = parse(html);
    return tree && xmlDocGetRootElement(tree.get()) ? words(xmlDocGetRootElement(tree.get())) : QString();
}

} // namespace qd::plan::written
