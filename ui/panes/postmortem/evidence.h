#pragma once
// What a post-mortem is written from, a tab each: the timeline, the facts, what the lint finds, what was said of it, what will be done.

#include "models/review/review.h"
#include "ui/panes/pane.h"

#include <QTabWidget>

namespace qd::ui {

class ActionTab;
class CommentTab;
class EntryTab;
class FactTab;
class FindingTab;

class Evidence : public QTabWidget
{
    Q_OBJECT

public:
    struct Shown // of the record, or of the final snapshot
    {
        const Incident &incident;
        Instant at{};
        const std::vector<review::DraftSection> &sections;
        const std::vector<review::Finding> &findings;
        QString section; // that is written
    };

    Evidence(const PaneContext &context, QWidget *parent);
    void refresh(const Shown &shown);
    [[nodiscard]] bool open(const QString &tab); // "entries", "facts", "findings", "comments", "actions"; false: another one
    [[nodiscard]] bool goTo(const EventId &entry);
    [[nodiscard]] bool goToFact(const QString &fact);
    [[nodiscard]] bool goToAction(const EventId &action);
    [[nodiscard]] CommentTab &comments() { return *m_comments; }

signals:
    void pulled(const QString &markdown);                             // lines for the section
    void dropped(const QString &markdown, const QPoint &screenPlace); // carried there
    void findingSought(const review::Finding &finding);
    void commentSought(const QString &section, const QString &words);
    void refused(const QString &sentence);

private:
    void count(QWidget *tab, const QString &name, int number, const QString &spoken);

    EntryTab *m_entries;
    FactTab *m_facts;
    FindingTab *m_findings;
    CommentTab *m_comments;
    ActionTab *m_actions;
    const PaneContext &m_context;
};

} // namespace qd::ui
