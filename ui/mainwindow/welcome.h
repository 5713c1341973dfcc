#pragma once
// What the window shows while there is no incident: three ways in.

#include "ui/panes/pane.h"

namespace qd::ui {

class Welcome : public QWidget
{
    Q_OBJECT

public:
    Welcome(const PaneContext &context, const QString &declareKey, QWidget *parent); // the key: as it stands on the keyboard

private:
    [[nodiscard]] QWidget *makeWay(const QString &action, const QString &icon, const QString &title, const QString &text,
                                   const QString &key);

    const PaneContext &m_context;
};

} // namespace qd::ui
