#pragma once
// A plan as a tree of facts, for whatever compares plans or lists what one says.

#include "models/plan/plan.h"

namespace qd::plan {

struct FactTree
{
    enum class Kind {
        Fact,  // `text` is what is said
        Group, // parts are told apart by their keys, which every plan has
        Named, // parts are told apart by their ids; their order is a statement of its own
        Series // parts have no names but what they say
    };
    Kind kind = Kind::Fact;
    QString key;  // of the plan format, an id, or nothing
    QString text; // a fact's value; what a part is called
    std::vector<FactTree> parts;
};

[[nodiscard]] FactTree factTree(const Plan &plan);
[[nodiscard]] bool saysNothing(const FactTree &tree);
[[nodiscard]] QString inShort(const FactTree &tree); // what it is called, or else all that it says
[[nodiscard]] QString inFull(const FactTree &tree);  // all that it says, but for what it is called

} // namespace qd::plan
