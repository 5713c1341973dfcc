#pragma once
// The window: the header on top, the timeline in the middle, every other pane a dock around it. It holds panes, runs actions by their ids, and
// remembers where things stand; what happens to an incident goes through the session.

#include "ui/actions/shortcuts.h"
#include "ui/mainwindow/perspectivekeeper.h"
#include "ui/mainwindow/windowservices.h"
#include "ui/panes/pane.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <memory>

class QMenuBar;
class QStackedWidget;

namespace qd::ui {

class AsOfBar;
class BigBoard;
class BriefPopover;
class BundleBand;
class CommandPalette;
class ConflictBand;
class DeclareDialog;
class Header;
class HubDialog;
class ImportWindow;
class IncidentTrail;
class LazyDock;
class Menus;
class MembersPopover;
class MergedBand;
class NoticeCentre;
class NoticeStrip;
class PlansWindow;
class PreferencesDialog;
class ShortcutSheet;
class StatusLine;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const WindowServices &services, Theme &theme);
    ~MainWindow() override;
    void begin();     // makes what is in it; comes by itself after the first paint, so that the window is there at once
    void showPanes(); // the docks come into sight; before, the window is quiet
    void usePerspective(const QString &id);
    void run(const QString &action, const QVariant &about = {});
    [[nodiscard]] QByteArray layoutBlob(); // as it is now
    void useLayout(const QByteArray &blob);
    [[nodiscard]] bool isPresenting() const; // the big board is on a screen: others look at it
    [[nodiscard]] BigBoard *bigBoard() const { return m_bigBoard; }
    [[nodiscard]] Shortcuts &shortcuts() { return m_shortcuts; }
    [[nodiscard]] PerspectiveKeeper &perspectives() { return *m_perspectives; }
    [[nodiscard]] NoticeCentre *notices() const { return m_notices; }
    [[nodiscard]] LazyDock *dock(const QString &pane) const { return m_docks.value(pane); }

signals:
    void begun();
    void presentingChanged(bool presenting);

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    using Handler = std::function<void(const QVariant &about)>;
    void makeTop();
    void addHeader();
    void makeDocks();
    void connectSession();
    void makeNotices();
    void fillViewMenu();
    void showOwnPerspectives();
    void showKeys();
    void keepTimeMode();
    void incidentOpened();
    void showTitle();
    bool reachPane(const QString &action, const QVariant &about);
    void focusScribe();

    // windowactions.cpp
    void makeHandlers();
    void addIncidentHandlers();
    void addViewHandlers();
    void addPlaceHandlers();
    void addHelpHandlers();
    void addNoticeHandlers();
    void addPlanHandlers();
    void addSharedHandlers();
    void declare(const QString &plan);
    void importPlan(const QString &path); // empty: asks for one
    void installPlan(const QString &path);
    void reviewPlan(const QString &path);
    void planInstalled(const QString &name);
    void startDrill();
    void openHub();
    void openPalette();
    void nextTheme();
    void askPerspectiveName();
    void removePerspective(const QString &name);
    [[nodiscard]] LazyDock *dockWithFocus() const;
    void report(const Result<EventId> &done);

    WindowServices m_services;
    Theme &m_theme;
    TimeDisplay m_times;
    PaneContext m_context;
    QHash<QString, Handler> m_handlers;
    QHash<QString, LazyDock *> m_docks;
    std::unique_ptr<Menus> m_menus;
    Shortcuts m_shortcuts;
    PerspectiveKeeper *m_perspectives;
    bool m_begun = false;
    bool m_panesShown = false;
    QMenuBar *m_bar = nullptr;
    Header *m_header = nullptr;
    AsOfBar *m_asOf = nullptr;
    MergedBand *m_merged = nullptr;
    BundleBand *m_bundle = nullptr;
    ConflictBand *m_conflicts = nullptr;
    IncidentTrail *m_trail = nullptr;
    StatusLine *m_status = nullptr;
    QStackedWidget *m_centre = nullptr;
    QWidget *m_timeline = nullptr;
    NoticeStrip *m_strip = nullptr;
    NoticeCentre *m_notices = nullptr;
    CommandPalette *m_palette = nullptr;
    BigBoard *m_bigBoard = nullptr;
    BriefPopover *m_brief = nullptr;
    MembersPopover *m_members = nullptr;
    QPointer<DeclareDialog> m_declare;
    QPointer<ImportWindow> m_import;
    QPointer<PlansWindow> m_plans;
    QPointer<ShortcutSheet> m_sheet;
    QPointer<PreferencesDialog> m_preferences;
    QPointer<HubDialog> m_hub;
};

} // namespace qd::ui
