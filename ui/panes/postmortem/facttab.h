#pragma once
// What the record says in figures, against the plan's targets. Each leads to the entries that it rests on.

#include "models/review/review.h"
#include "ui/panes/pane.h"

namespace qd::ui {

class CardList;
class ToneLabel;

class FactTab : public QWidget
{
    Q_OBJECT

public:
    FactTab(const PaneContext &context, QWidget *parent);
    void refresh(const std::vector<review::Fact> &facts);
    [[nodiscard]] bool goTo(const QString &fact);
    void takeFocus();

signals:
    void pulled(const QString &markdown);
    void restsAsked(const std::vector<qd::EventId> &entries, const QString &of);

private:
    void showCards();
    void fold(const QString &group);
    [[nodiscard]] const review::Fact *current() const;

    std::vector<review::Fact> m_facts;
    QSet<QString> m_folded;
    CardList *m_list;
    ToneLabel *m_hint;
};

} // namespace qd::ui
