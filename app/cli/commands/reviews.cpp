// Commands on the post-mortem.
#include "app/cli/commands/findings.h"
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/exchange/incidentjson.h"
#include "models/review/finaldocument.h"

#include <QJsonObject>

namespace qd::cli {
namespace {

Result<Answer> showPostmortem(Shell &shell)
{
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const review::Documented told = review::documented(room->events, room->incident, shell.now()); // a final one as it was made so
    const std::vector<review::DraftSection> sections = review::postmortem(room->plan, told.incident, told.at);
    QString text = QStringLiteral("# %1 %2 (%3)\n").arg(room->incident.ref, told.incident.displayTitle(), room->incident.postmortemState);
    for (const review::DraftSection &section : sections)
        text += QStringLiteral("\n## %1\n\n%2\n").arg(section.title, section.markdown.trimmed());
    return Answer{text,
                  QJsonObject{{QStringLiteral("ref"), room->incident.ref},
                              {QStringLiteral("state"), room->incident.postmortemState},
                              {QStringLiteral("reviewers"), exchange::reviewersJson(room->incident.reviewers)},
                              {QStringLiteral("comments"), exchange::commentsJson(room->incident.comments)},
                              {QStringLiteral("sections"), exchange::sectionsJson(sections)}}};
}

Result<Answer> writeSection(Shell &shell)
{
    return shell.change(command::WriteSection{shell.arguments().word("SECTION"), shell.arguments().value("text"), {}});
}

Result<Answer> movePostmortem(Shell &shell)
{
    return shell.change(command::MovePostmortem{shell.arguments().word("draft|review|final")});
}

} // namespace

const CommandGroup reviewCommands{
    {"postmortem show", "INCIDENT", "The post-mortem as it stands: what people wrote, else what the record gives.", showPostmortem},
    {"postmortem write", "INCIDENT SECTION --text TEXT", "Writes a section, in Markdown: executive-summary, root-cause, lessons-learned …",
     writeSection},
    {"postmortem move", "INCIDENT draft|review|final", "Moves it on, or back.", movePostmortem},
    {"postmortem lint", "INCIDENT [--all]", "What is missing, what blames, what the timeline leaves open; --all with what was dismissed.",
     lintPostmortem},
    {"postmortem dismiss", "INCIDENT FINDING [--reason TEXT] [--undo]",
     "Takes a finding off the list, with the reason, for as long as what it is about stays as it is.", dismissFinding},
};

} // namespace qd::cli
