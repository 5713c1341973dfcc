// Decisions about the post-mortem: its sections, its review, and what the lint found.
#include "models/core/deskrules.h"

namespace qd::deskrules {
namespace {

constexpr qsizetype longestSection = 8 << 20; // characters; what is longer is an attachment

QStringList unwrittenSections(const Incident &incident)
{
    QStringList missing;
    for (const QString &required : incident.rules.requiredSections) {
        const bool written = std::any_of(incident.sections.begin(), incident.sections.end(), [&required](const WrittenSection &section) {
            return section.section == required && !section.text.trimmed().isEmpty();
        });
        if (!written)
            missing << required;
    }
    return missing;
}

Result<QString> sectionId(const Case &at, const QString &given)
{
    const Rulebook::Named *section = findNamed(at.incident.rules.sections, given);
    if (!section)
        return tl::unexpected(unknown(QStringLiteral("section"), given, listNames(at.incident.rules.sections)));
    return section->id;
}

Result<void> notFinal(const Case &at)
{
    if (at.incident.postmortemState == QLatin1String("final"))
        return refused(QStringLiteral("the post-mortem is final; move it back to review to change it"));
    return {};
}

QJsonArray idsOf(const QList<EventId> &ids)
{
    QJsonArray texts;
    for (const EventId &id : ids)
        texts << id.toString();
    return texts;
}

// What this text is written on top of: what its author says that they had seen, else all that stands.
QList<EventId> basesOf(const Case &at, const QString &section, const command::WriteSection &c)
{
    if (c.base.isNull()) {
        const WrittenSection *written = at.incident.section(section);
        return written ? written->heads : QList<EventId>();
    }
    QList<EventId> bases{c.base};
    for (const EventId &id : c.also) {
        if (!id.isNull() && !bases.contains(id))
            bases << id;
    }
    return bases;
}

QStringList unanswered(const Incident &incident)
{
    QStringList names;
    for (const Reviewer &reviewer : incident.reviewers) {
        if (reviewer.verdict != QLatin1String("approved"))
            names << (reviewer.verdict.isEmpty() ? QStringLiteral("%1 has not answered").arg(reviewer.who)
                                                 : QStringLiteral("%1 asks for changes").arg(reviewer.who));
    }
    return names;
}

Result<void> canBeFinal(const Incident &incident)
{
    if (incident.isOpen())
        return refused(QStringLiteral("%1 is not resolved yet; resolve it before its post-mortem is final").arg(incident.ref));
    if (const QStringList missing = unwrittenSections(incident); !missing.isEmpty())
        return refused(QStringLiteral("the plan requires sections that are not written yet: %1").arg(missing.join(QLatin1String(", "))));
    for (const WrittenSection &written : incident.sections) {
        if (written.heads.size() > 1)
            return refused(QStringLiteral("two people wrote “%1” at the same time; open it and settle it first").arg(written.section));
    }
    if (const QStringList waiting = unanswered(incident); !waiting.isEmpty())
        return refused(QStringLiteral("the review is not done: %1; wait for it, or take the request back").arg(waiting.join(QLatin1String(", "))));
    return {};
}

QJsonObject knewOf(const Incident &incident)
{
    QJsonObject knew;
    for (auto it = incident.seen.begin(); it != incident.seen.end(); ++it)
        knew.insert(it.key().toString(), QString::number(it.value())); // more bits than a number in JSON holds
    return knew;
}

} // namespace

Result<Drafts> decide(const Case &at, const command::WriteSection &c)
{
    const Result<QString> section = sectionId(at, c.section);
    if (!section)
        return tl::unexpected(section.error());
    if (const Result<void> open = notFinal(at); !open)
        return tl::unexpected(open.error());
    if (c.text.size() > longestSection)
        return refused(QStringLiteral("a section holds %1 million characters at most, and this has %2; attach the long part as a file instead")
                           .arg(longestSection >> 20).arg(c.text.size()));
    const QList<EventId> bases = basesOf(at, *section, c);
    return one(at.draft(kinds::postmortemWritten,
                        {{QStringLiteral("section"), *section}, {QStringLiteral("text"), c.text},
                         {QStringLiteral("base"), bases.isEmpty() ? QString() : bases.last().toString()}, {QStringLiteral("bases"), idsOf(bases)}}));
}

Result<Drafts> decide(const Case &at, const command::MovePostmortem &c)
{
    static const QStringList states{QStringLiteral("draft"), QStringLiteral("review"), QStringLiteral("final")};
    if (!states.contains(c.state))
        return refused(QStringLiteral("unknown state '%1'; it is one of: %2").arg(c.state, states.join(QLatin1String(", "))));
    if (c.state == at.incident.postmortemState)
        return refused(QStringLiteral("the post-mortem is %1 already").arg(c.state));
    QJsonObject body{{QStringLiteral("state"), c.state}};
    if (c.state == QLatin1String("final")) {
        if (const Result<void> ready = canBeFinal(at.incident); !ready)
            return tl::unexpected(ready.error());
        body.insert(QStringLiteral("knew"), knewOf(at.incident));
    }
    return one(at.draft(kinds::postmortemMoved, body));
}

Result<Drafts> decide(const Case &at, const command::MarkSection &c)
{
    const Result<QString> section = sectionId(at, c.section);
    if (!section)
        return tl::unexpected(section.error());
    if (const Result<void> open = notFinal(at); !open)
        return tl::unexpected(open.error());
    return one(at.draft(kinds::postmortemMarked, {{QStringLiteral("section"), *section}, {QStringLiteral("internal"), c.internal}}));
}

Result<Drafts> decide(const Case &at, const command::AskReview &c)
{
    const QString who = c.who.simplified();
    if (who.isEmpty())
        return refused(QStringLiteral("say who is to review the post-mortem"));
    const auto &all = at.incident.reviewers;
    const auto found =
        std::find_if(all.begin(), all.end(), [&who](const Reviewer &reviewer) { return reviewer.who.compare(who, Qt::CaseInsensitive) == 0; });
    if (!c.asked && found == all.end())
        return refused(QStringLiteral("%1 was not asked for a review").arg(who));
    if (c.asked && found != all.end() && found->verdict.isEmpty())
        return refused(QStringLiteral("%1 is asked already and has not answered yet").arg(who));
    return one(at.draft(kinds::reviewAsked, {{QStringLiteral("who"), who}, {QStringLiteral("asked"), c.asked}}));
}

Result<Drafts> decide(const Case &at, const command::GiveReview &c)
{
    const bool changes = c.verdict == QLatin1String("changes");
    if (!changes && c.verdict != QLatin1String("approved"))
        return refused(QStringLiteral("unknown verdict '%1'; it is one of: approved, changes").arg(c.verdict));
    if (changes && c.note.trimmed().isEmpty())
        return refused(QStringLiteral("say what should change: whoever writes it must know"));
    if (const Result<void> open = notFinal(at); !open)
        return tl::unexpected(open.error());
    return one(at.draft(kinds::reviewGiven, {{QStringLiteral("verdict"), c.verdict}, {QStringLiteral("note"), c.note.trimmed()}}));
}

Result<Drafts> decide(const Case &at, const command::Comment &c)
{
    const Result<QString> section = sectionId(at, c.section);
    if (!section)
        return tl::unexpected(section.error());
    if (c.text.trimmed().isEmpty())
        return refused(QStringLiteral("a comment needs a text"));
    const auto &all = at.incident.comments;
    if (!c.about.isNull() && std::none_of(all.begin(), all.end(), [&c](const ReviewComment &said) { return said.id == c.about; }))
        return refused(QStringLiteral("there is no such comment to answer in %1").arg(at.incident.ref));
    QJsonObject body{{QStringLiteral("section"), *section}, {QStringLiteral("text"), c.text.trimmed()}, {QStringLiteral("quote"), c.quote}};
    if (!c.about.isNull())
        body.insert(QStringLiteral("about"), c.about.toString());
    return one(at.draft(kinds::commented, body));
}

Result<Drafts> decide(const Case &at, const command::SettleComment &c)
{
    const auto &all = at.incident.comments;
    const auto found = std::find_if(all.begin(), all.end(), [&c](const ReviewComment &said) { return said.id == c.comment; });
    if (found == all.end())
        return refused(QStringLiteral("there is no such comment in %1").arg(at.incident.ref));
    if (found->resolved == c.resolved)
        return refused(c.resolved ? QStringLiteral("this comment is resolved already") : QStringLiteral("this comment is open already"));
    return one(at.draft(kinds::commentSettled, {{QStringLiteral("comment"), c.comment.toString()}, {QStringLiteral("resolved"), c.resolved}}));
}

Result<Drafts> decide(const Case &at, const command::DismissFinding &c)
{
    if (c.finding.isEmpty())
        return refused(QStringLiteral("say which finding; 'postmortem lint %1' lists them").arg(at.incident.ref));
    if (c.dismissed && c.reason.trimmed().isEmpty())
        return refused(QStringLiteral("say why this finding does not matter: the reason stays with it"));
    return one(at.draft(kinds::findingDismissed, {{QStringLiteral("finding"), c.finding}, {QStringLiteral("reason"), c.reason.trimmed()},
                                                  {QStringLiteral("dismissed"), c.dismissed}}));
}

} // namespace qd::deskrules
