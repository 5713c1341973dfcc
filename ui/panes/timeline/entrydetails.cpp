#include "ui/panes/timeline/entrydetails.h"

#include "models/items/inlinetext.h"
#include "models/items/words.h"
#include "ui/panes/timeline/attachmentstrip.h"
#include "ui/panes/timeline/richtext.h"
#include "ui/widgets/tonelabel.h"

#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

constexpr int highest = 280; // what is longer scrolls

} // namespace

EntryDetails::EntryDetails(const PaneContext &context, QWidget *parent)
    : QFrame(parent),
      m_context(context),
      m_layout(new QVBoxLayout(this)),
      m_scroll(new QScrollArea(this)),
      m_page(new QWidget),
      m_head(new ToneLabel(context.theme, Colour::Dim, Type::Label, m_page)),
      m_text(new ToneLabel(context.theme, Colour::Text, Type::Body, m_page)),
      m_attachments(new AttachmentStrip(context, m_page)),
      m_history(new ToneLabel(context.theme, Colour::Dim, Type::Label, m_page))
{
    m_layout->setContentsMargins(0, 1, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_scroll);
    auto *lines = new QVBoxLayout(m_page);
    lines->setContentsMargins(14, 2 * Theme::grid, 14, 2 * Theme::grid);
    lines->setSpacing(Theme::grid);
    for (ToneLabel *label : {m_head, m_text, m_history}) {
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
        label->setFocusPolicy(Qt::NoFocus);
        lines->addWidget(label);
        connect(label, &QLabel::linkActivated, this, &EntryDetails::linkChosen);
    }
    m_text->setTextFormat(Qt::RichText);
    m_history->setTextFormat(Qt::RichText);
    lines->insertWidget(2, m_attachments);
    lines->addStretch(1);
    m_scroll->setFrameShape(NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_page);
    m_page->setAutoFillBackground(false); // the scroll area has it filled
    m_page->installEventFilter(this);
    connect(m_attachments, &AttachmentStrip::chosen, this, &EntryDetails::attachmentChosen);
    hide();
}

QString EntryDetails::headOf(const TimelineEntry &entry) const
{
    const TimeDisplay &times = m_context.times;
    QStringList head{items::entryWord(entry.kind), tr("by %1").arg(entry.author),
                     (entry.approximate ? tr("happened about %1") : tr("happened %1")).arg(times.exact(entry.at)),
                     tr("written %1").arg(times.exact(entry.recordedAt))};
    if (!entry.zone.isEmpty() && entry.zone != QLatin1String("UTC"))
        head << tr("typed in %1").arg(entry.zone);
    return head.join(QStringLiteral("  ·  "));
}

QString EntryDetails::historyOf(const TimelineEntry &entry) const
{
    const TimeDisplay &times = m_context.times;
    QStringList lines;
    const Settlement &settled = entry.settlement;
    if (settled.state != QLatin1String("open")) {
        const QString state = settled.state == QLatin1String("confirmed") ? tr("Confirmed") : tr("Ruled out");
        lines << tr("%1 %2 by %3 %4").arg(state, times.clock(settled.at), settled.by, settled.note).trimmed().toHtmlEscaped();
    }
    for (const Revision &revision : entry.history) {
        const QString reason = revision.reason.isEmpty() ? tr("no reason given") : revision.reason;
        if (revision.text.isEmpty() && entry.redacted) {
            lines << tr("Redacted %1 by %2: %3").arg(times.exact(revision.replacedAt), revision.replacedBy, reason).toHtmlEscaped();
            continue;
        }
        //: who changed an entry when, and why; then what it said before
        lines << tr("Changed %1 by %2 (%3). Before: %4 ")
                     .arg(times.exact(revision.replacedAt), revision.replacedBy, reason, times.clock(revision.at))
                     .toHtmlEscaped()
                + QStringLiteral("<s>%1</s>").arg(richText(items::readInline(revision.text)));
    }
    return lines.join(QStringLiteral("<br>"));
}

void EntryDetails::showEntry(const TimelineEntry &entry)
{
    m_head->setText(headOf(entry));
    m_text->setText(entry.redacted ? tr("Redacted: the text is gone for good").toHtmlEscaped() : richText(items::readInline(entry.text)));
    std::vector<Attachment> attached;
    for (const Attachment &attachment : m_context.session.incident().attachments) {
        const bool itsOwn = attachment.entry == entry.id || attachment.event == entry.id || attachment.entry.isNull();
        if (itsOwn && (entry.attachments.contains(attachment.sha256) || attachment.event == entry.id))
            attached.push_back(attachment);
    }
    m_attachments->showAttachments(attached);
    const QString history = historyOf(entry);
    m_history->setText(history);
    m_history->setVisible(!history.isEmpty());
    m_scroll->show();
    show();
    fit();
}

void EntryDetails::fit()
{
    const int width = m_scroll->viewport()->width();
    const int wanted =
        m_page->layout()->hasHeightForWidth() ? m_page->layout()->totalHeightForWidth(width) : m_page->layout()->totalSizeHint().height();
    m_scroll->setFixedHeight(std::min(wanted, highest));
}

bool EntryDetails::eventFilter(QObject *watched, QEvent *event)
{
    const bool wasHandled = QFrame::eventFilter(watched, event);
    if (watched == m_page && event->type() == QEvent::LayoutRequest) // a picture has come
        QMetaObject::invokeMethod(this, &EntryDetails::fit, Qt::QueuedConnection);
    return wasHandled;
}

void EntryDetails::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

void EntryDetails::ask(Prompt prompt)
{
    if (isHidden())
        m_scroll->hide();
    delete m_prompt;
    m_prompt = new InlinePrompt(std::move(prompt), m_context.theme, this);
    connect(m_prompt, &InlinePrompt::closed, this, &EntryDetails::leave);
    m_layout->addWidget(m_prompt);
    show();
    m_prompt->begin();
}

void EntryDetails::leave()
{
    if (m_prompt) {
        m_prompt->hide();
        m_prompt->deleteLater();
    }
    m_prompt.clear();
    hide();
    emit left();
}

void EntryDetails::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colour(Colour::Raised));
    painter.fillRect(0, 0, width(), 1, m_context.theme.colour(Colour::Line));
}

} // namespace qd::ui
