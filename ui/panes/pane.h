#pragma once
// A pane is a folder and a row in panes.cpp. It sees the session, the theme and how times are shown; it knows no other pane.

#include "models/items/oncallwords.h"
#include "models/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/timedisplay.h"

#include <QVariant>
#include <QWidget>

#include <functional>

namespace qd {
class SharedDatabase;
}

namespace qd::ui {

struct PaneContext // outlives every pane
{
    IncidentSession &session;
    Theme &theme;
    TimeDisplay &times;
    // Runs an action of the window by its id ("updates.write", "roles.assign"), with what it is about: an audience, a role …
    std::function<void(const QString &action, const QVariant &about)> invoke;
    // What was being written when the program ended, however it ended; keepDraft returns at once and stores off the window's thread.
    std::function<QString(const QString &key)> loadDraft = {};
    std::function<void(const QString &key, const QString &text)> keepDraft = {};
    SharedDatabase *shared = nullptr; // none: the record is this desk's alone
};

[[nodiscard]] items::OnCallView onCallView(const PaneContext &context); // at the instant that is shown

struct PaneDescriptor
{
    const char *id;    // also the dock's object name; stays for good: saved layouts hold it
    const char *title; // English source text; translated in the context "Panes"
    Qt::DockWidgetArea area;
    bool shownAtFirst;
    QWidget *(*create)(const PaneContext &context, QWidget *parent);
};

[[nodiscard]] const std::vector<PaneDescriptor> &allPanes(); // panes.cpp

// A pane that other parts of the window reach through an action implements this: invoke("updates.write", "executives") reaches the pane
// whose id is before the dot, with the verb after it.
class PaneActions
{
public:
    virtual ~PaneActions() = default;
    virtual void perform(const QString &verb, const QVariant &about) = 0;
};

} // namespace qd::ui
