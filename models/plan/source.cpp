#include "models/plan/source.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>

#include <sstream>

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>

namespace qd::plan {
namespace {

constexpr qsizetype mostBytes = 1 << 20;
constexpr size_t mostValues = 100'000;
constexpr size_t mostCharacters = 4 << 20;
constexpr size_t mostProblems = 500;
constexpr int longestKeyShown = 60;

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t') && c != QLatin1Char('\r');
}

// Looks whether there is more than one document. YAML::LoadAll would not do: some bytes are documents without end to it.
class SecondDocument : public YAML::EventHandler
{
public:
    // Its first value; nothing: there is none.
    std::optional<YAML::Mark> find(const std::string &yaml)
    {
        std::istringstream stream(yaml);
        YAML::Parser parser(stream);
        while (!m_second && parser.HandleNextDocument(*this)) { }
        return m_second;
    }

    void OnDocumentStart(const YAML::Mark &) override { ++m_documents; }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { value(mark); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { value(mark); }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t, const std::string &) override { value(mark); }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override { value(mark); }
    void OnSequenceEnd() override { }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override { value(mark); }
    void OnMapEnd() override { }

private:
    void value(const YAML::Mark &mark)
    {
        if (m_documents > 1 && !m_second)
            m_second = mark;
    }

    int m_documents = 0;
    std::optional<YAML::Mark> m_second;
};

QString nodeKind(const YAML::Node &node)
{
    return node.IsMap() ? QStringLiteral("a block of keys") : node.IsSequence() ? QStringLiteral("a list") : QStringLiteral("nothing");
}

} // namespace

QString keyOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        if (!part->isEmpty() && !(*part)[0].isDigit())
            return *part;
    }
    return QStringLiteral("plan");
}

Source::Source(const QByteArray &yaml, const QString &fileName) : m_yaml(yaml), m_fileName(fileName)
{
    m_lineStarts.push_back(0);
    for (qsizetype i = m_yaml.indexOf('\n'); i >= 0; i = m_yaml.indexOf('\n', i + 1))
        m_lineStarts.push_back(i + 1);
}

Place Source::placeOfOffset(qsizetype offset) const
{
    const auto next = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    const qsizetype start = *std::prev(next);
    const QString before = QString::fromUtf8(m_yaml.mid(start, offset - start));
    return {static_cast<int>(next - m_lineStarts.begin()), static_cast<int>(before.toUcs4().size()) + 1};
}

Place Source::placeOf(const YAML::Mark &mark) const
{
    if (mark.line < 0 || static_cast<size_t>(mark.line) >= m_lineStarts.size())
        return {static_cast<int>(m_lineStarts.size()), 1};
    return placeOfOffset(m_lineStarts[static_cast<size_t>(mark.line)] + mark.column);
}

Place Source::firstBadByte() const
{
    for (size_t i = 0; i < m_lineStarts.size(); ++i) {
        const qsizetype end = i + 1 < m_lineStarts.size() ? m_lineStarts[i + 1] : m_yaml.size();
        const QByteArray line = m_yaml.mid(m_lineStarts[i], end - m_lineStarts[i]);
        if (!line.isValidUtf8())
            return {static_cast<int>(i) + 1, static_cast<int>(QString::fromUtf8(line).indexOf(QChar::ReplacementCharacter)) + 1};
    }
    return {1, 1};
}

