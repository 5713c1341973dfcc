#pragma once
// What a person may be told of without looking.

namespace qd::items {

enum class NoticeKind {
    Near,     // a clock is past the part of its time that the plan names (Plan::warnAt)
    Missed,   // a clock has passed its end
    Ask,      // an ask comes back: its time is up, or it was answered
    Handover, // a role is offered
    Action,   // an action item's day comes, has come or has passed
};

inline constexpr NoticeKind noticeKinds[] = {NoticeKind::Near, NoticeKind::Missed, NoticeKind::Ask, NoticeKind::Handover,
                                             NoticeKind::Action};

} // namespace qd::items
