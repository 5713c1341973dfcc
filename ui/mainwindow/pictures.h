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

} // namespace qd::ui
