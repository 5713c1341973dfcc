#pragma once
// What a post-mortem is written from: the timeline to pick from, the facts against their targets, and what the lint finds.

#include "models/review/review.h"
#include "ui/panes/pane.h"

#include <QTabWidget>

namespace qd::ui {

class CardList;

class Evidence : public QTabWidget
{
    Q_OBJECT

public:
    Evidence(const PaneContext &context, QWidget *parent);
    void refresh();

signals:
    void picked(const QString &markdown); // a line to put into the section
    void sought(const QString &section);  // a finding is about it

private:
    void pickEntry(const QString &id);
    void pickFact(const QString &id);
    void seek(const QString &id);

    const PaneContext &m_context;
    CardList *m_timeline;
    CardList *m_facts;
    CardList *m_findings;
    std::vector<review::Fact> m_factValues;
    std::vector<review::Finding> m_findingValues;
};

} // namespace qd::ui
