#pragma once
// All incidents at a glance: the open ones with their most urgent clock, then those that ended.

#include "models/session/boardrow.h"

#include <memory>

namespace qd {

class Board
{
public:
    void put(const Incident &incident, std::shared_ptr<const plan::Plan> plan); // new or changed
    void putEnded(const IncidentId &incident, const BoardRow &row);             // of an old one nothing runs any more
    void refresh(Instant now);                                                  // recomputes what has changed by itself
    [[nodiscard]] const std::vector<BoardRow> &rows() const { return m_rows; }
    [[nodiscard]] bool anythingRuns() const; // is there a clock to count down

private:
    struct Item
    {
        Incident incident; // without its timeline
        std::shared_ptr<const plan::Plan> plan;
        BoardRow row;
        std::optional<Instant> nextChange; // of any of its clocks; absent: none
        bool stale = true;
    };
    static void compute(Item &item, Instant now);

    QHash<IncidentId, std::shared_ptr<Item>> m_items;
    std::vector<BoardRow> m_rows;
};

} // namespace qd
