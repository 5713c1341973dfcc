#pragma once
// Inline Markdown as it is read: **bold**, *italic*, `code`, ~~strike~~, [links](https://…), bare links, #tags and @people.
//
// 1. Whatever is none of these stays as it was written: HTML, pictures, markers that are never closed, links to anything but web and mail.
// 2. Characters that turn the direction of writing, and control characters, are shown as such: a text cannot pass itself off as another.
// 3. Reading takes time in proportion to the text, whatever it holds.

#include <QString>

#include <vector>

namespace qd::items {

enum InlineStyle : unsigned { InlineBold = 1, InlineItalic = 2, InlineCode = 4, InlineStrike = 8, InlineLink = 16, InlineMention = 32 };

struct InlineSpan // spans may overlap: bold within a link
{
    int from = 0;
    int length = 0;
    unsigned style = 0; // of InlineStyle
    QString link = {};  // http, https or mailto
    bool operator==(const InlineSpan &) const = default;
};

struct InlineText
{
    QString text; // without the markers
    std::vector<InlineSpan> spans;
    bool operator==(const InlineText &) const = default;
};

[[nodiscard]] InlineText readInline(const QString &markdown);

} // namespace qd::items
