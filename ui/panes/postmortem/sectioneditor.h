#pragma once
// One section of the post-mortem, with how it will read. What is typed is written to the record after a pause and on leaving.

#include "models/review/review.h"
#include "models/review/sectionmerge.h"
#include "ui/panes/pane.h"
#include "ui/panes/postmortem/sectiondraft.h"
#include "ui/panes/postmortem/sectiontitle.h"

#include <QTimer>

class QSplitter;
class QToolButton;
class QUrl;

namespace qd::ui {

class MarkdownView;
class RivalBar;
class SectionText;
class ToneLabel;

class SectionEditor : public QWidget
{
    Q_OBJECT

public:
    SectionEditor(const PaneContext &context, QWidget *parent);
    void edit(review::DraftSection section);         // writes the one before
    void renew(const review::DraftSection &section); // the same section as the record has it now
    void setReadOnly(bool wanted);
    void write();
    void forget(); // what is in it belongs to an incident that is no longer open
    void takeFocus();
    void setView(SectionView view);
    void nextView();
    void take(review::Choice choice); // of the place that differs
    void nextPlace();
    void showWords(const QString &words, qsizetype at); // selects them, where they stand or nearest to it
    [[nodiscard]] SectionText &text() { return *m_text; }
    [[nodiscard]] const QString &section() const { return m_draft.section(); }
    [[nodiscard]] const QString &title() const { return m_shown.title; }

signals:
    void refused(const QString &sentence);
    void followed(const QUrl &link);
    void internalChosen(bool internal);
    void wordsChosen(const QString &words); // what is selected in the text

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTools();
    QToolButton *makeTool(const QString &verb, const QString &sign);
    void connectText();

    void writeNow();
    void showSection(const review::DraftSection &section);
    [[nodiscard]] QString shownText(const QString &text);
    void showHint();
    void showRivals();
    void showSaved();
    void render();
    void textEdited();
    void keep(const QString &text) const; // against a crash, until it is written
    void keepAs(const QString &key, const QString &text) const;
    void restore();
    void addPicture(const QByteArray &content, const QString &name, const QString &mime);
    [[nodiscard]] QString draftKey() const;
    [[nodiscard]] DraftPlace place() const;
    [[nodiscard]] bool isDirty() const;

    const PaneContext &m_context;
    SectionDraft m_draft;
    review::DraftSection m_shown;
    SectionView m_view = SectionView::Both;
    bool m_touched = false; // since it was last looked at
    bool m_loading = false;
    bool m_readOnly = false;
    bool m_cut = false; // what stands in the text is its beginning
    SectionTitle *m_title;
    QWidget *m_tools = nullptr;
    ToneLabel *m_hint;
    ToneLabel *m_care; // of what is odd in the text
    RivalBar *m_rivals;
    SectionText *m_text;
    MarkdownView *m_preview;
    QSplitter *m_split;
    QTimer m_pause;
    QTimer m_render;
    QTimer m_keep;
};

} // namespace qd::ui
