#pragma once
// A few states in their order, as steps. The one that stands is checked; a click or a key asks for another, also back.

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QAbstractButton;

namespace qd::ui {

struct Step
{
    QString id;
    QString text;
};

class Stepper : public QWidget
{
    Q_OBJECT

public:
    Stepper(const Theme &theme, const std::vector<Step> &steps, QWidget *parent);
    void setCurrent(const QString &id);     // an unknown one: the first
    void setShown(size_t step, bool shown); // those ahead that nobody needs yet
    [[nodiscard]] size_t current() const { return m_current; }
    [[nodiscard]] size_t count() const { return m_buttons.size(); }

signals:
    void chosen(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addStep(const Theme &theme, const Step &step);
    void showCurrent();

    std::vector<Step> m_steps;
    std::vector<QAbstractButton *> m_buttons;
    size_t m_current = 0;
};

} // namespace qd::ui
