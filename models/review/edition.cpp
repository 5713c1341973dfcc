#include "models/review/edition.h"

#include "models/review/recordlinks.h"
#include "models/review/rolenames.h"
#include "models/review/wording.h"

#include <QRegularExpression>

namespace qd::review {
namespace {

constexpr qsizetype quoted = 12; // characters from which a text in another is a quote of it, and no accident

class External
{
public:
    explicit External(const Incident &incident) : m_given(incident), m_out(incident), m_names(incident) { findHidden(); }

    Incident make()
    {
        m_out.title = titleOf(m_given, Edition::External);
        m_out.impact = text(m_given.impact);
        m_out.plan = {};
        m_out.setBy.clear();
        dropTheReview();
        tellEntries();
        tellCourse();
        tellWork();
        tellActions();
        tellSections();
        return m_out;
    }

private:
    void findHidden()
    {
        static const QStringList ours{QStringLiteral("postmortem"), QStringLiteral("link")};
        for (const TimelineEntry &entry : m_given.entries) {
            if (entry.internal || entry.undone || ours.contains(entry.kind))
                hide(entry);
        }
        for (const TimelineEntry &entry : m_given.entries) { // what is said about one of those
            if (!entry.subject.isNull() && m_hidden.contains(entry.subject))
                hide(entry);
        }
        for (const TimelineEntry &entry : m_given.entries) {
            if (!m_hidden.contains(entry.id) && !entry.redacted)
                m_shownFiles << entry.attachments;
        }
    }
    void hide(const TimelineEntry &entry)
    {
        m_hidden.insert(entry.id);
        if (entry.internal && entry.text.trimmed().size() >= quoted)
            m_secrets << entry.text.trimmed();
        for (const Revision &revision : entry.history) {
            if (entry.internal && revision.text.trimmed().size() >= quoted)
                m_secrets << revision.text.trimmed();
        }
    }
    [[nodiscard]] bool isHidden(const EventId &event) const { return m_hidden.contains(event); }

    [[nodiscard]] QString text(QString words, std::optional<Instant> at = {}) const
    {
        for (const QString &secret : m_secrets)
            words.replace(secret, QStringLiteral("[left out]"), Qt::CaseInsensitive);
        if (m_given.restricted && m_given.title.trimmed().size() > 2)
            words.replace(m_given.title.trimmed(), m_out.title, Qt::CaseInsensitive);
        return m_names.inText(words, at);
    }

    void dropTheReview()
    {
        m_out.reviewers.clear();
        m_out.comments.clear();
        m_out.dismissals.clear();
        m_out.drafts.clear();
        m_out.conflicts.clear();
        m_out.links.clear();
        for (FinalVersion &final : m_out.finals)
            final.by = m_names.of(final.by);
    }

    void tellEntries()
    {
        for (TimelineEntry &entry : m_out.entries) {
            if (isHidden(entry.id))
                blank(entry);
            else
                tell(entry);
        }
        std::erase_if(m_out.attachments, [this](const Attachment &attachment) {
            return attachment.entry.isNull() ? isHidden(attachment.event)
                                             : isHidden(attachment.entry) || !m_shownFiles.contains(attachment.sha256);
        });
        for (Attachment &attachment : m_out.attachments)
            attachment.name = m_names.inFileName(attachment.name);
    }
    static void blank(TimelineEntry &entry)
    {
        TimelineEntry bare;
        bare.id = entry.id;
        bare.at = entry.at;
        bare.recordedAt = entry.recordedAt;
        bare.undone = entry.undone;
        bare.kind = withheld;
        entry = bare;
    }
    void tell(TimelineEntry &entry) const
    {
        const QString role = sayRole(entry);
        const bool names = m_given.restricted && (entry.kind == QLatin1String("declared") || entry.subjectText == QLatin1String("title"));
        entry.text = !role.isEmpty() ? role : names ? QStringLiteral("The title is not told") : text(entry.text, entry.at);
        entry.author = m_names.of(entry.author, entry.at);
        for (QString &person : entry.people)
            person = m_names.of(person, entry.at);
        for (QString &tag : entry.tags)
            tag = m_names.inFileName(tag);
        entry.subjectText = text(entry.subjectText, entry.at);
        entry.settlement.by = m_names.of(entry.settlement.by, entry.settlement.at);
        entry.settlement.note = text(entry.settlement.note, entry.settlement.at);
        entry.history.clear();
    }
    // Who takes which role from whom, without who they are. Empty: the entry is about something else.
    [[nodiscard]] QString sayRole(const TimelineEntry &entry) const
    {
        if (entry.kind == QLatin1String("handover"))
            return QStringLiteral("%1 is offered to somebody else").arg(roleText(m_given, entry.subjectText));
        const auto span =
            std::find_if(m_given.roles.begin(), m_given.roles.end(), [&entry](const RoleSpan &item) { return item.event == entry.id; });
        if (entry.kind != QLatin1String("role") || span == m_given.roles.end())
            return {};
        const QString role = roleText(m_given, span->role);
        if (span->holder.isEmpty())
            return QStringLiteral("%1 is released: the seat is empty").arg(role);
        const bool before = std::any_of(m_given.roles.begin(), span, [&span](const RoleSpan &item) { return item.role == span->role; });
        return (span->handedOver ? QStringLiteral("%1 is handed over and accepted")
                    : before     ? QStringLiteral("%1 changes hands")
                                 : QStringLiteral("%1 is taken"))
            .arg(role);
    }

