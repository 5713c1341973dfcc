#include "models/exchange/timelineexport.h"

#include "models/exchange/csv.h"
#include "models/exchange/incidentjson.h"
#include "models/review/edition.h"
#include "models/review/fill.h"
#include "models/review/markdown.h"

#include <QJsonDocument>

namespace qd::exchange {
namespace {

QString exactIso(Instant at)
{
    return toMsecs(at) % 1000 == 0 ? toIso(at) : QDateTime::fromMSecsSinceEpoch(toMsecs(at), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString shownText(const TimelineEntry &entry)
{
    return entry.redacted ? QStringLiteral("[redacted]") : entry.text;
}

QString marksOf(const TimelineEntry &entry)
{
    const std::pair<bool, const char *> marks[] = {
        {entry.late, "late"},     {entry.edited, "edited"},           {entry.redacted, "redacted"}, {entry.pinned, "pinned"},
        {entry.undone, "undone"}, {entry.approximate, "approximate"}, {entry.internal, "internal"}};
    QStringList set;
    for (const auto &[is, mark] : marks) {
        if (is)
            set << QLatin1String(mark);
    }
    return set.join(QLatin1Char(';'));
}

QByteArray toCsv(const Incident &incident)
{
    QString csv = csvRow({QStringLiteral("at"), QStringLiteral("recorded_at"), QStringLiteral("kind"), QStringLiteral("author"),
                          QStringLiteral("text"), QStringLiteral("tags"), QStringLiteral("marks"), QStringLiteral("id")});
    for (const int index : timelineOrder(incident)) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(index)];
        if (entry.kind == review::withheld)
            continue;
        QStringList cells{exactIso(entry.at), exactIso(entry.recordedAt),        entry.kind,     entry.author,
                          shownText(entry),   entry.tags.join(QLatin1Char(';')), marksOf(entry), entry.id.toString()};
        for (QString &cell : cells)
            cell = withoutFormula(cell);
        csv += csvRow(cells);
    }
    return csv.toUtf8();
}

QByteArray toJsonLines(const Incident &incident)
{
    QByteArray lines;
    for (const int index : timelineOrder(incident)) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(index)];
        if (entry.kind == review::withheld)
            continue;
        QJsonObject json = entryJson(entry);
        json.insert(QStringLiteral("at"), exactIso(entry.at));
        json.insert(QStringLiteral("recorded_at"), exactIso(entry.recordedAt));
        json.insert(QStringLiteral("text"), shownText(entry));
        lines += QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

QByteArray toMarkdown(const plan::Plan &plan, const Incident &incident)
{
    return QStringLiteral("# %1: timeline\n\n%2\n\n%3\n")
        .arg(review::inlineText(incident.ref), review::blockText(incident.title),
             review::fillFromRecord(QStringLiteral("timeline"), plan, incident, incident.lastRecordedAt))
        .toUtf8();
}

} // namespace

QByteArray exportTimeline(const plan::Plan &plan, const Incident &incident, TimelineFormat format)
{
    switch (format) {
    case TimelineFormat::Csv: return toCsv(incident);
    case TimelineFormat::JsonLines: return toJsonLines(incident);
    case TimelineFormat::Markdown: return toMarkdown(plan, incident);
    }
    return {};
}

} // namespace qd::exchange
