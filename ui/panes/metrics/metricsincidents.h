#pragma once
// The incidents behind a number.

#include "ui/panes/metrics/metricspage.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace qd::ui {

class CardList;
class ToneLabel;

class MetricsIncidents : public QWidget
{
    Q_OBJECT

public:
    MetricsIncidents(const Theme &theme, QWidget *parent);
    void show(const MetricsPage &page, const QString &what, const review::Members &places);
    [[nodiscard]] CardList *list() const { return m_list; }

signals:
    void opened(const QString &incident); // its id
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override; // the hairline above

private:
    const Theme &m_theme;
    ToneLabel *m_what;
    CardList *m_list;
};

} // namespace qd::ui
