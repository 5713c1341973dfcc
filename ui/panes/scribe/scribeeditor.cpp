#include "ui/panes/scribe/scribeeditor.h"

#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QUrl>

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
            format.setForeground(m_theme.colour(span.kind == SpanKind::Problem ? Colour::High : accent ? Colour::Accent : Colour::Dim));
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
    setAcceptDrops(true);
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

QString ScribeEditor::withinOneEntry(QString text)
{
    return text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
}

void ScribeEditor::setLine(const QString &text)
{
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

QString ScribeEditor::writing() const
{
    QStringList blocks;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        blocks << block.text();
    return blocks.join(QLatin1Char('\n'));
}

QStringList ScribeEditor::entries() const
{
    QStringList all;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!block.text().trimmed().isEmpty())
            all << block.text().replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
    }
    return all;
}

void ScribeEditor::replaceInLine(int start, int length, const QString &text)
{
    QTextCursor cursor = textCursor();
    const int line = cursor.block().position();
    cursor.setPosition(line + start);
    cursor.setPosition(line + start + length, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    setTextCursor(cursor);
}

void ScribeEditor::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event))
        QPlainTextEdit::keyPressEvent(event);
}

bool ScribeEditor::isAtEdge(QTextCursor::MoveOperation direction) const
{
    QTextCursor cursor = textCursor();
    return !cursor.movePosition(direction);
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
    const bool isPlain = !(event.modifiers() & ~Qt::KeypadModifier);
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers() & Qt::ShiftModifier)
            return false;
        emit entered();
        return true;
    case Qt::Key_Escape: emit escaped(); return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!isPlain || !isAtEdge(event.key() == Qt::Key_Up ? QTextCursor::Up : QTextCursor::Down))
            return false;
        event.key() == Qt::Key_Up ? emit olderAsked() : emit newerAsked();
        return true;
    case Qt::Key_Backspace:
        if (isPlain && textCursor().atStart() && !textCursor().hasSelection())
            emit erasedAtStart();
        return false;
    default: return false;
    }
}

bool ScribeEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

// Files first: a file manager gives their names as text too. Text before a picture: a table gives a picture of itself too.
void ScribeEditor::insertFromMimeData(const QMimeData *source)
{
    bool files = false;
    for (const QUrl &url : source->urls()) {
        if (url.isLocalFile())
            emit fileGiven(url.toLocalFile());
        files = files || url.isLocalFile();
    }
    if (files)
        return;
    if (source->hasText()) {
        QString text = source->text();
        text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
        while (text.endsWith(QLatin1Char('\n')))
            text.chop(1);
        textCursor().insertText(text);
        ensureCursorVisible();
    } else if (const QImage picture = qvariant_cast<QImage>(source->imageData()); !picture.isNull()) {
        emit pictureGiven(picture);
    }
}

} // namespace qd::ui
