#pragma once
// The window's program: makes the services and hands them on.

#include "app/common/correctedclock.h"
#include "app/common/systemclock.h"
#include "app/notices/desktopnotices.h"
#include "app/notices/soundplayer.h"
#include "app/quarterdeck/hubreach.h"
#include "app/quarterdeck/oncallwiring.h"
#include "app/quarterdeck/options.h"
#include "app/quarterdeck/systemlook.h"
#include "models/journal/journal.h"
#include "models/plan/importstore.h"
#include "models/plan/planstore.h"
#include "models/session/shareddatabase.h"
#include "models/settings/draftstore.h"
#include "ui/mainwindow/mainwindow.h"

class QApplication;
class QTemporaryDir;

namespace qd {

class Program
{
public:
    Program(const Options &options, std::unique_ptr<Journal> journal);
    ~Program();
    int run(QApplication &app); // the exit code

private:
    [[nodiscard]] IncidentSession::Services sessionServices();
    [[nodiscard]] ui::WindowServices windowServices();
    [[nodiscard]] DesktopNotices::Setup desktopSetup();
    [[nodiscard]] HubReach::Setup hubSetup();
    void playSound(bool urgent);
    [[nodiscard]] Result<QString> importPlan(const QString &path) const;
    [[nodiscard]] std::unique_ptr<PlanReview> reviewPlan() const;
    [[nodiscard]] Result<QString> startDrill();
    void followSystem(QApplication &app);
    void openFirst();
    void openMostUrgent(qsizetype openIncidents);
    void takePicture();

    Options m_options;
    std::unique_ptr<QTemporaryDir> m_scratch; // of a picture: it shows the window as it is at first, not as somebody left it
    SystemClock m_machine;
    CorrectedClock m_clock; // everything goes by it
    plan::PlanStore m_plans;
    plan::ImportStore m_imports;
    std::unique_ptr<Journal> m_journal;
    Settings m_settings;
    DraftStore m_drafts;
    ui::Theme m_theme;
    SystemLook m_look;
    IncidentSession m_session;
    HubReach m_hub;
    SharedDatabase m_shared;
    OnCallWiring m_onCall;
    SoundPlayer m_sounds;
    DesktopNotices m_notices;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace qd
