#pragma once
// What a document holds, whatever its format: a head, the sections with the record in them, and how they are called.

#include "models/exchange/chart.h"
#include "models/exchange/document.h"
#include "models/review/review.h"

namespace qd::exchange {

struct OutlineRow
{
    QString label;
    QString value;
};

struct OutlineSection
{
    QString anchor; // unique in the document; letters, digits, hyphens
    QString title;
    QString markdown;        // safe to stand in a document: models/review/markdown.h
    bool isTimeline = false; // a row for each entry, in timelineOrder()
};

struct OutlinePicture // an attachment that stands in the document; sections name it as `![caption](attachment:SHA256)`
{
    QString sha256;
    QString caption;
    QString name;       // of the file
    QString note;       // when and by whom, in the appendix; may be empty
    QString mime{};     // "image/png", "image/jpeg" or "image/gif": what every reader shows
    QByteArray content; // of that type; empty where it cannot be shown
    QString problem{};  // why it cannot be shown, as a sentence without its full stop; empty: it can
};

struct Outline
{
    QString what; // "Post-mortem"
    QString ref;
    QString title;
    QString severity; // "P0 Critical"
    QString status;
    QString state; // "draft", "in review", "final"; of a post-mortem only
    QString marks; // "Exercise", "Restricted"; empty: neither
    std::vector<OutlineRow> head;
    std::vector<OutlineSection> sections;
    std::vector<Chart> charts;
    std::vector<OutlinePicture> pictures;
    plan::Plan plan; // what it is made of, as this edition has it
    Incident incident;
    Instant now{};
};

[[nodiscard]] Outline outlineOf(const plan::Plan &plan, const Incident &incident, Instant now);
[[nodiscard]] Result<Outline> outlineOf(const DocumentSource &source, const DocumentRequest &request, const Progress &progress);
[[nodiscard]] QString subtitleOf(const Outline &outline); // "Post-mortem, in review", "Agenda"

// The formats, from the outline alone.
[[nodiscard]] QByteArray markdownDocument(const Outline &outline);
[[nodiscard]] QByteArray htmlDocument(const Outline &outline);
[[nodiscard]] Result<QByteArray> pdfDocument(const Outline &outline, const Progress &progress = {});

} // namespace qd::exchange
