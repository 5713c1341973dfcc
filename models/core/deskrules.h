#pragma once
// The Desk's decisions, one function a command, and what they share. Private to the Desk.

#include "models/core/desk.h"
#include "models/core/kinds.h"

#include <QJsonArray>

namespace qd::deskrules {

struct Case // what a decision is made on
{
    const Incident &incident;
    const DeskContext &context;

    [[nodiscard]] EventDraft draft(const char *kind, QJsonObject body, std::optional<Instant> at = {}) const;
    // With `base`: the event that last set this field as the author saw it.
    [[nodiscard]] EventDraft change(const char *kind, const QString &field, QJsonObject body, std::optional<Instant> at = {}) const;
};

[[nodiscard]] Result<Drafts> one(EventDraft draft);
[[nodiscard]] std::optional<Error> timeProblem(const std::optional<Instant> &at, Instant now);
[[nodiscard]] QString inSentence(Instant instant);
[[nodiscard]] Error unknown(const QString &what, const QString &given, const QString &known); // what the plan does not have

[[nodiscard]] Result<Drafts> decide(const Case &at, const command::Declare &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::Amend &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::Acknowledge &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::LinkIncident &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::UnlinkIncident &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::AddMember &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::RemoveMember &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::AdoptPlan &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::ChangeSeverity &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::ChangeStatus &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::AssignRole &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::OfferHandover &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::AcceptHandover &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::ReleaseRole &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::LogEntry &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::AmendEntry &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::RedactEntry &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::PinEntry &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::MarkEntry &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::SettleHypothesis &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::MakeAsk &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::AnswerAsk &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::TickCheck &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::AttachScenario &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::DraftUpdate &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::ApproveUpdate &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::SendUpdate &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::PauseClock &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::ResumeClock &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::SnoozeClock &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::WaiveClock &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::Escalate &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::AddAction &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::ChangeAction &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::WriteSection &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::MovePostmortem &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::MarkSection &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::AskReview &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::GiveReview &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::Comment &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::SettleComment &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::DismissFinding &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::AddAttachment &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::Undo &c);
[[nodiscard]] Result<Drafts> decide(const Case &at, const command::Redo &c);

} // namespace qd::deskrules
