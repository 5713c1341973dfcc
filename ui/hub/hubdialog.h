#pragma once
// File, Shared database: to join one, or how it stands to the one that was joined. It never blocks the window; what is done there counts at once.

#include "ui/hub/hubwords.h"
#include "ui/panes/pane.h"

#include <QDialog>

class QStackedWidget;

namespace qd::ui {

class HubJoinPage;
class HubPage;

class HubDialog : public QDialog
{
    Q_OBJECT

public:
    HubDialog(const PaneContext &context, SharedDatabase &shared, QWidget *parent);
    void begin(); // the page that fits, with the focus where it belongs

private:
    QStackedWidget *m_pages;
    SharedDatabase &m_shared;
    HubJoinPage *m_join;
    HubPage *m_page;
};

} // namespace qd::ui
