#pragma once
// A number that is read from across the room, with a small word above it.

#include "ui/theme/theme.h"

#include <QWidget>

namespace qd::ui {

class BigValue : public QWidget
{
    Q_OBJECT

public:
    BigValue(const Theme &theme, const QString &name, int width, int leastWidth,
             QWidget *parent); // name: the first word for a screen reader
    // A screen reader that looks finds the value of this second; it is told by itself only when the colour says something else than before.
    void setValue(const QString &caption, const QString &value, Colour colour);
    [[nodiscard]] QString spokenName() const; // "Next due 02:18"
    [[nodiscard]] const QString &caption() const { return m_caption; }
    [[nodiscard]] QSize sizeHint() const override { return {m_width, 64}; }

signals:
    void announced(); // to whoever listens rather than looks

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
    int m_width;
    QString m_caption;
    QString m_value;
    Colour m_colour = Colour::Text;
};

} // namespace qd::ui
