#pragma once
// The dialog of the shared database once the record is shared: how it stands, what waits and what stays here, who is there, who may do what.

#include "ui/hub/hubwords.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace qd::ui {

class CardList;
class ToneLabel;

class HubPage : public QWidget
{
    Q_OBJECT

public:
    HubPage(SharedDatabase &shared, const IncidentSession &session, const TimeDisplay &times, const Theme &theme, QWidget *parent);
    void begin();                      // takes the focus, reads the members anew
    void say(const QString &sentence); // below the state, for as long as the state stays

signals:
    void left();

private:
    void makeHead(QVBoxLayout &column);
    void makePassword(QVBoxLayout &column);
    void makePeople(QVBoxLayout &column);
    void makeFoot(QVBoxLayout &column);
    [[nodiscard]] ToneLabel *addFact(QVBoxLayout &column, const QString &name);
    void refresh();
    void showHeld();
    void showPeople();
    void readMembers();
    void usePassword();
    void askStanding(const hub::HubMember &member, bool isMember);
    void change(const QString &login);
    void grant(const hub::HubMember &member, bool isMember);
    void revoke(const QString &login);
    void leave();
    void report(const Result<void> &done);
    [[nodiscard]] QString clockWords() const;
    [[nodiscard]] QString incidentName(const IncidentId &incident) const; // as it is called outside its own panes

    SharedDatabase &m_shared;
    const IncidentSession &m_session;
    const TimeDisplay &m_times;
    const Theme &m_theme;
    std::vector<hub::HubMember> m_members;
    ToneLabel *m_state = nullptr;
    ToneLabel *m_more = nullptr;
    ToneLabel *m_said = nullptr;
    ToneLabel *m_where = nullptr;
    ToneLabel *m_who = nullptr;
    ToneLabel *m_clock = nullptr;
    ToneLabel *m_heldTitle = nullptr;
    ToneLabel *m_held = nullptr;
    ToneLabel *m_peopleSaid = nullptr;
    QWidget *m_passwordRow = nullptr;
    QLineEdit *m_password = nullptr;
    CardList *m_people = nullptr;
    QPushButton *m_give = nullptr;
    QPushButton *m_leave = nullptr;
};

} // namespace qd::ui
