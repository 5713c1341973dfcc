#include "ui/panes/timeline/searchfield.h"

#include "ui/widgets/panetitle.h"

#include <QKeyEvent>
#include <QLabel>

namespace qd::ui {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent), m_hits(new QLabel(this)), m_key(makeKeyCap(QStringLiteral("/"), this))
{
    setAccessibleName(tr("Timeline search"));
    setPlaceholderText(tr("Search or filter"));
    setToolTip(tr("Words are found in the text. @person, #tag, by:author and kind:decision filter when Space or Enter follows"));
    setMinimumWidth(40 * Theme::grid);
    setMaximumWidth(70 * Theme::grid);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_hits->setProperty("hint", true);
    m_hits->setAttribute(Qt::WA_TransparentForMouseEvents);
    setHits(0, -1, false);
}

void SearchField::setHits(int current, int count, bool more)
{
    m_key->setVisible(count < 0);
    m_hits->setVisible(count >= 0);
    const QString sofar = more ? QStringLiteral("…") : QString();
    m_hits->setText((count <= 0 ? (more ? QString() : tr("none")) : tr("%1 of %2").arg(current).arg(count)) + sofar);
    setAccessibleDescription(count < 0 ? tr("Enter goes to the next match, Shift+Enter to the one before") : m_hits->text());
    placeHints();
}

void SearchField::placeHints()
{
    for (QWidget *right : {static_cast<QWidget *>(m_hits), m_key}) {
        right->adjustSize();
        right->move(width() - right->width() - 2 * Theme::grid, (height() - right->height()) / 2);
    }
    setTextMargins(0, 0, (m_hits->isHidden() ? m_key : m_hits)->width() + Theme::grid, 0);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeHints();
}

bool SearchField::takeWord() // the one before the cursor
{
    const QString before = text().left(cursorPosition());
    const qsizetype from = before.lastIndexOf(QLatin1Char(' ')) + 1;
    if (from >= before.size() || !m_take || !m_take(before.mid(from)))
        return false;
    setText(text().left(from) + text().mid(cursorPosition()));
    setCursorPosition(static_cast<int>(from));
    return true;
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ShiftModifier)
            emit previous();
        else if (!takeWord())
            emit next();
        return;
    case Qt::Key_Space:
        if (takeWord())
            return;
        break;
    case Qt::Key_Backspace:
        if (text().isEmpty())
            emit takenBack();
        break;
    case Qt::Key_Down: emit left(); return;
    case Qt::Key_Escape:
        clear();
        emit left();
        return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace qd::ui
