#include "ui/panes/scribe/scribeeditor.h"

#include <QKeyEvent>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace qd::ui {
namespace {

constexpr int mostLines = 6;

class ScribeHighlighter : public QSyntaxHighlighter
{
public:
    ScribeHighlighter(const Theme &theme, ScribeEditor::Reader reader, QTextDocument *document)
        : QSyntaxHighlighter(document),
          m_theme(theme),
          m_reader(std::move(reader))
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        for (const ScribeSpan &span : m_reader(text).spans) {
            QTextCharFormat format;
            const bool accent = span.kind == SpanKind::Tag || span.kind == SpanKind::Person || span.kind == SpanKind::Verb;
            format.setForeground(m_theme.colour(span.kind == SpanKind::Problem ? Colour::Critical : accent ? Colour::Accent : Colour::Dim));
            if (span.kind == SpanKind::Sign || span.kind == SpanKind::Verb)
                format.setFontWeight(QFont::DemiBold);
            setFormat(span.start, span.length, format);
        }
    }

private:
    const Theme &m_theme;
    ScribeEditor::Reader m_reader;
};

} // namespace

ScribeEditor::ScribeEditor(const Theme &theme, Reader reader, QWidget *parent) : QPlainTextEdit(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("scribeEditor"));
    setAccessibleName(tr("Scribe entry"));
    setAccessibleDescription(tr("Write what happens; Enter logs it. Press ? outside of a field for the grammar"));
    setPlaceholderText(tr("Write what happens …   -5m  !decision  ?hypothesis  #tag  @person  /ask  /status"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    document()->setDocumentMargin(2);
    auto *highlighter = new ScribeHighlighter(theme, std::move(reader), document());
    connect(&theme, &Theme::changed, highlighter, &QSyntaxHighlighter::rehighlight);
}

int ScribeEditor::wantedHeight() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    return 38 + (std::clamp(lines, 1, mostLines) - 1) * fontMetrics().lineSpacing();
}

void ScribeEditor::setLine(const QString &text)
{
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

QString ScribeEditor::wordBeforeCursor() const
{
    const QString before = textCursor().block().text().left(textCursor().positionInBlock());
    return before.mid(before.lastIndexOf(QLatin1Char(' ')) + 1);
}

void ScribeEditor::completeWord(const QString &whole)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(wordBeforeCursor().size()));
    cursor.insertText(whole + QLatin1Char(' '));
}

void ScribeEditor::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event))
        QPlainTextEdit::keyPressEvent(event);
}

bool ScribeEditor::handleKey(QKeyEvent &event)
{
    const bool isEmpty = document()->isEmpty();
    if (isEmpty && event.matches(QKeySequence::Undo)) {
        emit undoAsked();
        return true;
    }
    if (isEmpty && event.matches(QKeySequence::Redo)) {
        emit redoAsked();
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers() & Qt::ShiftModifier)
            return false;
        emit entered();
        return true;
    case Qt::Key_Escape: emit escaped(); return true;
    case Qt::Key_Up:
        if (textCursor().blockNumber() > 0 || !(isEmpty || property("editing").toBool()))
            return false;
        emit editLastAsked();
        return true;
    case Qt::Key_Tab:
        if (wordBeforeCursor().size() < 2)
            return false;
        emit completeAsked();
        return true;
    default: return false;
    }
}

} // namespace qd::ui
