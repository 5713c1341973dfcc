#pragma once
// Takes the next key that is pressed in it, whatever that key means elsewhere. Tab still leaves; Backspace means no key.

#include <QKeySequence>
#include <QLineEdit>

namespace qd::ui {

class KeyField : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyField(QWidget *parent);

signals:
    void pressed(const QKeySequence &key); // empty: none is wanted

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace qd::ui
