#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

namespace qd::ui {

class Shortcuts;

// Every shortcut, and what the scribe's line understands. It does not block the window; Esc or `?` closes it.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const Shortcuts &shortcuts, const Theme &theme, QWidget *parent);

private:
    [[nodiscard]] QWidget *makeColumn(const QString &title, const std::vector<std::pair<QString, QString>> &rows);

    const Theme &m_theme;
};

} // namespace qd::ui
