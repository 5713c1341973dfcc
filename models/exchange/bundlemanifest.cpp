#include "models/exchange/bundlemanifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace qd::exchange {
namespace {

constexpr char format[] = "quarterdeck-bundle";

QString timeText(Instant at) // to the millisecond, as the record has it
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(at), Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject chainJson(const BundleChain &chain)
{
    return {{QStringLiteral("console"), chain.console.toString()},
            {QStringLiteral("first"), chain.first},
            {QStringLiteral("last"), chain.last},
            {QStringLiteral("events"), chain.events},
            {QStringLiteral("hash"), QString::fromLatin1(chain.hash.toHex())}};
}

QJsonObject absenceJson(const BundleAbsence &absence)
{
    return {{QStringLiteral("sha256"), absence.sha256},
            {QStringLiteral("name"), absence.name},
            {QStringLiteral("why"), absence.redacted ? QStringLiteral("redacted") : QStringLiteral("missing")}};
}

// Reads fields and notes those that are not there or of another kind.
class FieldReader
{
public:
    FieldReader(QJsonObject json, QString where, BundleProblems &problems)
        : m_json(std::move(json)),
          m_where(std::move(where)),
          m_problems(problems)
    {
    }

    QString text(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        if (!value.isString())
            wrong(key, QStringLiteral("a text"));
        return value.toString();
    }
    qint64 number(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        const qint64 read = value.toInteger(-1);
        if (read < 0)
            wrong(key, QStringLiteral("a number, 0 or more"));
        return std::max<qint64>(read, 0);
    }
    QString sha256(const char *key)
    {
        static const QRegularExpression hex(QStringLiteral("\\A[0-9a-f]{64}\\z"));
        const QString read = m_json.value(QLatin1String(key)).toString();
        if (!hex.match(read).hasMatch())
            wrong(key, QStringLiteral("a SHA-256 in hex"));
        return read;
    }
    template<class IdType>
    IdType id(const char *key)
    {
        const IdType read = IdType::fromString(m_json.value(QLatin1String(key)).toString());
        if (read.isNull())
            wrong(key, QStringLiteral("an id"));
        return read;
    }
    Instant time(const char *key)
    {
        const QDateTime read = QDateTime::fromString(m_json.value(QLatin1String(key)).toString(), Qt::ISODateWithMs);
        if (!read.isValid() || read.timeSpec() != Qt::UTC)
            wrong(key, QStringLiteral("a time in UTC"));
        return read.isValid() ? fromMsecs(read.toMSecsSinceEpoch()) : Instant{};
    }
    QJsonArray list(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        if (!value.isArray())
            wrong(key, QStringLiteral("a list"));
        return value.toArray();
    }

private:
    void wrong(const char *key, const QString &wanted)
    {
        m_problems.add(QLatin1String(bundleparts::manifest),
                       QStringLiteral("'%1'%2 is not %3")
                           .arg(QLatin1String(key), m_where.isEmpty() ? QString() : QStringLiteral(" of ") + m_where, wanted));
    }

    QJsonObject m_json;
    QString m_where;
    BundleProblems &m_problems;
};

template<class Read>
void eachOf(const QJsonArray &list, const QString &what, BundleProblems &problems, const Read &read)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        FieldReader fields(list.at(i).toObject(), QStringLiteral("%1 %2").arg(what).arg(i + 1), problems);
        read(fields);
    }
}

void readLists(FieldReader &top, BundleManifest &manifest, BundleProblems &problems)
{
    eachOf(top.list("chains"), QStringLiteral("chain"), problems, [&manifest](FieldReader &fields) {
        manifest.chains.push_back({fields.id<ConsoleId>("console"), fields.number("first"), fields.number("last"), fields.number("events"),
                                   QByteArray::fromHex(fields.sha256("hash").toLatin1())});
    });
    eachOf(top.list("parts"), QStringLiteral("part"), problems, [&manifest](FieldReader &fields) {
        manifest.parts.push_back({fields.text("path"), fields.number("size"), fields.sha256("sha256")});
    });
    eachOf(top.list("absent"), QStringLiteral("absent attachment"), problems, [&manifest](FieldReader &fields) {
        manifest.absent.push_back({fields.sha256("sha256"), fields.text("name"), fields.text("why") == QLatin1String("redacted")});
    });
}

