#include "models/plan/json.h"

#include "models/plan/fields.h"
#include "models/plan/values.h"

#include <QJsonArray>

#include <algorithm>

namespace qd::plan {
namespace {

constexpr qint64 mostSeconds = 1000LL * 366 * 86400; // a longer duration is a damaged one

template<class T>
requires std::convertible_to<const T &, QJsonValue> QJsonValue write(const T &value)
{
    return value;
}
QJsonValue write(const QByteArray &value)
{
    return QString::fromUtf8(value);
}
QJsonValue write(Duration value)
{
    return toSeconds(value);
}
QJsonValue write(Need value)
{
    return value == Need::Optional ? QJsonValue(needText(value)) : QJsonValue(value == Need::Yes);
}
QJsonValue write(Origin value)
{
    return originText(value);
}
QJsonValue write(const QDate &value)
{
    return value.toString(Qt::ISODate);
}
QJsonValue write(const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}

QJsonValue write(const Target &value)
{
    return targetJson(value);
}

QJsonValue write(const QMap<QString, int> &value)
{
    QJsonObject object;
    for (auto it = value.begin(); it != value.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonValue write(const Calendar &value);
QJsonValue write(const Cadence &value);
QJsonValue write(const MetricTarget &value);
template<class T>
QJsonValue write(const std::optional<T> &value);
template<class T>
QJsonValue write(const std::vector<T> &value);
template<class T>
QJsonValue write(const T &value);

class JsonWriter
{
public:
    template<class T>
    JsonWriter &required(const char *key, const T &value)
    {
        m_object.insert(QLatin1String(key), write(value));
        return *this;
    }
    template<class T>
    JsonWriter &field(const char *key, const T &value) // what says nothing is left out
    {
        const QJsonValue json = write(value);
        const bool empty =
            json.isNull() || json == QJsonValue(QString()) || json == QJsonValue(QJsonArray()) || json == QJsonValue(QJsonObject());
        if (!empty)
            m_object.insert(QLatin1String(key), json);
        return *this;
    }
    JsonWriter &severities(const char *key, const QStringList &ids) { return field(key, ids); }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

private:
    QJsonObject m_object;
};

QJsonValue write(const Calendar &value)
{
    JsonWriter writer;
    writer.required("days", dayNames(value)).required("hours", hoursText(value)).field("holidays", value.holidays);
    return writer.object();
}

QJsonValue write(const Cadence &value)
{
    JsonWriter writer;
    fields(writer.required("severity", value.severity), value);
    return writer.object();
}

QJsonValue write(const MetricTarget &value)
{
    JsonWriter writer;
    return writer.required("severity", value.severity).required("within", value.within).object();
}

template<class T>
QJsonValue write(const std::optional<T> &value)
{
    return value ? write(*value) : QJsonValue(QJsonValue::Null);
}

template<class T>
QJsonValue write(const std::vector<T> &value)
{
    QJsonArray array;
    for (const T &item : value)
        array.append(write(item));
    return array;
}

template<class T>
QJsonValue write(const T &value)
{
    JsonWriter writer;
    fields(writer, value);
    return writer.object();
}

void read(const QJsonValue &json, QString &value)
{
    value = json.toString(value);
}
void read(const QJsonValue &json, QByteArray &value)
{
    value = json.toString(QString::fromUtf8(value)).toUtf8();
}
void read(const QJsonValue &json, bool &value)
{
    value = json.toBool(value);
}
void read(const QJsonValue &json, int &value)
{
    value = json.toInt(value);
}
void read(const QJsonValue &json, double &value)
{
    value = json.toDouble(value);
}
void read(const QJsonValue &json, Origin &value)
{
    value = originFromText(json.toString()).value_or(value);
}
void read(const QJsonValue &json, QDate &value)
{
    value = QDate::fromString(json.toString(), Qt::ISODate);
}

void read(const QJsonValue &json, Duration &value)
{
    value = std::chrono::seconds(std::clamp<qint64>(json.toInteger(), 0, mostSeconds));
}

void read(const QJsonValue &json, QStringList &value)
{
    for (const auto item : json.toArray())
        value << item.toString();
}

void read(const QJsonValue &json, QMap<QString, int> &value)
{
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        value.insert(it.key(), it.value().toInt());
}

void read(const QJsonValue &json, std::optional<Need> &value)
{
    if (json.isBool())
        value = json.toBool() ? Need::Yes : Need::No;
    else if (const std::optional<Need> need = needFromText(json.toString()))
        value = need;
}

void read(const QJsonValue &json, std::optional<Duration> &value)
{
    if (json.isDouble())
        read(json, value.emplace());
}

void read(const QJsonValue &json, MaybeTarget &value)
{
    const QJsonObject object = json.toObject();
    if (json.isDouble())
        read(json, value.emplace().emplace<Duration>());
    else if (object.contains(QLatin1String("text")))
        value = object[QLatin1String("text")].toString();
    else if (json.isObject())
        value = WorkingTime{object[QLatin1String("business_days")].toInt(), object[QLatin1String("business_hours")].toInt()};
}

void read(const QJsonValue &json, Calendar &value);
void read(const QJsonValue &json, Cadence &value);
void read(const QJsonValue &json, MetricTarget &value);
template<class T>
void read(const QJsonValue &json, std::vector<T> &value);
template<class T>
void read(const QJsonValue &json, T &value);

class JsonReader
{
public:
    explicit JsonReader(const QJsonValue &json) : m_object(json.toObject()) { }

    template<class T>
    JsonReader &field(const char *key, T &value)
    {
        const auto found = m_object.constFind(QLatin1String(key));
        if (found != m_object.constEnd())
            read(*found, value);
        return *this;
    }
    template<class T>
    JsonReader &required(const char *key, T &value)
    {
        return field(key, value);
    }
    JsonReader &severities(const char *key, QStringList &ids) { return field(key, ids); }

private:
    QJsonObject m_object;
};

void read(const QJsonValue &json, Calendar &value)
{
    QStringList days;
    QString hours;
    JsonReader(json).field("days", days).field("hours", hours).field("holidays", value.holidays);
    if (!days.isEmpty())
        value.days.clear();
    for (const QString &name : days) {
        if (const std::optional<int> day = dayFromName(name))
            value.days.push_back(*day);
    }
    if (!readHours(hours, value)) {
        value.opens = Calendar().opens;
        value.closes = Calendar().closes;
    }
}

void read(const QJsonValue &json, Cadence &value)
{
    JsonReader reader(json);
    fields(reader.field("severity", value.severity), value);
}

void read(const QJsonValue &json, MetricTarget &value)
{
    JsonReader(json).field("severity", value.severity).field("within", value.within);
}

template<class T>
void read(const QJsonValue &json, std::vector<T> &value)
{
    for (const auto item : json.toArray())
        read(item, value.emplace_back());
}

template<class T>
void read(const QJsonValue &json, T &value)
{
    JsonReader reader(json);
    fields(reader, value);
}

} // namespace

QJsonValue targetJson(const Target &target)
{
    if (const auto *duration = std::get_if<Duration>(&target))
        return toSeconds(*duration);
    if (const auto *text = std::get_if<QString>(&target))
        return QJsonObject{{QStringLiteral("text"), *text}};
    const auto working = std::get<WorkingTime>(target);
    QJsonObject object;
    if (working.days != 0 || working.hours == 0)
        object.insert(QStringLiteral("business_days"), working.days);
    if (working.hours != 0)
        object.insert(QStringLiteral("business_hours"), working.hours);
    return object;
}

QJsonObject toJson(const Plan &plan)
{
    return write(plan).toObject();
}

Plan fromJson(const QJsonObject &json)
{
    Plan plan;
    read(QJsonValue(json), plan);
    return plan;
}

} // namespace qd::plan
