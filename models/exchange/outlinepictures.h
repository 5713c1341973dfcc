#pragma once
// The pictures that an outline's sections show, and those of the record that they do not.

#include "models/exchange/outline.h"

namespace qd::exchange {

// Reads them, names each by its hash in the sections ("attachment:SHA256"), and adds a section with what is attached to the incident where anything is.
[[nodiscard]] Result<void> addPictures(Outline &outline, const DocumentSource &source, const Progress &progress);

[[nodiscard]] const OutlinePicture *pictureAt(const Outline &outline, const QString &address); // nullptr: it is no part of the document

} // namespace qd::exchange
