#pragma once
// Words by which people are spoken of, in English. Every word is given in lower case.

#include "models/review/people.h"

#include <optional>

namespace qd::review {

[[nodiscard]] std::optional<Who> personWord(const QString &word, QStringView asWritten); // "engineer", "she", "team"; "QA" only in capitals
[[nodiscard]] bool isPersonWord(const QString &word);
[[nodiscard]] bool needsDescription(const QString &word); // "team": of itself it is nobody; "the team", "the DBA team" are
[[nodiscard]] bool isDeterminer(const QString &word);     // "the", "our"
[[nodiscard]] bool isPointing(const QString &word);       // "the", "this": at others than "our"
[[nodiscard]] bool isDescription(const QString &word,
                                 bool listed = false);      // may stand between "the" and "engineer"; listed: is known as one
[[nodiscard]] bool isHumanDescription(const QString &word); // makes an operator a person: "night", "human"
[[nodiscard]] bool isOneOfUs(const QString &word);          // "the one who"
[[nodiscard]] bool isProgram(const QString &author);        // "deploy-bot", "alertmanager", "root"
[[nodiscard]] bool isFirstName(const QString &word);        // and no tool's
[[nodiscard]] bool isWordToo(const QString &name);          // "will", "mark": a name with a capital alone

} // namespace qd::review
