#include "ui/actions/actions.h"

#include <QCoreApplication>

namespace qd::ui {

using enum ActionScope;
constexpr ActionNeeds none = ActionNeeds::Nothing;
constexpr ActionNeeds incident = ActionNeeds::Incident;

const std::vector<ActionRow> &allActions()
{
    static const std::vector<ActionRow> table = {
        {"incident.declare", QT_TRANSLATE_NOOP("Actions", "Declare an incident…"), "Ctrl+N", Window, "Incident", none},
        {"board.filter", QT_TRANSLATE_NOOP("Actions", "Find an incident on the board"), "", Window, "Incident", none},
        {"board.ended", QT_TRANSLATE_NOOP("Actions", "Show or hide the incidents that ended"), "", Window, "Incident", none},
        {"board.open", QT_TRANSLATE_NOOP("Actions", "Go to the board"), "Ctrl+B", Window, "Incident", none},
        {"incident.urgent", QT_TRANSLATE_NOOP("Actions", "Open the most urgent incident"), "Ctrl+Shift+O", Window, "Incident", none},
        {"incident.back", QT_TRANSLATE_NOOP("Actions", "Go back to the incident before"), "Alt+Left", Window, "Incident", none},
        {"incident.merged", QT_TRANSLATE_NOOP("Actions", "Open the incident that this one was merged into"), "", Window, "Incident",
         incident},
        {"plan.import", QT_TRANSLATE_NOOP("Actions", "Import a written plan…"), "Ctrl+Shift+W", Window, "Incident", none},
        {"incident.drill", QT_TRANSLATE_NOOP("Actions", "Try a drill on the sample"), "", Window, "Incident", none},
        {"hub.open", QT_TRANSLATE_NOOP("Actions", "Shared database…"), "Ctrl+Shift+X", Window, "Incident", none},
        {"hub.try", QT_TRANSLATE_NOOP("Actions", "Try the shared database now"), "", Window, "Incident", none},
        {"incident.members", QT_TRANSLATE_NOOP("Actions", "Who may see the incident…"), "Ctrl+Shift+M", Window, "Incident", incident},
        {"bundle.out", QT_TRANSLATE_NOOP("Actions", "Bundle of this incident…"), "Ctrl+Alt+B", Window, "Incident", incident},
        {"bundle.in", QT_TRANSLATE_NOOP("Actions", "Bring in a bundle…"), "Ctrl+Alt+N", Window, "Incident", none},
        {"app.preferences", QT_TRANSLATE_NOOP("Actions", "Preferences…"), "Ctrl+,", Window, "Incident", none},
        {"app.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", Window, "Incident", none},

        {"scribe.focus", QT_TRANSLATE_NOOP("Actions", "Write an entry"), "Ctrl+L", Window, "Log", incident},
        {"timeline.focus", QT_TRANSLATE_NOOP("Actions", "Go to the timeline"), "Ctrl+T", Window, "Log", incident},
        {"timeline.search", QT_TRANSLATE_NOOP("Actions", "Search the timeline"), "/", Window, "Log", incident},
        {"timeline.next", QT_TRANSLATE_NOOP("Actions", "Next match"), "F3", Window, "Log", incident},
        {"timeline.previous", QT_TRANSLATE_NOOP("Actions", "Previous match"), "Shift+F3", Window, "Log", incident},
        {"timeline.jump", QT_TRANSLATE_NOOP("Actions", "Go to a time…"), "Ctrl+G", Window, "Log", incident},
        {"timeline.latest", QT_TRANSLATE_NOOP("Actions", "Go to the latest entry"), "Ctrl+End", Window, "Log", incident},
        {"record.undo", QT_TRANSLATE_NOOP("Actions", "Take back the last change"), "Ctrl+Z", Window, "Log", incident},
        {"record.redo", QT_TRANSLATE_NOOP("Actions", "Do it again"), "Ctrl+Shift+Z", Window, "Log", incident},
        {"timeline.details", QT_TRANSLATE_NOOP("Actions", "Details and history of the entry"), "Return", Timeline, "Log", incident},
        {"timeline.edit", QT_TRANSLATE_NOOP("Actions", "Edit the entry…"), "E", Timeline, "Log", incident},
        {"timeline.pin", QT_TRANSLATE_NOOP("Actions", "Pin the entry"), "P", Timeline, "Log", incident},
        {"timeline.confirm", QT_TRANSLATE_NOOP("Actions", "Confirm the hypothesis"), "Y", Timeline, "Log", incident},
        {"timeline.ruleout", QT_TRANSLATE_NOOP("Actions", "Rule the hypothesis out"), "N", Timeline, "Log", incident},
        {"timeline.redact", QT_TRANSLATE_NOOP("Actions", "Redact the entry…"), "Del", Timeline, "Log", incident},
        {"timeline.filter", QT_TRANSLATE_NOOP("Actions", "Filter the timeline…"), "F", Timeline, "Log", incident},
        {"timeline.order", QT_TRANSLATE_NOOP("Actions", "Order by when it happened, or was written"), "S", Timeline, "Log", incident},
        {"timeline.open", QT_TRANSLATE_NOOP("Actions", "Open the entry's link or attachment"), "O", Timeline, "Log", incident},
        {"timeline.save", QT_TRANSLATE_NOOP("Actions", "Save the entry's attachment…"), "Ctrl+S", Timeline, "Log", incident},
        {"timeline.copy", QT_TRANSLATE_NOOP("Actions", "Copy as text"), "Ctrl+C", Timeline, "Log", incident},
        {"timeline.copymarkdown", QT_TRANSLATE_NOOP("Actions", "Copy as Markdown"), "Ctrl+Shift+C", Timeline, "Log", incident},

        {"incident.acknowledge", QT_TRANSLATE_NOOP("Actions", "Acknowledge"), "Ctrl+Shift+A", Window, "Command", incident},
        {"incident.severity", QT_TRANSLATE_NOOP("Actions", "Change the severity…"), "Ctrl+Shift+S", Window, "Command", incident},
        {"incident.status", QT_TRANSLATE_NOOP("Actions", "Change the status"), "Ctrl+Shift+T", Window, "Command", incident},
        {"conflict.first", QT_TRANSLATE_NOOP("Actions", "Where two people changed one thing: keep the first"), "F7", Window, "Command",
         incident},
        {"conflict.second", QT_TRANSLATE_NOOP("Actions", "Where two people changed one thing: keep the last"), "F8", Window, "Command",
         incident},
        {"conflict.next", QT_TRANSLATE_NOOP("Actions", "Next thing that two people changed"), "F9", Window, "Command", incident},
        {"incident.brief", QT_TRANSLATE_NOOP("Actions", "Copy a situation brief"), "Ctrl+Shift+B", Window, "Command", incident},
        {"roles.assign", QT_TRANSLATE_NOOP("Actions", "Give a role to someone…"), "Ctrl+R", Window, "Command", incident},
        {"roles.handover", QT_TRANSLATE_NOOP("Actions", "Hand a role over…"), "Ctrl+H", Window, "Command", incident},
        {"roles.accept", QT_TRANSLATE_NOOP("Actions", "Accept the role that is offered to me"), "Ctrl+Shift+Y", Window, "Command",
         incident},
        {"roles.withdraw", QT_TRANSLATE_NOOP("Actions", "Withdraw the handover"), "", Window, "Command", incident},
        {"roles.take", QT_TRANSLATE_NOOP("Actions", "Take the role myself"), "", Window, "Command", incident},
        {"roles.release", QT_TRANSLATE_NOOP("Actions", "Release the role"), "", Window, "Command", incident},
        {"clocks.focus", QT_TRANSLATE_NOOP("Actions", "Go to the clocks"), "Ctrl+J", Window, "Command", incident},
        {"asks.new", QT_TRANSLATE_NOOP("Actions", "Ask someone for something"), "Ctrl+Shift+K", Window, "Command", incident},
        {"clocks.snooze", QT_TRANSLATE_NOOP("Actions", "Snooze the clock…"), "", Window, "Command", incident},
        {"clocks.pause", QT_TRANSLATE_NOOP("Actions", "Pause the clock…"), "", Window, "Command", incident},
        {"clocks.resume", QT_TRANSLATE_NOOP("Actions", "Let the clock run again"), "", Window, "Command", incident},
        {"clocks.waive", QT_TRANSLATE_NOOP("Actions", "Waive the clock…"), "", Window, "Command", incident},
        {"asks.answer", QT_TRANSLATE_NOOP("Actions", "Answer the ask…"), "", Window, "Command", incident},
        {"asks.extend", QT_TRANSLATE_NOOP("Actions", "Give the ask more time…"), "", Window, "Command", incident},
        {"asks.drop", QT_TRANSLATE_NOOP("Actions", "Drop the ask…"), "", Window, "Command", incident},
        {"checklist.open", QT_TRANSLATE_NOOP("Actions", "Go to the checklists"), "Ctrl+Shift+L", Window, "Command", incident},
        {"checklist.rollback", QT_TRANSLATE_NOOP("Actions", "Go to the rollback"), "Ctrl+Alt+R", Window, "Command", incident},
        {"scenario.attach", QT_TRANSLATE_NOOP("Actions", "Attach the scenario that fits"), "", Window, "Command", incident},
        {"scenario.open", QT_TRANSLATE_NOOP("Actions", "Go to the scenarios"), "Ctrl+Shift+I", Window, "Command", incident},
        {"escalation.next", QT_TRANSLATE_NOOP("Actions", "Escalate to the next in line"), "Ctrl+Shift+U", Window, "Command", incident},
        {"escalation.open", QT_TRANSLATE_NOOP("Actions", "Go to the escalation"), "Ctrl+Shift+E", Window, "Command", incident},
        {"hypotheses.new", QT_TRANSLATE_NOOP("Actions", "Note a hypothesis"), "Ctrl+Shift+H", Window, "Command", incident},
        {"hypotheses.open", QT_TRANSLATE_NOOP("Actions", "Go to the hypotheses"), "", Window, "Command", incident},
        {"related.open", QT_TRANSLATE_NOOP("Actions", "Go to the related incidents"), "Ctrl+Shift+G", Window, "Command", incident},
        {"related.link", QT_TRANSLATE_NOOP("Actions", "Link this incident with another…"), "", Window, "Command", incident},
        {"related.merge", QT_TRANSLATE_NOOP("Actions", "Merge this incident into another…"), "", Window, "Command", incident},

        {"updates.write", QT_TRANSLATE_NOOP("Actions", "Write the next update"), "U", Window, "Updates", incident},
        {"updates.nextplace", QT_TRANSLATE_NOOP("Actions", "Go to the next place without a value"), "F4", Window, "Updates", incident},
        {"updates.approve", QT_TRANSLATE_NOOP("Actions", "Approve the update"), "Ctrl+Shift+V", Window, "Updates", incident},
        {"updates.open", QT_TRANSLATE_NOOP("Actions", "Go to the updates"), "Ctrl+U", Window, "Updates", incident},

        {"postmortem.open", QT_TRANSLATE_NOOP("Actions", "Write the post-mortem"), "Ctrl+P", Window, "Review", incident},
        {"postmortem.export", QT_TRANSLATE_NOOP("Actions", "Export the post-mortem…"), "Ctrl+E", Window, "Review", incident},
        {"postmortem.next", QT_TRANSLATE_NOOP("Actions", "Next section"), "Ctrl+PgDown", Window, "Review", incident},
        {"postmortem.previous", QT_TRANSLATE_NOOP("Actions", "Section before"), "Ctrl+PgUp", Window, "Review", incident},
        {"postmortem.view", QT_TRANSLATE_NOOP("Actions", "Write the section, read it, or both"), "Ctrl+Alt+P", Window, "Review", incident},
        {"postmortem.internal", QT_TRANSLATE_NOOP("Actions", "Keep the section internal, or not"), "Ctrl+Alt+X", Window, "Review",
         incident},
        {"postmortem.entries", QT_TRANSLATE_NOOP("Actions", "Pull in from the timeline"), "Alt+1", Window, "Review", incident},
        {"postmortem.facts", QT_TRANSLATE_NOOP("Actions", "Go to the facts"), "Alt+2", Window, "Review", incident},
        {"postmortem.findings", QT_TRANSLATE_NOOP("Actions", "Go to the findings"), "Alt+3", Window, "Review", incident},
        {"postmortem.comments", QT_TRANSLATE_NOOP("Actions", "Go to the comments"), "Alt+4", Window, "Review", incident},
        {"postmortem.actions", QT_TRANSLATE_NOOP("Actions", "Go to the action items of the post-mortem"), "Alt+5", Window, "Review",
         incident},
        {"postmortem.comment", QT_TRANSLATE_NOOP("Actions", "Comment on the selected words"), "Ctrl+Alt+C", Window, "Review", incident},
        {"postmortem.ask", QT_TRANSLATE_NOOP("Actions", "Ask for a review…"), "", Window, "Review", incident},
        {"postmortem.approve", QT_TRANSLATE_NOOP("Actions", "Approve the post-mortem…"), "", Window, "Review", incident},
        {"postmortem.changes", QT_TRANSLATE_NOOP("Actions", "Ask for changes to the post-mortem…"), "", Window, "Review", incident},
        {"postmortem.onward", QT_TRANSLATE_NOOP("Actions", "Send the post-mortem to review, or make it final"), "", Window, "Review",
         incident},
        {"postmortem.back", QT_TRANSLATE_NOOP("Actions", "Move the post-mortem back"), "", Window, "Review", incident},
        {"postmortem.snapshot", QT_TRANSLATE_NOOP("Actions", "Look at the final post-mortem, or the record as it is now"), "Ctrl+Alt+S",
         Window, "Review", incident},
        {"postmortem.mine", QT_TRANSLATE_NOOP("Actions", "Where two texts differ: take the first"), "Ctrl+Alt+1", Window, "Review",
         incident},
        {"postmortem.theirs", QT_TRANSLATE_NOOP("Actions", "Where two texts differ: take the second"), "Ctrl+Alt+2", Window, "Review",
         incident},
        {"postmortem.both", QT_TRANSLATE_NOOP("Actions", "Where two texts differ: take both"), "Ctrl+Alt+3", Window, "Review", incident},
        {"postmortem.nextplace", QT_TRANSLATE_NOOP("Actions", "Next place where two texts differ"), "Ctrl+Alt+4", Window, "Review",
         incident},
        {"postmortem.bold", QT_TRANSLATE_NOOP("Actions", "Bold"), "Ctrl+B", Section, "Review", incident},
        {"postmortem.italic", QT_TRANSLATE_NOOP("Actions", "Italic"), "Ctrl+I", Section, "Review", incident},
        {"postmortem.code", QT_TRANSLATE_NOOP("Actions", "Code"), "Ctrl+`", Section, "Review", incident},
        {"postmortem.heading", QT_TRANSLATE_NOOP("Actions", "Heading"), "Ctrl+Alt+H", Section, "Review", incident},
        {"postmortem.list", QT_TRANSLATE_NOOP("Actions", "List"), "Ctrl+Alt+L", Section, "Review", incident},
        {"postmortem.link", QT_TRANSLATE_NOOP("Actions", "Link"), "Ctrl+Alt+K", Section, "Review", incident},
        {"actionitems.new", QT_TRANSLATE_NOOP("Actions", "Note an action item"), "Ctrl+I", Window, "Review", incident},
        {"actionitems.all", QT_TRANSLATE_NOOP("Actions", "Action items of all incidents"), "Ctrl+Alt+I", Window, "Review", none},
        {"actionitems.overdue", QT_TRANSLATE_NOOP("Actions", "Overdue action items of all incidents"), "", Window, "Review", none},
        {"actionitems.export", QT_TRANSLATE_NOOP("Actions", "Export the action items that are shown…"), "", Window, "Review", none},
        {"metrics.open", QT_TRANSLATE_NOOP("Actions", "Go to the metrics"), "Ctrl+M", Window, "Review", none},
        {"metrics.export", QT_TRANSLATE_NOOP("Actions", "Export the metrics…"), "", Window, "Review", none},

        {"view.command", QT_TRANSLATE_NOOP("Actions", "Command perspective"), "Ctrl+1", Window, "View", none},
        {"view.scribe", QT_TRANSLATE_NOOP("Actions", "Scribe perspective"), "Ctrl+2", Window, "View", none},
        {"view.updates", QT_TRANSLATE_NOOP("Actions", "Updates perspective"), "Ctrl+3", Window, "View", none},
        {"view.review", QT_TRANSLATE_NOOP("Actions", "Review perspective"), "Ctrl+4", Window, "View", none},
        {"view.saveperspective", QT_TRANSLATE_NOOP("Actions", "Save the perspective as…"), "Ctrl+Shift+P", Window, "View", none},
        {"view.resetperspective", QT_TRANSLATE_NOOP("Actions", "Put the perspective back as it was at first"), "Ctrl+0", Window, "View",
         none},
        {"view.bigboard", QT_TRANSLATE_NOOP("Actions", "Big board for the wall"), "F11", Window, "View", incident},
        {"view.bigboardscreen", QT_TRANSLATE_NOOP("Actions", "Big board to the next screen"), "Shift+F11", Window, "View", incident},
        {"view.nextregion", QT_TRANSLATE_NOOP("Actions", "Go to the next part of the window"), "F6", Window, "View", none},
        {"view.previousregion", QT_TRANSLATE_NOOP("Actions", "Go to the part before"), "Shift+F6", Window, "View", none},
        {"view.float", QT_TRANSLATE_NOOP("Actions", "Float the pane, or dock it again"), "Ctrl+Shift+F", Window, "View", none},
        {"view.closepane", QT_TRANSLATE_NOOP("Actions", "Close the pane"), "Ctrl+W", Window, "View", none},
        {"view.asof", QT_TRANSLATE_NOOP("Actions", "Show the incident as it was known…"), "Ctrl+Alt+Y", Window, "View", incident},
        {"notices.openlast", QT_TRANSLATE_NOOP("Actions", "Open what the notice is about"), "Ctrl+Alt+O", Window, "View", none},
        {"notices.dismiss", QT_TRANSLATE_NOOP("Actions", "Close the notice"), "Ctrl+Alt+W", Window, "View", none},
        {"view.times", QT_TRANSLATE_NOOP("Actions", "Show times in UTC, local, the plan's zone or since detection"), "Z", Window, "View",
         none},
        {"view.theme", QT_TRANSLATE_NOOP("Actions", "Dark, light or high contrast"), "Ctrl+D", Window, "View", none},

        {"plans.open", QT_TRANSLATE_NOOP("Actions", "Response plans"), "Ctrl+Shift+R", Window, "Plans", none},
        {"plans.save", QT_TRANSLATE_NOOP("Actions", "Save the plan"), "Ctrl+S", Plans, "Plans", none},
        {"plans.discard", QT_TRANSLATE_NOOP("Actions", "Discard what is not saved of the plan"), "", Plans, "Plans", none},
        {"plans.duplicate", QT_TRANSLATE_NOOP("Actions", "Duplicate the plan…"), "Ctrl+Shift+D", Plans, "Plans", none},
        {"plans.importfile", QT_TRANSLATE_NOOP("Actions", "Import a plan file…"), "Ctrl+O", Plans, "Plans", none},
        {"plans.export", QT_TRANSLATE_NOOP("Actions", "Export the plan…"), "Ctrl+E", Plans, "Plans", none},
        {"plans.remove", QT_TRANSLATE_NOOP("Actions", "Remove the plan"), "", Plans, "Plans", none},
        {"plans.declare", QT_TRANSLATE_NOOP("Actions", "Declare an incident under the plan…"), "Ctrl+N", Plans, "Plans", none},

        {"help.shortcuts", QT_TRANSLATE_NOOP("Actions", "Shortcuts and the scribe's grammar"), "?", Window, "Help", none},
        {"help.palette", QT_TRANSLATE_NOOP("Actions", "Command palette"), "Ctrl+K", Window, "Help", none},
    };
    return table;
}

const ActionRow *findAction(const QString &id)
{
    const auto &all = allActions();
    const auto row = std::find_if(all.begin(), all.end(), [&id](const ActionRow &candidate) { return id == QLatin1String(candidate.id); });
    return row == all.end() ? nullptr : &*row;
}

QString actionText(const ActionRow &row)
{
    return QCoreApplication::translate("Actions", row.text);
}

const std::vector<const char *> &menuTitles()
{
    static const std::vector<const char *> titles = {QT_TRANSLATE_NOOP("Actions", "Incident"), QT_TRANSLATE_NOOP("Actions", "Log"),
                                                     QT_TRANSLATE_NOOP("Actions", "Command"),  QT_TRANSLATE_NOOP("Actions", "Updates"),
                                                     QT_TRANSLATE_NOOP("Actions", "Review"),   QT_TRANSLATE_NOOP("Actions", "Plans"),
                                                     QT_TRANSLATE_NOOP("Actions", "View"),     QT_TRANSLATE_NOOP("Actions", "Help")};
    return titles;
}

bool scopesMeet(ActionScope one, ActionScope other)
{
    const auto apart = [](ActionScope scope) { return scope == Plans || scope == Section; };
    if (apart(one) || apart(other)) // a window of its own; a text that hears its keys first
        return one == other;
    return one == other || one == Window || other == Window;
}

QStringList shortcutConflicts(const std::vector<ActionRow> &rows)
{
    QStringList conflicts;
    for (size_t a = 0; a < rows.size(); ++a) {
        const QKeySequence key(QString::fromLatin1(rows[a].shortcut), QKeySequence::PortableText);
        for (size_t b = a + 1; b < rows.size(); ++b) {
            const QKeySequence other(QString::fromLatin1(rows[b].shortcut), QKeySequence::PortableText);
            if (!key.isEmpty() && scopesMeet(rows[a].scope, rows[b].scope) && key == other)
                conflicts << QStringLiteral("%1: %2, %3").arg(key.toString(), QLatin1String(rows[a].id), QLatin1String(rows[b].id));
        }
    }
    return conflicts;
}

} // namespace qd::ui
