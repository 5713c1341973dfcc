#pragma once
// Counts the metrics off the window's thread and keeps them in step with the record.
//
// 1. What an incident gives is measured once, and again when it changed or one of its clocks did. A few hundred incidents are handed to the
//    other thread at a time: the window never waits for all of them.
// 2. The last question wins: one that comes while another is counted is counted next, and what lies between is passed over.
// 3. Nothing is read before start(), and nothing is counted while stopped.

#include "models/session/session.h"
#include "ui/panes/metrics/metricspage.h"

namespace qd::ui {

class MetricsBook : public QObject
{
    Q_OBJECT

public:
    MetricsBook(IncidentSession &session, QObject *parent);
    void start(); // counts now what changed while it was stopped
    void stop() { m_running = false; }
    void ask(const review::MetricsQuery &query);
    [[nodiscard]] const std::shared_ptr<const MetricsPage> &page() const { return m_page; } // null: not counted yet
    [[nodiscard]] int read() const { return static_cast<int>(m_known.size()); }             // incidents so far

signals:
    void counted();  // page() is another one
    void progress(); // while the record is read for the first time
    void failed(const QString &sentence);

private:
    struct Known
    {
        qsizetype events = -1; // of the incident as it was measured
        Instant recorded{};
        const plan::Plan *plan = nullptr;
        std::shared_ptr<const review::Measured> measured;
    };
    using Stale = std::vector<review::Case>;

    void change();
    void next();
    void measureSome(Stale stale);
    void count();
    [[nodiscard]] Stale someStale(Instant now);
    [[nodiscard]] bool isStale(const review::Case &one, Instant now) const;
    void tick(Instant now);

    IncidentSession &m_session;
    review::MetricsQuery m_query;
    QHash<IncidentId, Known> m_known;
    size_t m_from = 0; // in the casebook: those before were looked at in this round
    std::optional<Instant> m_nextChange;
    std::shared_ptr<const MetricsPage> m_page;
    bool m_running = false;
    bool m_busy = false;
    bool m_again = false;
};

} // namespace qd::ui
