#pragma once
// The whole window over a war room: what a person has in front of them.

#include "tests/ui/paneroom.h"
#include "tests/ui/spoken.h"
#include "ui/mainwindow/lazydock.h"
#include "ui/mainwindow/mainwindow.h"

namespace qd::test {

class WindowRoom
{
public:
    WindowRoom() : settings(room.folder.filePath(QStringLiteral("window.ini"))) { open(); }
    ~WindowRoom() { window.reset(); }

    void open() // anew, as after a restart
    {
        window.reset();
        window = std::make_unique<ui::MainWindow>(
            ui::WindowServices{*room.session, settings, [](const QString &) { return Result<QString>(QString()); },
                               {},
                               []() -> Result<QString> { return refused(QStringLiteral("not in a test")); },
                               [this](const QString &key) { return room.drafts.value(key); },
                               [this](const QString &key, const QString &text) { room.drafts[key] = text; }},
            room.theme);
        window->resize(1400, 900);
        window->show();
        window->begin();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not show");
    }

    template<class T = QWidget>
    [[nodiscard]] T *named(const QString &beginning) const // nullptr: none that a screen reader calls so; of several, one that is seen
    {
        T *found = nullptr;
        for (T *widget : window->findChildren<T *>()) {
            if (spokenName(widget).startsWith(beginning) && (!found || widget->isVisible()))
                found = widget;
        }
        return found;
    }
    [[nodiscard]] ui::LazyDock *dock(const char *pane) const { return window->dock(QLatin1String(pane)); }
    void run(const char *action, const QVariant &about = {}) { window->run(QLatin1String(action), about); }

    PaneRoom room;
    Settings settings;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace qd::test
