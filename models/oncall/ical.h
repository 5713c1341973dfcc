#pragma once
// libical's values with an owner, and as ours.

#include "models/oncall/event.h"

#include <libical/ical.h>

#include <memory>

namespace qd::oncall {

struct IcalDeleter
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
    void operator()(icaltimezone *zone) const { icaltimezone_free(zone, 1); }
};

using IcalComponent = std::unique_ptr<icalcomponent, IcalDeleter>;
using IcalIterator = std::unique_ptr<icalrecur_iterator, IcalDeleter>;
using IcalZone = std::unique_ptr<icaltimezone, IcalDeleter>;

// "BEGIN:VEVENT…END:VEVENT", of the lines given; null: libical cannot make anything of them.
[[nodiscard]] IcalComponent parseComponent(const QByteArray &name, const std::vector<const PropertyLine *> &lines);

[[nodiscard]] std::optional<qint64> wallSeconds(const icaltimetype &time); // absent: no such day or time of day
[[nodiscard]] icaltimetype toIcal(qint64 wallSeconds, bool isDate);        // without a zone

} // namespace qd::oncall
