#include "models/plan/provenance.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace qd::plan {
namespace {

// A severity keeps the lines of its own facts: "severities/P0/respond_within" is "respond_within" of P0, "severities/P0" is its "id".
struct OfSeverity
{
    QString id;
    QString key;
};

std::optional<OfSeverity> ofSeverity(const QString &name)
{
    const QStringList parts = name.split(QLatin1Char('/'));
    if (parts.size() < 2 || parts[0] != QLatin1String("severities"))
        return std::nullopt;
    return OfSeverity{parts[1], parts.size() > 2 ? QStringList(parts.mid(2)).join(QLatin1Char('/')) : QStringLiteral("id")};
}

auto *severityCalled(auto &plan, const QString &id)
{
    const auto found = std::find_if(plan.severities.begin(), plan.severities.end(), [&id](const Severity &one) { return one.id == id; });
    return found == plan.severities.end() ? nullptr : &*found;
}

int exactLine(const Plan &plan, const QString &name)
{
    if (const std::optional<OfSeverity> of = ofSeverity(name)) {
        const Severity *severity = severityCalled(plan, of->id);
        if (const int line = severity ? severity->lines.value(of->key) : 0)
            return line;
    }
    return plan.lines.value(name);
}

} // namespace

int lineOf(const Plan &plan, const QString &name)
{
    for (QString at = name; !at.isEmpty(); at.truncate(std::max<qsizetype>(0, at.lastIndexOf(QLatin1Char('/'))))) {
        if (const int line = exactLine(plan, at))
            return line;
    }
    return 0;
}

QMultiMap<int, QString> namesByLine(const Plan &plan)
{
    QMultiMap<int, QString> names;
    for (const Severity &severity : plan.severities) {
        const QString part = QStringLiteral("severities/") + severity.id;
        for (auto line = severity.lines.begin(); line != severity.lines.end(); ++line)
            names.insert(line.value(), line.key() == QLatin1String("id") ? part : part + QLatin1Char('/') + line.key());
    }
    for (auto line = plan.lines.begin(); line != plan.lines.end(); ++line)
        names.insert(line.value(), line.key());
    return names;
}

void setLine(Plan &plan, const QString &name, int line)
{
    QMap<QString, int> *lines = &plan.lines;
    QString key = name;
    if (const std::optional<OfSeverity> of = ofSeverity(name)) {
        Severity *severity = severityCalled(plan, of->id);
        if (!severity)
            return;
        lines = &severity->lines;
        key = of->key;
    }
    if (line > 0)
        lines->insert(key, line);
    else
        lines->remove(key);
}

void moveLines(Plan &plan, const QString &from, const QString &to)
{
    const QMap<QString, int> before = std::exchange(plan.lines, {});
    for (auto line = before.begin(); line != before.end(); ++line) {
        const bool isOfIt = line.key() == from || line.key().startsWith(from + QLatin1Char('/'));
        if (!isOfIt)
            plan.lines.insert(line.key(), line.value());
        else if (!to.isEmpty())
            plan.lines.insert(to + line.key().mid(from.size()), line.value());
    }
}

void moveLines(Plan &plan, const QString &list, const std::function<int(int)> &to)
{
    const QMap<QString, int> before = std::exchange(plan.lines, {});
    for (auto line = before.begin(); line != before.end(); ++line) {
        const QString rest = line.key().startsWith(list + QLatin1Char('/')) ? line.key().mid(list.size() + 1) : QString();
        bool isPlace = false;
        const int place = rest.section(QLatin1Char('/'), 0, 0).toInt(&isPlace);
        if (!isPlace)
            plan.lines.insert(line.key(), line.value());
        else if (const int now = to(place); now >= 0)
            plan.lines.insert(list + QLatin1Char('/') + QString::number(now) + rest.mid(rest.section(QLatin1Char('/'), 0, 0).size()),
                              line.value());
    }
}

} // namespace qd::plan
