#include "ui/widgets/markdownedits.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace qd::ui {
namespace {

const QRegularExpression &itemForm()
{
    static const QRegularExpression form(QStringLiteral("^(\\s*)([-*+]|(\\d{1,8})([.)]))(\\s+)(\\[[ xX]\\]\\s+)?"));
    return form;
}

QString plain(QString text)
{
    return text.replace(QChar::ParagraphSeparator, QLatin1Char('\n')).replace(QChar::LineSeparator, QLatin1Char('\n'));
}

void selectRange(QTextCursor &cursor, int from, int to)
{
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
}

// The lines of the selection, as blocks by number.
std::pair<int, int> selectedLines(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    return {document->findBlock(cursor.selectionStart()).blockNumber(), document->findBlock(cursor.selectionEnd()).blockNumber()};
}

struct LineEdit // lines [from, from + count) of the text become `lines`
{
    qsizetype from = 0;
    qsizetype count = 0;
    QStringList lines;
};

constexpr qsizetype mostCells = 4'000'000; // of a table of two texts; larger ones are replaced in one piece

// The longest common run of lines, by the usual table: what differs comes out as edits from the end to the beginning.
std::vector<LineEdit> editsBetween(const QStringList &now, const QStringList &wanted, qsizetype offset)
{
    const qsizetype rows = now.size();
    const qsizetype columns = wanted.size();
    if (rows * columns > mostCells)
        return {{offset, rows, wanted}};
    std::vector<quint32> table(static_cast<size_t>((rows + 1) * (columns + 1)), 0);
    const auto cell = [&table, columns](qsizetype r, qsizetype c) -> quint32 & {
        return table[static_cast<size_t>(r * (columns + 1) + c)];
    };
    for (qsizetype r = 1; r <= rows; ++r) {
        for (qsizetype c = 1; c <= columns; ++c)
            cell(r, c) = now[r - 1] == wanted[c - 1] ? cell(r - 1, c - 1) + 1 : std::max(cell(r - 1, c), cell(r, c - 1));
    }
    std::vector<LineEdit> edits;
    qsizetype r = rows;
    qsizetype c = columns;
    while (r > 0 || c > 0) {
        if (r > 0 && c > 0 && now[r - 1] == wanted[c - 1]) {
            --r;
            --c;
            continue;
        }
        LineEdit edit;
        while ((r > 0 || c > 0) && !(r > 0 && c > 0 && now[r - 1] == wanted[c - 1])) {
            if (c > 0 && (r == 0 || cell(r, c - 1) >= cell(r - 1, c))) {
                edit.lines.prepend(wanted[--c]);
            } else {
                --r;
                ++edit.count;
            }
        }
        edit.from = offset + r;
        edits.push_back(edit);
    }
    return edits;
}

// Within a line that is replaced by one, only what differs: a cursor beside it stays where it is.
void replaceWithin(QTextCursor &cursor, int position, const QString &now, const QString &wanted)
{
    qsizetype before = 0;
    while (before < std::min(now.size(), wanted.size()) && now[before] == wanted[before])
        ++before;
    qsizetype after = 0;
    while (after < std::min(now.size(), wanted.size()) - before && now[now.size() - 1 - after] == wanted[wanted.size() - 1 - after])
        ++after;
    selectRange(cursor, position + static_cast<int>(before), position + static_cast<int>(now.size() - after));
    cursor.insertText(wanted.mid(before, wanted.size() - before - after));
}

void apply(QTextCursor &cursor, const LineEdit &edit, const QStringList &now)
{
    const QTextDocument *document = cursor.document();
    const bool atEnd = edit.from + edit.count >= document->blockCount();
    const QTextBlock first = document->findBlockByNumber(static_cast<int>(edit.from));
    if (edit.count > 0 && edit.count == edit.lines.size()) {
        for (qsizetype i = edit.count - 1; i >= 0; --i)
            replaceWithin(cursor, document->findBlockByNumber(static_cast<int>(edit.from + i)).position(), now[edit.from + i],
                          edit.lines[i]);
        return;
    }
    QString text = edit.lines.join(QLatin1Char('\n'));
    int from = first.isValid() ? first.position() : document->characterCount() - 1;
    int to = document->characterCount() - 1;
    if (!atEnd) {
        to = document->findBlockByNumber(static_cast<int>(edit.from + edit.count)).position();
        text += edit.lines.isEmpty() ? QString() : QStringLiteral("\n");
    } else if (edit.count == 0) {
        text.prepend(QLatin1Char('\n'));
        from = to;
    } else if (edit.lines.isEmpty() && from > 0) {
        --from;
    }
    selectRange(cursor, from, to);
    cursor.insertText(text);
}

} // namespace

