#pragma once
// What is typed into one section, against what the record has of it. Knows no widget.
//
// 1. What is typed belongs to the section that it was typed into, and is written on top of the versions that its author had seen.
// 2. A version that arrives from elsewhere is merged into what is typed; a place that both changed keeps both, between marks.

#include "models/core/command.h"
#include "models/review/review.h"

namespace qd::ui {

struct DraftPlace // what labels that follow the record are worked out from
{
    const plan::Plan &plan;
    const Incident &incident;
    Instant now{};
    QString author;
};

class SectionDraft
{
public:
    [[nodiscard]] const QString &section() const { return m_section; } // empty: none is open
    [[nodiscard]] const QString &standing() const { return m_standing; }
    [[nodiscard]] const EventId &base() const { return m_base; }
    [[nodiscard]] bool isOpen() const { return !m_section.isEmpty(); }

    [[nodiscard]] QString begin(const review::DraftSection &section); // what is to be typed on
    void forget() { *this = {}; }
    // The same section as the record has it now. Gives what is to stand in place of `typed`.
    [[nodiscard]] QString renew(const review::DraftSection &section, const QString &typed, const DraftPlace &place);
    // What was typed on top of `base` before the program ended. Gives what is to stand now.
    [[nodiscard]] QString restore(const QString &kept, const EventId &base, const DraftPlace &place) const;

    [[nodiscard]] command::WriteSection writing(const QString &typed) const;
    void writes(const QString &typed); // before it is submitted: what the record says next is no news
    void wrote(const EventId &version);
    [[nodiscard]] const QString &arrivedFrom() const { return m_arrivedFrom; } // whose version was merged into what is typed; empty: none

private:
    void take(const review::DraftSection &section);

    QString m_section;
    QString m_standing; // what the record had when it was last looked at
    EventId m_base;
    std::vector<EventId> m_also;
    QString m_arrivedFrom;
};

} // namespace qd::ui
