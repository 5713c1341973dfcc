#include "models/core/rulebook.h"

#include <QJsonArray>

#include "models/core/standardsections.h"

namespace qd {
namespace {

using Named = Rulebook::Named;
using List = Rulebook::List;

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QStringList texts(const QJsonValue &value)
{
    QStringList all;
    for (const QJsonValue &item : value.toArray())
        all << item.toString();
    return all;
}

std::vector<Named> named(const QJsonValue &value, const char *nameKey = "name")
{
    std::vector<Named> all;
    for (const QJsonValue &item : value.toArray()) {
        const QJsonObject object = item.toObject();
        all.push_back({text(object, "id"), text(object, nameKey), text(object, "abbrev")});
    }
    return all;
}

QStringList stepItems(const QJsonValue &steps)
{
    QStringList items;
    for (const QJsonValue &step : steps.toArray())
        items << text(step.toObject(), "title");
    return items;
}

void addList(std::vector<List> &lists, const QString &id, const QString &title, const QStringList &items)
{
    if (!items.isEmpty())
        lists.push_back({id, title, items});
}

std::vector<List> readLists(const QJsonObject &plan)
{
    std::vector<List> lists;
    for (const QJsonValue &value : plan[QLatin1String("phases")].toArray())
        addList(lists, text(value.toObject(), "id"), text(value.toObject(), "name"), stepItems(value[QLatin1String("steps")]));
    for (const QJsonValue &value : plan[QLatin1String("checklists")].toArray())
        addList(lists, text(value.toObject(), "id"), text(value.toObject(), "title"), texts(value[QLatin1String("items")]));
    for (const QJsonValue &value : plan[QLatin1String("roles")].toArray())
        addList(lists, QStringLiteral("duties-") + text(value.toObject(), "id"),
                QStringLiteral("Duties: ") + text(value.toObject(), "name"), texts(value[QLatin1String("duties")]));
    for (const QJsonValue &value : plan[QLatin1String("scenarios")].toArray())
        addList(lists, QStringLiteral("scenario-") + text(value.toObject(), "id"), text(value.toObject(), "name"),
                stepItems(value[QLatin1String("steps")]));
    addList(lists, QStringLiteral("rollback-criteria"), QStringLiteral("Roll back when"),
            texts(plan[QLatin1String("rollback")][QLatin1String("criteria")]));
    addList(lists, QStringLiteral("rollback"), QStringLiteral("Rollback"),
            stepItems(plan[QLatin1String("rollback")][QLatin1String("steps")]));
    const QJsonObject onCall = plan[QLatin1String("on_call")].toObject();
    addList(lists, QStringLiteral("on-call-duties"), QStringLiteral("On call: duties"), texts(onCall[QLatin1String("duties")]));
    addList(lists, QStringLiteral("on-call-before"), QStringLiteral("On call: before the shift"), texts(onCall[QLatin1String("before")]));
    addList(lists, QStringLiteral("on-call-during"), QStringLiteral("On call: during the shift"), texts(onCall[QLatin1String("during")]));
    addList(lists, QStringLiteral("on-call-after"), QStringLiteral("On call: after an incident"), texts(onCall[QLatin1String("after")]));
    addList(lists, QStringLiteral("on-call-handoff"), QStringLiteral("On call: handing over"), texts(onCall[QLatin1String("handoff")]));
    return lists;
}

QString folded(const QString &text)
{
    QString key;
    for (const QChar c : text.toCaseFolded()) {
        if (c.isLetterOrNumber())
            key += c;
    }
    return key;
}

template<class T, class Keys>
const T *findBy(const std::vector<T> &all, const QString &wanted, const Keys &keysOf)
{
    const QString key = folded(wanted);
    if (key.isEmpty())
        return nullptr;
    for (const T &item : all) {
        for (const QString &candidate : keysOf(item)) {
            if (folded(candidate) == key)
                return &item;
        }
    }
    const T *found = nullptr;
    for (const T &item : all) {
        for (const QString &candidate : keysOf(item)) {
            if (!folded(candidate).startsWith(key))
                continue;
            if (found && found != &item)
                return nullptr;
            found = &item;
        }
    }
    return found;
}

} // namespace

Rulebook Rulebook::fromPlan(const QJsonObject &plan)
{
    Rulebook book;
    book.planId = text(plan, "id");
    book.planName = text(plan, "name");
    if (const QString zone = text(plan, "zone"); !zone.isEmpty())
        book.zone = zone.toUtf8();
    book.severities = named(plan[QLatin1String("severities")]);
    book.roles = named(plan[QLatin1String("roles")]);
    if (book.roles.empty())
        book.roles = {{QStringLiteral("ic"), QStringLiteral("Incident Commander"), QStringLiteral("IC")},
                      {QStringLiteral("tech-lead"), QStringLiteral("Technical Lead"), QStringLiteral("TL")},
                      {QStringLiteral("comms"), QStringLiteral("Communications Lead"), QStringLiteral("Comms")},
                      {QStringLiteral("scribe"), QStringLiteral("Scribe"), QString()}};
    book.audiences = named(plan[QLatin1String("audiences")]);
    if (book.audiences.empty())
        book.audiences = {{QStringLiteral("responders"), QStringLiteral("Responders"), QString()}};
    for (const QJsonValue &value : plan[QLatin1String("audiences")].toArray()) {
        if (value[QLatin1String("external")].toBool())
            book.externalAudiences << text(value.toObject(), "id");
    }
    book.escalation = named(plan[QLatin1String("escalation")], "who");
    book.templates = named(plan[QLatin1String("templates")]);
    book.scenarios = named(plan[QLatin1String("scenarios")]);
    book.lists = readLists(plan);
    const QJsonArray sections = plan[QLatin1String("postmortem")][QLatin1String("sections")].toArray();
    for (const QJsonValue &value : sections) {
        const QJsonObject section = value.toObject();
        book.sections.push_back({text(section, "id"), text(section, "title"), QString()});
        if (section[QLatin1String("required")].toBool() && text(section, "fill").isEmpty())
            book.requiredSections << text(section, "id");
    }
    for (const StandardSection &standard : standardSections()) {
        const bool said = std::any_of(sections.begin(), sections.end(), [&standard](const QJsonValue &section) {
            return covers(text(section.toObject(), "title"), text(section.toObject(), "fill"), standard);
        });
        if (!said)
            book.sections.push_back({standard.id, standard.title, QString()});
    }
    book.types = texts(plan[QLatin1String("types")]);
    return book;
}

const Named *findNamed(const std::vector<Named> &all, const QString &text)
{
    return findBy(all, text, [](const Named &item) { return QStringList{item.id, item.abbrev, item.name}; });
}

const List *findList(const std::vector<List> &all, const QString &text)
{
    return findBy(all, text, [](const List &item) { return QStringList{item.id, item.title}; });
}

QString listNames(const std::vector<Named> &all)
{
    QStringList ids;
    for (const Named &item : all)
        ids << item.id;
    return ids.join(QLatin1String(", "));
}

} // namespace qd
