#include "ui/mainwindow/statusstepper.h"

#include "models/core/incident.h"
#include "models/items/words.h"

namespace qd::ui {
namespace {

std::vector<Step> steps()
{
    std::vector<Step> all;
    for (const QString &status : allStatuses())
        all.push_back({status, items::statusWord(status)});
    return all;
}

} // namespace

StatusStepper::StatusStepper(const Theme &theme, QWidget *parent) : Stepper(theme, steps(), parent)
{
    setAccessibleName(tr("Status"));
    setAccessibleDescription(tr("Left and right arrows choose a status, Enter sets it"));
}

void StatusStepper::setStatus(const QString &status)
{
    setCurrent(status);
    setShown(count() - 1, current() + 2 >= count()); // "closed" comes into sight once it is resolved
}

} // namespace qd::ui
