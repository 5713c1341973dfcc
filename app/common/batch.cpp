#include "app/common/batch.h"

namespace qd {

Batch::Batch(std::vector<Event> known, ConsoleId console, Stamp seen)
    : m_events(std::move(known)),
      m_known(std::ssize(m_events)),
      m_console(console),
      m_seen(seen),
      m_state(m_events)
{
}

Result<EventId> Batch::add(const DeskContext &context, const Command &command)
{
    return decide(m_state.incident(), command, context).map([this, &context](const Drafts &drafts) { return add(context, drafts); });
}

EventId Batch::add(const DeskContext &context, const Drafts &drafts)
{
    Recorder recorder(m_console, context.author);
    recorder.observe(m_seen);
    const std::vector<Event> recorded = recorder.record(drafts, context.now);
    for (const Event &event : recorded) {
        m_seen = event.stamp;
        m_events.push_back(event);
        if (!m_state.add(event))
            m_state = Fold(m_events);
    }
    return recorded.front().id;
}

} // namespace qd
