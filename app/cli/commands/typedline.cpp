#include "app/cli/commands/typedline.h"

#include "models/core/scriberoom.h"
#include "models/core/undo.h"
#include "models/items/vocabulary.h"

#include <QJsonArray>
#include <QJsonObject>

namespace qd::cli {

ScribeLine readTypedLine(Shell &shell, const Room &room, const QString &line)
{
    items::Vocabulary known;
    known.readUpTo(room.incident);
    const UndoStack mine(shell.author(), room.events);
    return readScribeLine(
        line,
        ScribeRoom{
            room.incident, {shell.author(), shell.now()}, known.people(), mine.undoable().has_value(), mine.redoable().has_value(), false});
}

Command commandOf(const ScribeLine &read, Shell &shell, const Room &room)
{
    const UndoStack mine(shell.author(), room.events);
    if (read.deed == ScribeDeed::Undo)
        return command::Undo{mine.undoable().value_or(Undoable{}).event, mine.undoable().value_or(Undoable{}).kind};
    if (read.deed == ScribeDeed::Redo)
        return command::Redo{mine.redoable().value_or(Undoable{}).event};
    return read.command.value_or(command::LogEntry{});
}

Answer withProblems(Answer answer, const ScribeLine &read)
{
    if (read.problems.isEmpty())
        return answer;
    QJsonObject object = answer.json.toObject();
    object.insert(QStringLiteral("problems"), QJsonArray::fromStringList(read.problems));
    answer.json = object;
    answer.text += QStringLiteral("\nlogged as a note: %1").arg(read.problems.join(QLatin1String("; ")));
    return answer;
}

} // namespace qd::cli
