#pragma once
// The post-mortem: outline, section, and what it is written from; draft, in review, final; export.

#include "models/review/review.h"
#include "ui/panes/panebase.h"

class QMenu;
class QPushButton;
class QSplitter;

namespace qd::ui {

class CardList;
class Evidence;
class SectionEditor;
class ToneLabel;

class PostmortemWidget : public PaneBase, public PaneActions
{
    Q_OBJECT

public:
    PostmortemWidget(const PaneContext &context, QWidget *parent);
    ~PostmortemWidget() override;
    void perform(const QString &verb, const QVariant &about) override; // open, with a section's id or none; export, with a path or none

protected:
    void refresh() override;
    void incidentOpened() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHead();
    void showState();
    void choose(const QString &section);
    void move(const QString &state);
    void offerFormats();
    void askWhere(const QString &ending);
    void exportTo(const QString &path);

    ToneLabel *m_state;
    QPushButton *m_back;
    QPushButton *m_onward;
    QPushButton *m_export;
    QMenu *m_formats;
    CardList *m_outline;
    SectionEditor *m_editor;
    Evidence *m_evidence;
    QSplitter *m_split;
    std::vector<review::DraftSection> m_sections;
    bool m_begun = false; // a section was chosen of the incident that is open
};

} // namespace qd::ui
