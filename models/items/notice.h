#pragma once

#include "models/core/ids.h"
#include "models/items/noticekind.h"

#include <QString>

namespace qd::items {

struct Notice // to be shown now
{
    NoticeKind kind = NoticeKind::Near;
    QString key;         // a later notice of the same key takes the place of this one
    QString text;        // "Status page update is due in 3 min"
    QString subject;     // "INC-4F7K Checkout returns 503"
    IncidentId incident; // null: of several
    QString action;      // of the window, that leads to it
    QString about;
    bool urgent = false; // stays until it is seen
    bool sounds = true;
    bool operator==(const Notice &) const = default;

    [[nodiscard]] QString sentence() const { return subject.isEmpty() ? text : text + QStringLiteral(" — ") + subject; }
};

} // namespace qd::items
