#pragma once
// The scribe's line: a text field of one line that grows, with what it understands in colour. Enter logs, also every line of a paste.

#include "models/core/scribeline.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>

#include <functional>

namespace qd::ui {

class ScribeEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    using Reader = std::function<ScribeLine(const QString &)>;

    ScribeEditor(const Theme &theme, Reader reader, QWidget *parent);
    void setLine(const QString &text); // the cursor goes to its end
    [[nodiscard]] QString wordBeforeCursor() const;
    void completeWord(const QString &whole);
    [[nodiscard]] int wantedHeight() const;

signals:
    void entered();       // Enter
    void completeAsked(); // Tab
    void editLastAsked(); // Up, where there is no line above
    void escaped();
    void undoAsked(); // of the incident: the line is empty
    void redoAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] bool handleKey(QKeyEvent &event);

    const Theme &m_theme;
};

} // namespace qd::ui
