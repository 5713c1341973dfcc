#pragma once
// The board: every incident, the most urgent first; closed ones behind a switch.

#include "ui/panes/pane.h"

#include <QStackedWidget>

class QToolButton;

namespace qd::ui {

class CardList;

class BoardWidget : public QStackedWidget, public PaneActions
{
    Q_OBJECT

public:
    BoardWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // open: takes the focus

private:
    QWidget *makeEmpty();
    QWidget *makeList();
    void refresh();
    void tick(Instant now);
    void open(const QString &id);

    const PaneContext &m_context;
    QWidget *m_empty = nullptr;
    QWidget *m_page = nullptr;
    CardList *m_list = nullptr;
    QToolButton *m_closedToggle = nullptr;
    std::vector<size_t> m_rows; // places in the session's board, of the rows that are shown
};

} // namespace qd::ui
