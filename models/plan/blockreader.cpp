#include "models/plan/blockreader.h"

#include "models/plan/values.h"

#include <algorithm>

namespace qd::plan {
namespace {

constexpr int longestShown = 60;

QString shown(const QString &text)
{
    return text.size() > longestShown ? text.left(longestShown) + QStringLiteral("…") : text;
}

void complainOf(Source &source, const Item &item, const QString &text, const QString &rest)
{
    source.complain(item.place, QStringLiteral("'%1' %2").arg(shown(text), rest));
}

} // namespace

void readValue(Source &source, const Item &item, QString &value)
{
    value = source.text(item).value_or(QString());
}

void readValue(Source &source, const Item &item, QByteArray &value)
{
    if (const std::optional<QString> text = source.text(item))
        value = text->toUtf8();
}

void readValue(Source &source, const Item &item, bool &value)
{
    const std::optional<QString> text = source.text(item);
    if (!text)
        return;
    const QString word = text->toLower();
    value = word == QLatin1String("true") || word == QLatin1String("yes");
    if (!value && word != QLatin1String("false") && word != QLatin1String("no"))
        complainOf(source, item, *text, QStringLiteral("is neither true nor false"));
}

void readValue(Source &source, const Item &item, std::optional<Need> &value)
{
    const std::optional<QString> text = source.text(item);
    if (!text)
        return;
    value = needFromText(*text);
    if (!value)
        complainOf(source, item, *text, QStringLiteral("is neither true, false nor optional"));
}

void readValue(Source &source, const Item &item, int &value)
{
    const std::optional<QString> text = source.text(item);
    if (!text)
        return;
    bool ok = false;
    value = text->toInt(&ok);
    if (!ok || value < 0)
        complainOf(source, item, *text, QStringLiteral("is not a whole number"));
}

void readValue(Source &source, const Item &item, double &value)
{
    const std::optional<QString> text = source.text(item);
    if (!text)
        return;
    bool ok = false;
    const bool percent = text->endsWith(QLatin1Char('%'));
    const double number = (percent ? text->chopped(1) : *text).toDouble(&ok);
    value = percent ? number / 100 : number;
    if (!ok || !(value > 0 && value <= 1))
        complainOf(source, item, *text, QStringLiteral("is not a part of a clock's time; write 80%"));
}

void readValue(Source &source, const Item &item, Duration &value)
{
    const std::optional<QString> text = source.text(item);
    if (!text)
        return;
    if (const Result<Duration> read = parseDuration(*text))
        value = *read;
    else
        source.complain(item.place, read.error().sentence);
}

void readValue(Source &source, const Item &item, std::optional<Duration> &value)
{
    readValue(source, item, value.emplace());
}

void readValue(Source &source, const Item &item, MaybeTarget &value)
{
    const std::optional<QString> text = source.text(item);
    if (!text)
        return;
    if (const Result<Target> read = parseTarget(*text))
        value = *read;
    else
        source.complain(item.place, read.error().sentence);
}

void readValue(Source &source, const Item &item, QDate &value)
{
    const std::optional<QString> text = source.text(item);
    if (!text)
        return;
    value = QDate::fromString(*text, Qt::ISODate);
    if (!value.isValid())
        complainOf(source, item, *text, QStringLiteral("is no date; write 2026-12-25"));
}

void readValue(Source &source, const Item &item, Origin &value)
{
    const std::optional<QString> text = source.text(item);
    if (!text)
        return;
    if (const std::optional<Origin> origin = originFromText(*text))
        value = *origin;
    else
        complainOf(source, item, *text, QStringLiteral("is no origin of a clock; write detected or started"));
}

void readValue(Source &source, const Item &item, Calendar &value)
{
    QString hours;
    QStringList names;
    BlockReader block(source, item);
    block.field("days", names).field("hours", hours).field("holidays", value.holidays).finish();
    if (!names.isEmpty())
        value.days.clear();
    for (qsizetype i = 0; i < names.size(); ++i) {
        const std::optional<int> day = dayFromName(names[i]);
        if (!day)
            source.complainAt(QStringLiteral("%1/days/%2").arg(item.path).arg(i),
                              QStringLiteral("'%1' is no weekday; write mon, tue, wed, thu, fri, sat or sun").arg(shown(names[i])));
        else
            value.days.push_back(*day);
    }
    if (!hours.isEmpty() && !readHours(hours, value))
        source.complainAt(item.path + QStringLiteral("/hours"),
                          QStringLiteral("'%1' are no working hours; write 09:00-17:00").arg(shown(hours)));
}

void readValue(Source &source, const Item &item, QMap<QString, int> &value)
{
    for (const Entry &entry : source.entries(item))
        readValue(source, entry.value, value[entry.key]);
}

void readValue(Source &source, const Item &item, QStringList &value)
{
    for (const Item &element : source.items(item)) {
        if (const std::optional<QString> text = source.text(element))
            value << *text;
        else
            value << QString(); // so that places keep their number
    }
}

void readValue(Source &source, const Item &item, Step &value)
{
    if (item.node.IsMap())
        readValue<Step>(source, item, value);
    else
        readValue(source, item, value.title);
}

void readValue(Source &source, const Item &item, Conflict &value)
{
    if (item.node.IsMap())
        readValue<Conflict>(source, item, value);
    else
        readValue(source, item, value.what);
}

void readValue(Source &source, const Item &item, std::vector<Cadence> &value)
{
    for (const Entry &entry : source.entries(item)) {
        source.tellAtKey(entry);
        value.push_back({entry.key, {}, {}});
        readValue(source, entry.value, value.back());
    }
}

void readValue(Source &source, const Item &item, std::vector<MetricTarget> &value)
{
    for (const Entry &entry : source.entries(item)) {
        source.tellAtKey(entry);
        value.push_back({entry.key, {}});
        readValue(source, entry.value, value.back().within);
    }
}

BlockReader::BlockReader(Source &source, const Item &block) : m_source(source), m_block(block), m_entries(source.entries(block)) { }

BlockReader &BlockReader::severities(const char *key, QStringList &ids)
{
    const Item *item = take(key);
    if (item && item->node.IsScalar() && item->node.Scalar() == "all")
        ids = QStringList{QStringLiteral("all")};
    else if (item)
        readValue(m_source, *item, ids);
    return *this;
}

const Item *BlockReader::take(const char *key)
{
    if (!m_known.contains(QLatin1String(key)))
        m_known << QLatin1String(key);
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [key](const Entry &entry) { return entry.key == QLatin1String(key); });
    return found == m_entries.end() ? nullptr : &found->value;
}

