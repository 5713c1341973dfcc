#pragma once
// The scribe's pane: the line, what it will become, and its way into the record. Nothing typed is lost: a draft is kept as it is written, and
// until what was logged is durable; a line that could not be stored stays.
//
// Up goes to the last entry, to correct it, and further up through earlier lines; Down comes back, to what was being written.

#include "models/items/completion.h"
#include "ui/panes/scribe/linewriter.h"
#include "ui/panes/scribe/scribedraft.h"

#include <QTimer>

namespace qd::ui {

class CompletionList;
class PendingFiles;
class ScribeEditor;
class ScribePreview;
class ToneLabel;

class ScribeWidget : public QWidget, public PaneActions
{
    Q_OBJECT

public:
    ScribeWidget(const PaneContext &context, QWidget *parent);
    ~ScribeWidget() override;
    void perform(const QString &verb, const QVariant &about) override; // focus; insert; attach: a file's path

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectEditor();
    [[nodiscard]] ScribeLine read(const QString &line);
    [[nodiscard]] items::Completions completions();
    void openIncident();

    void textChanged();
    void preview();
    void showKeys();
    void showRollback(const std::vector<ScribeLine> &lines);
    void fitHeight();

    void enter();
    void logAll();
    void saveCorrection();
    void sayWhatWasWritten(const Written &written);

    void walk(int by); // 1: to an older line
    void recall(const items::RecalledLine &line);
    void leaveWalk();

    [[nodiscard]] Writing writing() const;
    void keepDraft();
    void closeDraft(); // of the incident that was open
    void keepDraftSoon();
    void noteSaved();

    const PaneContext &m_context;
    items::Vocabulary m_vocabulary;
    ScribeEditor *m_editor;
    PendingFiles *m_files;
    ScribePreview *m_preview;
    ToneLabel *m_rollback; // the plan's criteria, beside a decision that speaks of it
    CompletionList *m_completions;
    LineWriter m_writer;
    ScribeDraft m_draft;
    QTimer m_draftTimer;
    std::vector<WrittenLine> m_unsaved;          // logged, not durable yet: the draft has them
    std::vector<items::TypedCommand> m_commands; // of this incident, since it was opened
    std::optional<items::RecalledLines> m_walk;
    size_t m_step = 0;  // in m_walk
    QString m_recalled; // as it was shown; once it is changed, the arrows are for the text
    EventId m_editing;  // the entry that is being corrected; null: a new one is written
    QString m_aside;    // what was being written when the walk began
};

} // namespace qd::ui
