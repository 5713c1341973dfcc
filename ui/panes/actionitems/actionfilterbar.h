#pragma once
// What of all incidents' action items is shown: chips, and a line that also takes @owner and #detect.

#include "models/review/actionlist.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace qd::ui {

class ActionFilterBar : public QWidget
{
    Q_OBJECT

public:
    ActionFilterBar(const QString &person, QWidget *parent); // who looks
    [[nodiscard]] review::ActionFilter filter() const;
    [[nodiscard]] bool isAsAtFirst() const; // what is open, and nothing more is asked
    void setCounts(const review::ActionList &all);
    void showOverdue();
    void showClosed();
    void clear();
    void takeFocus();

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Chip { Overdue, Mine, Nobodys, Closed, Prevent, Detect, Respond, ChipCount };
    void setOnly(std::initializer_list<Chip> on);
    void chipToggled(Chip chip, bool on);
    void fit();

    QString m_person;
    std::vector<QPushButton *> m_chips;
    QLineEdit *m_text;
    bool m_setting = false;
};

} // namespace qd::ui
