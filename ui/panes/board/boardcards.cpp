#include "ui/panes/board/boardcards.h"

#include "models/clocks/remaining.h"
#include "models/items/clockcards.h"
#include "models/items/words.h"

#include <QCoreApplication>

namespace qd::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Board)
};

QString severityOf(const BoardRow &row)
{
    return row.severity.isEmpty() ? Words::tr("Severity unknown") : row.severity;
}

QString peopleMark(const QStringList &people)
{
    constexpr int shown = 2;
    const QString names = people.mid(0, shown).join(QStringLiteral(", "));
    //: who looks at an incident: "here: Ana, Lee", "here: Ana, Lee +2"
    return people.size() > shown ? Words::tr("here: %1 +%2").arg(names).arg(people.size() - shown) : Words::tr("here: %1").arg(names);
}

} // namespace

items::Card boardCard(const BoardRow &row, const IncidentId &open, Instant now, const QStringList &people)
{
    items::Card card;
    card.id = row.id.toString();
    card.kicker = severityOf(row) + QStringLiteral("  ") + row.ref;
    card.rank = row.open ? row.rank : -1;
    card.title = row.title;
    const QString status = row.mergedInto.isEmpty() ? items::statusWord(row.status) : Words::tr("Merged into %1").arg(row.mergedInto);
    card.detail = row.commander.isEmpty() && row.open ? Words::tr("%1 · no commander").arg(status)
        : row.commander.isEmpty()                     ? status
                                                      : Words::tr("%1 · IC %2").arg(status, row.commander);
    card.current = row.id == open;
    if (row.drill)
        card.marks << Words::tr("drill");
    if (row.restricted)
        card.marks << Words::tr("restricted");
    if (!people.isEmpty())
        card.marks << peopleMark(people);
    if (row.open && row.next) {
        card.value = clocks::remainingText(*row.next, now);
        card.tone = items::clockTone(*row.next, now);
        card.value.replace(QLatin1String("missed by "), QStringLiteral("✕ "));
    } else if (!row.open) {
        card.tone = items::Tone::Quiet;
    }
    QStringList spoken{severityOf(row), row.ref, row.title, card.detail, card.marks.join(QLatin1Char(' '))};
    if (row.open && row.next)
        spoken << Words::tr("next %1 %2").arg(row.next->label, clocks::remainingText(*row.next, now));
    spoken.removeAll(QString());
    card.spoken = spoken.join(QStringLiteral(", "));
    return card;
}

} // namespace qd::ui
