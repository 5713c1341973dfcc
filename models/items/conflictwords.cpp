#include "models/items/conflictwords.h"

#include "models/items/words.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

constexpr int longestValue = 36; // characters

QString tr(const char *text)
{
    return QCoreApplication::translate("Conflicts", text);
}

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestValue ? line : line.left(longestValue - 1).trimmed() + QChar(0x2026);
}

QString quoted(const QString &text)
{
    return text.isEmpty() ? tr(QT_TRANSLATE_NOOP("Conflicts", "nothing")) : QStringLiteral("“%1”").arg(shortened(text));
}

QString named(const std::vector<Rulebook::Named> &all, const QString &id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Rulebook::Named &item) { return item.id == id; });
    return found == all.end() || found->name.isEmpty() ? id : found->name;
}

QString severityWord(const Incident &incident, const QString &severity)
{
    if (severity.isEmpty())
        return tr(QT_TRANSLATE_NOOP("Conflicts", "not known"));
    const QString name = named(incident.rules.severities, severity);
    return name == severity ? severity : severity + QLatin1Char(' ') + name;
}

QString timeWord(const QString &value, const std::function<QString(Instant)> &times)
{
    bool isNumber = false;
    const qint64 instant = value.toLongLong(&isNumber);
    return isNumber ? times(fromMsecs(instant)) : tr(QT_TRANSLATE_NOOP("Conflicts", "not known"));
}

QString valueWord(const QString &field, const QString &value, const Incident &incident, const std::function<QString(Instant)> &times)
{
    if (field.startsWith(QLatin1String("role:")))
        return value.isEmpty() ? tr(QT_TRANSLATE_NOOP("Conflicts", "nobody")) : value;
    if (field == QLatin1String("severity"))
        return severityWord(incident, value);
    if (field == QLatin1String("status"))
        return statusWord(value);
    if (field.endsWith(QLatin1String("_at")))
        return timeWord(value, times);
    if (field.startsWith(QLatin1String("hypothesis:")))
        return value == QLatin1String("ruled-out") ? tr(QT_TRANSLATE_NOOP("Conflicts", "ruled out"))
            : value == QLatin1String("confirmed")  ? tr(QT_TRANSLATE_NOOP("Conflicts", "confirmed"))
                                                   : tr(QT_TRANSLATE_NOOP("Conflicts", "open"));
    if (value == QLatin1String("true") || value == QLatin1String("false"))
        return value == QLatin1String("true") ? tr(QT_TRANSLATE_NOOP("Conflicts", "yes")) : tr(QT_TRANSLATE_NOOP("Conflicts", "no"));
    return quoted(value);
}

// What it is about, at the beginning of a sentence.
QString thing(const QString &field, const Incident &incident)
{
    static const QHash<QString, const char *> things{
        {QStringLiteral("severity"), QT_TRANSLATE_NOOP("Conflicts", "The severity")},
        {QStringLiteral("status"), QT_TRANSLATE_NOOP("Conflicts", "The status")},
        {QStringLiteral("title"), QT_TRANSLATE_NOOP("Conflicts", "The title")},
        {QStringLiteral("type"), QT_TRANSLATE_NOOP("Conflicts", "The type")},
        {QStringLiteral("impact"), QT_TRANSLATE_NOOP("Conflicts", "The impact")},
        {QStringLiteral("services"), QT_TRANSLATE_NOOP("Conflicts", "The list of services")},
        {QStringLiteral("source"), QT_TRANSLATE_NOOP("Conflicts", "How it was found")},
        {QStringLiteral("codename"), QT_TRANSLATE_NOOP("Conflicts", "The codename")},
        {QStringLiteral("restricted"), QT_TRANSLATE_NOOP("Conflicts", "Whether it is restricted")},
        {QStringLiteral("drill"), QT_TRANSLATE_NOOP("Conflicts", "Whether it is a drill")},
        {QStringLiteral("started_at"), QT_TRANSLATE_NOOP("Conflicts", "The time of its start")},
        {QStringLiteral("detected_at"), QT_TRANSLATE_NOOP("Conflicts", "The time of detection")},
        {QStringLiteral("acknowledged_at"), QT_TRANSLATE_NOOP("Conflicts", "The time of acknowledgement")}};
    const QString id = field.section(QLatin1Char(':'), 1);
    if (field.startsWith(QLatin1String("role:")))
        return named(incident.rules.roles, id);
    if (field.startsWith(QLatin1String("entry:")))
        return tr(QT_TRANSLATE_NOOP("Conflicts", "An entry"));
    if (field.startsWith(QLatin1String("hypothesis:"))) {
        const TimelineEntry *entry = incident.entry(EventId::fromString(id));
        return entry ? tr(QT_TRANSLATE_NOOP("Conflicts", "The hypothesis %1")).arg(quoted(entry->text))
                     : tr(QT_TRANSLATE_NOOP("Conflicts", "A hypothesis"));
    }
    return things.contains(field) ? tr(things.value(field)) : field;
}

QString listed(const std::vector<ConflictSide> &sides)
{
    QStringList values;
    for (const ConflictSide &side : sides)
        values << side.value;
    const QString last = values.takeLast();
    //: two or more things; %1 may be a list with commas
    return values.isEmpty() ? last : tr(QT_TRANSLATE_NOOP("Conflicts", "%1 and %2")).arg(values.join(QStringLiteral(", ")), last);
}

QString sentenceOf(const FieldConflict &conflict, const Incident &incident, const std::vector<ConflictSide> &sides)
{
    const QString what = thing(conflict.field, incident);
    const bool everybody =
        std::all_of(conflict.values.begin(), conflict.values.end(), [](const ConflictValue &value) { return !value.value.isEmpty(); });
    if (conflict.field.startsWith(QLatin1String("role:")) && everybody && sides.size() == 2)
        return tr(QT_TRANSLATE_NOOP("Conflicts", "%1 were both made %2")).arg(listed(sides), what);
    //: %1 the severity, %2 "P0 Critical and P1 High"
    return tr(QT_TRANSLATE_NOOP("Conflicts", "%1 was changed at the same time: %2")).arg(what, listed(sides));
}

} // namespace

ConflictView describeConflict(const FieldConflict &conflict, const Incident &incident, const std::function<QString(Instant)> &times)
{
    ConflictView view;
    view.field = conflict.field;
    QStringList details;
    for (size_t i = 0; i < conflict.values.size(); ++i) {
        const ConflictValue &value = conflict.values[i];
        ConflictSide side;
        side.event = value.event;
        side.value = valueWord(conflict.field, value.value, incident, times);
        side.keep = tr(QT_TRANSLATE_NOOP("Conflicts", "Keep %1")).arg(side.value);
        side.from = tr(QT_TRANSLATE_NOOP("Conflicts", "by %1 at %2")).arg(value.by, times(value.at));
        side.stands = i + 1 == conflict.values.size();
        std::erase_if(view.sides, [&side](const ConflictSide &other) { return other.value == side.value; });
        view.sides.push_back(side);
    }
    for (const ConflictSide &side : view.sides) {
        const QString from = QStringLiteral("%1 %2").arg(side.value, side.from);
        //: %1 is "Lee by Ravi at 14:06"
        details << (side.stands ? tr(QT_TRANSLATE_NOOP("Conflicts", "%1 (stands until somebody chooses)")).arg(from) : from);
    }
    view.sentence = sentenceOf(conflict, incident, view.sides);
    view.detail = details.join(QStringLiteral("  ·  "));
    return view;
}

} // namespace qd::items
