#include "ui/preferences/keyfield.h"

#include <QKeyEvent>

namespace qd::ui {
namespace {

bool isLeaving(int key)
{
    return key == Qt::Key_Tab || key == Qt::Key_Backtab || key == Qt::Key_Escape;
}

bool isHalf(int key) // of a shortcut
{
    static const QList<int> halves{Qt::Key_Control, Qt::Key_Shift, Qt::Key_Alt, Qt::Key_Meta, Qt::Key_AltGr, Qt::Key_unknown};
    return halves.contains(key);
}

// "?" is one key on any keyboard, whether Shift is held for it or not.
QKeySequence sequenceOf(const QKeyEvent &event)
{
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const QString text = event.text();
    if (modifiers == Qt::ShiftModifier && text.size() == 1 && text[0].isPrint() && !text[0].isLetter())
        modifiers = Qt::NoModifier;
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(event.key())));
}

} // namespace

KeyField::KeyField(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
}

bool KeyField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !isLeaving(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    if (isLeaving(event->key())) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    event->accept();
    if (event->key() == Qt::Key_Backspace && event->modifiers() == Qt::NoModifier)
        emit pressed({});
    else if (!isHalf(event->key()))
        emit pressed(sequenceOf(*event));
}

} // namespace qd::ui
