// Rules for what people write: entries, their amendments and redactions, hypotheses, attachments. Strike, never erase.
#include "models/core/foldrules.h"
#include "models/core/kinds.h"

namespace qd::foldrules {
namespace {

Row noRow(const Incident &, const Event &)
{
    return {};
}

Row loggedRow(const Incident &, const Event &event)
{
    const QString kind = textOf(event, "kind");
    return {kind.isEmpty() ? QStringLiteral("note") : kind, textOf(event, "text"), {}, {}};
}

bool saysInternal(const QStringList &tags)
{
    return tags.contains(QLatin1String("internal"), Qt::CaseInsensitive);
}

void log(State &state, const Event &event)
{
    TimelineEntry &entry = *state.entry(event.id);
    entry.tags = textsOf(event, "tags");
    entry.people = textsOf(event, "people");
    entry.attachments = textsOf(event, "attachments");
    entry.zone = textOf(event, "zone");
    entry.approximate = event.body[QLatin1String("approximate")].toBool();
    entry.internal = saysInternal(entry.tags);
}

QString entryField(const EventId &id)
{
    return QStringLiteral("entry:") + id.toString();
}

void amend(State &state, const Event &event)
{
    TimelineEntry *entry = state.entry(idOf(event, "entry"));
    if (!entry || entry->redacted)
        return;
    entry->history.push_back({event.id, event.recordedAt, event.author, textOf(event, "reason"), entry->text, entry->at});
    if (event.body.contains(QLatin1String("text")))
        entry->text = textOf(event, "text");
    if (const std::optional<Instant> at = instantOf(event, "at"))
        entry->at = *at;
    if (event.body.contains(QLatin1String("tags"))) {
        entry->tags = textsOf(event, "tags");
        entry->internal = entry->internal || saysInternal(entry->tags);
    }
    if (event.body.contains(QLatin1String("people")))
        entry->people = textsOf(event, "people");
    entry->edited = true;
    state.changed(entryField(entry->id), event, entry->text);
}

// The same state whether the bodies of the entry and its amendments are still there or gone already.
void redact(State &state, const Event &event)
{
    TimelineEntry *entry = state.entry(idOf(event, "entry"));
    if (!entry)
        return;
    TimelineEntry bare;
    bare.id = entry->id;
    bare.at = entry->history.empty() ? entry->at : entry->history.front().at;
    bare.recordedAt = entry->recordedAt;
    bare.author = entry->author;
    bare.late = entry->late;
    bare.undone = entry->undone;
    bare.pinned = entry->pinned;
    bare.kind = QStringLiteral("note");
    bare.redacted = true;
    bare.history.push_back({event.id, event.recordedAt, event.author, textOf(event, "reason"), QString(), bare.at});
    const QString field = entryField(entry->id);
    *entry = bare;
    state.incident.setBy.remove(field);
    state.lastValues.remove(field);
    std::erase_if(state.incident.conflicts, [&field](const FieldConflict &conflict) { return conflict.field == field; });
    std::erase_if(state.incident.attachments, [&bare](const Attachment &attachment) { return attachment.entry == bare.id; });
}

void pin(State &state, const Event &event)
{
    if (TimelineEntry *entry = state.entry(idOf(event, "entry")))
        entry->pinned = event.body[QLatin1String("pinned")].toBool(true);
}

void mark(State &state, const Event &event)
{
    if (TimelineEntry *entry = state.entry(idOf(event, "entry")))
        entry->internal = event.body[QLatin1String("internal")].toBool(true);
}

void settle(State &state, const Event &event)
{
    TimelineEntry *entry = state.entry(idOf(event, "entry"));
    if (!entry || entry->redacted)
        return;
    entry->settlement = {textOf(event, "state"), event.author, textOf(event, "note"), event.happenedAt};
    state.changed(QStringLiteral("hypothesis:") + entry->id.toString(), event, entry->settlement.state);
}

void attach(State &state, const Event &event)
{
    const EventId entryId = idOf(event, "entry");
    state.incident.attachments.push_back({textOf(event, "sha256"), textOf(event, "name"), textOf(event, "mime"),
                                          event.body[QLatin1String("size")].toInteger(), entryId, event.id});
    TimelineEntry *entry = state.entry(entryId);
    if (entry && !entry->redacted && !entry->attachments.contains(textOf(event, "sha256")))
        entry->attachments << textOf(event, "sha256");
}

Row attachedRow(const Incident &, const Event &event)
{
    if (!textOf(event, "entry").isEmpty())
        return {};
    return {QStringLiteral("attachment"), QStringLiteral("Attached %1").arg(textOf(event, "name")), {}, {}};
}

} // namespace

const std::vector<Rule> entryRules = {
    {kinds::entryLogged, loggedRow, log},
    {kinds::entryAmended, noRow, amend},
    {kinds::entryRedacted, noRow, redact},
    {kinds::entryPinned, noRow, pin},
    {kinds::entryMarked, noRow, mark},
    {kinds::hypothesisSettled, noRow, settle},
    {kinds::attachmentAdded, attachedRow, attach},
};

} // namespace qd::foldrules
