#include "models/exchange/bundleline.h"

#include <QJsonDocument>

namespace qd::exchange {
namespace {

QString hex(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toHex());
}

void putBody(QJsonObject &json, const QByteArray &body)
{
    const QString text = QString::fromUtf8(body);
    if (body.isEmpty())
        json.insert(QStringLiteral("body"), QJsonValue::Null);
    else if (text.toUtf8() == body)
        json.insert(QStringLiteral("body"), text);
    else // no text at all, from a console that we do not know
        json.insert(QStringLiteral("body_base64"), QString::fromLatin1(body.toBase64()));
}

class LineReader
{
public:
    explicit LineReader(QJsonObject json) : m_json(std::move(json)) { }

    template<class IdType>
    IdType id(const char *key)
    {
        const IdType read = IdType::fromString(m_json.value(QLatin1String(key)).toString());
        return read.isNull() ? wrong<IdType>(key, QStringLiteral("an id")) : read;
    }
    QString text(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        return value.isString() ? value.toString() : wrong<QString>(key, QStringLiteral("a text"));
    }
    qint64 number(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        const bool whole = value.isDouble() && value.toInteger(1) == value.toInteger(2);
        return whole ? value.toInteger() : wrong<qint64>(key, QStringLiteral("a whole number"));
    }
    Stamp stamp(const char *key)
    {
        bool ok = false;
        const Stamp read = m_json.value(QLatin1String(key)).toString().toULongLong(&ok);
        return ok ? read : wrong<Stamp>(key, QStringLiteral("a number in quotes"));
    }
    QByteArray hash(const char *key, bool mayBeEmpty = false)
    {
        const QByteArray text = m_json.value(QLatin1String(key)).toString().toLatin1();
        const QByteArray read = QByteArray::fromHex(text);
        const bool fits =
            read.toHex() == text && (read.size() == 32 || (mayBeEmpty && text.isEmpty() && m_json.contains(QLatin1String(key))));
        return fits ? read : wrong<QByteArray>(key, QStringLiteral("a SHA-256 in hex"));
    }
    QByteArray body()
    {
        const QJsonValue value = m_json.value(QLatin1String("body"));
        if (value.isString())
            return value.toString().toUtf8();
        if (m_json.contains(QLatin1String("body_base64"))) {
            const auto read = QByteArray::fromBase64Encoding(m_json.value(QLatin1String("body_base64")).toString().toLatin1(),
                                                             QByteArray::AbortOnBase64DecodingErrors);
            return read ? *read : wrong<QByteArray>("body_base64", QStringLiteral("base64"));
        }
        return value.isNull() ? QByteArray() : wrong<QByteArray>("body", QStringLiteral("a text, or null"));
    }
    [[nodiscard]] const QStringList &wrongFields() const { return m_wrong; }

private:
    template<class Value>
    Value wrong(const char *key, const QString &wanted)
    {
        m_wrong << QStringLiteral("'%1' is not %2").arg(QLatin1String(key), wanted);
        return {};
    }

    QJsonObject m_json;
    QStringList m_wrong;
};

} // namespace

QByteArray bundleLine(const CarriedEvent &carried)
{
    const Event &event = carried.event;
    QJsonObject json{{QStringLiteral("id"), event.id.toString()},
                     {QStringLiteral("incident"), event.incident.toString()},
                     {QStringLiteral("kind"), event.kind},
                     {QStringLiteral("author"), event.author},
                     {QStringLiteral("happened_at"), toMsecs(event.happenedAt)},
                     {QStringLiteral("recorded_at"), toMsecs(event.recordedAt)},
                     {QStringLiteral("stamp"), QString::number(event.stamp)}, // more than other programs' numbers hold
                     {QStringLiteral("console"), event.console.toString()},
                     {QStringLiteral("console_seq"), event.consoleSeq},
                     {QStringLiteral("body_hash"), hex(event.bodyHash)},
                     {QStringLiteral("prev"), hex(event.prev)},
                     {QStringLiteral("hash"), hex(event.hash)}};
    putBody(json, carried.body);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<CarriedEvent> readBundleLine(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        return failure(ErrorCode::BadInput,
                       QStringLiteral("it is no event: %1")
                           .arg(error.error == QJsonParseError::NoError ? QStringLiteral("not an object") : error.errorString()));
    LineReader fields(document.object());
    CarriedEvent carried;
    Event &event = carried.event;
    event.id = fields.id<EventId>("id");
    event.incident = fields.id<IncidentId>("incident");
    event.kind = fields.text("kind");
    event.author = fields.text("author");
    event.happenedAt = fromMsecs(fields.number("happened_at"));
    event.recordedAt = fromMsecs(fields.number("recorded_at"));
    event.stamp = fields.stamp("stamp");
    event.console = fields.id<ConsoleId>("console");
    event.consoleSeq = fields.number("console_seq");
    event.bodyHash = fields.hash("body_hash");
    event.prev = fields.hash("prev", true);
    event.hash = fields.hash("hash");
    carried.body = fields.body();
    if (!fields.wrongFields().isEmpty())
        return failure(ErrorCode::BadInput, QStringLiteral("it is no event: %1").arg(fields.wrongFields().join(QStringLiteral(", "))));
    return carried;
}

} // namespace qd::exchange
