#pragma once
// Who holds what. An empty required seat is the loudest thing here; a handover is offered with a brief, and accepted.

#include "ui/panes/panebase.h"
#include "ui/widgets/promptoffers.h"

namespace qd::ui {

class CardList;
class ToneLabel;

class RolesWidget : public PaneBase, public PaneActions
{
    Q_OBJECT

public:
    RolesWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // its keys' verbs; about: a role's id, or none

protected:
    void refresh() override;
    void tick(Instant now) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addKeys();
    void showDuties();
    void placeDuties();
    void choose(const QString &role); // Enter: accept what is offered to me, see what I offered, else assign
    void press(const QString &role);  // the word at the end of the row
    void askAssign(const QString &role);
    void askHandover(const QString &role);
    void take(const QString &role);
    void accept(const QString &role);
    void release(const QString &role);
    void withdraw(const QString &role);
    [[nodiscard]] QString roleMeant(const QString &verb) const; // where none was named
    [[nodiscard]] QString briefFor(const QString &role) const;  // as it was left, else from the record
    [[nodiscard]] QString draftKey(const QString &role) const;
    void keepBrief(const QString &role, const QString &text) const;
    [[nodiscard]] QString nameOf(const QString &role) const;
    [[nodiscard]] std::vector<PromptOffer> peopleToOffer() const; // who is on call first
    void showOnCall();

    CardList *m_list;
    ToneLabel *m_onCall;
    QWidget *m_dutiesTitle;
    CardList *m_duties;
};

} // namespace qd::ui
