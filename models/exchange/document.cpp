#include "models/exchange/document.h"

#include "models/exchange/incidentjson.h"
#include "models/exchange/outline.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace qd::exchange {
namespace {

QByteArray jsonDocument(const plan::Plan &plan, const Incident &incident, Instant now)
{
    const QJsonObject json{{QStringLiteral("incident"), incidentJson(plan, incident, clocks::clocks(plan, incident, now), now)},
                           {QStringLiteral("state"), incident.postmortemState},
                           {QStringLiteral("sections"), sectionsJson(review::postmortem(plan, incident, now))},
                           {QStringLiteral("facts"), factsJson(review::facts(plan, incident, now))},
                           {QStringLiteral("as_of"), toIso(now)}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace

std::optional<Format> formatOf(const QString &nameOrEnding)
{
    const QString suffix = QFileInfo(nameOrEnding).suffix();
    const QString name = (suffix.isEmpty() ? nameOrEnding : suffix).toLower();
    static const QMap<QString, Format> formats{{QStringLiteral("md"), Format::Markdown}, {QStringLiteral("markdown"), Format::Markdown},
                                               {QStringLiteral("html"), Format::Html},   {QStringLiteral("htm"), Format::Html},
                                               {QStringLiteral("pdf"), Format::Pdf},     {QStringLiteral("json"), Format::Json}};
    const auto found = formats.constFind(name);
    return found == formats.cend() ? std::nullopt : std::optional(*found);
}

Result<QByteArray> postmortemDocument(const plan::Plan &plan, const Incident &incident, Instant now, Format format)
{
    switch (format) {
    case Format::Markdown: return markdownDocument(outlineOf(plan, incident, now));
    case Format::Html: return htmlDocument(outlineOf(plan, incident, now));
    case Format::Pdf: return pdfDocument(outlineOf(plan, incident, now));
    case Format::Json: return jsonDocument(plan, incident, now);
    }
    return failure(ErrorCode::Usage, QStringLiteral("unknown format; it is one of: md, html, pdf, json"));
}

Result<void> writeDocument(const QString &path, const QByteArray &bytes)
{
    const auto cannot = [&path](const QString &why) {
        return failure(ErrorCode::Storage, QStringLiteral("cannot write %1: %2; choose another place").arg(path, why));
    };
    if (QFileInfo(path).isDir())
        return cannot(QStringLiteral("it is a folder"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannot(file.errorString());
    if (file.write(bytes) != bytes.size() || !file.commit())
        return cannot(file.errorString());
    return {};
}

} // namespace qd::exchange
