#include "models/plan/written/factstore.h"

#include "models/plan/values.h"
#include "models/plan/written/severitynames.h"

namespace qd::plan::written {
namespace {

const char *keyOf(Topic topic)
{
    return topic == Topic::Respond    ? "respond_within"
        : topic == Topic::Acknowledge ? "acknowledge_within"
        : topic == Topic::Resolve     ? "resolve_within"
        : topic == Topic::Update      ? "update_every"
                                      : "postmortem_within";
}

QString sourceKey(const QString &id, Topic topic, const QString &audience)
{
    return id + u'\n' + QLatin1String(keyOf(topic)) + u'\n' + audience;
}

// As the plan format is laid out; a severity's id as it will stand in the plan.
QString pathOf(const QString &severity, Topic topic, const QString &audience)
{
    const QString id = severityId(severity);
    if (topic != Topic::Update)
        return QStringLiteral("severities/%1/%2").arg(id, QLatin1String(keyOf(topic == Topic::Acknowledge ? Topic::Respond : topic)));
    return QStringLiteral("audiences/%1/cadence/%2/%3")
        .arg(audience.section(u'/', 0, 0), id, audience.contains(u'/') ? QStringLiteral("first_within") : QStringLiteral("every"));
}

} // namespace

void FactStore::put(const QString &id, Topic topic, const QString &audience, const Source &source)
{
    const QString key = sourceKey(id, topic, audience);
    const auto before = m_sources.constFind(key);
    const bool known = before != m_sources.constEnd();
    const bool better = !known || (before->atOnce && !source.atOnce);
    if (known && before->value != source.value && before->line != source.line)
        conflict(id, topic, audience, better ? source : *before, better ? *before : source);
    if (!better)
        return;
    m_sources.insert(key, source);
    store(severity(id), topic, audience, source);
}

const Source *FactStore::find(const QString &id, Topic topic) const
{
    const auto found = m_sources.constFind(sourceKey(id, topic, {}));
    return found == m_sources.constEnd() ? nullptr : &*found;
}

void FactStore::contradict(const QString &id, Topic topic, const Source &source)
{
    const Source *stands = find(id, topic);
    if (stands && stands->value != source.value && stands->line != source.line)
        conflict(id, topic, {}, *stands, source);
}

Severity &FactStore::severity(const QString &id)
{
    return *std::find_if(m_plan.severities.begin(), m_plan.severities.end(), [&id](const Severity &one) { return one.id == id; });
}

void FactStore::unread(int line, const QString &text)
{
    const bool known = std::any_of(m_plan.unread.begin(), m_plan.unread.end(), [line](const Unread &one) { return one.line == line; });
    if (!known)
        m_plan.unread.push_back({line, text.simplified()});
}

void FactStore::conflict(const QString &id, Topic topic, const QString &audience, const Source &first, const Source &second)
{
    Conflict conflict;
    conflict.what = QStringLiteral("%1 %2: %3 (line %4), %5 (line %6)")
                        .arg(id, QLatin1String(keyOf(topic)), spokenTarget(first.value))
                        .arg(first.line)
                        .arg(spokenTarget(second.value))
                        .arg(second.line);
    conflict.path = pathOf(id, topic, audience);
    conflict.values = {writeTarget(first.value), writeTarget(second.value)};
    conflict.lines = {first.line, second.line};
    if (std::find(m_plan.conflicts.begin(), m_plan.conflicts.end(), conflict) == m_plan.conflicts.end())
        m_plan.conflicts.push_back(conflict);
}

void FactStore::store(Severity &severity, Topic topic, const QString &audience, const Source &source)
{
    if (topic == Topic::Update) {
        Cadence &cadence = cadenceOf(audience.section(u'/', 0, 0), severity.id);
        (audience.endsWith(QLatin1String("/first")) ? cadence.firstWithin : cadence.every) = source.value;
        m_plan.lines.insert(pathOf(severity.id, topic, audience), source.line);
        if (audience.contains(u'/'))
            return;
    } else if (topic == Topic::Respond) {
        severity.respondWithin = source.value;
    } else if (topic == Topic::Resolve) {
        severity.resolveWithin = source.value;
    } else if (topic == Topic::Postmortem) {
        severity.postmortemWithin = source.value;
    } else {
        return;
    }
    severity.lines.insert(QLatin1String(keyOf(topic)), source.line);
}

Cadence &FactStore::cadenceOf(const QString &id, const QString &severity)
{
    auto audience = std::find_if(m_plan.audiences.begin(), m_plan.audiences.end(), [&id](const Audience &one) { return one.id == id; });
    if (audience == m_plan.audiences.end()) {
        static const QHash<QString, QString> names = {
            {"responders", "Responders"}, {"status-page", "Status page"}, {"executives", "Executives"}, {"customers", "Customers"}};
        Audience made;
        made.id = id;
        made.name = names.value(id, id);
        made.external = id == QLatin1String("status-page") || id == QLatin1String("customers");
        audience = m_plan.audiences.insert(m_plan.audiences.end(), made);
    }
    const auto found = std::find_if(audience->cadences.begin(), audience->cadences.end(),
                                    [&severity](const Cadence &one) { return one.severity == severity; });
    if (found != audience->cadences.end())
        return *found;
    audience->cadences.push_back({severity, {}, {}});
    return audience->cadences.back();
}

} // namespace qd::plan::written
