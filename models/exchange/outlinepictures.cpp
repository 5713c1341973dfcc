#include "models/exchange/outlinepictures.h"

#include "models/clocks/calendar.h"
#include "models/exchange/outlinekinds.h"
#include "models/exchange/picture.h"
#include "models/review/markdown.h"
#include "models/review/wording.h"

#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

namespace qd::exchange {
namespace {

constexpr QLatin1String scheme("attachment:");

const QRegularExpression &pictureForm() // one too many, out of a code span, does no harm
{
    static const QRegularExpression form(QStringLiteral("(!\\[[^\\]]*\\]\\(\\s*)(<[^<>\\n]*>|[^\\s()]+)"));
    return form;
}

QString addressIn(const QRegularExpressionMatch &match)
{
    QString address = match.captured(2);
    if (address.startsWith(QLatin1Char('<')))
        address = address.mid(1, address.size() - 2);
    return QUrl::fromPercentEncoding(address.toUtf8());
}

const Attachment *attachmentAt(const Incident &incident, const QString &address)
{
    const bool bySum = address.startsWith(scheme);
    const QString wanted = bySum ? address.mid(scheme.size()) : address;
    for (const Attachment &attachment : incident.attachments) {
        if ((bySum ? attachment.sha256 : attachment.name) == wanted)
            return &attachment;
    }
    return nullptr;
}

// The attachments that a text shows, by their hashes. Those that it names by their file's name it names by the hash from now on.
QStringList shownIn(QString &markdown, const Incident &incident)
{
    QStringList sums;
    QString result;
    qsizetype from = 0;
    for (auto it = pictureForm().globalMatch(markdown); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const Attachment *attachment = attachmentAt(incident, addressIn(match));
        if (!attachment)
            continue;
        sums << attachment->sha256;
        result += QStringView(markdown).mid(from, match.capturedEnd(1) - from);
        result += scheme + attachment->sha256;
        from = match.capturedEnd();
    }
    if (from > 0)
        markdown = result.append(QStringView(markdown).mid(from));
    return sums;
}

OutlinePicture read(const Attachment &attachment, const DocumentSource &source)
{
    OutlinePicture shown{attachment.sha256, attachment.name, attachment.name, {}, {}, {}, {}};
    const Picture picture =
        source.content ? pictureOf(source.content(attachment.sha256)) : Picture{{}, {}, QStringLiteral("its content is not at hand")};
    shown.mime = picture.mime;
    shown.content = picture.bytes;
    shown.problem = picture.problem;
    return shown;
}

// ", 2026-11-20 14:10 UTC, Lee: The pool fills up": of the entry that it belongs to.
QString entryText(const Outline &outline, const Attachment &attachment)
{
    const TimelineEntry *entry = attachment.entry.isNull() ? nullptr : outline.incident.entry(attachment.entry);
    if (!entry)
        return {};
    const QString text = entry->redacted ? QStringLiteral("*redacted*") : review::inlineText(entry->text);
    return QStringLiteral(", %1, %2: %3")
        .arg(review::zonedText(entry->at, clocks::zoneOf(outline.plan)), review::inlineText(entry->author), text);
}

// "![graph.png](attachment:…)" for a picture, a line for any other file.
QString shown(const Outline &outline, const Attachment &attachment)
{
    const QString size = QLocale::c().formattedDataSize(attachment.size, 1);
    const QString line = QStringLiteral("**%1** (%2)").arg(review::inlineText(attachment.name), size) + entryText(outline, attachment);
    if (!attachment.mime.startsWith(QLatin1String("image/")))
        return line;
    QString alt = attachment.name; // within the brackets no bracket of its own
    alt.replace(QLatin1Char('['), QLatin1Char('(')).replace(QLatin1Char(']'), QLatin1Char(')'));
    return line + QStringLiteral("\n\n![%1](%2%3)").arg(review::inlineText(alt), scheme, attachment.sha256);
}

// What no section shows; the hashes of what is attached, each once.
QStringList addAttachments(Outline &outline, QStringList told)
{
    QStringList parts;
    for (const Attachment &attachment : outline.incident.attachments) {
        if (told.contains(attachment.sha256))
            continue;
        parts << shown(outline, attachment);
        told << attachment.sha256;
    }
    if (!parts.isEmpty())
        outline.sections.push_back(
            {freeAnchor(outline, QStringLiteral("attached-files")), QStringLiteral("Attached files"), parts.join(QLatin1String("\n\n"))});
    return told;
}

} // namespace

Result<void> addPictures(Outline &outline, const DocumentSource &source, const Progress &progress)
{
    QStringList told;
    for (OutlineSection &section : outline.sections)
        told << shownIn(section.markdown, outline.incident);
    told.removeDuplicates();
    const qsizetype shownInText = told.size();
    told = addAttachments(outline, told);
    for (qsizetype i = 0; i < told.size(); ++i) {
        if (!progress(static_cast<double>(i) / static_cast<double>(told.size())))
            return stopped();
        const Attachment *attachment = attachmentAt(outline.incident, scheme + told[i]);
        if (i < shownInText || attachment->mime.startsWith(QLatin1String("image/")))
            outline.pictures.push_back(read(*attachment, source));
    }
    return {};
}

const OutlinePicture *pictureAt(const Outline &outline, const QString &address)
{
    const auto found = std::find_if(outline.pictures.begin(), outline.pictures.end(),
                                    [&address](const OutlinePicture &picture) { return scheme + picture.sha256 == address; });
    return found == outline.pictures.end() ? nullptr : &*found;
}

} // namespace qd::exchange
