#pragma once
// What each kind of document says: the rows of its head and its sections, from an outline that knows its plan, incident and instant.

#include "models/exchange/outline.h"

namespace qd::exchange {

void fillPostmortem(Outline &outline, Edition edition, const std::optional<FinalVersion> &final);
void fillAgenda(Outline &outline, std::optional<Instant> startsAt); // absent: its times count from 0:00
void fillBriefing(Outline &outline);

// For those functions.
[[nodiscard]] OutlineRow headRow(const char *label, const QString &value);
[[nodiscard]] QString freeAnchor(const Outline &outline, const QString &wanted);  // from any text
[[nodiscard]] QString commandersOf(const Incident &incident);                     // "Dana, then Mo"
void addSection(Outline &outline, const QString &title, const QString &markdown); // nothing where there is no text
[[nodiscard]] QString bulletList(const QStringList &texts);                       // each as typed
[[nodiscard]] QString numberList(const QStringList &texts);

} // namespace qd::exchange
