#pragma once
// What the word at the cursor of the scribe's line could become: commands and roles with their usage, what a command takes next, people, tags
// and services.

#include "models/items/vocabulary.h"

namespace qd::items {

enum class CompletionKind { Command, Role, Value, Person, Tag, Service };

struct Completion
{
    QString text;   // what is written in place of the word
    QString usage;  // what comes after it: "@lee 10m check replica lag"
    QString detail; // what it is: "Change the severity", "Incident Commander"
    CompletionKind kind = CompletionKind::Value;
    bool operator==(const Completion &) const = default;
};

struct Completions
{
    int start = 0; // of the word, in the line
    int length = 0;
    std::vector<Completion> rows; // the best first; none for a word that is complete
};

// `wordsStart`: where the line's words begin, after its time and sign (ScribeLine).
[[nodiscard]] Completions completionsAt(const QString &line, int cursor, qsizetype wordsStart, const Incident &incident,
                                        const Vocabulary &known);

} // namespace qd::items
