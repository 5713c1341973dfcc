#include "models/plan/render.h"

#include <QRegularExpression>

namespace qd::plan {
namespace {

const QRegularExpression &placeholder()
{
    static const QRegularExpression form(QStringLiteral("\\{\\{\\s*([^{}\\n]{1,60}?)\\s*\\}\\}"));
    return form;
}

} // namespace

const QStringList &knownPlaceholders()
{
    static const QStringList names =
        QStringLiteral("ref title severity severity_name status type services impact started detected declared resolved "
                       "duration ic roles now next_update actions_taken next_steps eta cause resolution timeline "
                       "postmortem channel status_page")
            .split(QLatin1Char(' '));
    return names;
}

QStringList placeholdersIn(const QString &body)
{
    QStringList names;
    for (auto it = placeholder().globalMatch(body); it.hasNext();)
        names << it.next().captured(1);
    names.removeDuplicates();
    return names;
}

QString fillTemplate(const QString &body, const QMap<QString, QString> &values, QStringList *missing)
{
    QString text;
    QStringList left;
    qsizetype done = 0;
    for (auto it = placeholder().globalMatch(body); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString name = match.captured(1);
        QString value = values.value(name);
        if (value.isEmpty()) {
            left << name;
            value = QLatin1Char('[') + QString(name).replace(QLatin1Char('_'), QLatin1Char(' ')) + QLatin1Char(']');
        }
        text += QStringView(body).mid(done, match.capturedStart() - done);
        text += value;
        done = match.capturedEnd();
    }
    left.removeDuplicates();
    if (missing)
        *missing = left;
    return text + body.mid(done);
}

} // namespace qd::plan
