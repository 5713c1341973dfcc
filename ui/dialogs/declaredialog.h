#pragma once
// Declares an incident: a title is enough. It does not block the window, and what is wrong is said in place.

#include "models/core/likeness.h"
#include "models/plan/plan.h"
#include "ui/panes/pane.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace qd::ui {

class CardList;
class ChoiceBox;
class ToneLabel;

class DeclareDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DeclareDialog(const PaneContext &context, QWidget *parent, bool drill = false); // deletes itself when it is closed
    void choosePlan(const QString &id);                                                      // one that is not there changes nothing
    [[nodiscard]] QString plan() const;                                                      // the id of the one that is chosen

private:
    void makeFields();
    void makeForm();
    QWidget *makeFoot();
    QLineEdit *makeLine(const QString &name, const QString &placeholder);
    void adoptPlan(); // the one that is chosen
    void showSeverities();
    void showDetected();
    [[nodiscard]] Result<command::Declare> declaration() const;
    void declare();
    void refuse(const QString &sentence);
    QWidget *makeLike();
    void lookForLike(); // among the open ones: what is declared twice costs both
    void showLike(const std::vector<LikeHit> &hits);

    const PaneContext &m_context;
    plan::Plan m_plan;
    QLineEdit *m_title;
    ChoiceBox *m_severity;
    ChoiceBox *m_planChoice;
    QLineEdit *m_type;
    QLineEdit *m_services;
    QLineEdit *m_impact;
    QLineEdit *m_detected;
    ToneLabel *m_detectedHint;
    QCheckBox *m_drill;
    QCheckBox *m_restricted;
    QLineEdit *m_codename;
    CardList *m_definitions;
    ToneLabel *m_error;
    ToneLabel *m_like;
    QPushButton *m_openLike;
    QWidget *m_likeRow;
    IncidentId m_likest;
    QTimer m_soon; // after the last key
};

} // namespace qd::ui
