#pragma once
// The severity as a word in its colour. A click asks for another one, and why, in place.

#include "models/session/session.h"
#include "ui/theme/theme.h"

#include <QPushButton>

namespace qd::ui {

class SeverityBadge : public QPushButton
{
    Q_OBJECT

public:
    SeverityBadge(IncidentSession &session, const Theme &theme, QWidget *parent);
    void refresh();
    void ask(); // opens the question below the badge

signals:
    void answered(); // or left

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    IncidentSession &m_session;
    const Theme &m_theme;
    int m_rank = -1;
};

} // namespace qd::ui