// Whether it is a bundle that this program knows how to read.
bool isReadable(const QJsonObject &json, BundleProblems &problems)
{
    const QString part = QLatin1String(bundleparts::manifest);
    if (json.value(QLatin1String("format")).toString() != QLatin1String(format)) {
        problems.add(part, QStringLiteral("it does not say that it is a bundle of an incident; choose a file that 'bundle out' made"));
        return false;
    }
    const qint64 version = json.value(QLatin1String("version")).toInteger(0);
    if (version > BundleManifest::newestVersion) {
        problems.add(
            part,
            QStringLiteral("it is a bundle of version %1, and this Quarterdeck reads up to version %2; bring it in with a newer one")
                .arg(version)
                .arg(BundleManifest::newestVersion));
        return false;
    }
    if (version < 1) {
        problems.add(part, QStringLiteral("it does not say which version of a bundle it is"));
        return false;
    }
    return true;
}

} // namespace

QString attachmentPath(const QString &sha256)
{
    return QLatin1String(bundleparts::attachments) + sha256;
}

QString attachmentIn(const QString &path)
{
    static const QRegularExpression form(QStringLiteral("\\Aattachments/([0-9a-f]{64})\\z"));
    return form.match(path).captured(1);
}

bool mayBeInBundle(const QString &path)
{
    static const QRegularExpression plan(QStringLiteral("\\Aplans/[0-9]{1,4}-[a-z0-9-]{1,64}\\.yaml\\z"));
    return path == QLatin1String(bundleparts::manifest) || path == QLatin1String(bundleparts::events)
        || path == QLatin1String(bundleparts::timeline) || !attachmentIn(path).isEmpty() || plan.match(path).hasMatch();
}

qint64 largestOf(const QString &path)
{
    if (path == QLatin1String(bundleparts::manifest))
        return largestManifest;
    if (path == QLatin1String(bundleparts::events))
        return largestEvents;
    return attachmentIn(path).isEmpty() ? largestForPeople : largestBundledAttachment;
}

QByteArray writeManifest(const BundleManifest &manifest)
{
    QJsonArray chains;
    QJsonArray parts;
    QJsonArray absent;
    for (const BundleChain &chain : manifest.chains)
        chains.append(chainJson(chain));
    for (const BundlePart &part : manifest.parts)
        parts.append(
            QJsonObject{{QStringLiteral("path"), part.path}, {QStringLiteral("size"), part.size}, {QStringLiteral("sha256"), part.sha256}});
    for (const BundleAbsence &absence : manifest.absent)
        absent.append(absenceJson(absence));
    const QJsonObject json{{QStringLiteral("format"), QLatin1String(format)},
                           {QStringLiteral("version"), manifest.version},
                           {QStringLiteral("incident"), manifest.incident.toString()},
                           {QStringLiteral("ref"), manifest.ref},
                           {QStringLiteral("title"), manifest.title},
                           {QStringLiteral("restricted"), manifest.restricted},
                           {QStringLiteral("made_at"), timeText(manifest.madeAt)},
                           {QStringLiteral("made_by"), manifest.madeBy},
                           {QStringLiteral("events"), manifest.events},
                           {QStringLiteral("chains"), chains},
                           {QStringLiteral("parts"), parts},
                           {QStringLiteral("absent"), absent}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

BundleManifest readManifest(const QByteArray &bytes, BundleProblems &problems)
{
    BundleManifest manifest;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject()) {
        problems.add(QLatin1String(bundleparts::manifest), static_cast<int>(bytes.left(error.offset).count('\n')) + 1,
                     QStringLiteral("it is no JSON object: %1").arg(error.errorString()));
        return manifest;
    }
    const QJsonObject json = document.object();
    if (!isReadable(json, problems))
        return manifest;
    FieldReader top(json, {}, problems);
    manifest.version = static_cast<int>(top.number("version"));
    manifest.incident = top.id<IncidentId>("incident");
    manifest.ref = top.text("ref");
    manifest.title = top.text("title");
    manifest.restricted = json.value(QLatin1String("restricted")).toBool();
    manifest.madeAt = top.time("made_at");
    manifest.madeBy = top.text("made_by");
    manifest.events = top.number("events");
    readLists(top, manifest, problems);
    return manifest;
}

QString bundleFileName(const QString &ref, const QString &codename, bool restricted)
{
    QString name = restricted && !codename.isEmpty() ? codename : ref;
    static const QRegularExpression unfit(QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
    name.replace(unfit, QStringLiteral("-"));
    while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char('-'))) // hidden, or taken for an option
        name.remove(0, 1);
    return (name.isEmpty() ? QStringLiteral("incident") : name) + QStringLiteral(".qdz");
}

} // namespace qd::exchange
