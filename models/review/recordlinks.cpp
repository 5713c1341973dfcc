#include "models/review/recordlinks.h"

#include "models/clocks/calendar.h"
#include "models/review/markdown.h"
#include "models/review/wording.h"

#include <QRegularExpression>

namespace qd::review {
namespace {

struct Kind
{
    const char *word;
    Follows follows;
};
constexpr Kind kinds[] = {{"line", Follows::Line}, {"time", Follows::Time}, {"text", Follows::Text}};

Follows followsOf(const QString &word)
{
    const auto found =
        std::find_if(std::begin(kinds), std::end(kinds), [&word](const Kind &kind) { return word == QLatin1String(kind.word); });
    return found == std::end(kinds) ? Follows::OwnWords : found->follows;
}

// Possessive throughout: a text of any size is gone through once.
const QRegularExpression &linkForm()
{
    static const QRegularExpression form(
        QStringLiteral("\\[((?:[^\\[\\]\\\\\\n]++|\\\\.)*+)\\]\\((entry|fact):([A-Za-z0-9._-]{1,80}+)(?:#(line|time|text))?\\)"));
    return form;
}

QString label(const QString &text)
{
    return inlineText(text).replace(QLatin1Char(']'), QLatin1String("\\]"));
}

QString timeLabel(const TimelineEntry &entry, const QTimeZone &zone)
{
    const QDateTime at = toDateTime(entry.at, zone);
    const QString clock = at.toString(at.time().second() == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
    return (entry.approximate ? QStringLiteral("about ") : QString()) + clock + QLatin1Char(' ') + at.timeZoneAbbreviation();
}

QString lineLabel(const TimelineEntry &entry, const QTimeZone &zone)
{
    return QStringLiteral("%1 %2 (%3)").arg(timeLabel(entry, zone), label(entry.text), label(entry.author));
}

QString entryLabel(const TimelineEntry &entry, Follows follows, const QString &own, const QTimeZone &zone)
{
    QString text = own;
    if (entry.redacted)
        text = follows == Follows::Time ? timeLabel(entry, zone) : QStringLiteral("redacted");
    else if (follows == Follows::Line)
        text = lineLabel(entry, zone);
    else if (follows == Follows::Time)
        text = timeLabel(entry, zone);
    else if (follows == Follows::Text)
        text = label(entry.text);
    return entry.undone && !entry.redacted && follows != Follows::Time ? QStringLiteral("~~%1~~").arg(text) : text;
}

QString linkTo(const EventId &entry, const QString &label, const char *follows)
{
    return QStringLiteral("[%1](entry:%2#%3)").arg(label, entry.toString(), QLatin1String(follows));
}

// Facts cost more than a look at an entry: they are worked out when the first link asks for one.
class FactValues
{
public:
    FactValues(const plan::Plan &plan, const Incident &incident, Instant now) : m_plan(plan), m_incident(incident), m_now(now) { }
    [[nodiscard]] std::optional<QString> valueOf(const QString &id)
    {
        if (m_facts.empty())
            m_facts = facts(m_plan, m_incident, m_now);
        const auto found = std::find_if(m_facts.begin(), m_facts.end(), [&id](const Fact &fact) { return fact.id == id; });
        return found == m_facts.end() ? std::nullopt : std::optional(label(found->value));
    }

private:
    const plan::Plan &m_plan;
    const Incident &m_incident;
    Instant m_now;
    std::vector<Fact> m_facts;
};

QHash<EventId, const TimelineEntry *> entriesOf(const Incident &incident, const std::vector<RecordLink> &links)
{
    QSet<EventId> wanted;
    for (const RecordLink &link : links)
        wanted.insert(link.entry);
    QHash<EventId, const TimelineEntry *> found;
    for (const TimelineEntry &entry : incident.entries) {
        if (wanted.contains(entry.id))
            found.insert(entry.id, &entry);
    }
    return found;
}

} // namespace

std::vector<RecordLink> recordLinks(const QString &markdown)
{
    std::vector<RecordLink> links;
    if (!hasRecordLinks(markdown))
        return links;
    for (auto it = linkForm().globalMatch(markdown); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        RecordLink link{match.capturedStart(), match.capturedLength(), match.captured(1), {}, {}, followsOf(match.captured(4))};
        if (match.captured(2) == QLatin1String("entry"))
            link.entry = EventId::fromString(match.captured(3));
        else
            link.fact = match.captured(3);
        links.push_back(std::move(link));
    }
    return links;
}

bool hasRecordLinks(const QString &markdown)
{
    return markdown.contains(QLatin1String("](entry:")) || markdown.contains(QLatin1String("](fact:"));
}

QString pulledLine(const TimelineEntry &entry, const QTimeZone &zone)
{
    return QLatin1String("- ") + linkTo(entry.id, entryLabel(entry, Follows::Line, {}, zone), "line");
}

QString pulledFact(const Fact &fact)
{
    const QString line = QStringLiteral("- %1: [%2](fact:%3)").arg(inlineText(fact.label), label(fact.value), fact.id);
    return fact.target.isEmpty() ? line : QStringLiteral("%1 (target: %2)").arg(line, inlineText(fact.target));
}

QString followRecord(const QString &markdown, const plan::Plan &plan, const Incident &incident, Instant now)
{
    const std::vector<RecordLink> links = recordLinks(markdown);
    if (links.empty())
        return markdown;
    const QTimeZone zone = clocks::zoneOf(plan);
    const QHash<EventId, const TimelineEntry *> entries = entriesOf(incident, links);
    FactValues values(plan, incident, now);
    QString followed;
    qsizetype done = 0;
    for (const RecordLink &link : links) {
        QString text = link.label;
        if (!link.fact.isEmpty())
            text = values.valueOf(link.fact).value_or(text);
        else if (const TimelineEntry *entry = entries.value(link.entry))
            text = entryLabel(*entry, link.follows, link.label, zone);
        followed += markdown.mid(done, link.at - done);
        followed +=
            QLatin1Char('[') + text + markdown.mid(link.at + 1 + link.label.size(), link.length - 1 - link.label.size());
        done = link.at + link.length;
    }
    return followed + markdown.mid(done);
}

QString withoutRecordLinks(const QString &markdown)
{
    QString plain = markdown;
    return hasRecordLinks(markdown) ? plain.replace(linkForm(), QStringLiteral("\\1")) : plain;
}

} // namespace qd::review
