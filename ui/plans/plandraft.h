#pragma once
// A plan as it is written on, as the text of its file. What is not saved is kept on disk as it is typed, and is there again the next time;
// what the checker says of it comes a moment after the last key, worked out off the window's thread.

#include "models/plan/reader.h"
#include "ui/panes/pane.h"

#include <QTimer>

namespace qd::ui {

class PlanDraft : public QObject
{
    Q_OBJECT

public:
    PlanDraft(const PaneContext &context, QObject *parent);
    void open(const QString &id, const QString &saved); // with what was written on it before and not saved
    void close();
    void setText(const QString &text);
    void markSaved(const QString &text); // as it stands in the plan's file now
    void discard();
    [[nodiscard]] bool isKept(const QString &id) const; // something is written on that plan and not saved

    [[nodiscard]] const QString &id() const { return m_id; } // empty: none is open
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QString &saved() const { return m_saved; }
    [[nodiscard]] bool isChanged() const { return m_text != m_saved; }
    [[nodiscard]] bool isChecked() const { return m_checked == m_revision; } // what follows is of the text as it is now
    [[nodiscard]] const std::vector<plan::Problem> &problems() const { return m_outcome.problems; }
    [[nodiscard]] const std::optional<plan::Plan> &plan() const { return m_outcome.plan; }
    [[nodiscard]] bool canSave() const { return isChanged() && isChecked() && m_outcome.plan; }

signals:
    void opened();  // another plan
    void changed(); // the text
    void checked();

private:
    void check();
    void keep();
    [[nodiscard]] QString kept(const QString &id) const;

    const PaneContext &m_context;
    QHash<QString, QString> m_kept; // by plan: what the disk may not have yet
    QString m_id;
    QString m_text;
    QString m_saved;
    plan::ReadOutcome m_outcome;
    int m_revision = 0;
    int m_checked = 0;
    QTimer m_pause;
};

} // namespace qd::ui
