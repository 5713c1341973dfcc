#include "ui/hub/hubwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace qd::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Hub)
};

QString count(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

QString withWaiting(const QString &text, qint64 waiting)
{
    return waiting > 0 ? Words::tr("%1, %2 waiting").arg(text, count(waiting)) : text;
}

HubWords offline(const hub::HubStatus &status, const TimeDisplay &times)
{
    const QString text = status.since ? Words::tr("offline since %1").arg(times.clock(*status.since)) : Words::tr("offline");
    QString more = status.sentence;
    if (status.since)
        more += QLatin1Char('\n') + Words::tr("Last in step %1").arg(times.exact(*status.since));
    return {QStringLiteral("▲"), withWaiting(text, status.waiting), more.trimmed(), Colour::High};
}

HubWords connected(const SharedDatabase &shared)
{
    const hub::HubStatus &status = shared.status();
    const bool readsOnly = !status.mayAppend || status.standing == hub::Standing::Observer;
    if (status.waiting > 0 && (readsOnly || !shared.held().empty()))
        //: entries that the hub does not take
        return {QStringLiteral("▲"), status.waiting == 1 ? Words::tr("1 stays here") : Words::tr("%1 stay here").arg(count(status.waiting)),
                Words::tr("The hub does not take them; the dialog of the shared database says why."), Colour::High};
    if (status.waiting > 0)
        return {QStringLiteral("◐"), Words::tr("%1 waiting").arg(count(status.waiting)), {}, Colour::Dim};
    if (status.state == hub::HubState::CatchingUp)
        return {QStringLiteral("◐"),
                status.received > 0 ? Words::tr("catching up, %1 received").arg(count(status.received)) : Words::tr("catching up"),
                {},
                Colour::Dim};
    const auto others = shared.peopleHere().size();
    const QString text = readsOnly ? Words::tr("in step, reading only") : Words::tr("in step");
    //: so many people, the one who reads this among them
    return {QStringLiteral("●"), others > 0 ? Words::tr("%1, %2 in the room").arg(text).arg(others + 1) : text, {}, Colour::Good};
}

} // namespace

HubWords hubWords(const SharedDatabase *shared, const TimeDisplay &times)
{
    if (!shared || !shared->isJoined())
        return {QStringLiteral("○"), Words::tr("local only"), {}, Colour::Faint};
    const hub::HubStatus &status = shared->status();
    switch (status.state) {
    case hub::HubState::Offline: return offline(status, times);
    case hub::HubState::Refused: return {QStringLiteral("▲"), Words::tr("refused: %1").arg(status.sentence), status.sentence, Colour::High};
    case hub::HubState::None:
    case hub::HubState::Connecting: return {QStringLiteral("◌"), withWaiting(Words::tr("connecting"), status.waiting), {}, Colour::Dim};
    case hub::HubState::CatchingUp:
    case hub::HubState::InStep: break;
    }
    return connected(*shared);
}

QString standingName(hub::Standing standing)
{
    switch (standing) {
    case hub::Standing::Observer: return Words::tr("observer");
    case hub::Standing::Responder: return Words::tr("responder");
    case hub::Standing::Administrator: return Words::tr("administrator");
    case hub::Standing::None: break;
    }
    return Words::tr("no part in it yet");
}

QString peopleWords(const QStringList &people, int atMost)
{
    if (people.size() <= atMost)
        return people.join(QStringLiteral(", "));
    //: %1 names with commas
    return Words::tr("%1 and %2 more").arg(people.mid(0, atMost).join(QStringLiteral(", "))).arg(people.size() - atMost);
}

} // namespace qd::ui
