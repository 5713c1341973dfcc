#pragma once
// Every action, incident and person by a few letters of its name. Opens over the window, takes the keys while it is there, and gives the focus
// back when it goes.

#include "ui/theme/theme.h"

#include <QFrame>
#include <QPointer>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace qd::ui {

struct PaletteItem
{
    QString text;
    QString hint; // a shortcut, or what kind of thing it is
    std::function<void()> run;
};

class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(const Theme &theme, QWidget *window);
    void openWith(std::vector<PaletteItem> items);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const QString &typed);
    void runCurrent();
    void leave();

    const Theme &m_theme;
    QLineEdit *m_line;
    QListWidget *m_list;
    std::vector<PaletteItem> m_items;
    std::vector<QString> m_folded; // their texts, for comparing
    std::vector<size_t> m_shown;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace qd::ui
