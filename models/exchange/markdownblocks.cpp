#include "models/exchange/markdownblocks.h"

#include "models/review/markdown.h"

#include <md4c.h>

namespace qd::exchange {
namespace {

struct List
{
    bool ordered = false;
    unsigned next = 1;
};

struct Builder
{
    std::vector<Block> blocks;
    std::vector<List> lists;
    QString marker; // waits for the first block of its item
    int quoted = 0;
    Span style;
    Spans *into = nullptr;
    int imagesOpen = 0;       // a caption may hold another
    bool pictureOpen = false; // it has a block of its own
    bool pictureElsewhere = false;
};

QString attribute(const MD_ATTRIBUTE &value)
{
    return QString::fromUtf8(value.text, static_cast<qsizetype>(value.size));
}

bool mayBeFollowed(const QString &address)
{
    return address.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)
        || address.startsWith(QLatin1String("https://"), Qt::CaseInsensitive)
        || address.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive);
}

void begin(Builder &builder, Block::Kind kind, int level = 0)
{
    Block &block = builder.blocks.emplace_back();
    block.kind = kind;
    block.level = level;
    block.indent = static_cast<int>(builder.lists.size());
    block.quoted = builder.quoted;
    block.marker = std::exchange(builder.marker, QString());
    builder.into = &block.spans;
}

void beginItem(Builder &builder, const MD_BLOCK_LI_DETAIL &item)
{
    List &list = builder.lists.back();
    builder.marker = list.ordered ? QStringLiteral("%1.").arg(list.next++) : QStringLiteral("•");
    if (item.is_task)
        builder.marker = item.task_mark == ' ' ? QStringLiteral("☐") : QStringLiteral("☑");
    builder.into = nullptr; // a tight item has no paragraph of its own: its text opens one
}

int enterBlock(MD_BLOCKTYPE type, void *detail, void *data)
{
    Builder &builder = *static_cast<Builder *>(data);
    switch (type) {
    case MD_BLOCK_H: begin(builder, Block::Kind::Heading, static_cast<int>(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level)); break;
    case MD_BLOCK_P: begin(builder, Block::Kind::Paragraph); break;
    case MD_BLOCK_CODE: begin(builder, Block::Kind::Code); break;
    case MD_BLOCK_HR: begin(builder, Block::Kind::Rule); break;
    case MD_BLOCK_QUOTE: ++builder.quoted; break;
    case MD_BLOCK_UL: builder.lists.push_back({false, 1}); break;
    case MD_BLOCK_OL: builder.lists.push_back({true, static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start}); break;
    case MD_BLOCK_LI: beginItem(builder, *static_cast<MD_BLOCK_LI_DETAIL *>(detail)); break;
    case MD_BLOCK_TABLE: begin(builder, Block::Kind::Table); break;
    case MD_BLOCK_TR: builder.blocks.back().rows.emplace_back(); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: builder.into = &builder.blocks.back().rows.back().emplace_back(); break;
    default: break;
    }
    return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void *, void *data)
{
    Builder &builder = *static_cast<Builder *>(data);
    if (type == MD_BLOCK_QUOTE)
        --builder.quoted;
    else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        builder.lists.pop_back();
    if (type == MD_BLOCK_LI && !builder.marker.isEmpty())
        begin(builder, Block::Kind::Paragraph); // an empty item is an item
    if (type != MD_BLOCK_DOC)
        builder.into = nullptr;
    return 0;
}

// An attachment within a paragraph stands between what comes before and what comes after it; elsewhere, and of anything else, the caption
// is text.
void beginImage(Builder &builder, const MD_SPAN_IMG_DETAIL &image)
{
    if (builder.imagesOpen++ > 0)
        return;
    static const QString scheme = QStringLiteral("attachment:");
    const QString address = attribute(image.src);
    if (!builder.into)
        begin(builder, Block::Kind::Paragraph);
    Block &block = builder.blocks.back();
    if (block.kind != Block::Kind::Paragraph || !address.startsWith(scheme)) {
        builder.into->push_back(Span{QStringLiteral("[picture ")});
        builder.pictureElsewhere = !address.startsWith(scheme);
        return;
    }
    if (plainText(block.spans).trimmed().isEmpty()) {
        builder.marker = block.marker;
        builder.blocks.pop_back();
    }
    begin(builder, Block::Kind::Picture);
    builder.blocks.back().picture = address.mid(scheme.size()).trimmed();
    builder.pictureOpen = true;
}

