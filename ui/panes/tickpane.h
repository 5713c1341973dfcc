#pragma once
// What the panes share whose rows are ticked into the timeline, and whose commands are copied and never run.

#include "ui/panes/panebase.h"

namespace qd::ui {

class CardList;

class TickPane : public PaneBase
{
    Q_OBJECT

protected:
    TickPane(const PaneContext &context, const QString &listName, QWidget *parent);
    void tickOrCopy(const QString &card);
    void copyCommand(const QString &card); // of the row, or of its step; nothing where there is none

    CardList *m_list;
};

} // namespace qd::ui
