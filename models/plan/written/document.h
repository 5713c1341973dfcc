#pragma once
// A written plan (Markdown) as sections, lists and tables, each with the line that it stands on. Lines count from 1, in the file as it is.
//
// 1. A bold line alone is a heading of its own ("**P0 - Critical**", "**Examples:**"): that is how people write them.
// 2. A table in HTML is a table. A fence or a quote is kept whole and its inside is no structure.
// 3. A line of more than `longestLine` characters is several lines of one number, each ending with a sentence or a word.
// 4. Text that was once read in the wrong encoding ("â†“") is mended; front matter is passed over.

#include "models/core/result.h"

#include <QStringList>

#include <vector>

namespace qd::plan::written {

inline constexpr qsizetype longestLine = 2000;

struct Line
{
    int number = 0;
    QString text; // without markup
    QString lead; // the bold words that it begins with, without a colon; empty: none
    bool operator==(const Line &) const = default;
};

struct Block;

struct Item // of a list
{
    Line line;
    bool ordered = false;
    bool checkbox = false;
    std::vector<Block> blocks; // below the first line
};

struct Cell
{
    int line = 0;
    QString text;
};

enum class BlockKind { Paragraph, List, Table, Code, Quote };

struct Block
{
    BlockKind kind = BlockKind::Paragraph;
    int line = 0;
    std::vector<Line> lines;             // of a paragraph or a quote
    std::vector<Item> items;             // of a list
    std::vector<std::vector<Cell>> rows; // of a table; the first is its head
    QString text;                        // of a fence, as it is
    QString language;                    // that a fence says it holds, in lower case
};

enum class TitleKind { Heading, BoldLine, Label }; // "## Roles", "**P0 - Critical**", "**Examples:**"

enum class Part {
    None,
    Severities,
    Roles,
    Phases,
    Escalation,
    Templates,
    Scenarios,
    Metrics,
    OnCall,
    PostmortemTemplate,
    Rollback,
    Contents
}; // of a plan, that a title speaks of

struct Section
{
    QString title;
    int line = 0;
    int level = 0; // of the document itself: 0
    TitleKind titleKind = TitleKind::Heading;
    bool isTitle = false; // of the whole document: it says nothing of its part
    Part part = Part::None;
    std::vector<Block> blocks;
    std::vector<Section> sections;
};

class Watch;

struct Document
{
    Section root;
    int lines = 0;
    bool mended = false; // it had been read in a wrong encoding
    Watch *watch = nullptr;

    // A pass over the document, from its first line to its last, has come to this one. False: nobody waits for it any more.
    [[nodiscard]] bool goOn(int line) const;
};

// `watch` outlives the document.
[[nodiscard]] Result<Document> readDocument(const QByteArray &bytes, Watch &watch);

} // namespace qd::plan::written
