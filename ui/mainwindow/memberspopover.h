#pragma once
// Who may see the incident: its members, while it is restricted. Over the window, never a dialog: the window goes on behind it, and Escape gives
// the focus back.

#include "ui/panes/pane.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QPushButton;

namespace qd::ui {

class CardList;
class ToneLabel;

class MembersPopover : public QFrame
{
    Q_OBJECT

public:
    MembersPopover(const PaneContext &context, const QWidget &below, QWidget *window); // `below` stays in sight
    void toggle();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeList();
    void refresh();
    void place();
    void leave();
    void enter(); // the field: a member more, or the codename under which it is restricted
    void lift();
    void remove(const QString &person);
    bool submit(const Command &command);
    [[nodiscard]] QStringList candidates() const;

    const PaneContext &m_context;
    const QWidget *m_below;
    ToneLabel *m_title;
    ToneLabel *m_words;
    CardList *m_members;
    QLineEdit *m_field;
    QPushButton *m_enter;
    QPushButton *m_lift;
    ToneLabel *m_error;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace qd::ui
