#include "ui/panes/postmortem/sectioneditor.h"

#include "ui/widgets/markdownview.h"
#include "ui/widgets/tonelabel.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTextBlock>
#include <QVBoxLayout>

namespace qd::ui {

SectionEditor::SectionEditor(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_text(new QPlainTextEdit(this)),
      m_preview(new MarkdownView(this)),
      m_hint(new ToneLabel(context.theme, Colour::Dim, Type::Small, this))
{
    m_text->setAccessibleName(tr("Section text"));
    m_text->setAccessibleDescription(tr("Markdown; kept as you type"));
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(3 * Theme::grid);
    m_text->installEventFilter(this);
    m_preview->setAccessibleName(tr("Section preview"));
    auto *split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_text);
    split->addWidget(m_preview);
    split->setSizes({300, 200});
    split->setHandleWidth(1);
    m_hint->setContentsMargins(3 * Theme::grid, Theme::grid, 3 * Theme::grid, Theme::grid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_hint);
    layout->addWidget(split, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::seconds(2));
    m_render.setSingleShot(true);
    m_render.setInterval(std::chrono::milliseconds(150));
    connect(&m_pause, &QTimer::timeout, this, &SectionEditor::write);
    connect(&m_render, &QTimer::timeout, this, [this] { m_preview->setText(m_text->toPlainText()); });
    connect(m_text, &QPlainTextEdit::textChanged, this, &SectionEditor::textEdited);
}

bool SectionEditor::isDirty() const
{
    return m_text->toPlainText() != m_loaded;
}

// By value: writing the one before makes every section anew.
void SectionEditor::edit(review::DraftSection section)
{
    if (section.id == m_section) {
        renew(section);
        return;
    }
    write();
    m_section = section.id;
    load(section);
    restore();
}

void SectionEditor::load(const review::DraftSection &section)
{
    const bool stands = section.written || section.filled;
    m_base = section.version;
    m_loaded = stands ? section.markdown : QString();
    m_text->setPlaceholderText(section.prompts.isEmpty() ? tr("Write this section in Markdown.") : section.prompts.join(QLatin1Char('\n')));
    if (m_text->toPlainText() != m_loaded)
        m_text->setPlainText(m_loaded);
    m_preview->setText(m_loaded);
    m_hint->setColour(Colour::Dim);
    m_hint->setText(section.filled && !section.written ? tr("≡ Drafted from the record; it is yours once you change it.")
                                                       : section.prompts.join(QStringLiteral(" · ")));
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void SectionEditor::renew(const review::DraftSection &section)
{
    const QString standing = section.written || section.filled ? section.markdown : QString();
    if (m_text->toPlainText() == standing) {
        m_base = section.version;
        m_loaded = standing;
    } else if (!isDirty()) {
        load(section);
    } else if (section.version != m_base) {
        m_hint->setColour(Colour::High);
        m_hint->setText(tr("▲ Somebody else has changed this section meanwhile. Yours is kept; the record shows both."));
        m_hint->show();
    }
}

void SectionEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
}

void SectionEditor::textEdited()
{
    m_render.start();
    if (!isDirty() || m_section.isEmpty())
        return;
    keep(m_text->toPlainText());
    m_pause.start();
}

void SectionEditor::write()
{
    m_pause.stop();
    if (m_section.isEmpty() || !isDirty())
        return;
    m_loaded = m_text->toPlainText();
    const Result<EventId> written = m_context.session.submit(command::WriteSection{m_section, m_loaded, m_base});
    if (!written) {
        emit refused(written.error().sentence);
        return;
    }
    m_base = *written;
    keep({});
}

QString SectionEditor::draftKey() const
{
    return QStringLiteral("section/%1/%2").arg(m_context.session.incident().id.toString(), m_section);
}

void SectionEditor::keep(const QString &text) const
{
    if (m_context.keepDraft)
        m_context.keepDraft(draftKey(), text);
}

void SectionEditor::restore()
{
    const QString kept = m_context.loadDraft ? m_context.loadDraft(draftKey()) : QString();
    if (!kept.isEmpty())
        m_text->setPlainText(kept);
}

void SectionEditor::forget()
{
    m_pause.stop();
    m_section.clear();
    m_loaded = m_text->toPlainText();
}

void SectionEditor::insertLine(const QString &markdown)
{
    if (m_text->isReadOnly())
        return;
    QTextCursor cursor = m_text->textCursor();
    if (!cursor.block().text().isEmpty()) {
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertText(QStringLiteral("\n"));
    }
    cursor.insertText(markdown);
    m_text->setTextCursor(cursor);
}

void SectionEditor::takeFocus()
{
    m_text->setFocus();
}

bool SectionEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut)
        write();
    return QWidget::eventFilter(watched, event);
}

void SectionEditor::hideEvent(QHideEvent *event)
{
    write();
    QWidget::hideEvent(event);
}

} // namespace qd::ui
