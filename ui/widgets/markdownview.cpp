#include "ui/widgets/markdownview.h"

#include <QDesktopServices>
#include <QLocale>
#include <QPointer>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

namespace qd::ui {
namespace {

constexpr int margin = 3 * Theme::grid;
constexpr qreal lineHeight = 140; // percent

// Where a text can be cut so that no line is.
qsizetype cutAt(const QString &markdown, qsizetype most)
{
    if (markdown.size() <= most)
        return markdown.size();
    const qsizetype line = markdown.lastIndexOf(QLatin1Char('\n'), most);
    if (line > most / 2)
        return line;
    return markdown[most].isLowSurrogate() ? most - 1 : most;
}

bool isCode(const QTextBlock &block)
{
    const QTextBlockFormat format = block.blockFormat();
    return block.isValid() && (format.hasProperty(QTextFormat::BlockCodeFence) || format.nonBreakableLines());
}

QString shown(QString markdown)
{
    static const QRegularExpression controls(QStringLiteral("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]"));
    return markdown.replace(controls, QString(QChar::ReplacementCharacter));
}

} // namespace

MarkdownView::MarkdownView(const Theme &theme, QWidget *parent)
    : QTextBrowser(parent),
      m_theme(theme),
      m_pictures(new MarkdownPictures(this))
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::follow);
    connect(m_pictures, &MarkdownPictures::arrived, this, &MarkdownView::render);
    connect(&theme, &Theme::changed, this, &MarkdownView::render);
}

void MarkdownView::setText(const QString &markdown)
{
    if (std::exchange(m_markdown, markdown) != markdown)
        render();
}

void MarkdownView::render()
{
    const int place = verticalScrollBar()->value();
    const qsizetype end = cutAt(m_markdown, mostCharacters);
    // Read before it is shown: a document that is laid out is laid out anew for every line that is read.
    auto *fresh = new QTextDocument(this);
    fresh->setUndoRedoEnabled(false);
    fresh->setDefaultFont(m_theme.font(Type::Body));
    fresh->setDocumentMargin(margin);
    fresh->setIndentWidth(5 * Theme::grid);
    fresh->setMarkdown(shown(m_markdown.left(end)),
                       QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML | QTextDocument::MarkdownDialectGitHub));
    const QPointer<QTextDocument> before(document());
    setDocument(fresh);
    delete before;
    dressBlocks();
    showPictures();
    if (end < m_markdown.size())
        sayRest(end);
    verticalScrollBar()->setValue(place);
}

// In the sizes and colours of the theme: what Qt gives a heading is of no type scale.
void MarkdownView::dressBlocks()
{
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        cursor.setPosition(block.position());
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        const bool code = isCode(block);
        if (format.headingLevel() > 0) {
            QTextCharFormat heading;
            const Type type = format.headingLevel() == 1 ? Type::Title : format.headingLevel() == 2 ? Type::Clock : Type::Strong;
            heading.setProperty(QTextFormat::FontPixelSize, m_theme.font(type).pixelSize());
            heading.setFontWeight(QFont::DemiBold);
            dressHeading(block, heading);
            format.setTopMargin(block.blockNumber() == 0 ? 0 : 4 * Theme::grid);
            format.setBottomMargin(Theme::grid);
        } else if (code) {
            QTextCharFormat fixed;
            fixed.setFontFamilies(m_theme.font(Type::Code).families());
            fixed.setProperty(QTextFormat::FontPixelSize, m_theme.font(Type::Code).pixelSize());
            cursor.mergeCharFormat(fixed);
            format.setBackground(m_theme.colour(Colour::Raised));
            format.setTopMargin(isCode(block.previous()) ? 0 : 2 * Theme::grid);
            format.setBottomMargin(isCode(block.next()) ? 0 : 2 * Theme::grid);
        } else {
            format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
            if (!cursor.currentTable() && (!block.textList() || !block.next().textList())) // a list is one thing, to its end
                format.setBottomMargin(2 * Theme::grid);
            if (format.hasProperty(QTextFormat::BlockQuoteLevel)) {
                QTextCharFormat quote;
                quote.setForeground(m_theme.colour(Colour::Dim));
                cursor.mergeCharFormat(quote);
            }
        }
        cursor.setBlockFormat(format);
    }
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderBrush(m_theme.colour(Colour::Line));
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setCellPadding(Theme::grid + 2);
            format.setCellSpacing(0);
            table->setFormat(format);
        }
    }
    cursor.endEditBlock();
}

// The step that Qt puts on a heading goes: it would win over any size that is given.
void MarkdownView::dressHeading(const QTextBlock &block, const QTextCharFormat &heading)
{
    std::vector<std::pair<QTextCursor, QTextCharFormat>> parts;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        QTextCursor part(document());
        part.setPosition(fragment.position());
        part.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        QTextCharFormat format = fragment.charFormat();
        format.clearProperty(QTextFormat::FontSizeAdjustment);
        format.merge(heading);
        parts.emplace_back(part, format);
    }
    for (auto &[part, format] : parts)
        part.setCharFormat(format);
}

void MarkdownView::showPictures()
{
    std::vector<std::pair<QTextCursor, QTextImageFormat>> found;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (!fragment.charFormat().isImageFormat())
                continue;
            QTextCursor cursor(document());
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            found.emplace_back(cursor, fragment.charFormat().toImageFormat());
        }
    }
    m_hasPictures = !found.empty();
    for (const auto &[cursor, format] : found)
        showPicture(cursor, format);
}

void MarkdownView::showPicture(QTextCursor cursor, const QTextImageFormat &format)
{
    const QString target = format.name();
    const QString words = format.stringProperty(QTextFormat::ImageAltText).simplified();
    const MarkdownPictures::Picture picture = m_pictures->picture(target);
    if (picture.image.isNull()) {
        QTextCharFormat word;
        word.setForeground(m_theme.colour(picture.problem.isEmpty() ? Colour::Dim : Colour::Critical));
        const QString name = words.isEmpty() ? tr("Picture") : words;
        cursor.insertText(picture.problem.isEmpty() ? tr("%1: being read…").arg(name)
                                                    : QStringLiteral("✕ ") + tr("%1: %2").arg(name, picture.problem),
                          word);
        return;
    }
    document()->addResource(QTextDocument::ImageResource, QUrl(target), picture.image);
    QTextImageFormat fitted = format;
    const int room = std::max(viewport()->width() - 2 * margin - 2 * Theme::grid, 20 * Theme::grid);
    fitted.setWidth(std::min(room, picture.image.width()));
    fitted.setHeight(fitted.width() * picture.image.height() / std::max(1, picture.image.width()));
    cursor.setCharFormat(fitted);
}

void MarkdownView::sayRest(qsizetype end)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat word;
    word.setForeground(m_theme.colour(Colour::High));
    cursor.insertBlock(QTextBlockFormat(), word);
    const QLocale locale;
    cursor.insertText(tr("▲ The preview ends here: it shows the first %1 of %2 characters. The record and the documents have all of them.")
                          .arg(locale.toString(end), locale.toString(m_markdown.size())),
                      word);
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return {};
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (m_hasPictures && event->size().width() != event->oldSize().width())
        showPictures();
}

void MarkdownView::follow(const QUrl &link)
{
    static const QStringList harmless{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
    static const QStringList record{QStringLiteral("entry"), QStringLiteral("fact")};
    if (record.contains(link.scheme(), Qt::CaseInsensitive))
        emit followed(link);
    else if (harmless.contains(link.scheme(), Qt::CaseInsensitive))
        QDesktopServices::openUrl(link);
}

} // namespace qd::ui
