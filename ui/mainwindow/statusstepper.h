#pragma once
// The statuses of an incident as steps. The one that it is in is checked; a click or a key moves it there, also back.

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QAbstractButton;

namespace qd::ui {

class StatusStepper : public QWidget
{
    Q_OBJECT

public:
    StatusStepper(const Theme &theme, QWidget *parent);
    void setStatus(const QString &status);

signals:
    void chosen(const QString &status);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::vector<QAbstractButton *> m_steps; // in the order of allStatuses()
    QString m_status;
};

} // namespace qd::ui
