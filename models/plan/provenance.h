#pragma once
// Where a fact of an imported plan stands in its document, and what stands on a line of it.

#include "models/plan/plan.h"

#include <QMultiMap>

#include <functional>

namespace qd::plan {

// 1-based; of the fact itself, else of the part that it belongs to; 0: not read from a document. `name` as in facts.h.
[[nodiscard]] int lineOf(const Plan &plan, const QString &name);

[[nodiscard]] QMultiMap<int, QString> namesByLine(const Plan &plan);

void setLine(Plan &plan, const QString &name, int line);            // 0: no longer from the document
void moveLines(Plan &plan, const QString &from, const QString &to); // the part `from` is called `to` now; empty: it is gone

// The elements of a list stand elsewhere: `to` gives the new place for an old one, -1: it is gone.
void moveLines(Plan &plan, const QString &list, const std::function<int(int)> &to);

} // namespace qd::plan
