#pragma once
// Markdown as the parser's own tree.

#include <QByteArray>

#include <cmark-gfm.h>

#include <memory>

namespace qd::plan::written {

class Watch;

using Tree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

// Nothing when it was stopped. One at a time, whatever the threads.
[[nodiscard]] Tree parseMarkdown(const QByteArray &text, Watch &watch);

// The line on which blocks are nested deeper than anybody means and than a call stack may hold; 0: none is.
[[nodiscard]] int tooDeep(cmark_node *tree);

} // namespace qd::plan::written
