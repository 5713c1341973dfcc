#include "models/plan/render.h"

#include "models/core/foldedwords.h"
#include "models/plan/places.h"

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

namespace {

// By its own name (a plan may give values of its own), by the fact that it means, or by the name of a role.
QString valueOf(const Place &place, const QMap<QString, QString> &values)
{
    for (const QString &key : {place.name, place.fact, foldedWords(place.name).join(u' ')}) {
        if (const QString value = key.isEmpty() ? QString() : values.value(key); !value.isEmpty())
            return value;
    }
    return {};
}

bool isDoubleBraced(QStringView text)
{
    return text.startsWith(QLatin1String("{{"));
}

// "[TIME] UTC" is filled with a time that names its zone.
qsizetype endOf(const Place &place, const QString &value, const QString &body)
{
    static const QRegularExpression zone(QStringLiteral("\\G ?(?:UTC|GMT|Z)\\b"));
    static const QRegularExpression zoned(QStringLiteral("\\d:\\d\\d(?::\\d\\d)? [A-Z][A-Za-z+0-9:]*$"));
    const qsizetype end = place.from + place.length;
    const QRegularExpressionMatch match = zone.match(body, end);
    return match.hasMatch() && zoned.match(value).hasMatch() ? match.capturedEnd() : end;
}

} // namespace

QString fillTemplate(const QString &body, const QMap<QString, QString> &values, QStringList *missing)
{
    QString text;
    QStringList left;
    qsizetype done = 0;
    for (const Place &place : placesIn(body)) {
        QString value = valueOf(place, values);
        const QStringView written = QStringView(body).mid(place.from, place.length);
        qsizetype end = endOf(place, value, body);
        if (value.isEmpty()) {
            left << place.name;
            end = place.from + place.length;
            value = isDoubleBraced(written)
                ? QLatin1Char('[') + QString(place.name).replace(QLatin1Char('_'), QLatin1Char(' ')) + QLatin1Char(']')
                : written.toString();
        }
        text += QStringView(body).mid(done, place.from - done);
        text += value;
        done = end;
    }
    left.removeDuplicates();
    if (missing)
        *missing = left;
    return text + body.mid(done);
}

} // namespace qd::plan
