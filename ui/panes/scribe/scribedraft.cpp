#include "ui/panes/scribe/scribedraft.h"

namespace qd::ui {
namespace {

constexpr char linePart[] = "";
constexpr char correctionPart[] = "-correction"; // the entry's id, a line break, the text
constexpr char filesPart[] = "-files";

QString correctionText(const Writing &writing)
{
    return writing.editing.isNull() ? QString() : writing.editing.toString() + QLatin1Char('\n') + writing.correction;
}

} // namespace

QString ScribeDraft::key(const char *part) const
{
    return QStringLiteral("scribe-") + m_incident.toString() + QLatin1String(part);
}

Writing ScribeDraft::open(const IncidentId &incident)
{
    m_incident = incident;
    m_kept = {};
    if (!m_context.loadDraft || incident.isNull())
        return {};
    m_kept.text = m_context.loadDraft(key(linePart));
    const QString correction = m_context.loadDraft(key(correctionPart));
    m_kept.editing = EventId::fromString(correction.section(QLatin1Char('\n'), 0, 0));
    m_kept.correction = correction.section(QLatin1Char('\n'), 1);
    m_kept.files = m_context.loadDraft(key(filesPart));
    return m_kept;
}

void ScribeDraft::keep(const Writing &writing)
{
    if (!m_context.keepDraft || m_incident.isNull())
        return;
    keepPart(filesPart, m_kept.files, writing.files);
    keepPart(correctionPart, correctionText(m_kept), correctionText(writing));
    keepPart(linePart, m_kept.text, writing.text);
    m_kept = writing;
}

void ScribeDraft::keepPart(const char *part, const QString &before, const QString &now)
{
    if (before != now)
        m_context.keepDraft(key(part), now);
}

} // namespace qd::ui
