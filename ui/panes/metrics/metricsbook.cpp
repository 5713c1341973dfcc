#include "ui/panes/metrics/metricsbook.h"

#include "models/session/casebook.h"
#include "ui/widgets/background.h"

namespace qd::ui {
namespace {

constexpr size_t atOnce = 200; // incidents that are copied in one turn of the event loop

} // namespace

MetricsBook::MetricsBook(IncidentSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session.casebook(), &Casebook::changed, this, &MetricsBook::change);
    connect(&session.casebook(), &Casebook::failed, this, &MetricsBook::failed);
    connect(&session, &IncidentSession::ticked, this, &MetricsBook::tick);
}

void MetricsBook::start()
{
    if (std::exchange(m_running, true))
        return;
    m_session.casebook().watch();
    change();
}

void MetricsBook::ask(const review::MetricsQuery &query)
{
    m_query = query;
    change();
}

void MetricsBook::change()
{
    if (!m_running)
        return;
    m_again = m_busy;
    if (m_busy)
        return;
    m_busy = true;
    m_from = 0;
    next();
}

void MetricsBook::tick(Instant now)
{
    if (m_nextChange && *m_nextChange <= now)
        change();
}

bool MetricsBook::isStale(const review::Case &one, Instant now) const
{
    const auto known = m_known.constFind(one.incident.id);
    return known == m_known.cend() || known->events != one.incident.eventCount || known->recorded != one.incident.lastRecordedAt
        || known->plan != one.plan.get() || (known->measured->goodUntil && *known->measured->goodUntil <= now);
}

MetricsBook::Stale MetricsBook::someStale(Instant now)
{
    const std::vector<review::Case> &cases = m_session.casebook().cases();
    Stale stale;
    for (; m_from < cases.size() && stale.size() < atOnce; ++m_from) {
        if (isStale(cases[m_from], now))
            stale.push_back(cases[m_from]);
    }
    return stale;
}

void MetricsBook::next()
{
    Stale stale = someStale(m_session.present());
    if (!stale.empty())
        measureSome(std::move(stale));
    else if (m_session.casebook().isComplete())
        count();
    else
        m_busy = false; // the casebook says when there is more
}

void MetricsBook::measureSome(Stale stale)
{
    using Found = std::vector<std::pair<IncidentId, Known>>;
    const auto work = [stale = std::move(stale), now = m_session.present()] {
        Found found;
        for (const review::Case &one : stale)
            found.emplace_back(one.incident.id,
                               Known{one.incident.eventCount, one.incident.lastRecordedAt, one.plan.get(),
                                     std::make_shared<const review::Measured>(review::measure(*one.plan, one.incident, now))});
        return found;
    };
    inBackground(this, work, [this](const Found &found) {
        for (const auto &[id, known] : found)
            m_known[id] = known;
        if (!m_page)
            emit progress();
        next();
    });
}

void MetricsBook::count()
{
    review::MeasuredCases cases;
    m_nextChange.reset();
    for (const review::Case &one : m_session.casebook().cases()) {
        const auto known = m_known.constFind(one.incident.id);
        if (known == m_known.cend())
            continue;
        cases.push_back(known->measured);
        if (const auto &until = known->measured->goodUntil; until && (!m_nextChange || *until < *m_nextChange))
            m_nextChange = until;
    }
    const auto work = [cases = std::move(cases), query = m_query, now = m_session.present()] {
        return std::make_shared<const MetricsPage>(pageOf(cases, query, now));
    };
    inBackground(this, work, [this](const std::shared_ptr<const MetricsPage> &page) {
        m_busy = false;
        m_page = page;
        emit counted();
        if (std::exchange(m_again, false))
            change();
    });
}

} // namespace qd::ui