bool Source::isPlainText()
{
    if (m_yaml.size() > mostBytes) {
        complain({1, 1}, QStringLiteral("the file is larger than 1 MiB; a plan is a few pages of text"));
        return false;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(m_yaml);
    if (decoder.hasError()) {
        complain(firstBadByte(), QStringLiteral("the file is not UTF-8 here; save it as UTF-8"));
        return false;
    }
    const auto control = std::find_if(text.begin(), text.end(), isControl);
    if (control == text.end())
        return true;
    complain(
        placeOfOffset(text.left(control - text.begin()).toUtf8().size()),
        QStringLiteral("a control character (U+%1) cannot stand in a plan; remove it").arg(control->unicode(), 4, 16, QLatin1Char('0')));
    return false;
}

std::optional<Item> Source::root()
{
    if (!isPlainText())
        return std::nullopt;
    try {
        return parse();
    } catch (const YAML::DeepRecursion &error) {
        complain(placeOf(error.mark), QStringLiteral("blocks stand too deep inside each other here"));
    } catch (const YAML::Exception &error) {
        complain(placeOf(error.mark), QStringLiteral("this is not YAML: %1").arg(QString::fromStdString(error.msg)));
    }
    return std::nullopt;
}

std::optional<Item> Source::parse()
{
    const std::string yaml = m_yaml.toStdString();
    if (const std::optional<YAML::Mark> second = SecondDocument().find(yaml)) {
        complain(placeOf(*second), QStringLiteral("a file holds one plan; put this second one in a file of its own"));
        return std::nullopt;
    }
    const YAML::Node document = YAML::Load(yaml);
    if (!document.IsMap()) {
        complain({1, 1}, QStringLiteral("this is no plan; a plan begins with the keys id, name and severities"));
        return std::nullopt;
    }
    return item(document, QString(), {1, 1});
}

bool Source::count(size_t values, size_t characters)
{
    m_values += values;
    m_characters += characters;
    if (!m_tooLarge && (m_values > mostValues || m_characters > mostCharacters)) {
        m_tooLarge = true;
        complain({1, 1}, QStringLiteral("the plan unfolds into too much; write it without aliases of aliases"));
    }
    return !m_tooLarge;
}

// yaml-cpp puts an empty value where the next thing begins: it is told at `whereEmpty` instead.
Item Source::item(const YAML::Node &node, const QString &path, Place whereEmpty)
{
    const Place place = node.IsNull() ? whereEmpty : placeOf(node.Mark());
    m_places.insert(path, place);
    return {node, path, place};
}

std::vector<Entry> Source::entries(const Item &map)
{
    std::vector<Entry> all;
    QSet<QString> seen;
    if (!map.node.IsMap()) {
        complain(map.place, QStringLiteral("'%1' takes a block of keys").arg(keyOf(map.path)));
        return all;
    }
    for (const auto &pair : map.node) {
        if (!count(1, 0))
            return all;
        const Place place = placeOf(pair.first.Mark());
        if (!pair.first.IsScalar()) {
            complain(place, QStringLiteral("a key is a word, not %1").arg(nodeKind(pair.first)));
            continue;
        }
        const QString key = QString::fromStdString(pair.first.Scalar());
        if (seen.contains(key)) {
            complain(place, QStringLiteral("'%1' stands twice in this block; keep one").arg(key.left(longestKeyShown)));
            continue;
        }
        seen.insert(key);
        all.push_back({key, place, item(pair.second, map.path.isEmpty() ? key : map.path + QLatin1Char('/') + key, place)});
    }
    return all;
}

std::vector<Item> Source::items(const Item &list)
{
    std::vector<Item> all;
    if (!list.node.IsSequence()) {
        complain(list.place,
                 QStringLiteral("'%1' takes a list; write [one, two] or a line beginning with '- ' for each").arg(keyOf(list.path)));
        return all;
    }
    for (const auto &node : list.node) {
        if (!count(1, 0))
            return all;
        all.push_back(item(node, QStringLiteral("%1/%2").arg(list.path).arg(all.size()), list.place));
    }
    return all;
}

std::optional<QString> Source::text(const Item &scalar)
{
    if (!scalar.node.IsScalar()) {
        const QString what = scalar.node.IsNull()
            ? QStringLiteral("'%1' has no value; write one, or leave the key out").arg(keyOf(scalar.path))
            : QStringLiteral("'%1' takes text, not %2").arg(keyOf(scalar.path), nodeKind(scalar.node));
        complain(scalar.place, what);
        return std::nullopt;
    }
    if (!count(0, scalar.node.Scalar().size()))
        return std::nullopt;
    QString text = QString::fromStdString(scalar.node.Scalar());
    if (std::any_of(text.cbegin(), text.cend(), isControl)) {
        complain(scalar.place, QStringLiteral("'%1' holds a control character; remove it").arg(keyOf(scalar.path)));
        return std::nullopt;
    }
    return text;
}

void Source::tellAtKey(const Entry &entry)
{
    m_places.insert(entry.value.path, entry.place);
}

void Source::complain(Place place, const QString &what)
{
    if (!isFull())
        m_problems.push_back({m_fileName, place.line, place.column, what});
}

bool Source::isFull() const
{
    return m_problems.size() >= mostProblems;
}

void Source::complainAt(const QString &path, const QString &what)
{
    QString at = path;
    while (!at.isEmpty() && !m_places.contains(at))
        at.truncate(std::max<qsizetype>(0, at.lastIndexOf(QLatin1Char('/'))));
    complain(m_places.value(at, {1, 1}), what);
}

std::vector<Problem> Source::takeProblems()
{
    std::stable_sort(m_problems.begin(), m_problems.end(), [](const Problem &a, const Problem &b) {
        return Place{a.line, a.column} < Place{b.line, b.column};
    });
    return std::move(m_problems);
}

} // namespace qd::plan
