#pragma once
// Words in one of the theme's colours and sizes.

#include "ui/theme/theme.h"

#include <QLabel>

namespace qd::ui {

class ToneLabel : public QLabel
{
    Q_OBJECT

public:
    ToneLabel(const Theme &theme, Colour colour, Type type, QWidget *parent);
    void setColour(Colour colour);
    void setEmphasis(bool strong); // semibold in the same size

private:
    void dress();

    const Theme &m_theme;
    Colour m_colour;
    Type m_type;
    bool m_strong = false;
};

} // namespace qd::ui