void BlockReader::complainIfMissing(const char *key)
{
    const Item *item = take(key);
    const bool empty =
        item && ((item->node.IsScalar() && item->node.Scalar().empty()) || (item->node.IsSequence() && item->node.size() == 0));
    if (!m_block.node.IsMap() || (item && !empty))
        return;
    const QString what = item ? QStringLiteral("empty") : QStringLiteral("missing");
    const QString where = m_block.path.isEmpty() ? QStringLiteral("a plan") : QStringLiteral("everything in '%1'").arg(keyOf(m_block.path));
    m_source.complain(item ? item->place : m_block.place, QStringLiteral("'%1' is %2; %3 needs it").arg(QLatin1String(key), what, where));
}

void BlockReader::finish()
{
    for (const Entry &entry : m_entries) {
        if (m_known.contains(entry.key))
            continue;
        if (m_source.isFull())
            return;
        const QString meant = nearest(entry.key.left(longestShown), m_known);
        const QString advice = meant.isEmpty() ? QStringLiteral("the keys here are %1").arg(m_known.join(QStringLiteral(", ")))
                                               : QStringLiteral("did you mean '%1'?").arg(meant);
        m_source.complain(entry.place, QStringLiteral("unknown key '%1' in %2; %3").arg(shown(entry.key), keyOf(m_block.path), advice));
    }
}

} // namespace qd::plan
