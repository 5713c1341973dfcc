#pragma once
// The statuses of an incident as steps.

#include "ui/widgets/stepper.h"

namespace qd::ui {

class StatusStepper : public Stepper
{
    Q_OBJECT

public:
    StatusStepper(const Theme &theme, QWidget *parent);
    void setStatus(const QString &status);
};

} // namespace qd::ui
