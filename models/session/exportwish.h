#pragma once
// What the window asks for when it asks for a document.

#include "models/core/time.h"
#include "models/review/documentkind.h"

#include <QString>

#include <optional>

namespace qd {

struct ExportWish
{
    review::DocumentKind kind = review::DocumentKind::Postmortem;
    QString format; // ExportChoice::format; empty: by the ending of `path`
    review::Edition edition = review::Edition::Internal;
    QString path;
    std::optional<Instant> startsAt{}; // of an agenda: when the meeting begins
};

struct ExportChoice // a row of the menu
{
    QString format;  // "odt": also the file's ending
    QString title;   // "OpenDocument text"
    QString problem; // why it cannot be made on this machine, and what to do; empty: it can
};

} // namespace qd
