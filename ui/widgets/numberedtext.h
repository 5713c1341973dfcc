#pragma once
// Text with the numbers of its lines beside it, and a sign at the lines that there is something to say of.

#include "ui/theme/theme.h"

#include <QHash>
#include <QPlainTextEdit>

namespace qd::ui {

enum class LineSign { Read, Unread, Differs, Wrong }; // something was read here; a rule was not understood; two statements differ; an error

class NumberedText : public QPlainTextEdit
{
    Q_OBJECT

public:
    NumberedText(const QString &accessibleName, const Theme &theme, QWidget *parent);
    void setSigns(const QHash<int, LineSign> &signs); // by line, from 1
    void showLines(const std::vector<int> &lines);    // brings the first into sight, and marks all until others are shown
    [[nodiscard]] int currentLine() const;            // from 1

signals:
    void lineChosen(int line); // by a person: the cursor came to it

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Gutter;
    void paintGutter(const QRect &area);
    void markLines();
    void dress();
    [[nodiscard]] int gutterWidth() const;
    [[nodiscard]] QColor signColour(LineSign sign) const;

    const Theme &m_theme;
    QWidget *m_gutter;
    QHash<int, LineSign> m_signs;
    std::vector<int> m_shown;
    bool m_moving = false;
};

} // namespace qd::ui
