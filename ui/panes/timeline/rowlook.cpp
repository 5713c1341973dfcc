#include "ui/panes/timeline/rowlook.h"

#include "ui/widgets/digits.h"

#include <QCoreApplication>
#include <QPainter>
#include <QtMath>

namespace qd::ui {
namespace {

constexpr int linesClosed = 2;
constexpr int linesClosedNarrow = 3;
constexpr int narrowText = 480;
constexpr int linesOpen = 16; // the details show what is longer still
constexpr int gap = 2 * Theme::grid;
constexpr int chipHeight = 17;
constexpr int chipPadding = 5;
constexpr int chipIcon = 11;
constexpr int widestChip = 220;
const QChar ellipsis(0x2026);

} // namespace

RowLook::RowLook(items::TimelineRow row, const RowStyle &style, const Theme &theme)
    : m_row(std::move(row)),
      m_columns(columns(style.width)),
      m_quiet(m_row.struck || (style.searching && !m_row.match))
{
    const int author = QFontMetrics(theme.font(Type::Label)).horizontalAdvance(m_row.author);
    m_textWidth = std::max(m_columns.end - author - 2 * gap - m_columns.text, 20 * Theme::grid);
    layOutText(style, theme, makeTail(theme));
}

RowLook::Columns RowLook::columns(int width)
{
    Columns columns;
    columns.time = 14;
    columns.icon = columns.time + 72;
    columns.word = columns.icon + 26;
    columns.text = width < narrow ? columns.word : columns.word + 108;
    columns.end = width - 14;
    return columns;
}

QList<QTextLayout::FormatRange> RowLook::formats(const RowStyle &style, const Theme &theme) const
{
    QList<QTextLayout::FormatRange> ranges;
    for (const items::InlineSpan &span : m_row.spans) {
        QTextCharFormat format;
        if (span.style & items::InlineBold)
            format.setFontWeight(QFont::DemiBold);
        if (span.style & items::InlineItalic)
            format.setFontItalic(true);
        if (span.style & items::InlineStrike)
            format.setFontStrikeOut(true);
        if (span.style & items::InlineCode) {
            format.setFontFamilies(theme.font(Type::Code).families());
            format.setProperty(QTextFormat::FontPixelSize, theme.font(Type::Code).pixelSize());
            format.setBackground(theme.colour(Colour::Line));
        }
        if (span.style & items::InlineLink)
            format.setFontUnderline(true);
        if (!m_quiet && (span.style & (items::InlineLink | items::InlineMention)))
            format.setForeground(theme.colour(Colour::Accent));
        ranges.push_back({span.from, span.length, format});
    }
    addFound(ranges, style.found, theme);
    return ranges;
}

void RowLook::addFound(QList<QTextLayout::FormatRange> &ranges, const QStringList &words, const Theme &theme) const
{
    QTextCharFormat found;
    found.setBackground(theme.colour(Colour::Medium));
    found.setForeground(theme.colour(Colour::OnAccent));
    for (const QString &word : m_row.match ? words : QStringList()) {
        for (qsizetype at = m_row.text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0 && ranges.size() < 200;
             at = m_row.text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            ranges.push_back({static_cast<int>(at), static_cast<int>(word.size()), found});
    }
}

// Breaks at words; the last line that there is room for ends in an ellipsis, before what stands behind the text.
void RowLook::layOutText(const RowStyle &style, const Theme &theme, int tail)
{
    QFont font = theme.font(Type::Body);
    font.setStrikeOut(m_row.struck);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text.setFont(font);
    m_text.setTextOption(option);
    m_text.setText(QString(m_row.text).replace(QLatin1Char('\n'), style.open ? QChar(QChar::LineSeparator) : QLatin1Char(' ')));
    m_text.setFormats(formats(style, theme));
    m_text.setCacheEnabled(true);
    const int most = style.open ? linesOpen : m_textWidth < narrowText ? linesClosedNarrow : linesClosed;
    const bool ownLine = tail > m_textWidth / 2;
    m_text.beginLayout();
    m_lines = 0;
    QTextLine line;
    for (QTextLine next = m_text.createLine(); next.isValid() && m_lines < most;
         next = m_lines < most ? m_text.createLine() : QTextLine()) {
        line = next;
        line.setLineWidth(m_textWidth);
        m_cut = ++m_lines == most && line.textStart() + line.textLength() < m_text.text().size();
        if (m_cut)
            line.setLineWidth(m_textWidth - QFontMetrics(font).horizontalAdvance(ellipsis) - (ownLine ? 0 : tail));
        line.setPosition(QPointF(0, (m_lines - 1) * lineHeight + (lineHeight - line.height()) / 2));
    }
    m_text.endLayout();
    m_lines = std::max(m_lines, 1);
    int end = line.isValid() ? qCeil(line.naturalTextWidth()) : 0;
    if (m_cut)
        end += QFontMetrics(font).horizontalAdvance(ellipsis);
    placeTail(tail > 0 && end + tail > m_textWidth ? -1 : end);
}

// What stands behind the text: what is left of an ask, marks, attachments. Gives how wide all of it is.
int RowLook::makeTail(const Theme &theme)
{
    int width = 0;
    if (!m_row.countdown.isEmpty()) {
        m_countdown = QRect(0, 0, digitsWidth(theme.font(Type::Strong), m_row.countdown), lineHeight);
        width += m_countdown.width() + gap;
    }
    const QFontMetrics small(theme.font(Type::Small));
    const auto add = [&](const QString &text, const QString &icon) {
        const int room = icon.isEmpty() ? 0 : chipIcon + Theme::grid;
        const QString shown = small.elidedText(text, Qt::ElideMiddle, widestChip);
        m_chips.push_back({QRect(0, 0, small.horizontalAdvance(shown) + 2 * chipPadding + room, chipHeight), shown, icon});
        width += m_chips.back().rect.width() + gap;
    };
    if (m_row.pinned)
        add(QCoreApplication::translate("TimelineDelegate", "pinned"), QStringLiteral("pin"));
    for (const QString &mark : m_row.marks)
        add(mark, {});
    for (const QString &name : m_row.attachments)
        add(name, QStringLiteral("attachment"));
    return width;
}

// `from`: where the text ends on its last line; -1: on lines of its own.
void RowLook::placeTail(int from)
{
    if (from < 0)
        ++m_lines;
    int x = from < 0 ? 0 : from > 0 ? from + gap : 0;
    int line = m_lines - 1;
    const auto place = [&](QRect &rect, int height) {
        if (x > 0 && x + rect.width() > m_textWidth) {
            x = 0;
            m_lines = ++line + 1;
        }
        rect.moveTo(m_columns.text + x, padding + line * lineHeight + (lineHeight - height) / 2);
        x += rect.width() + gap;
    };
    if (!m_countdown.isEmpty())
        place(m_countdown, lineHeight);
    for (RowChip &chip : m_chips)
        place(chip.rect, chipHeight);
}

QString RowLook::linkAt(const QPoint &inRow) const
{
    const QPointF inText = inRow - QPoint(m_columns.text, padding);
    for (int i = 0; i < m_text.lineCount(); ++i) {
        const QTextLine line = m_text.lineAt(i);
        if (inText.y() < i * lineHeight || inText.y() >= (i + 1) * lineHeight || inText.x() < 0 || inText.x() > line.naturalTextWidth())
            continue;
        const int at = line.xToCursor(inText.x(), QTextLine::CursorOnCharacter);
        for (const items::InlineSpan &span : m_row.spans) {
            if (!span.link.isEmpty() && at >= span.from && at < span.from + span.length)
                return span.link;
        }
    }
    return {};
}

void RowLook::drawText(QPainter &painter, const QPoint &topLeft, const QColor &ink) const
{
    painter.setPen(ink);
    const QPoint from = topLeft + QPoint(m_columns.text, padding);
    m_text.draw(&painter, from);
    if (!m_cut)
        return;
    const QTextLine last = m_text.lineAt(m_text.lineCount() - 1);
    painter.setFont(m_text.font());
    painter.drawText(QPointF(from) + QPointF(last.naturalTextWidth(), last.y() + last.ascent()), ellipsis);
}

} // namespace qd::ui
