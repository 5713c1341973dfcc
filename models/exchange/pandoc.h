#pragma once
// Text documents through pandoc, which makes real headings, tables and pictures of HTML.

#include "models/exchange/document.h"

namespace qd::exchange {

[[nodiscard]] QString pandocProgram(); // its path; empty: not installed

// Runs in a folder of its own that goes with it, without a shell and without a network: what is given in `html` is all there is. Stopped
// when `progress` says so, or when it takes too long.
[[nodiscard]] Result<QByteArray> throughPandoc(const QByteArray &html, Format format, const Progress &progress);

} // namespace qd::exchange
