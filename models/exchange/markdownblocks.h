#pragma once
// Markdown as blocks to be set on a page. Links are kept as text with their address only where a reader may follow it.

#include <QString>
#include <QStringList>

#include <vector>

namespace qd::exchange {

struct Span
{
    QString text;
    bool strong = false;
    bool emphasis = false;
    bool code = false;
    bool struck = false;
    QString link{};
};
using Spans = std::vector<Span>;

struct Block
{
    enum class Kind { Heading, Paragraph, Code, Table, Rule };
    Kind kind = Kind::Paragraph;
    int level = 0;  // of a heading
    int indent = 0; // how many lists it stands in
    int quoted = 0;
    QString marker; // of the first block of a list item: "•", "2.", "☐"
    Spans spans;
    std::vector<std::vector<Spans>> rows; // of a table; the first is its header
};

[[nodiscard]] std::vector<Block> readMarkdown(const QString &markdown);
[[nodiscard]] QString plainText(const Spans &spans);
[[nodiscard]] QString plainText(const std::vector<Block> &blocks); // a line a block or a row of a table

} // namespace qd::exchange
