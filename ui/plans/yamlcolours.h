#pragma once
// The source of a plan in quiet colours: its keys, its comments, and a wave under what is wrong.

#include "models/plan/problem.h"
#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>

namespace qd::ui {

class YamlColours : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    YamlColours(QTextDocument *document, const Theme &theme);
    void setProblems(const std::vector<plan::Problem> &problems);

protected:
    void highlightBlock(const QString &text) override;

private:
    void underline(const QString &text, int column);

    const Theme &m_theme;
    QMultiHash<int, int> m_columns; // of problems, by line; both from 1
};

// Where the word that begins there ends: a place in a file is only its beginning.
[[nodiscard]] int endOfWord(const QString &line, int from);

} // namespace qd::ui
