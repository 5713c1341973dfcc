#pragma once
// Parts of the window for a picture of them alone.

#include <QSize>
#include <QString>
#include <QStringList>

class QWidget;

namespace qd::ui {

class MainWindow;

// The window for an empty name; a pane by its id, "timeline", "bigboard", "preferences", "preferences:SECTION", "palette", "declare", "shortcuts".
// Brings the part into sight, as large as `size` where that is not empty; nullptr: there is no such part.
[[nodiscard]] QWidget *partForPicture(MainWindow &window, const QString &name, const QSize &size);
[[nodiscard]] bool isPartForPicture(const QString &name);
[[nodiscard]] bool isWholeWindow(const QString &part); // as it is, with the palette over it, or after an action: "window:ACTION:ABOUT"
[[nodiscard]] bool isReadyForPicture(const MainWindow &window); // nothing in sight is still counted or looked for

} // namespace qd::ui
