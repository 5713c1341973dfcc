#pragma once
// The plan as the text of its file, with every problem as a row below; Enter on a row goes to its place.

#include "ui/plans/plandraft.h"

namespace qd::ui {

class CardList;
class NumberedText;
class ToneLabel;
class YamlColours;

class SourceTab : public QWidget
{
    Q_OBJECT

public:
    SourceTab(PlanDraft &draft, const Theme &theme, QWidget *parent);
    void focusText();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // Enter goes on at the same depth

private:
    void showText();
    void showProblems();
    void goTo(const QString &problem);
    void nextProblem(int by);

    PlanDraft &m_draft;
    const Theme &m_theme;
    NumberedText *m_text;
    YamlColours *m_colours;
    CardList *m_problems;
    ToneLabel *m_verdict;
};

} // namespace qd::ui
