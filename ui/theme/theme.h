#pragma once
// The only place that knows a colour, a size or a font. Three themes, one type scale, a grid of 4 pixels.

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QString>

class QApplication;

namespace qd::ui {

enum class Colour {
    Background,
    Panel,
    Raised,
    Line,
    Text,
    Dim,
    Faint,
    Accent,
    OnAccent,
    Selection, // surfaces and words
    Critical,
    High,
    Medium,
    Low,
    Good,
    OnCritical, // meaning: severity by rank, state
    CriticalWash,
    AccentWash, // a row that must be seen
};

enum class Type { Small, Body, Strong, Title, Clock, Big, Label, Code }; // 11, 13, 13 semibold, 20, 17, 34, 12, 12 fixed; pixels at 100 %

class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Dark, Light, Contrast };
    static constexpr int grid = 4;

    explicit Theme(QObject *parent = nullptr);
    void apply(QApplication &app, Mode mode);                // palette, style sheet, fonts; emits changed()
    [[nodiscard]] Mode modeFor(const QString &choice) const; // "dark", "light", "contrast"; anything else: as the system was found
    void setSystem(Mode mode) { m_system = mode; }           // what modeFor() answers from now on
    [[nodiscard]] static QString nameOf(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] QColor colour(Colour which) const;
    [[nodiscard]] QColor severity(int rank) const; // 0 is the worst; -1 not known
    [[nodiscard]] QFont font(Type type) const;     // digits are proportional: a running clock is drawn with ui/widgets/digits.h
    [[nodiscard]] QIcon icon(const QString &name, Colour colour = Colour::Dim) const; // resources/icons/NAME.svg, tinted
    [[nodiscard]] QPixmap pixmap(const QString &name, Colour colour, int size, qreal ratio) const;

signals:
    void changed();

private:
    [[nodiscard]] QString styleSheet() const;
    [[nodiscard]] QPalette palette() const;

    Mode m_system; // what the desktop showed before the theme was applied, or has said since
    Mode m_mode = Mode::Dark;
};

} // namespace qd::ui
