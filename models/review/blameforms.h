#pragma once
// The forms in which English blames, a row each.

#include "models/review/people.h"

#include <QRegularExpression>

#include <vector>

namespace qd::review {

// Where a form stands to the person it blames.
enum class Stands {
    After,  // "Dana | should have known"
    Around, // "if | Dana | had checked"
    Free,   // "a careless change": whoever it was
};

enum class Excuse {
    None,
    Reason,  // is no blame where the sentence goes on to say why: "missed the alert because it was muted"
    Purpose, // is none where it was meant: "on purpose", "as planned"
};

struct BlameForm
{
    Stands stands;
    unsigned of;        // the sorts of mention, Who values put together
    const char *before; // ends at the person; of a free form: the whole
    const char *after;  // begins at the person's end
    Excuse excuse;
    const char *suggestion;
};

struct CompiledForm
{
    const BlameForm *form;
    QRegularExpression before;
    QRegularExpression after;
};

extern const std::vector<BlameForm> hindsightForms;
extern const std::vector<BlameForm> omissionForms;
extern const std::vector<BlameForm> judgementForms;

struct AnyForm // of all rows of a kind at once: where it does not match, none does
{
    QRegularExpression after;
    QRegularExpression around; // before the person
    QRegularExpression free;
};

[[nodiscard]] const std::vector<CompiledForm> &blameForms(); // all of them, compiled once
[[nodiscard]] const AnyForm &anyForm();

} // namespace qd::review
