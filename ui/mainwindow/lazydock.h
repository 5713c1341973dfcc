#pragma once
// A dock that makes its pane when it is first seen: what is hidden costs nothing at the start.

#include "ui/panes/pane.h"

#include <QDockWidget>

namespace qd::ui {

class PaneTitle;

class LazyDock : public QDockWidget
{
    Q_OBJECT

public:
    LazyDock(const PaneDescriptor &descriptor, const PaneContext &context, QWidget *parent);
    [[nodiscard]] const PaneDescriptor &descriptor() const { return m_descriptor; }
    QWidget *pane();       // made now, if it was not
    void reach();          // shows it, on top of its tabs
    void toggleFloating(); // where a pane can float
    void setWantedSize(const QSize &size);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTitle();

    const PaneDescriptor &m_descriptor;
    const PaneContext &m_context;
    PaneTitle *m_title = nullptr;
    QWidget *m_holder;
    QWidget *m_pane = nullptr;
};

} // namespace qd::ui
