#include "ui/widgets/tonelabel.h"

namespace qd::ui {

ToneLabel::ToneLabel(const Theme &theme, Colour colour, Type type, QWidget *parent)
    : QLabel(parent),
      m_theme(theme),
      m_colour(colour),
      m_type(type)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::changed, this, &ToneLabel::dress);
    dress();
}

void ToneLabel::setColour(Colour colour)
{
    if (std::exchange(m_colour, colour) != colour)
        dress();
}

void ToneLabel::setEmphasis(bool strong)
{
    if (std::exchange(m_strong, strong) != strong)
        dress();
}

// By a style sheet of its own: the application's would win over a palette.
void ToneLabel::dress()
{
    QFont font = m_theme.font(m_type);
    if (m_strong)
        font.setWeight(QFont::DemiBold);
    setFont(font);
    setStyleSheet(QStringLiteral("color: %1; font-size: %2px; font-weight: %3; background: transparent;")
                      .arg(m_theme.colour(m_colour).name())
                      .arg(font.pixelSize())
                      .arg(static_cast<int>(font.weight())));
}

} // namespace qd::ui
