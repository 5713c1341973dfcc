#pragma once
// A plan that can be edited: its parts unfold, a value is changed in its row, and what the checker says stands beside it.

#include "models/session/planediting.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace qd::ui {

class CardList;
struct Prompt;

class PlanView : public QWidget
{
    Q_OBJECT

public:
    PlanView(PlanEditing &editing, const Theme &theme, QWidget *parent);
    void showFact(const QString &name);                      // unfolds what it is in
    void setMarks(const QHash<QString, QStringList> &marks); // words beside facts, by name
    void unfold(const QStringList &names);                   // these and no others
    [[nodiscard]] QString currentFact() const;

signals:
    void factChosen(const QString &name); // by a person

private:
    void addKeys();
    void refresh();
    void edit(const QString &name);
    void editWords(const plan::Fact &fact);
    void askName(const QString &list, const QString &row);
    void add();
    void fold(const QString &name);
    void act(const std::function<Result<QString>(const QString &name)> &change);
    void remove();
    [[nodiscard]] QString listAround(const QString &name) const; // the list that a row belongs to; empty: none

    PlanEditing &m_editing;
    QLineEdit *m_filter;
    QCheckBox *m_unsaid;
    CardList *m_list;
    QSet<QString> m_unfolded;
    QHash<QString, QStringList> m_marks;
};

} // namespace qd::ui
