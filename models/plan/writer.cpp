#include "models/plan/writer.h"

#include "models/core/durationtext.h"
#include "models/plan/fields.h"
#include "models/plan/values.h"

#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

namespace qd::plan {
namespace {

// What another reader of YAML would take for a number, a truth or nothing.
bool isAmbiguous(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(true|false|yes|no|on|off|y|n|null|~|[-+.\\d][\\d.:eExXoO_+-]*)$"),
                                         QRegularExpression::CaseInsensitiveOption);
    return text.isEmpty() || form.match(text).hasMatch();
}

// A literal block keeps a text as it is only if the text ends with one line break and its first line is not indented.
bool fitsLiteral(const QString &text)
{
    return text.endsWith(QLatin1Char('\n')) && !text.endsWith(QLatin1String("\n\n")) && !text[0].isSpace()
        && !text.contains(QLatin1Char('\r')) && !text.contains(QLatin1Char('\t'));
}

void emitText(YAML::Emitter &out, const QString &text)
{
    if (fitsLiteral(text))
        out << YAML::Literal;
    else if (isAmbiguous(text) || text.contains(QLatin1Char('\n')))
        out << YAML::DoubleQuoted;
    out << text.toStdString();
}

void emitPlain(YAML::Emitter &out, const QString &text)
{
    out << text.toStdString();
}

class YamlWriter
{
public:
    explicit YamlWriter(YAML::Emitter &out) : m_out(out) { }

    template<class T>
    YamlWriter &required(const char *key, const T &value)
    {
        m_out << YAML::Key << key << YAML::Value;
        write(value);
        return *this;
    }
    template<class T>
    YamlWriter &field(const char *key, const T &value)
    {
        return saysNothing(value) ? *this : required(key, value);
    }
    YamlWriter &severities(const char *key, const QStringList &ids) { return ids.isEmpty() ? *this : shortList(key, ids); }
    YamlWriter &shortList(const char *key, const QStringList &values)
    {
        m_out << YAML::Key << key << YAML::Value << YAML::Flow << YAML::BeginSeq;
        for (const QString &value : values)
            emitText(m_out, value);
        m_out << YAML::EndSeq;
        return *this;
    }

    template<class T>
    void block(const T &value)
    {
        m_out << YAML::BeginMap;
        fields(*this, value);
        m_out << YAML::EndMap;
    }

private:
    static bool saysNothing(bool value) { return !value; }
    static bool saysNothing(int) { return false; }
    static bool saysNothing(double) { return false; }
    template<class T>
    static bool saysNothing(const std::optional<T> &value)
    {
        return !value;
    }
    template<class T>
    static bool saysNothing(const T &value)
    {
        if constexpr (requires { value.empty(); })
            return value.empty();
        else
            return value == T{};
    }

    void write(const QString &value) { emitText(m_out, value); }
    void write(const QByteArray &value) { emitText(m_out, QString::fromUtf8(value)); }
    void write(bool value) { m_out << value; }
    void write(int value) { m_out << value; }
    void write(double value) { emitPlain(m_out, QString::number(value * 100, 'g', 12) + QLatin1Char('%')); }
    void write(Duration value) { emitPlain(m_out, writeDuration(value)); }
    void write(const Target &value) { emitPlain(m_out, writeTarget(value)); }
    void write(Need value) { emitPlain(m_out, needText(value)); }
    void write(Origin value) { emitPlain(m_out, originText(value)); }
    void write(const QDate &value) { emitPlain(m_out, value.toString(Qt::ISODate)); }
    void write(const Calendar &value);
    void write(const Step &value);
    void write(const Conflict &value);
    void write(const QMap<QString, int> &value);
    void write(const QStringList &value) { list(value); }
    void write(const std::vector<Cadence> &value);
    void write(const std::vector<MetricTarget> &value);
    template<class T>
    void write(const std::optional<T> &value)
    {
        write(*value);
    }
    template<class T>
    void write(const std::vector<T> &value)
    {
        list(value);
    }
    template<class T>
    void write(const T &value)
    {
        block(value);
    }

    template<class List>
    void list(const List &values)
    {
        m_out << YAML::BeginSeq;
        for (const auto &value : values)
            write(value);
        m_out << YAML::EndSeq;
    }

    YAML::Emitter &m_out;
};

void YamlWriter::write(const Calendar &value)
{
    m_out << YAML::BeginMap;
    shortList("days", dayNames(value)).field("hours", hoursText(value)).field("holidays", value.holidays);
    m_out << YAML::EndMap;
}

void YamlWriter::write(const Step &value)
{
    if (value.items.isEmpty() && value.command.isEmpty())
        write(value.title);
    else
        block(value);
}

void YamlWriter::write(const Conflict &value)
{
    if (value.lines.empty() && value.path.isEmpty() && value.values.isEmpty())
        write(value.what);
    else
        block(value);
}

void YamlWriter::write(const QMap<QString, int> &value)
{
    constexpr qsizetype oneLine = 8;
    if (value.size() <= oneLine)
        m_out << YAML::Flow;
    m_out << YAML::BeginMap;
    for (auto it = value.begin(); it != value.end(); ++it)
        m_out << YAML::Key << it.key().toStdString() << YAML::Value << it.value();
    m_out << YAML::EndMap;
}

void YamlWriter::write(const std::vector<Cadence> &value)
{
    m_out << YAML::BeginMap;
    for (const Cadence &cadence : value) {
        m_out << YAML::Key << cadence.severity.toStdString() << YAML::Value << YAML::Flow;
        block(cadence);
    }
    m_out << YAML::EndMap;
}

void YamlWriter::write(const std::vector<MetricTarget> &value)
{
    m_out << YAML::Flow << YAML::BeginMap;
    for (const MetricTarget &target : value)
        m_out << YAML::Key << target.severity.toStdString() << YAML::Value << writeDuration(target.within).toStdString();
    m_out << YAML::EndMap;
}

} // namespace

QByteArray writePlan(const Plan &plan)
{
    YAML::Emitter out;
    out.SetIndent(2);
    YamlWriter writer(out);
    out << YAML::BeginMap << YAML::Key << "plan" << YAML::Value << 1;
    fields(writer, plan);
    out << YAML::EndMap << YAML::Newline;
    return QByteArray(out.c_str(), static_cast<qsizetype>(out.size()));
}

} // namespace qd::plan
