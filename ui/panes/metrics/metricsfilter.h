#pragma once
// Which incidents are counted: of which days, plan, severity, service and type, with drills or without.

#include "ui/panes/metrics/metricspage.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QGridLayout;
class QHBoxLayout;
class QPushButton;

namespace qd::ui {

class ChoiceBox;

class MetricsFilter : public QWidget
{
    Q_OBJECT

public:
    explicit MetricsFilter(QWidget *parent);
    void setChoices(const MetricsChoices &choices); // what was chosen stays, also where there is no such thing any more
    [[nodiscard]] review::MetricsQuery query(QDate today) const;
    void showAll();                                 // of all days, and nothing left out but drills
    [[nodiscard]] QString words(QDate today) const; // "22 Nov 2025 to 21 Nov 2026, plan Default, P0"
    void addWidget(QWidget *widget);                // at the right end

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRanges();
    ChoiceBox *makeChoice(const QString &name, const QString &all);
    void place(bool narrow);

    QButtonGroup *m_ranges;
    QGridLayout *m_grid;
    QHBoxLayout *m_first, *m_second;
    ChoiceBox *m_plan, *m_severity, *m_service, *m_type;
    QCheckBox *m_drills;
    bool m_narrow = false;
};

} // namespace qd::ui
