#pragma once
// Rows that can be selected by the several and carried with the mouse to where they are wanted. Carried by hand, without a loop of events of
// its own: the incident goes on meanwhile.

#include "ui/widgets/cardlist.h"

namespace qd::ui {

class EntryList : public CardList
{
    Q_OBJECT

public:
    EntryList(const QString &accessibleName, const Theme &theme, const CardStyle &style, QWidget *parent);
    [[nodiscard]] QStringList selectedIds() const; // in the order of the rows; the current one where none is selected

signals:
    void carried(const QPoint &screenPlace); // and let go there

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QPoint m_pressed;
    bool m_onRow = false;
    bool m_carrying = false;
};

} // namespace qd::ui
