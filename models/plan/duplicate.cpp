#include "models/plan/duplicate.h"

#include "models/plan/shipped.h"
#include "models/plan/writer.h"

#include <QRegularExpression>

namespace qd::plan {
namespace {

QString quoted(const QString &text)
{
    return QLatin1Char('"')
        + QString(text).replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""))
        + QLatin1Char('"');
}

// The line of a key at the top; only a value that is whole on it is put in place.
QString withValue(const QString &yaml, const char *key, const QString &value)
{
    const QRegularExpression line(QStringLiteral("^%1:[^\\n]*$").arg(QLatin1String(key)), QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = line.match(yaml);
    if (!match.hasMatch())
        return yaml;
    return yaml.left(match.capturedStart()) + QStringLiteral("%1: %2").arg(QLatin1String(key), value) + yaml.mid(match.capturedEnd());
}

} // namespace

Result<QByteArray> duplicatePlan(const QByteArray &yaml, const QString &id, const QString &name)
{
    ReadOutcome outcome = readPlan(yaml, id + QStringLiteral(".yaml"));
    if (!outcome.plan)
        return failure(ErrorCode::BadInput, problemLines(outcome.problems));
    Plan wanted = std::move(*outcome.plan);
    wanted.id = id;
    wanted.name = name;
    const QByteArray renamed = withValue(withValue(QString::fromUtf8(yaml), "id", id), "name", quoted(name)).toUtf8();
    const ReadOutcome again = readPlan(renamed, id + QStringLiteral(".yaml"));
    return again.plan == wanted ? renamed : writePlan(wanted);
}

QString freeId(const QString &name, const QStringList &taken)
{
    QString base;
    for (const QChar c : name.toLower()) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        if (plain)
            base += c;
        else if (!base.isEmpty() && !base.endsWith(QLatin1Char('-')))
            base += QLatin1Char('-');
    }
    while (base.endsWith(QLatin1Char('-')))
        base.chop(1);
    if (base.isEmpty())
        base = QStringLiteral("plan");
    QString id = base;
    for (int i = 2; taken.contains(id); ++i)
        id = QStringLiteral("%1-%2").arg(base).arg(i);
    return id;
}

} // namespace qd::plan
