#pragma once
// A plan while a person edits it: every change is one step that can be taken back, and what the checker says of it is always at hand.
// Lives on the window's thread. Facts are spoken of by their names (models/plan/facts.h).

#include "models/plan/facts.h"

#include <QObject>

#include <functional>

namespace qd {

class PlanEditing : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void start(const plan::Plan &plan); // as it is saved; the steps before are forgotten
    void goOn(const plan::Plan &plan);  // what it was changed to before: one step
    void markSaved();
    [[nodiscard]] const plan::Plan &plan() const { return m_plan; }
    [[nodiscard]] const plan::Plan &saved() const { return m_saved; }
    [[nodiscard]] const std::vector<plan::Fact> &facts() const { return m_facts; }
    [[nodiscard]] const std::vector<plan::FactProblem> &problems() const { return m_problems; }
    [[nodiscard]] bool isChanged() const { return m_plan != m_saved; }

    // An error leaves everything as it was.
    Result<void> set(const QString &name, const QString &words);
    Result<QString> add(const QString &list, const QString &called); // gives the name of what is there now, as the next two do
    Result<QString> copy(const QString &name);
    Result<QString> move(const QString &name, int by);
    Result<void> remove(const QString &name);
    Result<void> change(const std::function<Result<void>(plan::Plan &)> &step);

    [[nodiscard]] bool canUndo() const { return !m_before.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_after.empty(); }
    void undo();
    void redo();

signals:
    void changed();

private:
    void take(const plan::Plan &plan);
    [[nodiscard]] QString path(const QString &name) const { return plan::pathOf(m_plan, name); }

    plan::Plan m_plan, m_saved;
    std::vector<plan::Fact> m_facts;
    std::vector<plan::FactProblem> m_problems;
    std::vector<plan::Plan> m_before, m_after;
};

} // namespace qd
