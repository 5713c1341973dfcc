#pragma once
// What a person can do to an incident. The window, the command line, importers and tests all speak in these.
// A field that is empty or absent was not given. Times: `at` is when it happened; absent means now.

#include "models/core/incident.h"

#include <variant>

namespace qd::command {

struct Declare
{
    QString title, severity, type, impact, source, codename;
    QStringList services;
    std::optional<Instant> started, detected;
    bool drill = false, restricted = false;
    QJsonObject plan; // embedded whole
    QString ref;      // unique in the database: the caller makes sure
};
struct Amend { QString field, value; };  // title type services(comma separated) impact source started_at detected_at codename restricted drill
struct Acknowledge { std::optional<Instant> at; };
struct LinkIncident { QString other, relation, otherId = {}; };
struct UnlinkIncident { EventId link; };
struct AddMember { QString person; };
struct RemoveMember { QString person; };
struct AdoptPlan { QJsonObject plan; };
struct ChangeSeverity { QString severity, reason; std::optional<Instant> at; };
struct ChangeStatus { QString status, note; std::optional<Instant> at; };
struct AssignRole { QString role, name, brief; std::optional<Instant> at; };
struct OfferHandover { QString role, to, brief; };
struct AcceptHandover { QString role; };
struct ReleaseRole { QString role; std::optional<Instant> at; };
struct LogEntry
{
    QString text, kind = QStringLiteral("note"), zone;
    QStringList tags, people, attachments;
    bool approximate = false;
    std::optional<Instant> at;
};
struct AmendEntry { EventId entry; std::optional<QString> text; std::optional<Instant> at; QString reason; };
struct RedactEntry { EventId entry; QString reason; };
struct PinEntry { EventId entry; bool pinned = true; };
struct MarkEntry { EventId entry; bool internal = true; };
struct SettleHypothesis { EventId entry; QString state, note; };
struct MakeAsk { QString who, text; std::optional<Duration> within; std::optional<Instant> at; };
struct AnswerAsk { EventId ask; QString answer, state = QStringLiteral("done"); std::optional<Duration> within; }; // state extended: within more
struct TickCheck { QString list, item; bool done = true; };
struct AttachScenario { QString scenario; bool attached = true; };
struct DraftUpdate { QString audience, text, templateId; };
struct ApproveUpdate { QString audience; };
struct SendUpdate { QString audience, text, templateId, channel; std::optional<Instant> at; };
struct PauseClock { QString clock, reason; };
struct ResumeClock { QString clock; };
struct SnoozeClock { QString clock; Duration length{}; QString reason; };
struct WaiveClock { QString clock, reason; };
struct Escalate { QString step, channel; std::optional<Instant> at; QString person = {}; }; // person: who was meant, where that is known
struct AddAction { QString text, owner, due, category, horizon, ticket; };
struct ChangeAction { EventId action; std::optional<QString> text, owner, due, category, horizon, ticket, state; };
// base: the version that was edited; null: all that stands. also: other versions that were taken in
struct WriteSection { QString section, text; EventId base; std::vector<EventId> also = {}; };
struct MarkSection { QString section; bool internal = true; };
struct AskReview { QString who; bool asked = true; };
struct GiveReview { QString verdict, note; };
struct Comment { QString section, text, quote; EventId about; };
struct SettleComment { EventId comment; bool resolved = true; };
struct DismissFinding { QString finding, reason; bool dismissed = true; };
struct MovePostmortem { QString state; };
struct AddAttachment { QString sha256, name, mime; qint64 size = 0; EventId entry; };
struct Undo { EventId event; QString kind; }; // see undo.h
struct Redo { EventId event; };

} // namespace qd::command

namespace qd {

using Command = std::variant<command::Declare, command::Amend, command::Acknowledge, command::LinkIncident, command::UnlinkIncident, command::AddMember,
    command::RemoveMember, command::AdoptPlan,
    command::ChangeSeverity, command::ChangeStatus, command::AssignRole, command::OfferHandover, command::AcceptHandover,
    command::ReleaseRole, command::LogEntry, command::AmendEntry, command::RedactEntry, command::PinEntry, command::MarkEntry, command::SettleHypothesis,
    command::MakeAsk, command::AnswerAsk, command::TickCheck, command::AttachScenario, command::DraftUpdate, command::ApproveUpdate,
    command::SendUpdate, command::PauseClock, command::ResumeClock, command::SnoozeClock, command::WaiveClock, command::Escalate,
    command::AddAction, command::ChangeAction, command::WriteSection, command::MovePostmortem, command::MarkSection,
    command::AskReview, command::GiveReview, command::Comment, command::SettleComment, command::DismissFinding, command::AddAttachment, command::Undo,
    command::Redo>;

} // namespace qd
