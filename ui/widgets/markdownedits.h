#pragma once
// What a key does to Markdown that is being written. Each is one step to undo, and done again takes it back.

#include <QString>

class QTextCursor;

namespace qd::ui {

void toggleAround(QTextCursor &cursor, const QString &mark);  // `**`, `*`, a backtick: around the selected words, else the word at hand
void toggleList(QTextCursor &cursor);                         // every line that is selected
void toggleHeading(QTextCursor &cursor);                      // of the line: none, level 2, level 3, none
void insertLink(QTextCursor &cursor);                         // the selected words become its label; the target is selected to be typed
[[nodiscard]] bool continueList(QTextCursor &cursor);         // Enter within a list item begins the next; in an empty one it ends the list
void replaceText(QTextCursor &cursor, const QString &wanted); // the whole text, touching only the lines that differ

} // namespace qd::ui