void endImage(Builder &builder)
{
    if (--builder.imagesOpen > 0)
        return;
    if (builder.pictureOpen)
        builder.into = nullptr; // what follows opens a paragraph
    else
        builder.into->push_back(Span{builder.pictureElsewhere ? QStringLiteral(": it stands elsewhere and is no part of this document]")
                                                              : QStringLiteral("]")});
    builder.pictureOpen = false;
}

int enterSpan(MD_SPANTYPE type, void *detail, void *data)
{
    Span &style = static_cast<Builder *>(data)->style;
    switch (type) {
    case MD_SPAN_STRONG: style.strong = true; break;
    case MD_SPAN_EM: style.emphasis = true; break;
    case MD_SPAN_CODE: style.code = true; break;
    case MD_SPAN_DEL: style.struck = true; break;
    case MD_SPAN_A: {
        const QString address = attribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
        style.link = mayBeFollowed(address) ? address : QString();
        break;
    }
    case MD_SPAN_IMG: beginImage(*static_cast<Builder *>(data), *static_cast<MD_SPAN_IMG_DETAIL *>(detail)); break;
    default: break;
    }
    return 0;
}

int leaveSpan(MD_SPANTYPE type, void *, void *data)
{
    Span &style = static_cast<Builder *>(data)->style;
    switch (type) {
    case MD_SPAN_STRONG: style.strong = false; break;
    case MD_SPAN_EM: style.emphasis = false; break;
    case MD_SPAN_CODE: style.code = false; break;
    case MD_SPAN_DEL: style.struck = false; break;
    case MD_SPAN_A: style.link.clear(); break;
    case MD_SPAN_IMG: endImage(*static_cast<Builder *>(data)); break;
    default: break;
    }
    return 0;
}

// The few that people write by hand; any other is shown as it was typed.
QString entityText(const QString &entity)
{
    static const QHash<QString, QString> known{{QStringLiteral("&amp;"), QStringLiteral("&")},
                                               {QStringLiteral("&lt;"), QStringLiteral("<")},
                                               {QStringLiteral("&gt;"), QStringLiteral(">")},
                                               {QStringLiteral("&quot;"), QStringLiteral("\"")},
                                               {QStringLiteral("&nbsp;"), QString(QChar::Nbsp)}};
    return known.value(entity, entity);
}

int takeText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    Builder &builder = *static_cast<Builder *>(data);
    if (!builder.into && type == MD_TEXT_SOFTBR)
        return 0; // between a picture and what follows it
    if (!builder.into)
        begin(builder, Block::Kind::Paragraph);
    Span span = builder.style;
    span.text = QString::fromUtf8(text, static_cast<qsizetype>(size));
    if (type == MD_TEXT_BR)
        span.text = QString(QChar::LineSeparator);
    else if (type == MD_TEXT_SOFTBR)
        span.text = QStringLiteral(" ");
    else if (type == MD_TEXT_NULLCHAR)
        span.text = QString(QChar::ReplacementCharacter);
    else if (type == MD_TEXT_ENTITY)
        span.text = entityText(span.text);
    else if (type != MD_TEXT_CODE)
        span.text.replace(QStringLiteral(" %1 ").arg(review::lineEndMark), QString(QChar::LineSeparator));
    builder.into->push_back(span);
    return 0;
}

} // namespace

std::vector<Block> readMarkdown(const QString &markdown)
{
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = takeText;
    const QByteArray source = markdown.toUtf8();
    Builder builder;
    md_parse(source.constData(), static_cast<MD_SIZE>(source.size()), &parser, &builder);
    return std::move(builder.blocks);
}

QString plainText(const Spans &spans)
{
    QString text;
    for (const Span &span : spans)
        text += span.text;
    return text;
}

QString plainText(const std::vector<Block> &blocks)
{
    QStringList lines;
    for (const Block &block : blocks) {
        if (block.kind != Block::Kind::Table)
            lines << (block.marker.isEmpty() ? QString() : block.marker + QLatin1Char(' ')) + plainText(block.spans);
        for (const std::vector<Spans> &row : block.rows) {
            QStringList cells;
            for (const Spans &cell : row)
                cells << plainText(cell);
            lines << cells.join(QLatin1String(" | "));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace qd::exchange
