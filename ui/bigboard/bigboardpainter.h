#pragma once

#include "ui/bigboard/bigboardfacts.h"

class QPainter;

namespace qd::ui {

// Everything is in parts of the smaller of a hundredth of the height and a 178th of the width, so that it looks the same on every screen.
void paintBigBoard(QPainter &painter, const QSizeF &size, const BigBoardFacts &facts, const Theme &theme);

} // namespace qd::ui
