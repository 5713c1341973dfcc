#pragma once
// The plan's scenarios: what fits stands first, is attached with one key, and its steps are ticked into the timeline. Commands are copied
// with one key and never run.

#include "ui/panes/tickpane.h"

#include <QSet>

namespace qd::ui {

class ScenarioWidget : public TickPane, public PaneActions
{
    Q_OBJECT

public:
    ScenarioWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // attach, with a scenario's id or none; open

protected:
    void refresh() override;
    void incidentOpened() override;

private:
    void addKeys();
    void press(const QString &card); // a check box, or a heading
    void act(const QString &card);   // the word at the end of a row: attach, or copy
    void attach(const QString &scenario);
    void detach(const QString &scenario);

    QWidget *m_nothing;
    QSet<QString> m_expanded; // scenarios
};

} // namespace qd::ui
