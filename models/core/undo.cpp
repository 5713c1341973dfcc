#include "models/core/undo.h"

#include "models/core/kinds.h"

#include <QSet>

namespace qd {

bool canBeUndone(const Event &event)
{
    static const QSet<QString> never{QLatin1String(kinds::declared), QLatin1String(kinds::entryRedacted), QLatin1String(kinds::memberAdded),
                                     QLatin1String(kinds::memberRemoved)};
    const bool restricts = event.kind == QLatin1String(kinds::amended) && event.body[QLatin1String("field")] == QLatin1String("restricted");
    return !never.contains(event.kind) && !restricts;
}

namespace {

QString called(const Event &event)
{
    QString kind = event.kind;
    kind.replace(QLatin1Char('.'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    const QString text = event.body[QLatin1String("text")].toString().simplified();
    return text.isEmpty() ? kind : QStringLiteral("%1 “%2”").arg(kind, text.size() > 40 ? text.left(39) + QChar(0x2026) : text);
}

void moveTarget(const Event &event, std::vector<Undoable> &from, std::vector<Undoable> &to)
{
    const EventId target = EventId::fromString(event.body[QLatin1String("event")].toString());
    const auto found = std::find_if(from.rbegin(), from.rend(), [&target](const Undoable &item) { return item.event == target; });
    if (found == from.rend())
        return;
    to.push_back(*found);
    from.erase(std::next(found).base());
}

} // namespace

UndoStack::UndoStack(QString author, std::span<const Event> events) : m_author(std::move(author))
{
    std::vector<const Event *> mine;
    for (const Event &event : events) {
        if (event.author == m_author)
            mine.push_back(&event);
    }
    std::sort(mine.begin(), mine.end(), [](const Event *a, const Event *b) { return comesBefore(*a, *b); });
    for (const Event *event : mine)
        add(*event);
}

void UndoStack::add(const Event &event)
{
    if (event.author != m_author)
        return;
    if (event.kind == QLatin1String(kinds::eventUndone)) {
        moveTarget(event, m_done, m_undone);
    } else if (event.kind == QLatin1String(kinds::eventRedone)) {
        moveTarget(event, m_undone, m_done);
    } else {
        if (cameWithItsEntry(event))
            return;
        m_undone.clear();
        if (canBeUndone(event)) {
            m_done.push_back({event.id, event.kind, called(event)});
            m_lastAt = event.recordedAt;
        }
    }
}

bool UndoStack::cameWithItsEntry(const Event &attachment) const
{
    return attachment.kind == QLatin1String(kinds::attachmentAdded) && !m_done.empty() && attachment.recordedAt == m_lastAt
        && m_done.back().event == EventId::fromString(attachment.body[QLatin1String("entry")].toString());
}

std::optional<Undoable> UndoStack::undoable() const
{
    return m_done.empty() ? std::nullopt : std::optional(m_done.back());
}

std::optional<Undoable> UndoStack::redoable() const
{
    return m_undone.empty() ? std::nullopt : std::optional(m_undone.back());
}

} // namespace qd
