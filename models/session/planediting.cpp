#include "models/session/planediting.h"

#include "models/plan/provenance.h"

namespace qd {
namespace {

constexpr size_t mostSteps = 500;

QString listOf(const QString &name)
{
    return name.left(name.lastIndexOf(QLatin1Char('/')));
}

int placeOf(const QString &path)
{
    return path.section(QLatin1Char('/'), -1).toInt();
}

// The place that an element comes to when one is moved from one place to another.
int afterMove(int place, int from, int to)
{
    if (place == from)
        return to;
    return from < place && place <= to ? place - 1 : to <= place && place < from ? place + 1 : place;
}

} // namespace

void PlanEditing::start(const plan::Plan &plan)
{
    m_before.clear();
    m_after.clear();
    m_saved = plan;
    take(plan);
}

void PlanEditing::goOn(const plan::Plan &plan)
{
    if (plan != m_plan)
        static_cast<void>(change([&plan](plan::Plan &now) -> Result<void> {
            now = plan;
            return {};
        }));
}

void PlanEditing::markSaved()
{
    m_saved = m_plan;
    emit changed();
}

void PlanEditing::take(const plan::Plan &plan)
{
    m_plan = plan;
    m_facts = plan::factsOf(m_plan);
    m_problems = plan::problemsOf(m_plan);
    emit changed();
}

Result<void> PlanEditing::change(const std::function<Result<void>(plan::Plan &)> &step)
{
    plan::Plan next = m_plan;
    const Result<void> done = step(next);
    if (!done || next == m_plan)
        return done;
    if (m_before.size() == mostSteps)
        m_before.erase(m_before.begin());
    m_before.push_back(m_plan);
    m_after.clear();
    take(next);
    return done;
}

Result<void> PlanEditing::set(const QString &name, const QString &words)
{
    return change([&](plan::Plan &plan) -> Result<void> {
        const QString at = path(name);
        const Result<void> done = plan::setWords(plan, at, words);
        if (done && name.endsWith(QLatin1String("/id")))
            plan::moveLines(plan, listOf(name), plan::nameOf(plan, listOf(at)));
        return done;
    });
}

Result<QString> PlanEditing::add(const QString &list, const QString &called)
{
    QString name;
    const Result<void> done = change([&](plan::Plan &plan) -> Result<void> {
        const Result<QString> added = plan::addElement(plan, path(list), called);
        if (!added)
            return tl::unexpected(added.error());
        name = plan::nameOf(plan, *added);
        return {};
    });
    return done ? Result<QString>(name) : tl::unexpected(done.error());
}

Result<QString> PlanEditing::copy(const QString &name)
{
    QString copied;
    const Result<void> done = change([&](plan::Plan &plan) -> Result<void> {
        const Result<QString> at = plan::copyElement(plan, path(name));
        if (!at)
            return tl::unexpected(at.error());
        plan::moveLines(plan, listOf(name), [place = placeOf(*at)](int old) { return old < place ? old : old + 1; });
        copied = plan::nameOf(plan, *at);
        return {};
    });
    return done ? Result<QString>(copied) : tl::unexpected(done.error());
}

Result<QString> PlanEditing::move(const QString &name, int by)
{
    QString moved = name;
    const Result<void> done = change([&](plan::Plan &plan) -> Result<void> {
        const QString from = path(name);
        const Result<QString> to = plan::moveElement(plan, from, by);
        if (!to)
            return tl::unexpected(to.error());
        plan::moveLines(plan, listOf(name), [&](int place) { return afterMove(place, placeOf(from), placeOf(*to)); });
        moved = plan::nameOf(plan, *to);
        return {};
    });
    return done ? Result<QString>(moved) : tl::unexpected(done.error());
}

Result<void> PlanEditing::remove(const QString &name)
{
    return change([&](plan::Plan &plan) -> Result<void> {
        const QString at = path(name);
        const Result<void> done = plan::removeElement(plan, at);
        if (!done)
            return done;
        plan::moveLines(plan, name, QString());
        plan::moveLines(plan, listOf(name), [gone = placeOf(at)](int place) { return place > gone ? place - 1 : place; });
        return {};
    });
}

void PlanEditing::undo()
{
    if (!canUndo())
        return;
    m_after.push_back(m_plan);
    const plan::Plan before = m_before.back();
    m_before.pop_back();
    take(before);
}

void PlanEditing::redo()
{
    if (!canRedo())
        return;
    m_before.push_back(m_plan);
    const plan::Plan after = m_after.back();
    m_after.pop_back();
    take(after);
}

} // namespace qd
