#pragma once
// For measuring: the program ends as soon as a window has painted itself, and says so on stdout.

class QWidget;

namespace qd::ui {

void quitAfterFirstPaint(QWidget &window);

} // namespace qd::ui
