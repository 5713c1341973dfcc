#include "models/exchange/outline.h"
#include "models/exchange/picture.h"
#include "models/review/markdown.h"

#include <QRegularExpression>

namespace qd::exchange {
namespace {

// Within the document links lead to the section that holds the timeline: Markdown has no place for the name of a row.
QString withoutRows(QString markdown, const Outline &outline)
{
    static const QRegularExpression entry(QStringLiteral("\\]\\(entry:[^)\\s]*\\)"));
    const auto timeline =
        std::find_if(outline.sections.begin(), outline.sections.end(), [](const OutlineSection &section) { return section.isTimeline; });
    const QString anchor =
        timeline == outline.sections.end() ? QString() : timeline->title.toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
    return markdown.replace(entry, QStringLiteral("](#%1)").arg(anchor));
}

// The pictures stand at the end of the file, so that the text can be read without them.
QString withPictures(QString markdown, const Outline &outline)
{
    for (size_t i = 0; i < outline.pictures.size(); ++i) {
        const OutlinePicture &picture = outline.pictures[i];
        const QString address = QStringLiteral("](attachment:%1)").arg(picture.sha256);
        if (picture.problem.isEmpty()) {
            markdown.replace(address, QStringLiteral("][picture-%1]").arg(i + 1));
            continue;
        }
        const QRegularExpression whole(QStringLiteral("!\\[([^\\]]*)") + QRegularExpression::escape(address));
        markdown.replace(whole, QStringLiteral("*(picture \\1: %1)*").arg(review::inlineText(picture.problem)));
    }
    return markdown;
}

QString pictureLines(const Outline &outline)
{
    QStringList lines;
    for (size_t i = 0; i < outline.pictures.size(); ++i) {
        const OutlinePicture &picture = outline.pictures[i];
        if (picture.problem.isEmpty())
            lines << QStringLiteral("[picture-%1]: %2").arg(i + 1).arg(dataAddress(picture.mime, picture.content));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QByteArray markdownDocument(const Outline &outline)
{
    QStringList parts{QStringLiteral("# %1: %2").arg(review::inlineText(outline.ref), review::inlineText(outline.title))};
    std::vector<QStringList> rows;
    for (const OutlineRow &row : outline.head)
        rows.push_back({QStringLiteral("**%1**").arg(review::cellText(row.label)), review::cellText(row.value)});
    parts << review::tableText({outline.what, review::cellText(outline.state)}, rows);
    for (const OutlineSection &section : outline.sections)
        parts << QStringLiteral("## %1").arg(review::inlineText(section.title))
              << withPictures(withoutRows(section.markdown, outline), outline);
    parts << pictureLines(outline);
    parts.removeAll(QString());
    return (parts.join(QLatin1String("\n\n")) + QLatin1Char('\n')).toUtf8();
}

} // namespace qd::exchange
