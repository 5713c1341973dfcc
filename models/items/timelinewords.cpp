#include "models/items/timelinewords.h"

#include "models/core/durationtext.h"
#include "models/items/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace qd::items {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Timeline", text);
}

QString lateMark(const TimelineEntry &entry, TimelineOrder order, const TimelineTexts &texts)
{
    return order == TimelineOrder::Happened ? tr(QT_TRANSLATE_NOOP("Timeline", "late: written %1")).arg(texts.clock(entry.recordedAt))
                                            : tr(QT_TRANSLATE_NOOP("Timeline", "late: happened %1")).arg(texts.clock(entry.at));
}

// Itself, or a correction of it.
bool waits(const TimelineEntry &entry, const TimelineTexts &texts)
{
    if (!texts.isWaiting || texts.isPending(entry.id))
        return false;
    return texts.isWaiting(entry.id) || std::any_of(entry.history.begin(), entry.history.end(), [&](const Revision &revision) {
               return texts.isWaiting(revision.event);
           });
}

QStringList marksOf(const TimelineEntry &entry, TimelineOrder order, const TimelineTexts &texts)
{
    QStringList marks;
    if (texts.isPending(entry.id))
        marks << tr(QT_TRANSLATE_NOOP("Timeline", "not saved yet"));
    else if (waits(entry, texts))
        marks << tr(QT_TRANSLATE_NOOP("Timeline", "◌ waiting"));
    const Settlement &settled = entry.settlement;
    if (settled.state == QLatin1String("confirmed"))
        marks << tr(QT_TRANSLATE_NOOP("Timeline", "confirmed %1, %2")).arg(texts.clock(settled.at), settled.by);
    if (settled.state == QLatin1String("ruled-out"))
        marks << tr(QT_TRANSLATE_NOOP("Timeline", "ruled out %1, %2")).arg(texts.clock(settled.at), settled.by);
    if (entry.late)
        marks << lateMark(entry, order, texts);
    const std::pair<bool, const char *> flags[] = {{entry.edited, QT_TRANSLATE_NOOP("Timeline", "edited")},
                                                   {entry.redacted, QT_TRANSLATE_NOOP("Timeline", "redacted")},
                                                   {entry.undone, QT_TRANSLATE_NOOP("Timeline", "undone")}};
    for (const auto &[isSet, text] : flags) {
        if (isSet)
            marks << tr(text);
    }
    return marks;
}

QStringList attachmentNames(const TimelineEntry &entry, const Incident &incident)
{
    QStringList names;
    for (const QString &sha256 : entry.attachments) {
        const auto found = std::find_if(incident.attachments.begin(), incident.attachments.end(), [&](const Attachment &attachment) {
            return attachment.sha256 == sha256 && (attachment.entry == entry.id || attachment.entry.isNull());
        });
        names << (found != incident.attachments.end() && !found->name.isEmpty() ? found->name
                                                                                : tr(QT_TRANSLATE_NOOP("Timeline", "a file")));
    }
    return names;
}

QString spokenText(const TimelineRow &row)
{
    QStringList spoken{row.time, row.word + QLatin1Char(':'), QString(row.text).replace(QLatin1Char('\n'), QLatin1Char(' ')),
                       row.countdown};
    const QString by = tr(QT_TRANSLATE_NOOP("Timeline", "by %1")).arg(row.author);
    spoken << (row.text.endsWith(by) ? QString() : by) << row.marks; // "Acknowledged by Priya" has said it
    if (row.pinned)
        spoken << tr(QT_TRANSLATE_NOOP("Timeline", "pinned"));
    for (const QString &name : row.attachments)
        spoken << tr(QT_TRANSLATE_NOOP("Timeline", "with %1")).arg(name);
    spoken.removeAll(QString());
    return spoken.join(QLatin1Char(' '));
}

} // namespace

TimelineRow describeEntry(const TimelineEntry &entry, const Incident &incident, TimelineOrder order, const TimelineTexts &texts)
{
    TimelineRow row;
    row.id = entry.id;
    row.kind = entry.kind;
    row.word = entryWord(entry.kind);
    const bool about = entry.approximate && order == TimelineOrder::Happened;
    row.time = (about ? QStringLiteral("~") : QString()) + texts.clock(order == TimelineOrder::Happened ? entry.at : entry.recordedAt);
    const QString reason = entry.redacted && !entry.history.empty() ? entry.history.back().reason : QString();
    InlineText read = readInline(entry.redacted ? tr(QT_TRANSLATE_NOOP("Timeline", "redacted: %1")).arg(reason) : entry.text.trimmed());
    row.text = std::move(read.text);
    row.spans = std::move(read.spans);
    row.author = entry.author;
    row.marks = marksOf(entry, order, texts);
    row.attachments = attachmentNames(entry, incident);
    row.struck = entry.undone || entry.settlement.state == QLatin1String("ruled-out");
    row.strong = entry.kind == QLatin1String("decision") && !entry.undone;
    row.pinned = entry.pinned;
    row.pending = texts.isPending(entry.id);
    row.waiting = waits(entry, texts);
    if (entry.kind == QLatin1String("ask"))
        std::tie(row.countdown, row.near) = texts.countdown(entry.id);
    row.spoken = spokenText(row);
    return row;
}

TimelineRow describeDay(const QDate &day)
{
    TimelineRow row;
    row.rowKind = TimelineRowKind::Day;
    row.text = row.spoken = QLocale(QLocale::English).toString(day, QStringLiteral("dddd d MMMM yyyy"));
    return row;
}

TimelineRow describeSilence(Duration silence)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(silence);
    TimelineRow row;
    row.rowKind = TimelineRowKind::Silence;
    //: %1 is a length such as "1 h 10 min"
    row.text = row.spoken = minutes < std::chrono::hours(1)
        ? QCoreApplication::translate("Timeline", "%n minutes of silence", nullptr, static_cast<int>(minutes.count()))
        : QCoreApplication::translate("Timeline", "%1 of silence").arg(spokenDuration(minutes));
    return row;
}

} // namespace qd::items
