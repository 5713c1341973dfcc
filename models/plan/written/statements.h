#pragma once
// A document as statements: each line of text with what it stands under, so that the rules need not know whether a fact was written as a
// heading, a table's cell, a list's item or a bold paragraph.

#include "models/plan/written/document.h"
#include "models/plan/written/labels.h"
#include "models/plan/written/severitynames.h"

namespace qd::plan::written {

struct Statement
{
    int line = 0;
    QString label;             // before the colon, or the column's head
    QString text;              // after it
    QString whole;             // the sentence that it is a part of, when it is
    QStringList under;         // what it stands under, the nearest first: labels of items, titles
    QStringList severities;    // that it is about: named in it, else what it stands under; empty: none in particular
    bool inDefinition = false; // it stands under the severity itself: a heading, a row, an item
    bool fromTitle = false;
    bool isCell = false;    // of a table, below the head that is its label
    bool isStep = false;    // of a numbered list: what is done, not what is promised
    Part part = Part::None; // of the document
};

// The severities that the document defines, from the most severe, and the line and words of each.
struct DefinedSeverity
{
    SeverityName name;
    QString called; // "Critical"; empty: it has no name besides
    QString about;  // what stands beside it
    int line = 0;
};
[[nodiscard]] std::vector<DefinedSeverity> definedSeverities(const Document &document);

// Of a document that defines none, the ones that it promises times for ("acknowledge within 15 minutes (P1) or 1 hour (P2)").
[[nodiscard]] std::vector<DefinedSeverity> promisedSeverities(const Document &document);

// A fence that lists severities, as a list of them with what stands below each; another fence: an empty list.
[[nodiscard]] Block severitiesInFence(const Block &fence, bool ofSeverity);

[[nodiscard]] std::vector<Statement> statements(const Document &document, const std::vector<DefinedSeverity> &severities);

} // namespace qd::plan::written
