#include "models/session/board.h"

#include <tuple>

namespace qd {
namespace {

// Open before ended; then the clock that is due first; then the worse severity; then the newer one.
auto urgency(const BoardRow &row)
{
    const bool timed = row.open && row.next && row.next->dueAt;
    const qint64 due = timed ? toMsecs(*row.next->dueAt) : std::numeric_limits<qint64>::max();
    return std::tuple(!row.open, due, row.rank < 0 ? row.ranks : row.rank, -toMsecs(row.declaredAt), row.ref);
}

} // namespace

void Board::put(const Incident &incident, std::shared_ptr<const plan::Plan> plan)
{
    std::shared_ptr<Item> &item = m_items[incident.id];
    if (!item)
        item = std::make_shared<Item>();
    item->incident = incident;
    item->incident.entries = {}; // clear() would allocate as much anew
    item->plan = std::move(plan);
    item->stale = true;
}

void Board::putEnded(const IncidentId &incident, const BoardRow &row)
{
    std::shared_ptr<Item> &item = m_items[incident];
    item = std::make_shared<Item>();
    item->row = row;
    item->stale = false;
}

void Board::compute(Item &item, Instant now) const
{
    const Incident &incident = item.incident;
    BoardRow &row = item.row;
    row.id = incident.id;
    row.ref = incident.ref;
    row.title = incident.displayTitle();
    row.severity = incident.severity;
    row.status = incident.status;
    row.open = incident.isOpen();
    row.drill = incident.drill;
    row.restricted = incident.restricted;
    row.commander = incident.rules.roles.empty() ? QString() : incident.holder(incident.rules.roles.front().id);
    row.mergedInto = incident.mergedInto();
    row.declaredAt = incident.milestones.declared.value_or(Instant{});
    row.ranks = static_cast<int>(item.plan->severities.size());
    const plan::Severity *severity = plan::findSeverity(*item.plan, incident.severity);
    row.severityName = severity ? severity->name : QString();
    row.rank = severity ? static_cast<int>(severity - item.plan->severities.data()) : -1;

    const std::vector<clocks::Countdown> all = clocks::clocks(*item.plan, incident, now);
    const clocks::Countdown *next = clocks::mostUrgent(all);
    row.next = next ? std::optional(*next) : std::nullopt;
    item.facts = items::noticeFacts(incident, all, m_person);
    item.nextChange = clocks::nextChange(all, now);
    item.stale = false;
}

void Board::refresh(Instant now)
{
    bool moved = m_rows.size() != static_cast<size_t>(m_items.size());
    for (const std::shared_ptr<Item> &item : std::as_const(m_items)) {
        if (item->stale || (item->nextChange && *item->nextChange <= now)) {
            compute(*item, now);
            moved = true;
        }
    }
    if (!moved)
        return;
    ++m_revision;
    m_rows.clear();
    for (const std::shared_ptr<Item> &item : std::as_const(m_items))
        m_rows.push_back(item->row);
    std::sort(m_rows.begin(), m_rows.end(), [](const BoardRow &a, const BoardRow &b) { return urgency(a) < urgency(b); });
}

std::vector<items::NoticeFact> Board::noticeFacts() const
{
    std::vector<items::NoticeFact> all;
    for (const std::shared_ptr<Item> &item : std::as_const(m_items))
        all.insert(all.end(), item->facts.begin(), item->facts.end());
    return all;
}

bool Board::anythingRuns() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const BoardRow &row) { return row.open || row.next; });
}

} // namespace qd
