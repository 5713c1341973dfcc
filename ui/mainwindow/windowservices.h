#pragma once
// What the window is given by the program.

#include "models/plan/planstore.h"
#include "models/session/planreview.h"
#include "models/session/session.h"
#include "models/settings/settings.h"

#include <memory>

namespace qd {
class SharedDatabase;
}

namespace qd::ui {

class NoticeDelivery;

struct WindowServices // all of them outlive the window
{
    IncidentSession &session;
    Settings &settings;
    std::function<Result<QString>(const QString &path)> importPlan; // installs a plan file; gives the plan's name
    std::function<std::unique_ptr<PlanReview>()> reviewPlan;        // for a written plan
    std::function<Result<QString>()> startDrill;                    // puts the sample into the record; gives its reference
    std::function<QString(const QString &key)> loadDraft;
    std::function<void(const QString &key, const QString &text)> keepDraft;
    NoticeDelivery *desktopNotices = nullptr; // the desktop's notifications, where there is such a thing
    std::function<void(bool urgent)> playSound = {};
    std::function<void()> onCallChosen = {};            // other schedules are to be read
    plan::PlanStore plans = plan::PlanStore(QString()); // those that ship, where there is no folder for others
    SharedDatabase *shared = nullptr;                   // none: the record is this desk's alone
};

} // namespace qd::ui
