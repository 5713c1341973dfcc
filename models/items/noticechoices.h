#pragma once
// Which notices a person wants.

#include "models/items/noticekind.h"

#include <QStringList>

#include <array>

namespace qd::items {

struct NoticeChoice // of one kind
{
    bool shown = true;
    bool sounds = true;
    bool mineOnly = false; // only what is this person's to do
    bool operator==(const NoticeChoice &) const = default;
};

struct NoticeChoices
{
    std::array<NoticeChoice, std::size(noticeKinds)> kinds;
    bool quietWhilePresenting = true;
    bool operator==(const NoticeChoices &) const = default;

    [[nodiscard]] NoticeChoice &of(NoticeKind kind) { return kinds[static_cast<size_t>(kind)]; }
    [[nodiscard]] const NoticeChoice &of(NoticeKind kind) const { return kinds[static_cast<size_t>(kind)]; }

    [[nodiscard]] QStringList toText() const; // what differs from the above: "near=off", "missed=silent", "ask=mine", "presenting=loud"
    [[nodiscard]] static NoticeChoices fromText(const QStringList &text); // what it does not know counts for nothing
};

} // namespace qd::items
