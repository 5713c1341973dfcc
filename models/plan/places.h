#pragma once
// Places in a message that are there to be filled, in the notations that people write templates in:
//
//     {{title}}   [SERVICE NAME]   {Brief description}   <incident-id>   ____   XX:XX   HH:MM   YYYY-MM-DD   SEV{N}   [P0/P1/P2]
//
// A place says what belongs there by its own name, or by the label before it: "Next update: [TIME]". What only looks like one is none: a
// link, a check box, an HTML tag, JSON, "[P1]", "[RESOLVED]", "[14:02 UTC]".

#include <QString>

#include <vector>

namespace qd::plan {

struct Place
{
    qsizetype from = 0; // in the text
    qsizetype length = 0;
    QString name; // for a person: "SERVICE NAME", "Next update"
    QString fact; // what the incident may know of it, one of knownPlaceholders(); empty: nothing that is known by that name
    bool operator==(const Place &) const = default;
};

[[nodiscard]] std::vector<Place> placesIn(const QString &text); // in their order; they do not overlap

} // namespace qd::plan
