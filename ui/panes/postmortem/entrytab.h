#pragma once
// The timeline beside the section: what was noted, to be found by its words and pulled into the text as lines that follow the record.

#include "ui/panes/pane.h"

class QLineEdit;
class QPushButton;

namespace qd::ui {

class EntryList;
class ToneLabel;

class EntryTab : public QWidget
{
    Q_OBJECT

public:
    EntryTab(const PaneContext &context, QWidget *parent);
    void refresh(const Incident &incident);
    void showOnly(const std::vector<EventId> &entries, const QString &of); // those that a fact rests on
    [[nodiscard]] bool goTo(const EventId &entry);                         // false: it has no such row
    void takeFocus();

signals:
    void pulled(const QString &markdown);
    void dropped(const QString &markdown, const QPoint &screenPlace);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCards();
    void showAll();
    [[nodiscard]] QString lines() const; // of the selected entries, in their order

    const PaneContext &m_context;
    QList<TimelineEntry> m_entries;
    std::vector<int> m_order;
    QSet<QString> m_only;
    QLineEdit *m_filter;
    ToneLabel *m_about;
    QPushButton *m_all;
    EntryList *m_list;
    ToneLabel *m_hint;
};

} // namespace qd::ui
