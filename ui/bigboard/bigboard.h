#pragma once
// The incident for the wall: a window of its own over a whole screen, in type that reads from five metres. It only shows; Esc leaves it.
// Where there is a second screen it stands there, and the window stays in use.

#include "ui/bigboard/bigboardfacts.h"
#include "ui/panes/pane.h"

namespace qd::ui {

class BigBoard : public QWidget
{
    Q_OBJECT

public:
    BigBoard(const PaneContext &context, QWidget *window); // hidden at first
    void toggle();
    void toNextScreen(); // shows it where it is hidden
    [[nodiscard]] const BigBoardFacts &facts() const { return m_facts; }

signals:
    void shown(bool is);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showOn(QScreen *screen);
    void refresh();
    void refreshAt(Instant now);

    const PaneContext &m_context;
    BigBoardFacts m_facts;
};

} // namespace qd::ui
