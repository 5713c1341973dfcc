#include "models/plan/facts.h"

#include "models/plan/reach.h"
#include "models/plan/blockreader.h"
#include "models/plan/values.h"
#include "models/plan/written/labels.h"

#include <algorithm>
#include <any>

namespace qd::plan {
namespace {

Error nowhere(const QString &path)
{
    return {ErrorCode::Refused, QStringLiteral("the plan has nothing at '%1'").arg(path), {}};
}

QStringList linesOf(const QString &words)
{
    QStringList lines;
    for (const QString &line : words.split(QLatin1Char('\n'))) {
        if (const QString text = line.trimmed(); !text.isEmpty())
            lines << text;
    }
    return lines;
}

// By the rules of the plan file, so that its sentences are the same.
template<class T>
Result<T> readAs(const QString &words, const QString &path)
{
    T value{};
    Source source({}, {});
    readValue(source, Item{YAML::Node(words.trimmed().toStdString()), path, {}}, value);
    const std::vector<Problem> problems = source.takeProblems();
    if (!problems.empty())
        return refused(problems.front().what);
    return value;
}

template<class T>
Result<void> take(T &value, const Result<T> &read)
{
    if (!read)
        return tl::unexpected(read.error());
    value = *read;
    return {};
}

Result<void> setValue(QString &value, const QString &words, const QString &)
{
    value = words;
    return {};
}

Result<void> setValue(QStringList &value, const QString &words, const QString &)
{
    value = linesOf(words);
    return {};
}

Result<void> setValue(bool &value, const QString &words, const QString &path)
{
    return take(value, words.trimmed().isEmpty() ? Result<bool>(false) : readAs<bool>(words, path));
}

template<class T>
Result<void> setValue(std::optional<T> &value, const QString &words, const QString &path)
{
    if (!words.trimmed().isEmpty())
        return take(value, readAs<std::optional<T>>(words, path));
    value.reset();
    return {};
}

Result<void> setValue(QTime &value, const QString &words, const QString &)
{
    const QTime read = QTime::fromString(words.trimmed(), QStringLiteral("H:mm"));
    if (!read.isValid())
        return refused(QStringLiteral("'%1' is no time of day; write 09:00").arg(words.trimmed()));
    value = read;
    return {};
}

Result<void> setValue(std::vector<int> &days, const QString &words, const QString &)
{
    std::vector<int> read;
    for (const QString &line : linesOf(words)) {
        const std::optional<int> day = dayFromName(line);
        if (!day)
            return refused(QStringLiteral("'%1' is no weekday; write mon, tue, wed, thu, fri, sat or sun").arg(line));
        read.push_back(*day);
    }
    days = read;
    return {};
}

Result<void> setValue(std::vector<QDate> &dates, const QString &words, const QString &path)
{
    std::vector<QDate> read;
    for (const QString &line : linesOf(words)) {
        const Result<QDate> date = readAs<QDate>(line, path);
        if (!date)
            return tl::unexpected(date.error());
        read.push_back(*date);
    }
    dates = read;
    return {};
}

template<class T>
requires(isBlockList<T> || IsBlock<T>) Result<void> setValue(T &, const QString &, const QString &path)
{
    return refused(QStringLiteral("'%1' is several values; set each of them").arg(path));
}

template<class T>
Result<void> setValue(T &value, const QString &words, const QString &path)
{
    if constexpr (requires(Source & source, Item item) { readValue(source, item, value); })
        return take(value, readAs<T>(words, path));
    else
        return refused(QStringLiteral("'%1' cannot be set by hand").arg(path));
}

QString uniqueAmong(const auto &list, const QString &wanted)
{
    const auto taken = [&list](const QString &id) {
        return std::any_of(list.begin(), list.end(),
                           [&id](const auto &element) { return element.id.compare(id, Qt::CaseInsensitive) == 0; });
    };
    QString id = wanted;
    for (int i = 2; taken(id); ++i)
        id = QStringLiteral("%1-%2").arg(wanted).arg(i);
    return id;
}

template<class T>
QString idFor(const std::vector<T> &list, const QString &called)
{
    if constexpr (std::same_as<T, Severity> || std::same_as<T, Metric>)
        return uniqueAmong(list, QString(called).replace(QLatin1Char(' '), QLatin1Char('-')));
    else
        return uniqueAmong(list, written::slug(called));
}

template<class T>
T elementCalled(const std::vector<T> &list, const QString &called)
{
    T element;
    if constexpr (requires { element.severity; })
        element.severity = called;
    if constexpr (requires { element.name; })
        element.name = called;
    if constexpr (requires { element.title; })
        element.title = called;
    if constexpr (requires { element.who; })
        element.who = called;
    if constexpr (requires { element.id; })
        element.id = idFor(list, called);
    return element;
}

QString withPlace(const QString &path, std::ptrdiff_t place)
{
    return path.left(path.lastIndexOf(QLatin1Char('/')) + 1) + QString::number(place);
}

} // namespace

Result<void> setWords(Plan &plan, const QString &path, const QString &words)
{
    Result<void> done = tl::unexpected(nowhere(path));
    reach(plan, path, [&](auto &value) { done = setValue(value, words, path); });
    return done;
}

Result<void> copyFact(Plan &to, const QString &name, const Plan &from)
{
    const QString source = pathOf(from, name);
    std::any value;
    reach(const_cast<Plan &>(from), source, [&value](const auto &found) { value = found; });
    const auto put = [&value](auto &target) {
        if (const auto *same = std::any_cast<std::remove_reference_t<decltype(target)>>(&value))
            target = *same;
    };
    if (!value.has_value())
        return tl::unexpected(nowhere(name));
    if (reach(to, pathOf(to, name), put))
        return {};
    Result<void> added = tl::unexpected(nowhere(name));
    reach(to, pathOf(to, name.left(name.lastIndexOf(QLatin1Char('/')))), [&](auto &list) {
        if constexpr (isList<std::remove_reference_t<decltype(list)>>) {
            list.push_back({});
            put(list.back());
            added = {};
        }
    });
    return added;
}

Result<QString> addElement(Plan &plan, const QString &list, const QString &called)
{
    const QString name = called.simplified();
    if (name.isEmpty())
        return refused(QStringLiteral("it needs a name; type one"));
    Result<QString> added = tl::unexpected(nowhere(list));
    reach(plan, list, [&](auto &value) {
        using T = std::remove_reference_t<decltype(value)>;
        if constexpr (isBlockList<T>)
            value.push_back(elementCalled(value, name));
        else if constexpr (isList<T>)
            value.push_back(name);
        if constexpr (isList<T>)
            added = QStringLiteral("%1/%2").arg(list).arg(value.size() - 1);
    });
    return added;
}

Result<QString> copyElement(Plan &plan, const QString &path)
{
    Result<QString> copied = tl::unexpected(nowhere(path));
    reachElement(plan, path, [&](auto &list, std::ptrdiff_t place) {
        auto copy = *(list.begin() + place);
        if constexpr (requires { copy.id; })
            copy.id = uniqueAmong(list, copy.id);
        list.insert(list.begin() + place + 1, copy);
        copied = withPlace(path, place + 1);
    });
    return copied;
}

Result<void> removeElement(Plan &plan, const QString &path)
{
    Result<void> removed = tl::unexpected(nowhere(path));
    reachElement(plan, path, [&](auto &list, std::ptrdiff_t place) {
        list.erase(list.begin() + place);
        removed = {};
    });
    return removed;
}

Result<QString> moveElement(Plan &plan, const QString &path, int by)
{
    Result<QString> moved = tl::unexpected(nowhere(path));
    reachElement(plan, path, [&](auto &list, std::ptrdiff_t from) {
        const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(from + by, 0, static_cast<std::ptrdiff_t>(list.size()) - 1);
        const auto first = list.begin();
        if (to > from)
            std::rotate(first + from, first + from + 1, first + to + 1);
        else
            std::rotate(first + to, first + from, first + from + 1);
        moved = withPlace(path, to);
    });
    return moved;
}

} // namespace qd::plan
