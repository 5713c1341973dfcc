// Commands on what is said to whom: update, draft, approve.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/plan/render.h"
#include "models/review/review.h"
#include "models/review/templatechoice.h"

#include <QJsonArray>
#include <QJsonObject>

namespace qd::cli {
namespace {

struct Wording
{
    QString text;
    QString templateId;
    QStringList missing; // placeholders that have no value yet
};

Result<const plan::Template *> chosenTemplate(const Room &room, const std::optional<QString> &name, const QString &audience)
{
    const plan::Template *found = name ? plan::findTemplate(room.plan, *name) : review::fittingTemplate(room.plan, room.incident, audience);
    if (found)
        return found;
    QStringList names;
    for (const plan::Template &item : room.plan.templates)
        names << item.id;
    return refused(name
                       ? QStringLiteral("unknown template '%1'; the plan has: %2").arg(*name, names.join(QLatin1String(", ")))
                       : QStringLiteral("no template of the plan fits %1 while the incident is %2; give --text, or one with --template: %3")
                             .arg(audience, room.incident.status, names.join(QLatin1String(", "))));
}

Result<Wording> wording(const Shell &shell, const Room &room, const QString &audience)
{
    const Arguments &given = shell.arguments();
    if (given.has("text") && given.has("template"))
        return failure(ErrorCode::Usage, QStringLiteral("give --text or --template, not both"));
    if (const std::optional<QString> text = given.maybe("text"))
        return Wording{*text, {}, {}};
    const Result<const plan::Template *> chosen = chosenTemplate(room, given.maybe("template"), audience);
    if (!chosen)
        return tl::unexpected(chosen.error());
    Wording wording{{}, (*chosen)->id, {}};
    wording.text = plan::fillTemplate((*chosen)->body, review::templateValues(room.plan, room.incident, shell.now(), audience), &wording.missing);
    return wording;
}

Result<QString> findAudience(const Room &room, const QString &text)
{
    const Rulebook::Named *audience = findNamed(room.incident.rules.audiences, text);
    if (!audience)
        return refused(QStringLiteral("unknown audience '%1'; the plan has: %2").arg(text, listNames(room.incident.rules.audiences)));
    return audience->id;
}

QJsonObject preview(const QString &audience, const Wording &wording)
{
    return {{QStringLiteral("audience"), audience},
            {QStringLiteral("text"), wording.text},
            {QStringLiteral("template"), wording.templateId},
            {QStringLiteral("missing"), QJsonArray::fromStringList(wording.missing)},
            {QStringLiteral("sent"), false}};
}

Result<Answer> sendUpdate(Shell &shell)
{
    Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const Result<QString> audience = findAudience(*room, shell.arguments().word("AUDIENCE"));
    if (!audience)
        return tl::unexpected(audience.error());
    const Result<std::optional<Instant>> at = shell.timeOption("at");
    if (!at)
        return tl::unexpected(at.error());
    const Result<Wording> said = wording(shell, *room, *audience);
    if (!said)
        return tl::unexpected(said.error());
    if (shell.arguments().has("dry-run"))
        return Answer{said->text, preview(*audience, *said)};
    const plan::Audience *known = plan::findAudience(room->plan, *audience);
    const command::SendUpdate send{*audience, said->text, said->templateId, known ? known->channel : QString(), *at};
    return shell.change(*room, send);
}

Result<Answer> draftUpdate(Shell &shell)
{
    Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const Result<QString> audience = findAudience(*room, shell.arguments().word("AUDIENCE"));
    if (!audience)
        return tl::unexpected(audience.error());
    const Result<Wording> said = wording(shell, *room, *audience);
    if (!said)
        return tl::unexpected(said.error());
    return shell.change(*room, command::DraftUpdate{*audience, said->text, said->templateId});
}

Result<Answer> approveUpdate(Shell &shell)
{
    return shell.change(command::ApproveUpdate{shell.arguments().word("AUDIENCE")});
}

} // namespace

const CommandGroup updateCommands{
    {"update", "INCIDENT AUDIENCE [--text TEXT | --template NAME] [--at TIME] [--dry-run]",
     "Records an update as sent; without a text, the template of the plan that fits. --dry-run only prints it.", sendUpdate},
    {"draft", "INCIDENT AUDIENCE [--text TEXT | --template NAME]", "Keeps an update as a draft for approval.", draftUpdate},
    {"approve", "INCIDENT AUDIENCE", "Approves the draft to an audience.", approveUpdate},
};

} // namespace qd::cli