void toggleAround(QTextCursor &cursor, const QString &mark)
{
    if (!cursor.hasSelection())
        cursor.select(QTextCursor::WordUnderCursor);
    const int length = static_cast<int>(mark.size());
    int from = cursor.selectionStart();
    int to = cursor.selectionEnd();
    const QString text = plain(cursor.selectedText());
    QTextCursor around(cursor);
    selectRange(around, std::max(0, from - length), std::min(to + length, cursor.document()->characterCount() - 1));
    const QString outer = plain(around.selectedText());
    cursor.beginEditBlock();
    if (text.size() >= 2 * length && text.startsWith(mark) && text.endsWith(mark) && !text.isEmpty()) {
        cursor.insertText(text.mid(length, text.size() - 2 * length));
        selectRange(cursor, from, to - 2 * length);
    } else if (outer == mark + text + mark) {
        around.insertText(text);
        selectRange(cursor, from - length, to - length);
    } else {
        cursor.insertText(mark + text + mark);
        selectRange(cursor, from + length, to + length);
    }
    cursor.endEditBlock();
}

void toggleList(QTextCursor &cursor)
{
    const auto [first, last] = selectedLines(cursor);
    const QTextDocument *document = cursor.document();
    bool all = true;
    for (int i = first; i <= last; ++i)
        all = all && itemForm().match(document->findBlockByNumber(i).text()).hasMatch();
    QTextCursor edit(cursor);
    edit.beginEditBlock();
    for (int i = first; i <= last; ++i) {
        const QTextBlock block = document->findBlockByNumber(i);
        const QRegularExpressionMatch match = itemForm().match(block.text());
        edit.setPosition(block.position());
        if (all)
            edit.setPosition(block.position() + static_cast<int>(match.capturedLength()), QTextCursor::KeepAnchor);
        if (all || (!match.hasMatch() && (first == last || !block.text().trimmed().isEmpty())))
            edit.insertText(all ? QString() : QStringLiteral("- "));
    }
    edit.endEditBlock();
}

void toggleHeading(QTextCursor &cursor)
{
    static const QRegularExpression form(QStringLiteral("^(#{1,6})\\s+"));
    const QTextBlock block = cursor.block();
    const QRegularExpressionMatch match = form.match(block.text());
    const qsizetype level = match.capturedLength(1);
    QTextCursor edit(block);
    edit.setPosition(block.position() + static_cast<int>(match.capturedLength()), QTextCursor::KeepAnchor);
    edit.insertText(level == 0 ? QStringLiteral("## ") : level < 3 ? QString(level + 1, QLatin1Char('#')) + QLatin1Char(' ') : QString());
}

void insertLink(QTextCursor &cursor)
{
    const QString target = QStringLiteral("https://");
    const QString label = plain(cursor.selectedText());
    cursor.insertText(QStringLiteral("[%1](%2)").arg(label, target));
    const int end = cursor.position() - 1;
    if (label.isEmpty())
        cursor.setPosition(end - static_cast<int>(target.size()) - 2);
    else
        selectRange(cursor, end - static_cast<int>(target.size()), end);
}

bool continueList(QTextCursor &cursor)
{
    const QString line = cursor.block().text();
    const QRegularExpressionMatch match = itemForm().match(line);
    if (cursor.hasSelection() || !match.hasMatch() || cursor.positionInBlock() < match.capturedLength())
        return false;
    if (line.size() == match.capturedLength()) {
        cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        return true;
    }
    const QString number = match.captured(3);
    const QString sign = number.isEmpty() ? match.captured(2) : QString::number(number.toInt() + 1) + match.captured(4);
    const QString box = match.captured(6).isEmpty() ? QString() : QStringLiteral("[ ] ");
    cursor.insertText(QLatin1Char('\n') + match.captured(1) + sign + match.captured(5) + box);
    return true;
}

void replaceText(QTextCursor &cursor, const QString &wanted)
{
    const QStringList now = plain(cursor.document()->toRawText()).split(QLatin1Char('\n'));
    const QStringList then = wanted.split(QLatin1Char('\n'));
    qsizetype before = 0;
    while (before < std::min(now.size(), then.size()) && now[before] == then[before])
        ++before;
    qsizetype after = 0;
    while (after < std::min(now.size(), then.size()) - before && now[now.size() - 1 - after] == then[then.size() - 1 - after])
        ++after;
    QTextCursor edit(cursor.document());
    edit.beginEditBlock();
    for (const LineEdit &each :
         editsBetween(now.mid(before, now.size() - before - after), then.mid(before, then.size() - before - after), before))
        apply(edit, each, now);
    edit.endEditBlock();
}

} // namespace qd::ui
