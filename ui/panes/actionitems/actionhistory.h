#pragma once
// Who changed what of an action item, and when: over the window, beside the item, until Escape.

#include "models/review/actionlist.h"
#include "ui/panes/pane.h"

#include <QFrame>

class QListWidget;

namespace qd::ui {

class ActionHistory : public QFrame
{
    Q_OBJECT

public:
    ActionHistory(const PaneContext &context, const review::ListedAction &action, QWidget *window);
    void openAt(const QPoint &place, QWidget *from); // in the window; the focus goes back there

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QStringList lines(const PaneContext &context, const review::ListedAction &action) const; // the newest first
    void leave();

    QListWidget *m_list;
    QWidget *m_from = nullptr;
};

} // namespace qd::ui
