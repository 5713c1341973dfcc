#pragma once
// A plan that an incident can be declared under.

#include <QString>

namespace qd {

struct PlanChoice
{
    QString name; // what `declare` takes
    QString title;
};

} // namespace qd
