#pragma once
// Timelines from elsewhere: CSV and JSON lines, also as Timesketch writes them. All of a file is read, or nothing of it.

#include "models/core/result.h"
#include "models/core/time.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace qd::exchange {

struct ImportedEntry
{
    Instant at{};
    QString text;
    // note observation hypothesis decision action communication; or a deed that the importer may do instead of writing it down:
    // started detected declared acknowledged identified mitigated resolved closed status severity
    QString kind;
    QString sourceKind; // as it stands in the file; empty: none
    QString author;     // empty: whoever imports
    QString zone;       // as typed or assumed
    bool approximate = false;
    QStringList tags;
    int line = 0; // of the file, from 1
    bool operator==(const ImportedEntry &) const = default;
};

enum class TimelineFormat { Csv, JsonLines, Markdown };

[[nodiscard]] std::optional<TimelineFormat> timelineFormatOf(const QString &path); // by its ending

// In the order of the file. A time without a zone is read in `zone`. The sentence of a failure is every fault, a line each, as
// FILE:LINE:COLUMN: what (BadInput); `name` is what stands for FILE.
[[nodiscard]] Result<std::vector<ImportedEntry>> readTimeline(const QByteArray &bytes, TimelineFormat format, const QString &name,
                                                              const QTimeZone &zone, Instant now);
[[nodiscard]] Result<std::vector<ImportedEntry>> readTimelineFile(const QString &path, const QTimeZone &zone, Instant now);

} // namespace qd::exchange
