#include "ui/widgets/promptspace.h"

#include <QAbstractItemView>
#include <QEvent>

#include <algorithm>

namespace qd::ui {

PromptSpace::PromptSpace(InlinePrompt *prompt, QAbstractItemView *list) : QWidget(list->viewport()), m_prompt(prompt), m_list(list)
{
    prompt->setParent(list->parentWidget());
    prompt->show();
    list->installEventFilter(this);
    list->viewport()->installEventFilter(this);
}

PromptSpace::~PromptSpace()
{
    if (m_prompt)
        m_prompt->deleteLater();
}

QSize PromptSpace::sizeHint() const
{
    return m_prompt ? QSize(m_prompt->sizeHint().width(), heightForWidth(width())) : QSize();
}

// All of a question is in sight at once, down to its button: what is tall in it gives way.
int PromptSpace::heightForWidth(int width) const
{
    if (!m_prompt)
        return -1;
    const int wanted = std::max(m_prompt->heightForWidth(width), m_prompt->sizeHint().height());
    return std::max(m_prompt->minimumSizeHint().height(), std::min(wanted, m_list->viewport()->height()));
}

void PromptSpace::moveEvent(QMoveEvent *)
{
    place();
}

void PromptSpace::resizeEvent(QResizeEvent *)
{
    place();
}

bool PromptSpace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

// As much of it shows as the list shows of its row.
void PromptSpace::place()
{
    if (!m_prompt)
        return;
    const QWidget *viewport = m_list->viewport();
    const QRect row(viewport->mapTo(m_prompt->parentWidget(), pos()), size());
    const QRect seen = QRect(viewport->mapTo(m_prompt->parentWidget(), QPoint(0, 0)), viewport->size()) & row;
    m_prompt->setGeometry(row);
    m_prompt->raise();
    if (seen == row)
        m_prompt->clearMask();
    else
        m_prompt->setMask(seen.isEmpty() ? QRegion(-1, -1, 1, 1) : QRegion(seen.translated(-row.topLeft())));
}

} // namespace qd::ui
