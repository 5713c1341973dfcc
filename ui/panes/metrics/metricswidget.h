#pragma once
// What many incidents say together: numbers, charts, and the incidents behind each.

#include "ui/panes/pane.h"

#include <QPointer>
#include <QStackedWidget>

class QScrollArea;

namespace qd::ui {

class EmptyState;
class MetricsBook;
class MetricsFilter;
class MetricsIncidents;
class MetricsSheet;
class ToneLabel;

class MetricsWidget : public QStackedWidget, public PaneActions
{
    Q_OBJECT

public:
    MetricsWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // open: takes the focus; export: to the file, else asks for one

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makePage();
    QWidget *makeEmpty();
    void ask();
    void showPage();
    void listIncidents(const QString &what, const std::vector<int> &places);
    void endList();
    void offerFile();
    void exportTo(const QString &path);
    void say(const QString &sentence, Colour colour);
    [[nodiscard]] QDate today() const;

    const PaneContext &m_context;
    MetricsBook *m_book;
    QWidget *m_page, *m_empty, *m_waiting;
    ToneLabel *m_progress;
    MetricsFilter *m_filter;
    QScrollArea *m_scroll;
    MetricsSheet *m_sheet;
    QWidget *m_noMatch;
    MetricsIncidents *m_incidents;
    ToneLabel *m_notice;
    QPointer<QWidget> m_asked; // had the focus when the list was asked for
};

} // namespace qd::ui
