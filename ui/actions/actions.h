#pragma once
// Everything that can be done by a key, a menu or the command palette: one table. What an action does is wired where the window is made.

#include <QKeySequence>
#include <QString>
#include <QStringList>

#include <vector>

namespace qd::ui {

enum class ActionScope {
    Window,   // wherever the focus is; a single letter gives way to a field that is being typed in
    Timeline, // while the timeline has the focus
    Plans,    // in the window of the response plans
    Section,  // while a section of the post-mortem is written; its keys go before those of the window
};

enum class ActionNeeds { Nothing, Incident };

struct ActionRow
{
    const char *id;       // "incident.declare"; PANE.VERB goes to that pane
    const char *text;     // English source text, context "Actions"
    const char *shortcut; // portable text; empty: none
    ActionScope scope;
    const char *menu; // "Incident", "Log", …; empty: in no menu
    ActionNeeds needs;
};

[[nodiscard]] const std::vector<ActionRow> &allActions();
[[nodiscard]] const ActionRow *findAction(const QString &id); // nullptr: none
[[nodiscard]] QString actionText(const ActionRow &row);
[[nodiscard]] const std::vector<const char *> &menuTitles(); // in their order; English source texts

// Whether one key press could mean actions of both scopes.
[[nodiscard]] bool scopesMeet(ActionScope one, ActionScope other);

// Two actions that one key press would mean: "Ctrl+K: view.palette, log.search". A test keeps the table free of them.
[[nodiscard]] QStringList shortcutConflicts(const std::vector<ActionRow> &rows);

} // namespace qd::ui
