// Attachments: the content goes to the journal, an event says what it is called and where it belongs.
#include "models/session/session_p.h"

namespace qd {
namespace {

std::optional<Error> attachmentProblem(const QByteArray &content, const QString &name)
{
    if (content.isEmpty())
        return Error{ErrorCode::Refused, IncidentSession::tr("%1 cannot be attached: it is empty").arg(name), {}};
    if (content.size() > largestAttachment) {
        return Error{ErrorCode::Refused,
                     IncidentSession::tr("%1 cannot be attached: it is larger than %2 MB; keep it elsewhere and log where it is")
                         .arg(name)
                         .arg(largestAttachment >> 20),
                     {}};
    }
    return {};
}

} // namespace

void IncidentSession::keepAttachment(const QByteArray &content, const QString &name, const QString &mime,
                                     std::function<void(const Result<Attachment> &)> done)
{
    if (const std::optional<Error> problem = attachmentProblem(content, name)) {
        done(tl::unexpected(*problem));
        return;
    }
    Attachment kept{{}, name, mime, content.size(), {}, {}};
    d->services.journal.keepAttachment(content, name, mime)
        .then(this, [kept, done = std::move(done)](const Result<QString> &sha256) mutable {
            if (!sha256) {
                done(tl::unexpected(sha256.error()));
                return;
            }
            kept.sha256 = *sha256;
            done(kept);
        });
}

void IncidentSession::attach(const QByteArray &content, const QString &name, const QString &mime, const EventId &entry,
                             std::function<void(const Result<EventId> &)> done)
{
    if (!hasIncident()) {
        done(refused(tr("%1 cannot be attached: no incident is open").arg(name)));
        return;
    }
    Incident target; // another one may be open by the time the content is stored
    target.id = d->current;
    target.ref = incident().ref;
    keepAttachment(content, name, mime, [this, target, entry, done = std::move(done)](const Result<Attachment> &kept) {
        if (!kept) {
            done(tl::unexpected(kept.error()));
            return;
        }
        const command::AddAttachment add{kept->sha256, kept->name, kept->mime, kept->size, entry};
        const Result<Drafts> drafts = decide(target, add, {author(), now()});
        if (!drafts) {
            done(tl::unexpected(drafts.error()));
            return;
        }
        const std::vector<Event> events = d->recorder.record(*drafts, now());
        d->put(events);
        done(events.front().id);
    });
}

void IncidentSession::forgetAttachment(const QString &sha256)
{
    (void)d->services.journal.forgetAttachment(sha256); // what stays behind is content without a name
}

void IncidentSession::loadAttachment(const QString &sha256, std::function<void(const Result<QByteArray> &)> done)
{
    d->services.journal.loadAttachment(sha256).then(this, [done = std::move(done)](const Result<QByteArray> &content) { done(content); });
}

Result<EventId> IncidentSession::log(const command::LogEntry &entry, const std::vector<Attachment> &attachments)
{
    if (isReadOnly())
        return failure(ErrorCode::Storage, readOnlyReason());
    command::LogEntry whole = entry;
    for (const Attachment &attachment : attachments)
        whole.attachments << attachment.sha256;
    const DeskContext context{author(), now()};
    const Result<Drafts> logged = decide(incident(), whole, context);
    if (!logged)
        return tl::unexpected(logged.error());
    std::vector<Event> events = d->recorder.record(*logged, now());
    const EventId id = events.front().id;
    for (const Attachment &attachment : attachments) {
        const Result<Drafts> more =
            decide(incident(), command::AddAttachment{attachment.sha256, attachment.name, attachment.mime, attachment.size, id}, context);
        if (!more)
            return tl::unexpected(more.error());
        const std::vector<Event> added = d->recorder.record(*more, now());
        events.insert(events.end(), added.begin(), added.end());
    }
    d->put(events);
    return id;
}

Result<std::vector<EventId>> IncidentSession::logEach(const std::vector<command::LogEntry> &entries)
{
    if (isReadOnly())
        return failure(ErrorCode::Storage, readOnlyReason());
    Drafts all;
    for (const command::LogEntry &entry : entries) {
        const Result<Drafts> drafts = decide(incident(), entry, {author(), now()});
        if (!drafts)
            return tl::unexpected(drafts.error());
        all.insert(all.end(), drafts->begin(), drafts->end());
    }
    const std::vector<Event> events = d->recorder.record(all, now());
    if (!events.empty())
        d->put(events);
    std::vector<EventId> ids;
    for (const Event &event : events)
        ids.push_back(event.id);
    return ids;
}

} // namespace qd
