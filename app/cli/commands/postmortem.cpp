// Commands on the writing and the review of a post-mortem: facts, entries pulled into it, comments, reviewers, what stays inside.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/clocks/calendar.h"
#include "models/exchange/incidentjson.h"
#include "models/review/recordlinks.h"
#include "models/review/sectionmerge.h"

#include <QJsonArray>

namespace qd::cli {
namespace {

QString verdictWord(review::Fact::Verdict verdict)
{
    switch (verdict) {
    case review::Fact::Verdict::Kept: return QStringLiteral("  kept");
    case review::Fact::Verdict::Missed: return QStringLiteral("  MISSED");
    case review::Fact::Verdict::None: break;
    }
    return {};
}

Result<Answer> showFacts(Shell &shell)
{
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const std::vector<review::Fact> facts = review::facts(room->plan, room->incident, shell.now());
    QStringList lines;
    for (const review::Fact &fact : facts) {
        QStringList handles;
        for (const EventId &id : fact.rests)
            handles << handleOf(id);
        const QString target = fact.target.isEmpty() ? QString() : QStringLiteral(" (target: %1)").arg(fact.target);
        lines << QStringLiteral("%1: %2%3%4  [%5]")
                     .arg(fact.label, fact.value, target, verdictWord(fact.verdict), handles.join(QLatin1Char(' ')));
    }
    return Answer{lines.join(QLatin1Char('\n')), exchange::factsJson(facts)};
}

// The section that is meant and what stands in it, with what two people wrote at the same time put together.
struct Standing
{
    QString id;
    review::MergedText text;
    QList<EventId> heads;
};

Result<Standing> standing(const Room &room, const QString &name)
{
    const Rulebook::Named *section = findNamed(room.incident.rules.sections, name);
    if (!section)
        return refused(QStringLiteral("unknown section '%1'; the plan has: %2").arg(name, listNames(room.incident.rules.sections)));
    const WrittenSection *written = room.incident.section(section->id);
    if (!written)
        return Standing{section->id, {}, {}};
    const review::MergedSection merged = review::mergeHeads(*written);
    return Standing{section->id, merged.merged, merged.heads};
}

Command writing(const Standing &section, const QString &text)
{
    command::WriteSection write{section.id, text, {}};
    if (!section.heads.isEmpty())
        write.base = section.heads.first();
    write.also.assign(section.heads.begin(), section.heads.end());
    return write;
}

Result<Answer> pullEntry(Shell &shell)
{
    return shell.changeBy([&shell](const Room &room) -> Result<Command> {
        const Result<Standing> section = standing(room, shell.arguments().word("SECTION"));
        if (!section)
            return tl::unexpected(section.error());
        const Result<EventId> id = findEntry(room.incident, shell.arguments().word("ENTRY"));
        if (!id)
            return tl::unexpected(id.error());
        const TimelineEntry *entry = room.incident.entry(*id);
        if (entry->redacted)
            return refused(QStringLiteral("this entry is redacted: there is nothing to put into the post-mortem"));
        QStringList lines{section->text.text, review::pulledLine(*entry, clocks::zoneOf(room.plan))};
        lines.removeAll(QString());
        return writing(*section, lines.join(QLatin1Char('\n')));
    });
}

Result<Answer> mergeSection(Shell &shell)
{
    return shell.changeBy([&shell](const Room &room) -> Result<Command> {
        const Result<Standing> section = standing(room, shell.arguments().word("SECTION"));
        if (!section)
            return tl::unexpected(section.error());
        if (section->heads.size() < 2)
            return refused(QStringLiteral("nobody wrote “%1” at the same time as another; there is nothing to merge").arg(section->id));
        if (!section->text.conflicts.empty())
            return refused(QStringLiteral("%1 of “%2” differ: 'postmortem show' has both between marks; write the section as it is to be")
                               .arg(section->text.conflicts.size() == 1 ? QStringLiteral("one place") : QStringLiteral("several places"),
                                    section->id));
        return writing(*section, section->text.text);
    });
}

Result<Answer> markSection(Shell &shell)
{
    return shell.change(command::MarkSection{shell.arguments().word("SECTION"), !shell.arguments().has("off")});
}

Result<Answer> markEntry(Shell &shell)
{
    return shell.changeBy([&shell](const Room &room) -> Result<Command> {
        return findEntry(room.incident, shell.arguments().word("ENTRY")).map([&shell](const EventId &entry) -> Command {
            return command::MarkEntry{entry, !shell.arguments().has("off")};
        });
    });
}

Result<EventId> findComment(const Incident &incident, const QString &text)
{
    std::vector<EventId> ids;
    for (const ReviewComment &comment : incident.comments)
        ids.push_back(comment.id);
    return findIn(ids, text, QStringLiteral("comment"));
}

Result<Answer> comment(Shell &shell)
{
    return shell.changeBy([&given = shell.arguments()](const Room &room) -> Result<Command> {
        command::Comment said{given.word("SECTION"), given.word("TEXT"), given.value("quote"), {}};
        const std::optional<QString> about = given.maybe("reply-to");
        if (!about)
            return said;
        return findComment(room.incident, *about).map([&said](const EventId &id) -> Command {
            said.about = id;
            return said;
        });
    });
}

Result<Answer> resolveComment(Shell &shell)
{
    return shell.changeBy([&given = shell.arguments()](const Room &room) -> Result<Command> {
        return findComment(room.incident, given.word("COMMENT")).map([&given](const EventId &id) -> Command {
            return command::SettleComment{id, !given.has("off")};
        });
    });
}

Result<Answer> listComments(Shell &shell)
{
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    QStringList lines;
    for (const ReviewComment &said : room->incident.comments) {
        const QString about = said.quote.isEmpty() ? said.section : QStringLiteral("%1, “%2”").arg(said.section, said.quote.simplified());
        lines << QStringLiteral("%1  %2  %3 on %4: %5%6")
                     .arg(handleOf(said.id), toIso(said.at), said.by, about, said.text.simplified(),
                          said.resolved ? QStringLiteral("  [resolved by %1]").arg(said.resolvedBy) : QString());
    }
    return Answer{lines.isEmpty() ? QStringLiteral("no comments") : lines.join(QLatin1Char('\n')),
                  exchange::commentsJson(room->incident.comments)};
}

Result<Answer> askReview(Shell &shell)
{
    return shell.change(command::AskReview{shell.arguments().word("NAME"), !shell.arguments().has("off")});
}

Result<Answer> giveReview(Shell &shell)
{
    return shell.change(command::GiveReview{shell.arguments().word("approved|changes"), shell.arguments().value("note")});
}

} // namespace

const CommandGroup postmortemCommands{
    {"postmortem facts", "INCIDENT", "What the record says in figures, each with the entries that it rests on.", showFacts},
    {"postmortem pull", "INCIDENT SECTION ENTRY", "Puts an entry into a section, as a line that follows what is corrected later.",
     pullEntry},
    {"postmortem merge", "INCIDENT SECTION", "Makes one text of what two people wrote at the same time.", mergeSection},
    {"postmortem mark", "INCIDENT SECTION [--off]", "Keeps a section out of the external edition.", markSection},
    {"postmortem comment", "INCIDENT SECTION TEXT [--quote WORDS] [--reply-to COMMENT]", "Says something about a section.", comment},
    {"postmortem comments", "INCIDENT", "What was said about its sections.", listComments},
    {"postmortem resolve", "INCIDENT COMMENT [--off]", "Settles a comment.", resolveComment},
    {"postmortem ask-review", "INCIDENT NAME [--off]", "Asks somebody to review it, or takes that back.", askReview},
    {"postmortem review", "INCIDENT approved|changes [--note TEXT]", "Approves it, or says what is to change.", giveReview},
    {"mark", "INCIDENT ENTRY [--off]", "Keeps an entry out of the external edition; the tag #internal does so too.", markEntry},
};

} // namespace qd::cli
