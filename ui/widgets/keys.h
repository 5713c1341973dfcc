#pragma once
// What can be done in a list, by a key while it has the focus and from its context menu.

#include <QKeySequence>
#include <QString>

#include <functional>

class QWidget;

namespace qd::ui {

void addKey(QWidget *list, const QString &text, const QKeySequence &key, const std::function<void()> &act);

} // namespace qd::ui