    void tellCourse()
    {
        for (SeveritySpan &span : m_out.severities) {
            span.reason = isHidden(span.event) ? QString() : text(span.reason, span.from);
            span.by = m_names.of(span.by, span.from);
        }
        for (StatusSpan &span : m_out.statuses) {
            span.note = isHidden(span.event) ? QString() : text(span.note, span.from);
            span.by = m_names.of(span.by, span.from);
        }
        for (RoleSpan &span : m_out.roles) {
            span.holder = m_names.holding(span.role, span.holder);
            span.brief = isHidden(span.event) ? QString() : text(span.brief, span.from);
            span.by = m_names.of(span.by, span.from);
        }
        std::erase_if(m_out.offers, [this](const HandoverOffer &offer) { return isHidden(offer.event); });
        for (HandoverOffer &offer : m_out.offers)
            offer = {offer.role, m_names.of(offer.to, offer.at), text(offer.brief, offer.at), m_names.of(offer.by, offer.at), offer.at,
                     offer.event};
    }

    void tellWork()
    {
        std::erase_if(m_out.updates, [this](const SentUpdate &update) { return isHidden(update.id); });
        for (SentUpdate &update : m_out.updates) {
            update.text = text(update.text, update.at);
            update.by = m_names.of(update.by, update.at);
            update.approvedBy = m_names.of(update.approvedBy, update.at);
        }
        std::erase_if(m_out.asks, [this](const Ask &ask) { return isHidden(ask.id); });
        for (Ask &ask : m_out.asks) {
            ask.who = m_names.of(ask.who, ask.at);
            ask.text = text(ask.text, ask.at);
            ask.by = m_names.of(ask.by, ask.at);
            ask.answer = text(ask.answer, ask.answeredAt);
            ask.answeredBy = m_names.of(ask.answeredBy, ask.answeredAt);
        }
        for (Check &check : m_out.checks)
            check.by = m_names.of(check.by, check.at);
        for (ClockAct &act : m_out.clockActs) {
            act.reason = isHidden(act.event) ? QString() : text(act.reason, act.at);
            act.by = m_names.of(act.by, act.at);
        }
        for (RaisedEscalation &raised : m_out.escalations) {
            raised.who = m_names.of(raised.who, raised.at);
            raised.by = m_names.of(raised.by, raised.at);
        }
    }

    void tellActions()
    {
        std::erase_if(m_out.actions, [this](const ActionItem &action) { return isHidden(action.id); });
        for (ActionItem &action : m_out.actions) {
            action.text = text(action.text);
            action.owner = m_names.of(action.owner);
            action.ticket = text(action.ticket);
            action.by = m_names.of(action.by, action.at);
            action.history.clear();
        }
    }

    void tellSections()
    {
        for (WrittenSection &section : m_out.sections) {
            section.by.clear();
            const bool rivals = section.heads.size() > 1; // they are put together by what both began with
            for (SectionVersion &version : section.versions) {
                version.by = rivals ? m_names.of(version.by, version.at) : QString();
                version.text = rivals || section.heads.contains(version.event) ? sectionText(version.text) : QString();
            }
            section.text = sectionText(section.text);
        }
    }
    [[nodiscard]] QString sectionText(const QString &markdown) const
    {
        QString plain;
        qsizetype from = 0;
        for (const RecordLink &link : recordLinks(markdown)) {
            plain += text(markdown.mid(from, link.at - from));
            const QString whole = markdown.mid(link.at, link.length);
            const qsizetype target = whole.lastIndexOf(QLatin1String("]("));
            plain +=
                !link.entry.isNull() && isHidden(link.entry) ? QStringLiteral("*left out*") : text(whole.left(target)) + whole.mid(target);
            from = link.at + link.length;
        }
        return plain + text(markdown.mid(from));
    }

    const Incident &m_given;
    Incident m_out;
    RoleNames m_names;
    QSet<EventId> m_hidden;
    QStringList m_shownFiles; // hashes
    QStringList m_secrets;    // what internal entries say
};

} // namespace

Incident editionOf(const Incident &incident, Edition edition)
{
    return edition == Edition::Internal ? incident : External(incident).make();
}

QString titleOf(const Incident &incident, Edition edition)
{
    if (edition == Edition::Internal)
        return incident.title;
    if (incident.restricted)
        return incident.codename.isEmpty() ? QStringLiteral("Restricted incident") : incident.codename;
    return RoleNames(incident).inText(incident.title);
}

QString fileStem(const Incident &incident)
{
    static const QRegularExpression other(QStringLiteral("[^\\w-]+"), QRegularExpression::UseUnicodePropertiesOption);
    const QString name = incident.restricted && !incident.codename.isEmpty() ? incident.codename : incident.ref;
    QString stem = name.trimmed();
    return stem.replace(other, QStringLiteral("-"));
}

} // namespace qd::review
