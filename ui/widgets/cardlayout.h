#pragma once
// Where the parts of a card stand. One function for drawing, measuring and the mouse, so that they cannot disagree.

#include "models/items/card.h"
#include "ui/theme/theme.h"

#include <QRect>

namespace qd::ui {

struct CardStyle
{
    bool columns = false; // kicker, title and value side by side
    bool outline = false; // headings step in by their depth; values stand in one column
    bool wraps = false;   // a long title or detail takes more lines instead of being cut
    Type value = Type::Clock;
};

struct CardBoxes // empty rectangles: the card has no such part
{
    QRect tick; // or the triangle of a heading
    QRect kicker, title, value, detail, action, bar;
    std::vector<QRect> marks;
    int height = 0;
};

[[nodiscard]] CardBoxes layOut(const items::Card &card, const CardStyle &style, const Theme &theme, int width);
[[nodiscard]] QFont titleFont(const items::Card &card, const CardStyle &style, const Theme &theme);

struct ValueParts // "missed by 01:05": the figure is large, the words before it are not
{
    QString words;
    QString figure;
};
[[nodiscard]] ValueParts partsOf(const QString &value, const CardStyle &style);
[[nodiscard]] QFont detailFont(const items::Card &card, const Theme &theme);

} // namespace qd::ui
