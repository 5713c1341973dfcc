#pragma once
// The window's actions from their table: shortcuts, and the menus that hold them.

#include <QHash>
#include <QMainWindow>
#include <QVariant>

#include <functional>

class QAction;
class QMenuBar;

namespace qd {
class IncidentSession;
}

namespace qd::ui {

class Shortcuts;

class Menus
{
public:
    using Run = std::function<void(const QString &name)>;

    using RunAbout = std::function<void(const QString &action, const QVariant &about)>;

    Menus(QMainWindow &window, QMenuBar &bar, const RunAbout &run);
    void useKeys(const Shortcuts &shortcuts, const std::function<void()> &openPalette);
    void showOwn(const QStringList &perspectives, const Run &use, const Run &remove); // in the View menu
    void nameUndo(const IncidentSession &session);                                    // what would be taken back, or done again
    void setIncidentOpen(bool open);                                                  // what needs an incident is grey without one
    [[nodiscard]] QAction *action(const QString &id) const { return m_actions.value(id); }
    [[nodiscard]] QMenu *menu(const QString &title) const { return m_menus.value(title); }

private:
    QHash<QString, QAction *> m_actions;
    QHash<QString, QMenu *> m_menus; // by English title
    QMenuBar &m_bar;
    QMenu *m_own = nullptr;
};

} // namespace qd::ui
