#pragma once
// What the lint finds: why it matters, what to do; to its place with Enter, put aside with a reason, and taken up again.

#include "models/items/card.h"
#include "models/review/review.h"
#include "ui/panes/pane.h"

class QPushButton;

namespace qd::ui {

class CardList;
class EmptyState;
class ToneLabel;

class FindingTab : public QWidget
{
    Q_OBJECT

public:
    FindingTab(const PaneContext &context, QWidget *parent);
    // The dismissed ones too.
    void refresh(const std::vector<review::Finding> &findings, const Incident &incident, const std::vector<review::DraftSection> &sections);
    void takeFocus();
    [[nodiscard]] static int standing(const std::vector<review::Finding> &findings); // how many are not dismissed

signals:
    void sought(const review::Finding &finding);
    void refused(const QString &sentence);

private:
    void showCards();
    void dismiss();
    void submit(const Command &command);
    [[nodiscard]] const review::Finding *current() const;

    const PaneContext &m_context;
    std::vector<review::Finding> m_findings;
    items::Cards m_cards; // a row each
    QPushButton *m_dismissed;
    QWidget *m_bar = nullptr; // above the list, while anything was dismissed
    CardList *m_list;
    EmptyState *m_nothing;
    ToneLabel *m_hint;
};

} // namespace qd::ui
