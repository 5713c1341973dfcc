#pragma once
// The parts of the window that F6 goes through, as the eye does: the header, the panes from left to right, the scribe's line.

class QMainWindow;

namespace qd::ui {

void focusNextRegion(QMainWindow &window, int step); // +1 or -1, around; what had the focus in a part has it again

} // namespace qd::ui
