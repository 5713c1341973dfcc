#pragma once
// Who reviews the post-mortem: whom was asked, who answered what, and the answer of the person at this desk.

#include "models/core/incident.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace qd::ui {

class ToneLabel;
class WrapLayout;

class ReviewerRow : public QWidget
{
    Q_OBJECT

public:
    ReviewerRow(const Theme &theme, QWidget *parent);
    void setReview(const Incident &incident, bool readOnly);

signals:
    void askWanted();
    void withdrawWanted(const QString &who);
    void verdictWanted(const QString &verdict); // approved, changes

private:
    void dropChips();
    void addChip(const Reviewer &reviewer, bool readOnly);
    QPushButton *makeButton(const QString &name, const std::function<void()> &act);

    std::vector<Reviewer> m_shown;
    bool m_readOnly = false;
    WrapLayout *m_chips; // the title, a chip for each, the way to ask one more
    QList<QPushButton *> m_people;
    ToneLabel *m_title;
    QPushButton *m_ask;
    QPushButton *m_changes;
    QPushButton *m_approve;
};

} // namespace qd::ui
