#include "ui/widgets/numberedtext.h"

#include "ui/widgets/digits.h"

#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace qd::ui {
namespace {

constexpr int signRoom = 5 * Theme::grid;

} // namespace

class NumberedText::Gutter : public QWidget
{
public:
    explicit Gutter(NumberedText *text) : QWidget(text), m_text(text) { }

protected:
    void paintEvent(QPaintEvent *event) override { m_text->paintGutter(event->rect()); }

private:
    NumberedText *m_text;
};

NumberedText::NumberedText(const QString &accessibleName, const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent),
      m_theme(theme),
      m_gutter(new Gutter(this))
{
    setAccessibleName(accessibleName);
    setObjectName(QStringLiteral("numbered"));
    setFrameShape(NoFrame);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(gutterWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &area, int moved) {
        if (moved != 0)
            m_gutter->scroll(0, moved);
        else
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        m_gutter->update();
        if (!m_moving)
            emit lineChosen(currentLine());
    });
    connect(&theme, &Theme::changed, this, &NumberedText::dress);
    dress();
}

void NumberedText::dress()
{
    setFont(m_theme.font(Type::Code));
    setViewportMargins(gutterWidth(), 0, 0, 0);
    markLines();
    m_gutter->update();
}

int NumberedText::currentLine() const
{
    return textCursor().blockNumber() + 1;
}

int NumberedText::gutterWidth() const
{
    const int digits = static_cast<int>(QString::number(std::max(blockCount(), 100)).size());
    return digits * fontMetrics().horizontalAdvance(QLatin1Char('0')) + signRoom + 4 * Theme::grid;
}

void NumberedText::setSigns(const QHash<int, LineSign> &signs)
{
    m_signs = signs;
    m_gutter->update();
}

void NumberedText::showLines(const std::vector<int> &lines)
{
    m_shown = lines;
    std::erase_if(m_shown, [this](int line) { return line < 1 || line > blockCount(); });
    if (!m_shown.empty()) {
        m_moving = true;
        setTextCursor(QTextCursor(document()->findBlockByNumber(m_shown.front() - 1)));
        m_moving = false;
        centerCursor();
    }
    markLines();
}

void NumberedText::markLines()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const int line : m_shown) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document()->findBlockByNumber(line - 1));
        selection.format.setBackground(m_theme.colour(Colour::AccentWash));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections << selection;
    }
    setExtraSelections(selections);
}

QColor NumberedText::signColour(LineSign sign) const
{
    switch (sign) {
    case LineSign::Read: return m_theme.colour(Colour::Good);
    case LineSign::Unread: return m_theme.colour(Colour::High);
    case LineSign::Differs: return m_theme.colour(Colour::High);
    case LineSign::Wrong: return m_theme.colour(Colour::Critical);
    }
    return m_theme.colour(Colour::Dim);
}

void NumberedText::paintGutter(const QRect &area)
{
    static const QHash<LineSign, QString> words{{LineSign::Read, QStringLiteral("✓")},
                                                {LineSign::Unread, QStringLiteral("?")},
                                                {LineSign::Differs, QStringLiteral("≠")},
                                                {LineSign::Wrong, QStringLiteral("!")}};
    QPainter painter(m_gutter);
    painter.fillRect(area, m_theme.colour(Colour::Panel));
    QFont number = m_theme.font(Type::Code);
    QFont bold = m_theme.font(Type::Strong);
    const int width = m_gutter->width();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > area.bottom())
            break;
        const int line = block.blockNumber() + 1;
        const QRect row(0, qRound(box.top()), width, fontMetrics().height());
        painter.setFont(number);
        painter.setPen(m_theme.colour(line == currentLine() ? Colour::Text : Colour::Faint));
        painter.drawText(row.adjusted(0, 0, -signRoom - Theme::grid, 0), Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        const auto sign = m_signs.constFind(line);
        if (sign == m_signs.constEnd())
            continue;
        painter.setFont(bold);
        painter.setPen(signColour(*sign));
        painter.drawText(row.adjusted(width - signRoom, 0, 0, 0), Qt::AlignHCenter | Qt::AlignVCenter, words.value(*sign));
    }
}

void NumberedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), gutterWidth(), inside.height());
}

} // namespace qd::ui
