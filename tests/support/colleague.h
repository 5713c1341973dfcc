#pragma once
// Somebody at another desk: decides on what they have seen, in a chain of their own. What they wrote comes to a record as a hub brings it.

#include "models/core/desk.h"
#include "models/core/fold.h"

#include <QTest>

namespace qd::test {

class Colleague
{
public:
    explicit Colleague(const QString &name, Instant now = Instant{}) : m_recorder(ConsoleId::make(now), name) { }

    void see(std::vector<Event> events) // the whole incident, as it is known at that desk from now on
    {
        for (const Event &event : events)
            m_recorder.observe(event.stamp);
        m_seen = std::move(events);
    }

    Event write(Instant now, const Command &command) // not sent yet
    {
        const Result<Drafts> drafts = decide(fold(m_seen), command, {m_recorder.author(), now});
        if (!drafts)
            qFatal("%s", qPrintable(drafts.error().sentence));
        Event event = m_recorder.record(drafts->front(), now);
        event.consoleSeq = ++m_number;
        event.prev = m_last;
        event.bodyHash = hashBody(canonicalBody(event.body));
        event.hash = m_last = hashEvent(event);
        m_seen.push_back(event);
        return event;
    }

    Event log(Instant now, const QString &text, const std::optional<Instant> &at = {})
    {
        command::LogEntry entry;
        entry.text = text;
        entry.at = at;
        return write(now, entry);
    }

private:
    Recorder m_recorder;
    std::vector<Event> m_seen;
    QByteArray m_last;
    qint64 m_number = 0;
};

} // namespace qd::test
