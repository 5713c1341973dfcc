#include "models/exchange/markdownhtml.h"

#include "models/exchange/outlinepictures.h"
#include "models/exchange/picture.h"
#include "models/review/edition.h"
#include "models/review/markdown.h"

#include <md4c-html.h>

#include <QRegularExpression>
#include <QUrl>

namespace qd::exchange {
namespace {

constexpr int widestUnscaled = 640; // pixels, as wide as a page at 96 to the inch

void append(const MD_CHAR *text, MD_SIZE size, void *html)
{
    static_cast<QByteArray *>(html)->append(text, static_cast<qsizetype>(size));
}

QString unescaped(QString text)
{
    const std::pair<const char *, const char *> all[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
    for (const auto &[entity, plain] : all)
        text.replace(QLatin1String(entity), QLatin1String(plain));
    return text;
}

// Each match of `form`, replaced by what `make` gives for it.
template<class Make>
QString replaced(const QString &text, const QRegularExpression &form, const Make &make)
{
    QString result;
    qsizetype from = 0;
    for (auto it = form.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(text).mid(from, match.capturedStart() - from);
        result += make(match);
        from = match.capturedEnd();
    }
    result += QStringView(text).mid(from);
    return result;
}

QString pictureHtml(const QString &source, const QString &alt, const Outline &outline, HtmlFor whom)
{
    const OutlinePicture *picture = pictureAt(outline, QUrl::fromPercentEncoding(unescaped(source).toUtf8()));
    const QString name = alt.isEmpty() && picture ? picture->name.toHtmlEscaped() : alt;
    if (!picture)
        return QStringLiteral("<em>[picture %1: it stands elsewhere and is no part of this document]</em>").arg(name);
    if (!picture->problem.isEmpty())
        return QStringLiteral("<em>[picture %1: %2]</em>").arg(name, picture->problem.toHtmlEscaped());
    const bool wide = whom == HtmlFor::Pandoc && widthOf(picture->content) > widestUnscaled;
    const QString width = wide ? QStringLiteral(" width=\"%1\"").arg(QLatin1String(pageWidth)) : QString();
    return QStringLiteral("<img src=\"") + dataAddress(picture->mime, picture->content)
        + QStringLiteral("\" alt=\"%1\"%2>").arg(name, width);
}

QString withPictures(const QString &html, const Outline &outline, HtmlFor whom)
{
    static const QRegularExpression image(QStringLiteral("<img src=\"([^\"]*)\" alt=\"([^\"]*)\"[^>]*>"));
    return replaced(html, image, [&outline, whom](const QRegularExpressionMatch &match) {
        return pictureHtml(match.captured(1), match.captured(2), outline, whom);
    });
}

// Links that a reader may follow; anything else, a script above all, is text. One to an entry leads to its row.
QString withSafeLinks(QString html)
{
    static const QRegularExpression entry(QStringLiteral("<a href=\"entry:([0-9a-fA-F-]{36})[^\"]*\"( title=\"[^\"]*\")?>"));
    html.replace(entry, QStringLiteral("<a href=\"#entry-\\1\">"));
    static const QRegularExpression link(QStringLiteral("<a href=\"(?!https?:|mailto:|#)[^\"]*\"( title=\"[^\"]*\")?>"),
                                         QRegularExpression::CaseInsensitiveOption);
    return html.replace(link, QStringLiteral("<a>"));
}

QString withRowNames(const QString &html, const Incident &incident)
{
    std::vector<int> order = timelineOrder(incident);
    std::erase_if(order, [&incident](int index) { return incident.entries[index].kind == review::withheld; });
    const qsizetype body = html.indexOf(QLatin1String("<tbody>"), html.indexOf(QLatin1String("Recorded (UTC)")));
    size_t row = 0;
    static const QRegularExpression begin(QStringLiteral("<tr>"));
    const QString named = replaced(html.mid(std::max<qsizetype>(0, body)), begin, [&](const QRegularExpressionMatch &) {
        if (row >= order.size())
            return QStringLiteral("<tr>");
        const TimelineEntry &entry = incident.entries[order[row++]];
        return QStringLiteral("<tr id=\"entry-%1\">").arg(entry.id.toString());
    });
    return html.left(std::max<qsizetype>(0, body)) + named;
}

QString rawHtml(const QString &markdown)
{
    const QByteArray source = markdown.toUtf8();
    QByteArray html;
    constexpr unsigned flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML;
    if (md_html(source.constData(), static_cast<MD_SIZE>(source.size()), append, &html, flags, 0) != 0)
        return QStringLiteral("<pre>%1</pre>").arg(markdown.toHtmlEscaped());
    return QString::fromUtf8(html);
}

} // namespace

QString safeHtml(QString text)
{
    static const QRegularExpression control(QStringLiteral("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\x{fffe}\\x{ffff}]"));
    return text.replace(control, QString(QChar::ReplacementCharacter)).toHtmlEscaped();
}

QString sectionHtml(const OutlineSection &section, const Outline &outline, HtmlFor whom)
{
    QString html = withPictures(withSafeLinks(rawHtml(section.markdown)), outline, whom);
    html.replace(QStringLiteral(" %1 ").arg(review::lineEndMark), QStringLiteral("<br>"));
    static const QRegularExpression aligned(QStringLiteral("<(t[hd]) align=\"(left|right|center)\">"));
    html.replace(aligned, QStringLiteral("<\\1 style=\"text-align: \\2\">"));
    if (section.isTimeline)
        html = withRowNames(html, outline.incident);
    if (whom == HtmlFor::Reader) {
        html.replace(QLatin1String("<table>"), QLatin1String("<div class=\"scroll\"><table>"));
        html.replace(QLatin1String("</table>"), QLatin1String("</table></div>"));
    }
    return html;
}

} // namespace qd::exchange
