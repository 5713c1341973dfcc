#include "ui/panes/timeline/searchfield.h"

#include "ui/widgets/panetitle.h"

#include <QKeyEvent>
#include <QLabel>

namespace qd::ui {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent), m_hits(new QLabel(this)), m_key(makeKeyCap(QStringLiteral("/"), this))
{
    setAccessibleName(tr("Timeline search"));
    setAccessibleDescription(tr("Enter goes to the next match, Shift+Enter to the one before"));
    setPlaceholderText(tr("Search the timeline"));
    setMinimumWidth(40 * Theme::grid);
    setMaximumWidth(55 * Theme::grid);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_hits->setProperty("hint", true);
    m_hits->setAttribute(Qt::WA_TransparentForMouseEvents);
    setHits(0, -1);
}

void SearchField::setHits(int current, int count)
{
    m_key->setVisible(count < 0);
    m_hits->setVisible(count >= 0);
    m_hits->setText(count <= 0 ? tr("none") : tr("%1 of %2").arg(current).arg(count));
    if (count < 0)
        setAccessibleDescription(tr("Enter goes to the next match, Shift+Enter to the one before"));
    else
        setAccessibleDescription(m_hits->text());
    resizeEvent(nullptr);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    if (event)
        QLineEdit::resizeEvent(event);
    for (QWidget *right : {static_cast<QWidget *>(m_hits), m_key}) {
        right->adjustSize();
        right->move(width() - right->width() - 2 * Theme::grid, (height() - right->height()) / 2);
    }
    setTextMargins(0, 0, (m_hits->isHidden() ? m_key : m_hits)->width() + Theme::grid, 0);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: event->modifiers() & Qt::ShiftModifier ? emit previous() : emit next(); return;
    case Qt::Key_Escape:
        clear();
        emit left();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

} // namespace qd::ui
