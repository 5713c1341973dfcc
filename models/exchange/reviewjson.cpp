// What the review found, as JSON.
#include "models/exchange/incidentjson.h"

namespace qd::exchange {

QJsonArray findingsJson(const std::vector<review::Finding> &findings)
{
    QJsonArray all;
    for (const review::Finding &finding : findings)
        all.append(QJsonObject{{QStringLiteral("key"), finding.key},
                               {QStringLiteral("rule"), finding.rule},
                               {QStringLiteral("place"), finding.place},
                               {QStringLiteral("start"), finding.start < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(finding.start)},
                               {QStringLiteral("length"), finding.length},
                               {QStringLiteral("text"), finding.text},
                               {QStringLiteral("why"), finding.why},
                               {QStringLiteral("suggestion"), finding.suggestion},
                               {QStringLiteral("dismissed"), finding.dismissed},
                               {QStringLiteral("reason"), finding.reason},
                               {QStringLiteral("dismissed_by"), finding.dismissedBy}});
    return all;
}

QJsonArray commentsJson(const std::vector<ReviewComment> &comments)
{
    QJsonArray all;
    for (const ReviewComment &comment : comments)
        all.append(QJsonObject{{QStringLiteral("id"), comment.id.toString()},
                               {QStringLiteral("section"), comment.section},
                               {QStringLiteral("quote"), comment.quote},
                               {QStringLiteral("text"), comment.text},
                               {QStringLiteral("by"), comment.by},
                               {QStringLiteral("at"), toIso(comment.at)},
                               {QStringLiteral("about"), comment.about.toString()},
                               {QStringLiteral("resolved"), comment.resolved},
                               {QStringLiteral("resolved_by"), comment.resolvedBy}});
    return all;
}

QJsonArray reviewersJson(const std::vector<Reviewer> &reviewers)
{
    QJsonArray all;
    for (const Reviewer &reviewer : reviewers)
        all.append(QJsonObject{{QStringLiteral("who"), reviewer.who},
                               {QStringLiteral("asked_by"), reviewer.askedBy},
                               {QStringLiteral("verdict"), reviewer.verdict},
                               {QStringLiteral("note"), reviewer.note},
                               {QStringLiteral("answered_at"), reviewer.answeredAt ? toIso(*reviewer.answeredAt) : QString()}});
    return all;
}

QJsonArray factsJson(const std::vector<review::Fact> &facts)
{
    using Verdict = review::Fact::Verdict;
    QJsonArray all;
    for (const review::Fact &fact : facts) {
        QJsonArray rests;
        for (const EventId &id : fact.rests)
            rests.append(id.toString());
        const QString verdict = fact.verdict == Verdict::Kept ? QStringLiteral("kept")
            : fact.verdict == Verdict::Missed                 ? QStringLiteral("missed")
                                                              : QString();
        all.append(QJsonObject{{QStringLiteral("id"), fact.id},
                               {QStringLiteral("label"), fact.label},
                               {QStringLiteral("value"), fact.value},
                               {QStringLiteral("target"), fact.target},
                               {QStringLiteral("verdict"), verdict.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(verdict)},
                               {QStringLiteral("rests_on"), rests}});
    }
    return all;
}

QJsonArray finalsJson(const Incident &incident)
{
    QJsonArray all;
    for (const FinalVersion &final : incident.finals)
        all.append(QJsonObject{
            {QStringLiteral("event"), final.event.toString()}, {QStringLiteral("by"), final.by}, {QStringLiteral("at"), toIso(final.at)}});
    return all;
}

QJsonArray sectionsJson(const std::vector<review::DraftSection> &sections)
{
    QJsonArray all;
    for (const review::DraftSection &section : sections)
        all.append(QJsonObject{{QStringLiteral("id"), section.id},
                               {QStringLiteral("title"), section.title},
                               {QStringLiteral("markdown"), section.markdown},
                               {QStringLiteral("written"), section.written},
                               {QStringLiteral("filled"), section.filled},
                               {QStringLiteral("required"), section.required},
                               {QStringLiteral("internal"), section.internal},
                               {QStringLiteral("by"), QJsonArray::fromStringList(section.by)},
                               {QStringLiteral("conflicts"), section.conflicts},
                               {QStringLiteral("prompts"), QJsonArray::fromStringList(section.prompts)}});
    return all;
}

} // namespace qd::exchange
