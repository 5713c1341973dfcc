#pragma once
// The scribe's line: what a typed line will become.
//
//     -5m ! rolled back 4.12 on shard 3 #rollback @lee
//
// 1. A time first (`-5m`, `14:32`, `1403z`, `yesterday 23:50`, `~14:05`), then a sign (`!` decision, `?` hypothesis, `=` observation, `*` action,
//    `>` communication; either order), then the words. A sign stands before a blank or a letter, so that *bold* stays text.
// 2. `/command` words: /ask /sev /status /update /action /check /ack /undo /redo and /ROLE @person for any role of the plan.
// 3. Nothing is lost, and nothing is refused: what is not understood, a command that lacks something and one that the Desk would refuse
//    become a note with the text as typed. `problems` say so before it is logged, so that nobody takes the note for the deed. Every line
//    but a blank one has a deed.

#include "models/core/command.h"
#include "models/core/timetext.h"

namespace qd {

enum class SpanKind { Time, Sign, Tag, Person, Verb, Problem };

struct ScribeSpan // of the line as typed, for its colours
{
    int start = 0;
    int length = 0;
    SpanKind kind = SpanKind::Time;
    bool operator==(const ScribeSpan &) const = default;
};

struct ScribeContext
{
    Instant now{};
    QTimeZone zone; // the plan's; times are read in it
    const Rulebook &rules;
    QStringList people; // known names: "@dana" means the known "Dana"
};

enum class ScribeDeed { Nothing, Submit, Undo, Redo, WriteUpdate };

struct ScribeLine
{
    ScribeDeed deed = ScribeDeed::Nothing;
    std::optional<Command> command; // of Submit
    std::optional<TypedTime> time;
    QString kind;        // of the entry that will stand on the timeline: "note", "decision", "ask", "severity" …
    QString text;        // without time, sign and command
    QStringList details; // what the command is about, in words: "@lee", "10 min", "executives"
    QString audience;    // of WriteUpdate
    QStringList tags, people;
    std::vector<ScribeSpan> spans;
    QStringList problems;     // sentences
    bool misread = false;     // a command that becomes a note; problems say why
    qsizetype wordsStart = 0; // in the line, after its time and sign
};

[[nodiscard]] ScribeLine readScribeLine(const QString &line, const ScribeContext &context);
void becomeNote(ScribeLine &read, const QString &line, const QString &why); // of a command that cannot be carried out

struct ScribeCommandHelp
{
    const char *name;  // "/ask"
    const char *usage; // "@lee 10m check replica lag"
    const char *what;  // English source text, context "ScribeLine"
};
[[nodiscard]] const std::vector<ScribeCommandHelp> &scribeCommands(); // for completion and help; roles are the plan's

} // namespace qd
