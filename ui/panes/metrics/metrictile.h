#pragma once
// One number in large digits, with what it is above it and what stands behind it below.

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace qd::ui {

class MetricTile : public QAbstractButton
{
    Q_OBJECT

public:
    MetricTile(const Theme &theme, const QString &caption, QWidget *parent);
    void setNumber(const QString &value, const QString &detail, Colour colour = Colour::Text); // empty: not known
    [[nodiscard]] QString value() const { return m_value; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_caption, m_value, m_detail;
    Colour m_colour = Colour::Text;
};

} // namespace qd::ui
