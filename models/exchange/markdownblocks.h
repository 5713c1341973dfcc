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
    enum class Kind { Heading, Paragraph, Code, Table, Rule, Picture };
    Kind kind = Kind::Paragraph;
    int level = 0;  // of a heading
    int indent = 0; // how many lists it stands in
    int quoted = 0;
    QString marker;  // of the first block of a list item: "•", "2.", "☐"
    QString picture; // the SHA-256 of the attachment; its caption is the spans
    Spans spans;
    std::vector<std::vector<Spans>> rows; // of a table; the first is its header
};

[[nodiscard]] std::vector<Block> readMarkdown(const QString &markdown);

struct SpanCursor // a place within spans
{
    size_t span = 0;
    qsizetype at = 0; // characters of that span
};

// The next characters, at most so many; no pair is parted.
[[nodiscard]] Spans take(const Spans &spans, const SpanCursor &from, qsizetype most);
void advance(const Spans &spans, SpanCursor &cursor, qsizetype characters);
[[nodiscard]] qsizetype lengthOf(const Spans &spans);

[[nodiscard]] QString plainText(const Spans &spans);
[[nodiscard]] QString plainText(const std::vector<Block> &blocks); // a line a block or a row of a table

} // namespace qd::exchange
