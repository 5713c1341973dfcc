#pragma once
// How often, how much and how patiently a courier carries.

#include "models/core/time.h"
#include "models/hub/ports.h"

namespace qd::hub {

struct CourierPolicy
{
    Batch push;
    Batch pull{5000, 4 << 20};
    int heads = 1000;                         // chains asked for at once
    Duration poll = std::chrono::seconds(15); // the longest that nothing is asked while nobody hints
    Duration slow = std::chrono::seconds(5);  // a batch that takes longer is halved the next time; one under a quarter of it is doubled
    Duration firstRetry = std::chrono::milliseconds(500);
    Duration lastRetry = std::chrono::seconds(60);  // what firstRetry doubles up to
    Duration personRetry = std::chrono::minutes(5); // after an error that needs a person, and for chains that are held
};

} // namespace qd::hub
