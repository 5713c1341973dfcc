#pragma once
// The post-mortem as a document. Every entry of the timeline is in it; a redacted one says so and no more.

#include "models/core/result.h"
#include "models/review/review.h"

#include <QByteArray>

namespace qd::exchange {

enum class Format { Markdown, Html, Pdf, Json };

[[nodiscard]] std::optional<Format> formatOf(const QString &nameOrEnding); // "md", "html", "pdf", "json"; absent: none of ours

// PDF needs a QGuiApplication (the offscreen platform will do).
[[nodiscard]] Result<QByteArray> postmortemDocument(const plan::Plan &plan, const Incident &incident, Instant now, Format format);
[[nodiscard]] Result<void> writeDocument(const QString &path, const QByteArray &bytes); // whole or not at all

} // namespace qd::exchange
