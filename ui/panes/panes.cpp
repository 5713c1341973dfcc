#include "ui/panes/actionitems/actionitemspane.h"
#include "ui/panes/asks/askspane.h"
#include "ui/panes/board/boardpane.h"
#include "ui/panes/checklist/checklistpane.h"
#include "ui/panes/clocks/clockspane.h"
#include "ui/panes/escalation/escalationpane.h"
#include "ui/panes/hypotheses/hypothesespane.h"
#include "ui/panes/metrics/metricspane.h"
#include "ui/panes/pane.h"
#include "ui/panes/postmortem/postmortempane.h"
#include "ui/panes/related/relatedpane.h"
#include "ui/panes/roles/rolespane.h"
#include "ui/panes/scenario/scenariopane.h"
#include "ui/panes/scribe/scribepane.h"
#include "ui/panes/updates/updatespane.h"

namespace qd::ui {

// The timeline is no dock: it is what the others stand around.
const std::vector<PaneDescriptor> &allPanes()
{
    static const std::vector<PaneDescriptor> table = {
        {"board", QT_TRANSLATE_NOOP("Panes", "Board"), Qt::LeftDockWidgetArea, true, createBoardPane},
        {"clocks", QT_TRANSLATE_NOOP("Panes", "Clocks"), Qt::RightDockWidgetArea, true, createClocksPane},
        {"roles", QT_TRANSLATE_NOOP("Panes", "Roles"), Qt::RightDockWidgetArea, true, createRolesPane},
        {"checklist", QT_TRANSLATE_NOOP("Panes", "Checklist"), Qt::RightDockWidgetArea, false, createChecklistPane},
        {"scenario", QT_TRANSLATE_NOOP("Panes", "Scenario"), Qt::RightDockWidgetArea, false, createScenarioPane},
        {"escalation", QT_TRANSLATE_NOOP("Panes", "Escalation"), Qt::RightDockWidgetArea, false, createEscalationPane},
        {"hypotheses", QT_TRANSLATE_NOOP("Panes", "Hypotheses"), Qt::RightDockWidgetArea, false, createHypothesesPane},
        {"asks", QT_TRANSLATE_NOOP("Panes", "Asks"), Qt::RightDockWidgetArea, false, createAsksPane},
        {"updates", QT_TRANSLATE_NOOP("Panes", "Updates"), Qt::RightDockWidgetArea, false, createUpdatesPane},
        {"actionitems", QT_TRANSLATE_NOOP("Panes", "Action items"), Qt::RightDockWidgetArea, false, createActionItemsPane},
        {"postmortem", QT_TRANSLATE_NOOP("Panes", "Post-mortem"), Qt::RightDockWidgetArea, false, createPostmortemPane},
        {"metrics", QT_TRANSLATE_NOOP("Panes", "Metrics"), Qt::RightDockWidgetArea, false, createMetricsPane},
        {"related", QT_TRANSLATE_NOOP("Panes", "Related"), Qt::RightDockWidgetArea, false, createRelatedPane},
        {"scribe", QT_TRANSLATE_NOOP("Panes", "Scribe"), Qt::BottomDockWidgetArea, true, createScribePane},
    };
    return table;
}

} // namespace qd::ui
