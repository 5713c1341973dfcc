#pragma once
// Where Tab goes: through what can be seen, as the eye goes, wherever the docks stand. Qt's own order is that in which the widgets were made,
// and it goes through the docks behind another's tab too.

class QMainWindow;
class QWidget;

namespace qd::ui {

// The stop after `from`, or before it; nullptr where there is none.
[[nodiscard]] QWidget *nextStop(const QMainWindow &window, const QWidget *from, bool forward);

} // namespace qd::ui
