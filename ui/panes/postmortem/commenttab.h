#pragma once
// What was said of the section, or of all: to be added on the words that are selected, answered and settled.

#include "models/review/review.h"
#include "ui/panes/pane.h"

class QLineEdit;
class QPushButton;

namespace qd::ui {

class CardList;
class EmptyState;
class ToneLabel;

class CommentTab : public QWidget
{
    Q_OBJECT

public:
    CommentTab(const PaneContext &context, QWidget *parent);
    void refresh(const std::vector<review::DraftSection> &sections, const QString &section);
    void setWords(const QString &words); // that are selected in the text: what a new comment is about
    void begin();                        // a comment on them
    void takeFocus();

signals:
    void sought(const QString &section, const QString &words);
    void refused(const QString &sentence);

private:
    QWidget *makeChoices();
    void addKeys();
    void add();
    void answer();
    void settle();
    void showCards();
    void submit(const Command &command);
    [[nodiscard]] const ReviewComment *current() const;

    const PaneContext &m_context;
    std::vector<review::DraftSection> m_sections;
    QString m_section;
    QString m_words;
    QLineEdit *m_new;
    ToneLabel *m_about;
    QPushButton *m_all = nullptr;
    QPushButton *m_resolved = nullptr;
    CardList *m_list;
    EmptyState *m_nothing;
    ToneLabel *m_hint;
};

} // namespace qd::ui
