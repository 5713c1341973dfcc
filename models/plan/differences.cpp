#include "models/plan/differences.h"

#include "models/plan/facttree.h"

#include <QHash>

#include <algorithm>

namespace qd::plan {
namespace {

using Kind = FactTree::Kind;
using Pairs = std::vector<std::pair<qsizetype, qsizetype>>; // (in was, in is); -1: not there

QString words(const QString &key)
{
    return QString(key).replace(QLatin1Char('_'), QLatin1Char(' '));
}

// One of what a key lists: "duties" holds a duty.
QString oneOf(const QString &key)
{
    static const QHash<QString, QString> odd = {{QStringLiteral("duties"), QStringLiteral("duty")},
                                                {QStringLiteral("criteria"), QStringLiteral("criterion")},
                                                {QStringLiteral("severities"), QStringLiteral("severity")},
                                                {QStringLiteral("follow_up"), QStringLiteral("follow-up")},
                                                {QStringLiteral("unread"), QStringLiteral("unread rule")}};
    const auto found = odd.find(key);
    if (found != odd.end())
        return *found;
    return words(key.endsWith(QLatin1Char('s')) ? key.chopped(1) : key);
}

QString joined(const QString &above, const QString &below)
{
    return above.isEmpty() || below.isEmpty() ? above + below : above + QLatin1Char(' ') + below;
}

// What a part of a list is called below its owner: a severity by its id and a role by its name alone, others with what they are.
QString partLabel(const QString &list, const FactTree &part)
{
    static const QStringList alone = {QStringLiteral("severities"), QStringLiteral("audiences"), QStringLiteral("roles"),
                                      QStringLiteral("metrics"),    QStringLiteral("cadence"),   QStringLiteral("targets")};
    const QString name = list == QLatin1String("severities") || part.text.isEmpty() || part.kind == Kind::Fact ? part.key : part.text;
    return alone.contains(list) ? name : QStringLiteral("%1 \"%2\"").arg(oneOf(list), name);
}

// Lists too long to align: each in its place.
Pairs sideBySide(qsizetype was, qsizetype is)
{
    Pairs pairs;
    for (qsizetype i = 0; i < std::max(was, is); ++i)
        pairs.emplace_back(i < was ? i : -1, i < is ? i : -1);
    return pairs;
}

// The longest run of parts that both have, in their order, by what they say; the rest is gone, new, or changed in its place.
Pairs aligned(const std::vector<FactTree> &was, const std::vector<FactTree> &is)
{
    constexpr size_t mostCells = 1 << 20;
    if (was.size() * is.size() > mostCells)
        return sideBySide(static_cast<qsizetype>(was.size()), static_cast<qsizetype>(is.size()));
    const size_t width = is.size() + 1;
    std::vector<int> common((was.size() + 1) * width, 0);
    for (size_t a = was.size(); a-- > 0;) {
        for (size_t b = is.size(); b-- > 0;)
            common[a * width + b] = was[a].text == is[b].text ? common[(a + 1) * width + b + 1] + 1
                                                              : std::max(common[(a + 1) * width + b], common[a * width + b + 1]);
    }
    Pairs pairs;
    size_t a = 0;
    size_t b = 0;
    while (a < was.size() || b < is.size()) {
        std::vector<qsizetype> gone;
        std::vector<qsizetype> added;
        while (a < was.size() && (b == is.size() || was[a].text != is[b].text) && common[a * width + b] == common[(a + 1) * width + b])
            gone.push_back(static_cast<qsizetype>(a++));
        while (b < is.size() && (a == was.size() || was[a].text != is[b].text))
            added.push_back(static_cast<qsizetype>(b++));
        for (size_t i = 0; i < std::max(gone.size(), added.size()); ++i)
            pairs.emplace_back(i < gone.size() ? gone[i] : -1, i < added.size() ? added[i] : -1);
        if (a < was.size() && b < is.size() && was[a].text == is[b].text)
            pairs.emplace_back(static_cast<qsizetype>(a++), static_cast<qsizetype>(b++));
    }
    return pairs;
}

const FactTree *named(const std::vector<FactTree> &parts, const QString &key)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&key](const FactTree &part) { return part.key == key; });
    return found == parts.end() ? nullptr : &*found;
}

