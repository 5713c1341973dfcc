#pragma once
// Who reviews the post-mortem: whom was asked, who answered what, and the answer of the person at this desk.

#include "models/core/incident.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace qd::ui {

class ToneLabel;

class ReviewerRow : public QWidget
{
    Q_OBJECT

public:
    ReviewerRow(const Theme &theme, QWidget *parent);
    void setReview(const Incident &incident, const QString &author, bool readOnly);

signals:
    void askWanted();
    void withdrawWanted(const QString &who);
    void verdictWanted(const QString &verdict); // approved, changes

private:
    void addChip(const Reviewer &reviewer, bool readOnly);
    QPushButton *makeButton(const QString &name, const std::function<void()> &act);

    const Theme &m_theme;
    std::vector<Reviewer> m_shown;
    bool m_readOnly = false;
    QHBoxLayout *m_chips;
    ToneLabel *m_title;
    QPushButton *m_ask;
    QPushButton *m_changes;
    QPushButton *m_approve;
};

} // namespace qd::ui
