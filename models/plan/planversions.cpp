#include "models/plan/planversions.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace qd::plan {
namespace {

constexpr int mostVersions = 9999;

QString named(const QString &folder, int number, const char *ending)
{
    return QStringLiteral("%1/%2%3").arg(folder).arg(number, 4, 10, QLatin1Char('0')).arg(QLatin1String(ending));
}

std::optional<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

Installing readCircumstances(const QString &path)
{
    const QJsonObject json = QJsonDocument::fromJson(bytesOf(path).value_or(QByteArray())).object();
    Installing known;
    known.by = json[QLatin1String("by")].toString();
    known.how = json[QLatin1String("how")].toString();
    if (const QJsonValue at = json[QLatin1String("at")]; at.isDouble())
        known.at = fromMsecs(at.toInteger());
    return known;
}

QByteArray circumstances(const Installing &installing)
{
    QJsonObject json;
    if (installing.at)
        json.insert(QStringLiteral("at"), toMsecs(*installing.at));
    if (!installing.by.isEmpty())
        json.insert(QStringLiteral("by"), installing.by);
    if (!installing.how.isEmpty())
        json.insert(QStringLiteral("how"), installing.how);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

// Whole or not at all; a file that is there already is left, and says so with false.
bool writeNew(const QString &path, const QByteArray &bytes)
{
    const QString unfinished = path + QStringLiteral(".part");
    QSaveFile file(unfinished);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return false;
    const bool placed = QFile::rename(unfinished, path); // refuses to replace
    if (!placed)
        QFile::remove(unfinished);
    return placed;
}

} // namespace

PlanVersions::PlanVersions(const QString &folder) : m_folder(folder) { }

QString PlanVersions::fileOf(int number) const
{
    return named(m_folder, number, ".yaml");
}

std::vector<KeptVersion> PlanVersions::all() const
{
    std::vector<KeptVersion> versions;
    for (const QString &file : QDir(m_folder).entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
        bool isNumber = false;
        const int number = file.chopped(5).toInt(&isNumber);
        if (isNumber && number > 0 && number <= mostVersions && QFile::exists(fileOf(number)))
            versions.push_back({number, readCircumstances(named(m_folder, number, ".json"))});
    }
    return versions;
}

int PlanVersions::newest() const
{
    const std::vector<KeptVersion> versions = all();
    return versions.empty() ? 0 : versions.back().number;
}

std::optional<QByteArray> PlanVersions::text(int number) const
{
    return bytesOf(fileOf(number));
}

Result<int> PlanVersions::keep(const QByteArray &yaml, const Installing &installing) const
{
    if (!QDir().mkpath(m_folder))
        return failure(ErrorCode::Storage, QStringLiteral("the folder %1 cannot be made: see who may write there").arg(m_folder));
    const int last = newest();
    if (last > 0 && text(last) == yaml)
        return last;
    for (int number = last + 1; number <= mostVersions; ++number) {
        if (writeNew(fileOf(number), yaml)) {
            writeNew(named(m_folder, number, ".json"), circumstances(installing)); // without it the version only has no date
            return number;
        }
        if (!QFile::exists(fileOf(number))) // else another program was faster
            break;
    }
    return failure(ErrorCode::Storage, QStringLiteral("the version cannot be kept in %1: see who may write there").arg(m_folder));
}

} // namespace qd::plan
