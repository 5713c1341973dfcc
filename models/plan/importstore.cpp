#include "models/plan/importstore.h"

#include "models/plan/json.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

namespace qd::plan {
namespace {

const QString usedEnding = QStringLiteral(".json");
const QString draftEnding = QStringLiteral(".draft.json");

} // namespace

ImportStore::ImportStore(const QString &folder) : m_folder(folder) { }

QString ImportStore::fileOf(const QString &id, const QString &ending) const
{
    return m_folder + QLatin1Char('/') + id + ending; // an id is a slug: it leads nowhere else
}

std::optional<ImportRecord> ImportStore::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json.isEmpty())
        return std::nullopt;
    return ImportRecord{json[QLatin1String("document")].toString(), json[QLatin1String("fingerprint")].toString(),
                        fromJson(json[QLatin1String("read")].toObject()), fromJson(json[QLatin1String("corrected")].toObject())};
}

Result<void> ImportStore::save(const ImportRecord &record, const QString &path) const
{
    const QJsonObject json{{QStringLiteral("document"), record.document},
                           {QStringLiteral("fingerprint"), record.fingerprint},
                           {QStringLiteral("read"), toJson(record.read)},
                           {QStringLiteral("corrected"), toJson(record.corrected)}};
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QSaveFile file(path);
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::Storage, QStringLiteral("what was imported cannot be kept in %1: %2").arg(path, file.errorString()));
    return {};
}

std::optional<ImportRecord> ImportStore::used(const QString &id) const
{
    return load(fileOf(id, usedEnding));
}

std::optional<ImportRecord> ImportStore::draft(const QString &id) const
{
    return load(fileOf(id, draftEnding));
}

Result<void> ImportStore::keepUsed(const ImportRecord &record) const
{
    const Result<void> saved = save(record, fileOf(record.read.id, usedEnding));
    if (saved)
        forgetDraft(record.read.id);
    return saved;
}

Result<void> ImportStore::keepDraft(const ImportRecord &record) const
{
    return save(record, fileOf(record.read.id, draftEnding));
}

void ImportStore::forgetDraft(const QString &id) const
{
    QFile::remove(fileOf(id, draftEnding));
}

} // namespace qd::plan
