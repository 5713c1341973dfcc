#pragma once
// What a post-mortem document holds, whatever its format: a head, the sections with the record in them, and how they are called.

#include "models/core/result.h"
#include "models/exchange/chart.h"
#include "models/exchange/progress.h"
#include "models/review/review.h"

#include <QByteArray>

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
    QString markdown; // safe to stand in a document: models/review/markdown.h
};

struct OutlinePicture // an attachment that stands in the document; sections name it as `![caption](attachment:SHA256)`
{
    QString sha256;
    QString caption;
    QString name; // of the file
    QString note; // when and by whom, in the appendix; may be empty
    QByteArray content;
};

struct Outline
{
    QString ref;
    QString title;
    QString severity; // "P0 Critical"
    QString status;
    QString state; // "draft", "in review", "final"
    QString marks; // "Exercise", "Restricted"; empty: neither
    std::vector<OutlineRow> head;
    std::vector<OutlineSection> sections;
    std::vector<Chart> charts;
    std::vector<OutlinePicture> pictures;
};

[[nodiscard]] Outline outlineOf(const plan::Plan &plan, const Incident &incident, Instant now);

// The formats, from the outline alone.
[[nodiscard]] QByteArray markdownDocument(const Outline &outline);
[[nodiscard]] QByteArray htmlDocument(const Outline &outline);
[[nodiscard]] Result<QByteArray> pdfDocument(const Outline &outline, const Progress &progress = {});

} // namespace qd::exchange
