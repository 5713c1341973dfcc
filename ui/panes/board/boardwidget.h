#pragma once
// The board: every incident, the most urgent first; closed ones behind a switch. Typing finds.

#include "ui/panes/pane.h"

#include <QStackedWidget>

class QLineEdit;
class QToolButton;

namespace qd::ui {

class CardList;

class BoardWidget : public QStackedWidget, public PaneActions
{
    Q_OBJECT

public:
    BoardWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // open: takes the focus; filter; ended: shows them or not

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeEmpty();
    void makeFilter(QWidget *page);
    bool filterKey(QObject *watched, const QKeyEvent &key); // whether it was used
    void endFilter();
    QWidget *makeList();
    void refresh();
    void tick(Instant now);
    [[nodiscard]] QStringList peopleAt(const IncidentId &incident) const; // others who look at it
    void open(const QString &id);

    const PaneContext &m_context;
    QWidget *m_empty = nullptr;
    QWidget *m_page = nullptr;
    CardList *m_list = nullptr;
    QLineEdit *m_filter = nullptr;
    QWidget *m_nothingFound = nullptr;
    QToolButton *m_closedToggle = nullptr;
    std::vector<size_t> m_rows; // places in the session's board, of the rows that are shown
};

} // namespace qd::ui
