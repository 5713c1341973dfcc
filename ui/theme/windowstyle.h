#pragma once

#include <QProxyStyle>

namespace qd::ui {

// Fusion, but the letters that open the menus are underlined only while Alt is held: the rest of the time the line of menus is calm.
class WindowStyle : public QProxyStyle
{
    Q_OBJECT

public:
    WindowStyle();
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
};

} // namespace qd::ui
