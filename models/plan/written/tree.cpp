#include "models/plan/written/tree.h"

#include "models/plan/written/watch.h"

#include <cmark-gfm-core-extensions.h>

#include <mutex>

namespace qd::plan::written {
namespace {

constexpr int deepest = 120; // of blocks in blocks; a list and its item are two

bool isBlock(cmark_node *node)
{
    return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

} // namespace

Tree parseMarkdown(const QByteArray &text, Watch &watch)
{
    static std::mutex oneAtATime; // while it parses, the library keeps what its extensions look for in variables of its own
    const std::lock_guard lock(oneAtATime);
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(CMARK_OPT_UNSAFE), cmark_parser_free);
    for (const char *name : {"table", "strikethrough", "tasklist"})
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    constexpr qsizetype piece = 1 << 18;
    watch.pass(0.05);
    for (qsizetype at = 0; at < text.size(); at += piece) {
        if (!watch.reached(static_cast<double>(at) / static_cast<double>(text.size())))
            return {nullptr, cmark_node_free};
        cmark_parser_feed(parser.get(), text.constData() + at, static_cast<size_t>(qMin(piece, text.size() - at)));
    }
    return {cmark_parser_finish(parser.get()), cmark_node_free};
}

int tooDeep(cmark_node *tree)
{
    int depth = 0;
    for (cmark_node *node = tree; node;) {
        if (depth > deepest)
            return cmark_node_get_start_line(node);
        cmark_node *child = cmark_node_first_child(node);
        if (child && isBlock(child)) {
            ++depth;
            node = child;
            continue;
        }
        for (; node && !cmark_node_next(node); --depth)
            node = cmark_node_parent(node);
        node = node ? cmark_node_next(node) : nullptr;
    }
    return 0;
}

} // namespace qd::plan::written
