#pragma once
// What will be different after this incident: its action items, added on one line and edited in their cells.

#include "ui/panes/panebase.h"

#include <QDate>

class QLineEdit;

namespace qd::ui {

struct ActionEdit;
class ActionTable;
class ToneLabel;

class IncidentActions : public PaneBase
{
    Q_OBJECT

public:
    IncidentActions(const PaneContext &context, QWidget *parent);
    [[nodiscard]] QLineEdit *newLine() const { return m_new; } // stands where the pane wants it
    [[nodiscard]] ActionTable *table() const { return m_table; }
    bool select(const EventId &action); // false: it is none of this incident's

protected:
    void refresh() override;

private:
    void makeNewLine();
    void preview();
    void add();
    void change(const ActionEdit &edit);
    [[nodiscard]] QDate today() const; // in the plan's zone

    QLineEdit *m_new;
    ToneLabel *m_preview;
    ActionTable *m_table;
    QWidget *m_nothing;
};

} // namespace qd::ui
