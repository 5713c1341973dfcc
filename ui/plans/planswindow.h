#pragma once
// "Response plans": the plans there are, what each says, its source, its versions and the incidents that ran under them. A window of its own
// that blocks nothing. What is written and not saved is kept for each plan, also when the window or the program ends.

#include "ui/plans/plandraft.h"
#include "models/items/card.h"
#include "ui/plans/planshelf.h"

#include <QDialog>

class QTabWidget;

namespace qd::ui {

class CardList;
class SourceTab;
class ToneLabel;
class VersionsTab;

class PlansWindow : public QDialog, public PaneActions
{
    Q_OBJECT

public:
    PlansWindow(const PaneContext &context, const plan::PlanStore &store, QWidget *parent);
    // open (about: a plan's id, or "source", "versions"), save, discard, duplicate, importfile, export, remove, declare, undo
    void perform(const QString &verb, const QVariant &about) override;
    void reload();
    [[nodiscard]] PlanDraft &draft() { return *m_draft; }

private:
    struct Offer // what can be done about what was said
    {
        QString words;
        std::function<void()> act;
    };
    QWidget *makeLeft();
    QWidget *makeTop();
    QWidget *makeMessage();
    void makeTabs();
    void connectParts();
    QPushButton *button(const QString &text, const char *verb, QWidget *parent);
    void addKeys();
    void showShelf();
    void showTop();
    void openPlan(const QString &id);
    void say(const QString &sentence, Colour colour = Colour::Text, const Offer &offer = {});
    [[nodiscard]] items::Card planCard(const ShelfPlan &plan) const;
    [[nodiscard]] QString stateOf(const ShelfPlan &plan) const;

    // planswindow_acts.cpp
    [[nodiscard]] plan::Installing installing(const QString &how) const;
    void save();
    void saved(const plan::PlanSummary &summary, const QString &text);
    void discard();
    void duplicate();
    void install(const std::function<Result<plan::PlanSummary>()> &work, const QString &sentence);
    void importFile();
    void exportFile();
    void remove();
    void bringBack(const QString &id, int number);
    void adopt();
    void openIncident(const IncidentId &incident);
    [[nodiscard]] Offer adoption(const QString &id);

    const PaneContext &m_context;
    plan::PlanStore m_store;
    PlanDraft *m_draft;
    PlanShelf *m_shelf;
    QString m_current; // the plan that is shown
    QString m_wanted;  // to be shown once the shelf has it
    bool m_saveWhenChecked = false;
    std::function<void()> m_offered;
    CardList *m_list = nullptr;
    ToneLabel *m_name = nullptr;
    ToneLabel *m_state = nullptr;
    QWidget *m_band = nullptr;
    ToneLabel *m_message = nullptr;
    QPushButton *m_offer = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_remove = nullptr;
    QTabWidget *m_tabs = nullptr;
    SourceTab *m_source = nullptr;
    VersionsTab *m_versions = nullptr;
};

} // namespace qd::ui
