#pragma once

#include <QDate>
#include <QString>

namespace qd {

// "2026-12-01", "today", "tomorrow", "friday" (the next one, today if it is Friday), "+2w"; invalid: it is none of these.
[[nodiscard]] QDate readDay(const QString &word, QDate today);

} // namespace qd
