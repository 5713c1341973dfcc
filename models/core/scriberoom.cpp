#include "models/core/scriberoom.h"

namespace qd {
namespace {

// Why the line cannot be carried out; empty: it can.
QString obstacle(const ScribeLine &read, const ScribeRoom &room)
{
    switch (read.deed) {
    case ScribeDeed::Undo: return room.canUndo ? QString() : QStringLiteral("there is nothing of yours left to undo");
    case ScribeDeed::Redo: return room.canRedo ? QString() : QStringLiteral("there is nothing of yours to do again");
    case ScribeDeed::WriteUpdate:
        return room.canWriteUpdates ? QString() : QStringLiteral("say what the update says: /update %1 TEXT").arg(read.audience);
    case ScribeDeed::Submit: {
        if (std::holds_alternative<command::LogEntry>(*read.command))
            return {};
        const Result<Drafts> drafts = decide(room.incident, *read.command, room.desk);
        return drafts ? QString() : drafts.error().sentence;
    }
    case ScribeDeed::Nothing: break;
    }
    return {};
}

} // namespace

ScribeLine readScribeLine(const QString &line, const ScribeRoom &room)
{
    const Rulebook &rules = room.incident.rules;
    ScribeLine read = readScribeLine(line, ScribeContext{room.desk.now, QTimeZone(rules.zone), rules, room.people});
    if (const QString why = obstacle(read, room); !why.isEmpty())
        becomeNote(read, line, why);
    return read;
}

} // namespace qd
