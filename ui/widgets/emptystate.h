#pragma once
// What a pane says while it has nothing to show: what it is for, what to do, and the ways in.

#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>

namespace qd::ui {

class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme &theme, const QString &title, const QString &text, QWidget *parent);
    void addWay(const QString &label, const std::function<void()> &go);
};

} // namespace qd::ui
