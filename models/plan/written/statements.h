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
    QStringList under;         // what it stands under, the nearest first: labels of items, titles
    QStringList severities;    // that it is about: named in it, else what it stands under; empty: none in particular
    bool inDefinition = false; // it stands under the severity itself: a heading, a row, an item
    bool fromTitle = false;
    Part part = Part::None; // of the document
};

// The severities that the document defines, from the most severe, and the line and words of each.
struct DefinedSeverity
{
    SeverityName name;
    QString called; // "Critical"; empty: it has no name besides
    int line = 0;
};
[[nodiscard]] std::vector<DefinedSeverity> definedSeverities(const Document &document);

[[nodiscard]] std::vector<Statement> statements(const Document &document, const std::vector<DefinedSeverity> &severities);

} // namespace qd::plan::written
