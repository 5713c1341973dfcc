#pragma once
// An incident as a document. Every entry of the timeline is in a post-mortem; a redacted one says so and no more.

#include "models/core/event.h"
#include "models/core/incident.h"
#include "models/exchange/progress.h"
#include "models/plan/plan.h"
#include "models/review/documentkind.h"

#include <QByteArray>

#include <functional>
#include <span>

namespace qd::exchange {

using review::DocumentKind;
using review::Edition;

enum class Format { Markdown, Html, Pdf, Odt, Docx, Json };

struct DocumentRequest
{
    DocumentKind kind = DocumentKind::Postmortem;
    Format format = Format::Markdown;
    Edition edition = Edition::Internal;
    std::optional<Instant> startsAt{}; // of an agenda: when the meeting begins; absent: its times count from 00:00
};

struct DocumentSource
{
    const plan::Plan &plan;
    const Incident &incident;
    std::span<const Event> events; // of the incident: what a final post-mortem is folded from; empty: as it is now
    Instant now{};
    std::function<Result<QByteArray>(const QString &sha256)> content; // of attachments, from the working thread; empty: there are none
};

[[nodiscard]] std::optional<Format>
formatOf(const QString &nameOrEnding);                // "md", "html", "pdf", "odt", "docx", "json"; absent: none of ours
[[nodiscard]] QString formatNames(DocumentKind kind); // "md, html, pdf, odt, docx or json": for a refusal's sentence
[[nodiscard]] QString unavailable(Format format);     // why it cannot be made on this machine, and what to do; empty: it can

// PDF needs a QGuiApplication (the offscreen platform will do), ODT and DOCX need pandoc.
[[nodiscard]] Result<QByteArray> composeDocument(const DocumentSource &source, const DocumentRequest &request,
                                                 const Progress &progress = {});
[[nodiscard]] Result<void> writeDocument(const QString &path, const QByteArray &bytes); // whole or not at all

} // namespace qd::exchange
