#pragma once
// What one author can take back, and do again.

#include "models/core/event.h"

#include <optional>
#include <span>

namespace qd {

struct Undoable
{
    EventId event;
    QString kind;
    QString what; // as a menu would call it: "severity changed", "entry logged “rolled back shard 3”"
    bool operator==(const Undoable &) const = default;
};

// Never: a declaration (an incident that was opened ends by being resolved and closed, on the record), a redaction (its text is gone for
// good), and who may see the incident (a hub has acted on it; it is set anew). The fold passes over an event that takes back one of these.
[[nodiscard]] bool canBeUndone(const Event &event);

// Fed with events in the order of the fold; those of others are passed over. A new change ends what can be done again.
class UndoStack
{
public:
    explicit UndoStack(QString author) : m_author(std::move(author)) { }
    UndoStack(QString author, std::span<const Event> events); // in any order

    void add(const Event &event);
    [[nodiscard]] std::optional<Undoable> undoable() const;
    [[nodiscard]] std::optional<Undoable> redoable() const;

private:
    [[nodiscard]] bool cameWithItsEntry(const Event &attachment) const; // no step of its own
    QString m_author;
    std::vector<Undoable> m_done; // the newest last
    std::vector<Undoable> m_undone;
    Instant m_lastAt{}; // when the newest of m_done was recorded
};

} // namespace qd
