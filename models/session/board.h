#pragma once
// All incidents at a glance: the open ones with their most urgent clock, then those that ended.

#include "models/items/noticefact.h"
#include "models/session/boardrow.h"

#include <memory>

namespace qd {

class Board
{
public:
    explicit Board(const QString &person) : m_person(person) { }
    void setPerson(const QString &person) { m_person = person; }
    void put(const Incident &incident, std::shared_ptr<const plan::Plan> plan); // new or changed
    void putEnded(const IncidentId &incident, const BoardRow &row);             // of an old one nothing runs any more
    void refresh(Instant now);                                                  // recomputes what has changed by itself
    [[nodiscard]] const std::vector<BoardRow> &rows() const { return m_rows; }
    [[nodiscard]] std::vector<items::NoticeFact> noticeFacts() const; // of all
    [[nodiscard]] int revision() const { return m_revision; }         // counts up whenever a row or a fact may have changed
    [[nodiscard]] bool anythingRuns() const;                          // is there a clock to count down

private:
    struct Item
    {
        Incident incident; // without its timeline
        std::shared_ptr<const plan::Plan> plan;
        BoardRow row;
        std::vector<items::NoticeFact> facts;
        std::optional<Instant> nextChange; // of any of its clocks; absent: none
        bool stale = true;
    };
    void compute(Item &item, Instant now) const;

    QString m_person; // who looks
    int m_revision = 0;
    QHash<IncidentId, std::shared_ptr<Item>> m_items;
    std::vector<BoardRow> m_rows;
};

} // namespace qd
