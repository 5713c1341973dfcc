#pragma once
// What the panes of an incident share: they say so when none is open, refresh when it changes, tick with its clocks while they can be seen,
// and show a refusal where it was caused.
//
// A pane's windowTitle is its summary ("5 running, 1 missed"), for the one who draws the dock's title.

#include "ui/panes/pane.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace qd::ui {

class ToneLabel;

class PaneBase : public QStackedWidget
{
    Q_OBJECT

public:
    PaneBase(const PaneContext &context, QWidget *parent);
    ~PaneBase() override;

protected:
    [[nodiscard]] const PaneContext &context() const { return m_context; }
    [[nodiscard]] IncidentSession &session() const { return m_context.session; }
    [[nodiscard]] const Theme &theme() const { return m_context.theme; }
    [[nodiscard]] std::function<QString(Instant)> times() const;
    [[nodiscard]] items::OnCallView onCall() const { return onCallView(m_context); }
    [[nodiscard]] QVBoxLayout *page() const { return m_layout; } // what is shown while an incident is open
    virtual void refresh() = 0;
    virtual void incidentOpened() { } // before the refresh; what is in the editors belongs to the one before
    virtual void tick(Instant now) { Q_UNUSED(now) }
    void refreshNow();                                       // also while the pane is hidden
    bool submit(const Command &command);                     // false: refused, and the sentence is shown
    [[nodiscard]] Result<void> tell(const Command &command); // to answer a question in a row
    void say(const QString &sentence, Colour colour = Colour::Dim);
    void setSummary(const QString &summary) { setWindowTitle(summary); }
    void showEvent(QShowEvent *event) override;

private:
    void noteChange();

    void noteIncident();

    const PaneContext &m_context;
    IncidentId m_incident;
    QVBoxLayout *m_layout;
    QWidget *m_page;
    QWidget *m_none;
    ToneLabel *m_notice;
    bool m_stale = true;
};

// A thin line of small words above or below a list.
[[nodiscard]] QHBoxLayout *makeBar(QVBoxLayout *below);

} // namespace qd::ui
