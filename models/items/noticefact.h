#pragma once
// What of an incident is worth a notice, and from when: a pure function of the incident, its clocks and who looks.
//
// 1. A fact holds from `from` until `until`. Whether it was told already is NoticeWatch's to know.
// 2. Paused clocks and those that are settled give none; a snoozed one holds from the end of its snooze.
// 3. An answer goes to the one who asked, if somebody else answered. What a person did themselves is no news to them. An incident that has
//    ended concerns those alone whose it is. Action items: see actionnotices.h.
// 4. Nothing holds before the incident was declared.
// 5. A restricted incident shows its codename and neither its title nor what was written in it.

#include "models/clocks/clocks.h"
#include "models/items/noticekind.h"

namespace qd::items {

inline constexpr QChar lengthMark{0x1f}; // in words: stands for how long it is until dueAt, or since

struct NoticeFact
{
    NoticeKind kind = NoticeKind::Near;
    QString key;    // of what it is about, in this program: of one clock the near end and the miss have the same
    Instant from{}; // it holds since
    std::optional<Instant> until;
    std::optional<Instant> dueAt;
    bool snoozed = false;
    bool mine = false;     // of the person who looks
    bool loud = false;     // must not be overheard: a role is offered to the person who looks
    bool standing = false; // told also where it held before the watch began, and once over all starts of the program
    bool late = false;     // of an action item: its day has passed
    IncidentId incident;
    QString subject; // "INC-4F7K Checkout returns 503", or what a restricted incident is called
    QString words;   // "Status page update is due in ⟨lengthMark⟩"
    QString action;  // what answers it: an action of the window, and what that is about
    QString about;
    bool operator==(const NoticeFact &) const = default;
};

[[nodiscard]] std::vector<NoticeFact> noticeFacts(const Incident &incident, const std::vector<clocks::Countdown> &clocks,
                                                  const QString &person);

} // namespace qd::items
