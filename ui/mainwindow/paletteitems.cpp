#include "ui/mainwindow/paletteitems.h"

#include "models/items/words.h"
#include "ui/actions/shortcuts.h"
#include "ui/mainwindow/lazydock.h"
#include "ui/mainwindow/undowords.h"

#include <QCoreApplication>

namespace qd::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

void addActions(std::vector<PaletteItem> &items, const PaletteSources &from)
{
    for (const ActionRow &row : allActions()) {
        const QString id = QLatin1String(row.id);
        if (from.isEnabled(id) && id != QLatin1String("help.palette"))
            items.push_back({actionWords(row, from.session), from.shortcuts.text(row), [invoke = from.invoke, id] { invoke(id, {}); }});
    }
    for (const PaneDescriptor &descriptor : allPanes()) {
        const QString id = QLatin1String(descriptor.id);
        if (LazyDock *dock = from.docks.value(id))
            items.push_back({Words::tr("Show %1").arg(dock->windowTitle()), Words::tr("pane"),
                             [invoke = from.invoke, id] { invoke(id + QStringLiteral(".open"), {}); }});
    }
    for (const QString &name : from.ownPerspectives)
        items.push_back({Words::tr("%1 perspective").arg(name), Words::tr("perspective"),
                         [invoke = from.invoke, name] { invoke(QStringLiteral("view.own"), name); }});
}

QString rolesOf(const QString &person, const Incident &incident)
{
    QStringList held;
    for (const Rulebook::Named &role : incident.rules.roles) {
        if (incident.holder(role.id) == person)
            held << role.name;
    }
    return held.join(QStringLiteral(", "));
}

// Enter speaks of them: their name goes into the scribe's line, where an entry, an ask or a role goes on from it.
void addPeople(std::vector<PaletteItem> &items, const PaletteSources &from)
{
    if (!from.session.hasIncident())
        return;
    for (const QString &person : from.session.knownPeople()) {
        const QString held = rolesOf(person, from.session.incident());
        const QString mention = person.contains(QLatin1Char(' ')) ? person : QLatin1Char('@') + person;
        items.push_back({person, held.isEmpty() ? Words::tr("person · mention") : Words::tr("%1 · mention").arg(held),
                         [invoke = from.invoke, mention] { invoke(QStringLiteral("scribe.insert"), mention + QLatin1Char(' ')); }});
    }
}

void addIncidents(std::vector<PaletteItem> &items, const PaletteSources &from)
{
    for (const BoardRow &incident : from.session.board()) {
        const QString hint = incident.open ? Words::tr("%1 · %2").arg(incident.severity, items::statusWord(incident.status))
                                           : Words::tr("%1 · ended").arg(incident.severity);
        items.push_back(
            {incident.ref + QLatin1Char(' ') + incident.title, hint, [&session = from.session, id = incident.id] { session.open(id); }});
    }
}

} // namespace

std::vector<PaletteItem> paletteItems(const PaletteSources &sources)
{
    std::vector<PaletteItem> items;
    items.reserve(allActions().size() + allPanes().size() + sources.session.board().size() + 32);
    addActions(items, sources);
    addPeople(items, sources);
    addIncidents(items, sources);
    return items;
}

} // namespace qd::ui
