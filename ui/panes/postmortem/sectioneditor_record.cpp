// What is typed on its way into the record, and kept against a crash until it is there.
#include "ui/panes/postmortem/sectioneditor.h"
#include "ui/panes/postmortem/sectiontext.h"

#include <QPointer>

namespace qd::ui {

void SectionEditor::write()
{
    m_pause.stop();
    m_keep.stop();
    if (!m_draft.isOpen() || m_text->isReadOnly() || !isDirty()) {
        showSaved();
        return;
    }
    writeNow();
}

void SectionEditor::writeNow()
{
    m_pause.stop();
    const SectionDraft before = m_draft;
    const QString typed = m_text->text();
    const QString key = draftKey();
    m_draft.writes(typed);
    const Result<EventId> written = m_context.session.submit(before.writing(typed));
    if (!written) {
        if (m_draft.section() == before.section())
            m_draft = before;
        emit refused(written.error().sentence);
        return;
    }
    if (m_draft.section() == before.section()) // who was told of it may have opened another
        m_draft.wrote(*written);
    keepAs(key, {});
    showSaved();
}

QString SectionEditor::draftKey() const
{
    return QStringLiteral("section/%1/%2").arg(m_context.session.incident().id.toString(), m_draft.section());
}

void SectionEditor::keep(const QString &text) const
{
    keepAs(draftKey(), text);
}

void SectionEditor::keepAs(const QString &key, const QString &text) const
{
    if (!m_context.keepDraft)
        return;
    m_context.keepDraft(key, text);
    m_context.keepDraft(key + QStringLiteral("/base"), text.isEmpty() ? QString() : m_draft.base().toString());
}

void SectionEditor::restore()
{
    const QString kept = m_context.loadDraft && !m_text->isReadOnly() ? m_context.loadDraft(draftKey()) : QString();
    if (kept.isEmpty())
        return;
    const QString base = m_context.loadDraft(draftKey() + QStringLiteral("/base"));
    m_text->renewText(m_draft.restore(kept, base.isEmpty() ? m_draft.base() : EventId::fromString(base), place()));
}

// The picture becomes an attachment of the incident, and the text names it.
void SectionEditor::addPicture(const QByteArray &content, const QString &name, const QString &mime)
{
    const QPointer<SectionEditor> self(this);
    m_context.session.attach(content, name, mime, {}, [self, section = section(), name](const Result<EventId> &attached) {
        if (!self)
            return;
        if (!attached) {
            emit self->refused(attached.error().sentence);
            return;
        }
        for (const Attachment &attachment : self->m_context.session.incident().attachments) {
            if (attachment.event == *attached && self->section() == section)
                self->m_text->insertLine(
                    QStringLiteral("![%1](attachment:%2)").arg(QString(name).remove(QLatin1Char(']')), attachment.sha256));
        }
    });
}

} // namespace qd::ui
