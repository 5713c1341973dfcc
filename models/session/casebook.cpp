#include "models/session/casebook.h"

#include "models/core/fold.h"
#include "models/journal/journal.h"

namespace qd {
namespace {

constexpr int readAtOnce = 8; // so that another question to the journal never waits behind all of them

bool declaredBefore(const review::Case &a, const review::Case &b)
{
    const Instant atA = a.incident.milestones.declared.value_or(Instant{});
    const Instant atB = b.incident.milestones.declared.value_or(Instant{});
    return atA != atB ? atA < atB : a.incident.id < b.incident.id;
}

} // namespace

Casebook::Casebook(Journal &journal, QObject *parent) : QObject(parent), m_journal(journal) { }

void Casebook::watch()
{
    if (std::exchange(m_watching, true))
        return;
    m_journal.loadIncidents().then(this, [this](const Result<std::vector<IncidentSummary>> &summaries) {
        if (!summaries) {
            m_watching = false;
            emit failed(summaries.error().sentence);
            return;
        }
        for (const IncidentSummary &summary : *summaries) {
            if (!m_changes.contains(summary.id))
                m_toRead.push_back(summary.id);
        }
        for (int i = 0; i < readAtOnce; ++i)
            readNext();
    });
}

void Casebook::readNext()
{
    if (!m_toRead.empty()) {
        const IncidentId next = m_toRead.back();
        m_toRead.pop_back();
        read(next);
    } else if (m_reading == 0 && !m_complete) {
        m_complete = true;
        announce();
    }
}

void Casebook::read(const IncidentId &incident)
{
    ++m_reading;
    const int asked = ++m_changes[incident];
    m_journal.loadCourse(incident)
        .then(QtFuture::Launch::Async,
              [](const Result<std::vector<Event>> &course) {
                  Folded folded;
                  if (course)
                      folded.incident = fold(*course);
                  folded.planHash = PlanCache::hashOf(folded.incident.plan);
                  return folded;
              })
        .then(this, [this, asked](const Folded &folded) {
            --m_reading;
            take(folded, asked);
            readNext();
        });
}

void Casebook::take(Folded folded, int asked)
{
    if (folded.incident.id.isNull() || m_changes.value(folded.incident.id) != asked)
        return;
    std::shared_ptr<const plan::Plan> plan = m_plans.planOf(folded.planHash, folded.incident.plan);
    place({std::move(plan), std::move(folded.incident)});
}

void Casebook::refresh(const IncidentId &incident)
{
    if (m_watching)
        read(incident);
}

void Casebook::put(const Incident &incident, std::shared_ptr<const plan::Plan> plan)
{
    if (!m_watching || incident.id.isNull())
        return;
    ++m_changes[incident.id];
    place({std::move(plan), incident});
}

void Casebook::place(review::Case item)
{
    item.incident.entries.clear();
    item.incident.plan = {};
    const auto same = [&item](const review::Case &other) { return other.incident.id == item.incident.id; };
    const auto found = m_placed.contains(item.incident.id) ? std::find_if(m_cases.begin(), m_cases.end(), same) : m_cases.end();
    m_placed.insert(item.incident.id);
    if (found != m_cases.end() && !declaredBefore(*found, item) && !declaredBefore(item, *found)) {
        *found = std::move(item);
    } else {
        if (found != m_cases.end())
            m_cases.erase(found);
        m_cases.insert(std::upper_bound(m_cases.begin(), m_cases.end(), item, declaredBefore), std::move(item));
    }
    announce();
}

const review::Case *Casebook::find(const IncidentId &incident) const
{
    const auto found =
        std::find_if(m_cases.begin(), m_cases.end(), [&incident](const review::Case &item) { return item.incident.id == incident; });
    return found == m_cases.end() ? nullptr : &*found;
}

void Casebook::announce()
{
    if (std::exchange(m_announced, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_announced = false;
            emit changed();
        },
        Qt::QueuedConnection);
}

} // namespace qd
