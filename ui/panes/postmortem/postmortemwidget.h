#pragma once
// The post-mortem: outline, section, and what it is written from; draft, in review, final; export.

#include "models/review/finaldocument.h"
#include "models/review/review.h"
#include "ui/panes/panebase.h"

class QSplitter;
class QUrl;

namespace qd::ui {

class CardList;
class Evidence;
class ExportControl;
class PostmortemHead;
class SectionEditor;

class PostmortemWidget : public PaneBase, public PaneActions
{
    Q_OBJECT

public:
    PostmortemWidget(const PaneContext &context, QWidget *parent);
    ~PostmortemWidget() override;
    // open, with a section's id or none; export, with a path or none; the others are rows of the table of actions
    void perform(const QString &verb, const QVariant &about) override;

protected:
    void refresh() override;
    void incidentOpened() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectHead();
    void connectEvidence();
    void readRecord();
    void readFinal();
    void showOutline();
    void showAll();
    void choose(const QString &section);
    void stepSection(int by);
    void place();
    [[nodiscard]] bool isReadOnly() const;

    // postmortemwidget_acts.cpp
    void move(const QString &state);
    void showSnapshot(bool snapshot);
    void markInternal(bool internal);
    void toggleInternal();
    void comment();
    void drop(const QString &markdown, const QPoint &screenPlace);
    void pull(const QString &markdown);
    void follow(const QUrl &link);
    void seekFinding(const review::Finding &finding);
    void seekWords(const QString &section, const QString &words);
    void refuse(const QString &sentence);
    [[nodiscard]] bool performOnSection(const QString &verb);
    [[nodiscard]] bool performOnReview(const QString &verb);

    PostmortemHead *m_head;
    ExportControl *m_export;
    CardList *m_outline;
    SectionEditor *m_editor;
    Evidence *m_evidence;
    QSplitter *m_split; // the outline beside the rest
    QSplitter *m_right; // the section beside, or above, the evidence
    std::vector<review::DraftSection> m_sections;
    std::vector<review::Finding> m_findings;
    review::Documented m_final;  // what was made final; of no meaning while it is not
    EventId m_finalOf;           // the event that made it final
    qsizetype m_finalCount = -1; // of the events that it was worked out from
    qsizetype m_since = 0;
    bool m_snapshot = true;
    bool m_begun = false; // a section was chosen of the incident that is open
    int m_columns = 0;
};

} // namespace qd::ui
