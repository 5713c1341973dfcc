#pragma once
// The clocks of the open incident, those due first on top. Enter does what the clock asks for.

#include "ui/panes/panebase.h"

class QToolButton;

namespace qd::ui {

class CardList;

class ClocksWidget : public PaneBase, public PaneActions
{
    Q_OBJECT

public:
    ClocksWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // focus, with a clock's id or none

protected:
    void refresh() override;
    void tick(Instant now) override;

private:
    void addKeys();
    void doTheObvious(const QString &clock);
    void askPause();
    void resume();
    void askSnooze();
    void askWaive();
    [[nodiscard]] const clocks::Countdown *current() const;

    CardList *m_list;
    QToolButton *m_settledToggle;
    QWidget *m_calm;
    std::vector<clocks::Countdown> m_shown;
};

} // namespace qd::ui
