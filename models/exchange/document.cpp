#include "models/exchange/document.h"

#include "models/exchange/incidentjson.h"
#include "models/exchange/markdownhtml.h"
#include "models/exchange/pandoc.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace qd::exchange {
namespace {

QByteArray jsonDocument(const Outline &outline, Edition edition)
{
    const plan::Plan &plan = outline.plan;
    const Incident &incident = outline.incident;
    const Instant now = outline.now;
    std::vector<review::DraftSection> sections = review::postmortem(plan, incident, now);
    if (edition == Edition::External)
        std::erase_if(sections, [](const review::DraftSection &section) { return section.internal; });
    QJsonObject json{{QStringLiteral("incident"), incidentJson(plan, incident, clocks::clocks(plan, incident, now), now)},
                     {QStringLiteral("edition"), edition == Edition::External ? QStringLiteral("external") : QStringLiteral("internal")},
                     {QStringLiteral("state"), incident.postmortemState},
                     {QStringLiteral("sections"), sectionsJson(sections)},
                     {QStringLiteral("facts"), factsJson(review::facts(plan, incident, now))},
                     {QStringLiteral("finals"), finalsJson(incident)},
                     {QStringLiteral("as_of"), toIso(now)}};
    if (edition == Edition::Internal) {
        json.insert(QStringLiteral("findings"), findingsJson(review::lint(plan, incident, now)));
        json.insert(QStringLiteral("comments"), commentsJson(incident.comments));
        json.insert(QStringLiteral("reviewers"), reviewersJson(incident.reviewers));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<QByteArray> formatted(const Outline &outline, const DocumentRequest &request, const Progress &progress)
{
    switch (request.format) {
    case Format::Markdown: return markdownDocument(outline);
    case Format::Html: return htmlDocument(outline);
    case Format::Pdf: return pdfDocument(outline, progress);
    case Format::Odt:
    case Format::Docx: return throughPandoc(plainHtml(outline), request.format, progress);
    case Format::Json: return jsonDocument(outline, request.edition);
    }
    return failure(ErrorCode::Usage, QStringLiteral("unknown format; it is one of: %1").arg(formatNames(DocumentKind::Postmortem)));
}

} // namespace

std::optional<Format> formatOf(const QString &nameOrEnding)
{
    const QString suffix = QFileInfo(nameOrEnding).suffix();
    const QString name = (suffix.isEmpty() ? nameOrEnding : suffix).toLower();
    static const QMap<QString, Format> formats{{QStringLiteral("md"), Format::Markdown}, {QStringLiteral("markdown"), Format::Markdown},
                                               {QStringLiteral("html"), Format::Html},   {QStringLiteral("htm"), Format::Html},
                                               {QStringLiteral("pdf"), Format::Pdf},     {QStringLiteral("odt"), Format::Odt},
                                               {QStringLiteral("docx"), Format::Docx},   {QStringLiteral("json"), Format::Json}};
    const auto found = formats.constFind(name);
    return found == formats.cend() ? std::nullopt : std::optional(*found);
}

QString formatNames(DocumentKind kind)
{
    return kind == DocumentKind::Postmortem ? QStringLiteral("md, html, pdf, odt, docx or json")
                                            : QStringLiteral("md, html, pdf, odt or docx");
}

QString unavailable(Format format)
{
    if ((format == Format::Odt || format == Format::Docx) && pandocProgram().isEmpty())
        return QStringLiteral("ODT and DOCX need pandoc: install the package pandoc");
    return {};
}

Result<QByteArray> composeDocument(const DocumentSource &source, const DocumentRequest &request, const Progress &progress)
{
    if (request.kind != DocumentKind::Postmortem && request.format == Format::Json)
        return failure(ErrorCode::Usage, QStringLiteral("this document has no json; it is one of: %1").arg(formatNames(request.kind)));
    if (const QString problem = unavailable(request.format); !problem.isEmpty())
        return refused(problem);
    if (!progress(0))
        return stopped();
    const Result<Outline> outline = outlineOf(source, request, progress.part(0, 0.2));
    if (!outline)
        return tl::unexpected(outline.error());
    const Result<QByteArray> bytes = formatted(*outline, request, progress.part(0.2, 1));
    if (bytes && !progress(1))
        return stopped();
    return bytes;
}

// A device or a pipe, /dev/stdout for one: it is written to, and never replaced by a file of its name.
template<typename Cannot>
static Result<void> writeThrough(const QString &path, const QByteArray &bytes, const Cannot &cannot)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(bytes) != bytes.size())
        return cannot(file.errorString());
    return {};
}

Result<void> writeDocument(const QString &path, const QByteArray &bytes)
{
    const auto cannot = [&path](const QString &why) {
        return failure(ErrorCode::Storage, QStringLiteral("cannot write %1: %2; choose another place").arg(path, why));
    };
    if (QFileInfo(path).isDir())
        return cannot(QStringLiteral("it is a folder"));
    if (QFileInfo(path).exists() && !QFileInfo(path).isFile())
        return writeThrough(path, bytes, cannot);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannot(file.errorString());
    if (file.write(bytes) != bytes.size() || !file.commit())
        return cannot(file.errorString());
    return {};
}

} // namespace qd::exchange
