// Decisions about what people write. The scribe can always write.
#include "models/core/deskrules.h"
#include "models/core/entrytext.h"

namespace qd::deskrules {
namespace {

QStringList joined(const QStringList &given, const QStringList &found)
{
    QStringList all = given;
    for (const QString &item : found) {
        if (!all.contains(item))
            all << item;
    }
    return all;
}

Result<const TimelineEntry *> writtenEntry(const Case &at, const EventId &id)
{
    const TimelineEntry *entry = at.incident.entry(id);
    if (!entry)
        return refused(QStringLiteral("there is no such entry in %1; 'timeline %1 --json' lists their ids").arg(at.incident.ref));
    if (!entryKinds().contains(entry->kind))
        return refused(QStringLiteral("this line of the timeline is not an entry but records a change; change the thing itself, or undo it"));
    if (entry->redacted)
        return refused(QStringLiteral("this entry is redacted: there is nothing left of it to change"));
    return entry;
}

} // namespace

Result<Drafts> decide(const Case &at, const command::LogEntry &c)
{
    if (c.text.trimmed().isEmpty() && c.attachments.isEmpty())
        return refused(QStringLiteral("an entry needs a text"));
    if (!entryKinds().contains(c.kind))
        return refused(QStringLiteral("unknown kind '%1'; it is one of: %2").arg(c.kind, entryKinds().join(QLatin1String(", "))));
    if (const std::optional<Error> problem = timeProblem(c.at, at.context.now))
        return tl::unexpected(*problem);
    QJsonObject body{{QStringLiteral("kind"), c.kind}, {QStringLiteral("text"), c.text.trimmed()}};
    const auto addList = [&body](const char *key, const QStringList &items) {
        if (!items.isEmpty())
            body.insert(QLatin1String(key), QJsonArray::fromStringList(items));
    };
    addList("tags", joined(c.tags, tagsIn(c.text)));
    addList("people", joined(c.people, peopleIn(c.text)));
    addList("attachments", c.attachments);
    if (!c.zone.isEmpty())
        body.insert(QStringLiteral("zone"), c.zone);
    if (c.approximate)
        body.insert(QStringLiteral("approximate"), true);
    return one(at.draft(kinds::entryLogged, body, c.at));
}

Result<Drafts> decide(const Case &at, const command::AmendEntry &c)
{
    const Result<const TimelineEntry *> entry = writtenEntry(at, c.entry);
    if (!entry)
        return tl::unexpected(entry.error());
    if (!c.text && !c.at)
        return refused(QStringLiteral("say what changes: its text, its time, or both"));
    if (c.text && c.text->trimmed().isEmpty())
        return refused(QStringLiteral("an entry needs a text; 'redact' takes one away"));
    if (const std::optional<Error> problem = timeProblem(c.at, at.context.now))
        return tl::unexpected(*problem);
    QJsonObject body{{QStringLiteral("entry"), c.entry.toString()}, {QStringLiteral("reason"), c.reason}};
    if (c.text) {
        body.insert(QStringLiteral("text"), c.text->trimmed());
        body.insert(QStringLiteral("tags"), QJsonArray::fromStringList(tagsIn(*c.text)));
        body.insert(QStringLiteral("people"), QJsonArray::fromStringList(peopleIn(*c.text)));
    }
    if (c.at)
        body.insert(QStringLiteral("at"), static_cast<qint64>(toMsecs(*c.at)));
    return one(at.change(kinds::entryAmended, QStringLiteral("entry:") + c.entry.toString(), body));
}

Result<Drafts> decide(const Case &at, const command::RedactEntry &c)
{
    const Result<const TimelineEntry *> entry = writtenEntry(at, c.entry);
    if (!entry)
        return tl::unexpected(entry.error());
    if (c.reason.trimmed().isEmpty())
        return refused(QStringLiteral("say why it is redacted: the reason stays on the record"));
    return one(at.draft(kinds::entryRedacted, {{QStringLiteral("entry"), c.entry.toString()}, {QStringLiteral("reason"), c.reason.trimmed()}}));
}

Result<Drafts> decide(const Case &at, const command::PinEntry &c)
{
    const TimelineEntry *entry = at.incident.entry(c.entry);
    if (!entry)
        return refused(QStringLiteral("there is no such entry in %1; 'timeline %1 --json' lists their ids").arg(at.incident.ref));
    if (entry->pinned == c.pinned)
        return refused(c.pinned ? QStringLiteral("this entry is pinned already") : QStringLiteral("this entry is not pinned"));
    return one(at.draft(kinds::entryPinned, {{QStringLiteral("entry"), c.entry.toString()}, {QStringLiteral("pinned"), c.pinned}}));
}

Result<Drafts> decide(const Case &at, const command::MarkEntry &c)
{
    const TimelineEntry *entry = at.incident.entry(c.entry);
    if (!entry)
        return refused(QStringLiteral("there is no such entry in %1; 'timeline %1 --json' lists their ids").arg(at.incident.ref));
    if (entry->internal == c.internal)
        return refused(c.internal ? QStringLiteral("this entry is internal already") : QStringLiteral("this entry is not internal"));
    return one(at.draft(kinds::entryMarked, {{QStringLiteral("entry"), c.entry.toString()}, {QStringLiteral("internal"), c.internal}}));
}

Result<Drafts> decide(const Case &at, const command::SettleHypothesis &c)
{
    static const QStringList states{QStringLiteral("confirmed"), QStringLiteral("ruled-out"), QStringLiteral("open")};
    const Result<const TimelineEntry *> entry = writtenEntry(at, c.entry);
    if (!entry)
        return tl::unexpected(entry.error());
    if ((*entry)->kind != QLatin1String("hypothesis"))
        return refused(QStringLiteral("this entry is a %1, not a hypothesis").arg((*entry)->kind));
    if (!states.contains(c.state))
        return refused(QStringLiteral("unknown state '%1'; it is one of: %2").arg(c.state, states.join(QLatin1String(", "))));
    return one(at.change(kinds::hypothesisSettled, QStringLiteral("hypothesis:") + c.entry.toString(),
                         {{QStringLiteral("entry"), c.entry.toString()}, {QStringLiteral("state"), c.state}, {QStringLiteral("note"), c.note}}));
}

Result<Drafts> decide(const Case &at, const command::AddAttachment &c)
{
    if (c.sha256.isEmpty() || c.name.isEmpty())
        return refused(QStringLiteral("an attachment needs a name and content"));
    QJsonObject body{{QStringLiteral("sha256"), c.sha256}, {QStringLiteral("name"), c.name}, {QStringLiteral("mime"), c.mime},
                     {QStringLiteral("size"), c.size}};
    if (!c.entry.isNull())
        body.insert(QStringLiteral("entry"), c.entry.toString());
    return one(at.draft(kinds::attachmentAdded, body));
}

Result<Drafts> decide(const Case &at, const command::Undo &c)
{
    if (c.event.isNull())
        return refused(QStringLiteral("there is nothing of yours left to undo in %1").arg(at.incident.ref));
    if (c.kind == QLatin1String(kinds::declared))
        return refused(QStringLiteral("a declaration cannot be undone; resolve and close the incident with a note instead"));
    if (c.kind == QLatin1String(kinds::entryRedacted))
        return refused(QStringLiteral("a redaction cannot be undone: the text is gone for good"));
    if (c.kind == QLatin1String(kinds::memberAdded) || c.kind == QLatin1String(kinds::memberRemoved))
        return refused(QStringLiteral("who may see an incident is set anew, not taken back; add or remove the member"));
    return one(at.draft(kinds::eventUndone, {{QStringLiteral("event"), c.event.toString()}}));
}

Result<Drafts> decide(const Case &at, const command::Redo &c)
{
    if (c.event.isNull())
        return refused(QStringLiteral("there is nothing of yours to do again in %1").arg(at.incident.ref));
    return one(at.draft(kinds::eventRedone, {{QStringLiteral("event"), c.event.toString()}}));
}

} // namespace qd::deskrules
