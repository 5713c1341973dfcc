#pragma once
// Incidents told in text, a line a deed, played through the Desk:
//
//     14:02 Dana declare P0 Checkout returns 503
//     14:05 Dana role ic Dana
//     14:17 Dana decision Roll back 4.12
//
// Times are of 21 November 2026, UTC; `14:17>14:20` happened at 14:17 and was recorded at 14:20. A refused line throws the story: tell() fails the test.

#include "models/core/desk.h"
#include "models/core/fold.h"

namespace qd::test {

[[nodiscard]] Instant at(const char *clock); // "14:02" or "14:02:30", on the day of all stories
[[nodiscard]] QJsonObject smallPlan();       // P0, P1, P2; four roles; responders, status-page, executives; a checklist, a scenario

class Story
{
public:
    explicit Story(const QJsonObject &plan = smallPlan()) : m_plan(plan) {}

    void tell(const QString &lines);
    [[nodiscard]] Result<EventId> tryLine(const QString &line);
    [[nodiscard]] Result<EventId> submit(const QString &author, Instant now, const Command &command);
    [[nodiscard]] const std::vector<Event> &events() const { return m_events; }
    [[nodiscard]] Incident incident() const { return fold(m_events); }
    [[nodiscard]] EventId last() const { return m_events.back().id; }
    [[nodiscard]] EventId entryOf(const QString &text) const; // the entry that says so

private:
    [[nodiscard]] Result<Command> commandOf(const QString &author, const QString &verb, const QString &rest, std::optional<Instant> happened) const;

    QJsonObject m_plan;
    std::vector<Event> m_events;
    std::map<QString, Recorder> m_recorders; // a console each author
    ConsoleId consoleOf(const QString &author);
};

[[nodiscard]] QString timelineText(const Incident &incident); // "14:05 role Dana takes Incident Commander" a line, marks in brackets

} // namespace qd::test
