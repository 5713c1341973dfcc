#pragma once
// The window's actions from their table: shortcuts, and the menus that hold them.

#include <QHash>
#include <QMainWindow>

#include <functional>

class QAction;
class QMenuBar;

namespace qd::ui {

class Theme;

class Menus
{
public:
    using Run = std::function<void(const QString &action)>;

    Menus(QMainWindow &window, QMenuBar &bar, const Run &run);
    void setIncidentOpen(bool open); // what needs an incident is grey without one
    [[nodiscard]] QAction *action(const QString &id) const { return m_actions.value(id); }
    [[nodiscard]] QMenu *menu(const QString &title) const { return m_menus.value(title); }

private:
    QHash<QString, QAction *> m_actions;
    QHash<QString, QMenu *> m_menus; // by English title
};

// At the end of the menu bar: the key that leads to everything else.
[[nodiscard]] QWidget *makePaletteHint(QMenuBar &bar, const std::function<void()> &open);

} // namespace qd::ui