class Comparison
{
public:
    void compare(const FactTree &was, const FactTree &is, const QString &path, const QString &label)
    {
        if (is.kind == Kind::Fact) {
            if (was.text != is.text)
                m_found.push_back({path, label, was.text, is.text});
        } else if (is.kind == Kind::Group)
            compareGroups(was, is, path, label);
        else if (is.kind == Kind::Named)
            compareNamed(was, is, path, label);
        else
            compareSeries(was, is, path, label);
    }
    [[nodiscard]] std::vector<Difference> take() { return std::move(m_found); }

private:
    [[nodiscard]] static QString below(const QString &path, const QString &key)
    {
        return path.isEmpty() ? key : path + QLatin1Char('/') + key;
    }

    // The keys are those of the format: both have them, in the same order.
    void compareGroups(const FactTree &was, const FactTree &is, const QString &path, const QString &label)
    {
        for (size_t i = 0; i < std::min(was.parts.size(), is.parts.size()); ++i) {
            const bool list = is.parts[i].kind == Kind::Named || is.parts[i].kind == Kind::Series;
            compare(was.parts[i], is.parts[i], below(path, is.parts[i].key), list ? label : joined(label, words(is.parts[i].key)));
        }
    }

    void compareNamed(const FactTree &was, const FactTree &is, const QString &path, const QString &label)
    {
        for (const FactTree &part : was.parts) {
            if (!named(is.parts, part.key))
                m_found.push_back({below(path, part.key), joined(label, wholeLabel(is.key, part)), inShort(part), {}});
        }
        QStringList before;
        QStringList after;
        for (const FactTree &part : is.parts) {
            const FactTree *earlier = named(was.parts, part.key);
            if (!earlier)
                m_found.push_back({below(path, part.key), joined(label, wholeLabel(is.key, part)), {}, inShort(part)});
            else {
                after << part.key;
                compare(*earlier, part, below(path, part.key), joined(label, partLabel(is.key, *earlier)));
            }
        }
        for (const FactTree &part : was.parts) {
            if (after.contains(part.key))
                before << part.key;
        }
        if (before != after)
            m_found.push_back({path, joined(label, words(is.key)) + QStringLiteral(" in order"), before.join(QStringLiteral(", ")),
                               after.join(QStringLiteral(", "))});
    }

    // Of what came or went whole: its name stands as the value.
    [[nodiscard]] static QString wholeLabel(const QString &list, const FactTree &part)
    {
        const bool byId = list == QLatin1String("severities") || part.text.isEmpty() || part.kind == Kind::Fact;
        return byId ? joined(oneOf(list), part.key) : oneOf(list);
    }

    void compareSeries(const FactTree &was, const FactTree &is, const QString &path, const QString &label)
    {
        for (const auto &[a, b] : aligned(was.parts, is.parts)) {
            const QString place = below(path, QString::number(b < 0 ? a : b));
            const FactTree *earlier = a < 0 ? nullptr : &was.parts[static_cast<size_t>(a)];
            const FactTree *later = b < 0 ? nullptr : &is.parts[static_cast<size_t>(b)];
            if (earlier && later)
                compare(*earlier, *later, place, seriesLabel(label, is.key, *earlier));
            else
                m_found.push_back(
                    {place, joined(label, oneOf(is.key)), earlier ? inShort(*earlier) : QString(), later ? inShort(*later) : QString()});
        }
    }

    [[nodiscard]] static QString seriesLabel(const QString &label, const QString &list, const FactTree &part)
    {
        return joined(label, part.kind == Kind::Fact ? oneOf(list) : partLabel(list, part));
    }

    std::vector<Difference> m_found;
};

} // namespace

std::vector<Difference> planDifferences(const Plan &was, const Plan &is)
{
    Comparison comparison;
    comparison.compare(factTree(was), factTree(is), {}, {});
    return comparison.take();
}

} // namespace qd::plan
