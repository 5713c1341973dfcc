#pragma once
// What a screen reader hears of a widget.

#include <QAccessible>
#include <QWidget>

namespace qd::test {

inline QString spokenName(QWidget *widget)
{
    QAccessibleInterface *its = QAccessible::queryAccessibleInterface(widget);
    return its ? its->text(QAccessible::Name) : QString();
}

} // namespace qd::test
