#include "ui/panes/timeline/entrydetails.h"

#include "models/items/words.h"
#include "ui/widgets/tonelabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace qd::ui {

EntryDetails::EntryDetails(const PaneContext &context, QWidget *parent)
    : QFrame(parent),
      m_context(context),
      m_layout(new QVBoxLayout(this)),
      m_head(new ToneLabel(context.theme, Colour::Dim, Type::Label, this)),
      m_text(new ToneLabel(context.theme, Colour::Text, Type::Body, this)),
      m_history(new ToneLabel(context.theme, Colour::Faint, Type::Label, this))
{
    m_layout->setContentsMargins(14, 2 * Theme::grid, 14, 2 * Theme::grid);
    m_layout->setSpacing(Theme::grid);
    for (ToneLabel *label : {m_head, m_text, m_history}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_layout->addWidget(label);
    }
    hide();
}

void EntryDetails::showEntry(const TimelineEntry &entry)
{
    const TimeDisplay &times = m_context.times;
    QStringList head{items::entryWord(entry.kind), tr("by %1").arg(entry.author),
                     (entry.approximate ? tr("happened about %1") : tr("happened %1")).arg(times.exact(entry.at)),
                     tr("written %1").arg(times.exact(entry.recordedAt))};
    if (!entry.zone.isEmpty() && entry.zone != QLatin1String("UTC"))
        head << tr("typed in %1").arg(entry.zone);
    m_head->setText(head.join(QStringLiteral("  ·  ")));
    m_text->setText(entry.redacted ? tr("Redacted: %1").arg(entry.history.empty() ? QString() : entry.history.back().reason) : entry.text);
    QStringList history;
    if (entry.settlement.state != QLatin1String("open"))
        history << tr("%1 %2 by %3 %4")
                       .arg(entry.settlement.state, times.clock(entry.settlement.at), entry.settlement.by, entry.settlement.note)
                       .trimmed();
    for (const Revision &revision : entry.history) {
        if (entry.redacted)
            continue;
        const QString reason = revision.reason.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(revision.reason);
        history << tr("until %1, when %2 changed it%3: %4, %5")
                       .arg(times.clock(revision.replacedAt), revision.replacedBy, reason, times.clock(revision.at), revision.text);
    }
    m_history->setText(history.join(QLatin1Char('\n')));
    m_history->setVisible(!history.isEmpty());
    show();
}

void EntryDetails::ask(Prompt prompt)
{
    delete m_prompt;
    m_prompt = new InlinePrompt(std::move(prompt), m_context.theme, this);
    connect(m_prompt, &InlinePrompt::closed, this, &EntryDetails::leave);
    m_layout->addWidget(m_prompt);
    show();
    m_prompt->begin();
}

void EntryDetails::leave()
{
    if (m_prompt)
        m_prompt->deleteLater();
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
