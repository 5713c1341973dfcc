#pragma once
// The line that is there while the timeline is filtered: what it is filtered by, each to be taken away, and how much is shown.

#include "models/items/timelinefilter.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace qd::ui {

class ToneLabel;

class FilterStrip : public QWidget
{
    Q_OBJECT

public:
    FilterStrip(const Theme &theme, QWidget *parent);
    void showFilter(const items::TimelineFilter &filter, int shown, int all);
    void say(const QString &sentence); // what could not be understood, until something else is shown

signals:
    void removed(const qd::items::FilterTerm &term);
    void cleared();

private:
    void addChip(const items::FilterTerm &term);

    const Theme &m_theme;
    QHBoxLayout *m_chips;
    ToneLabel *m_words;
    QWidget *m_clear;
};

} // namespace qd::ui
