#pragma once
// The scribe's line: a text field of one line that grows, with what it understands in colour. Enter logs; Shift+Enter begins a new line of the
// same entry, while every line of a paste is an entry of its own.

#include "models/core/scribeline.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <functional>

namespace qd::ui {

class ScribeEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    using Reader = std::function<ScribeLine(const QString &)>;

    ScribeEditor(const Theme &theme, Reader reader, QWidget *parent);
    void setLine(const QString &text);                         // as writing() gave it, or an entry's text; the cursor goes to its end
    [[nodiscard]] QString writing() const;                     // whole, for a draft: an entry a line, lines within an entry by U+2028
    [[nodiscard]] QStringList entries() const;                 // what is to be logged, without blank ones
    [[nodiscard]] static QString withinOneEntry(QString text); // an entry's text of several lines, for setLine
    [[nodiscard]] QString lineAtCursor() const { return textCursor().block().text(); }
    void replaceInLine(int start, int length, const QString &text); // of the line at the cursor
    [[nodiscard]] int wantedHeight() const;
    [[nodiscard]] bool takes(const QMimeData &given) const { return canInsertFromMimeData(&given); }
    void take(const QMimeData &given) { insertFromMimeData(&given); }

signals:
    void entered();    // Enter
    void olderAsked(); // Up, where there is no line above
    void newerAsked(); // Down, where there is none below
    void escaped();
    void erasedAtStart(); // Backspace with nothing before the cursor
    void undoAsked();     // of the incident: the line is empty
    void redoAsked();
    void fileGiven(const QString &path);
    void pictureGiven(const QImage &picture);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] bool handleKey(QKeyEvent &event);
    [[nodiscard]] bool isAtEdge(QTextCursor::MoveOperation up) const; // no line in that direction

    const Theme &m_theme;
};

} // namespace qd::ui
