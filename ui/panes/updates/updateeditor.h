#pragma once
// One update to one audience: the plan's template filled from the incident, edited, approved where it goes outside, copied and logged as
// sent. What is typed is kept as a draft in the record after a pause; nothing leaves by itself.

#include "models/items/updatecards.h"
#include "ui/panes/pane.h"

#include <QTextCursor>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace qd::ui {

class ChoiceBox;
class MarkdownView;
class ToneLabel;

class UpdateEditor : public QWidget
{
    Q_OBJECT

public:
    UpdateEditor(const PaneContext &context, QWidget *parent);
    void setAudience(const QString &audience); // keeps the draft of the one before
    void refresh();                            // the incident has changed
    void saveDraft();
    void forget(); // what is in it belongs to an incident that is no longer open
    void takeFocus();
    void approve();       // what stands in it
    bool goToNextPlace(); // that has no value, and around again; false: there is none

signals:
    void refused(const QString &sentence);
    void sent(const QString &audience);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeFoot();
    void fillTemplates();
    void fillText(); // from the chosen template
    void load();     // the draft that stands, else the template
    void textEdited();
    void markGaps();
    [[nodiscard]] QTextCursor selectionOf(const items::Gap &gap) const;
    void showApproval();
    void showPreview(bool shown);
    void send();
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isExternal() const;
    [[nodiscard]] bool isApproved() const; // as it stands in the editor
    [[nodiscard]] bool hasLapsed() const;
    bool submit(const Command &command);
    void keep(const QString &text) const; // against a crash, until it is in the record
    [[nodiscard]] QString draftKey() const;

    const PaneContext &m_context;
    QString m_audience;
    QString m_filled; // what was put into the editor; other text is a person's
    ChoiceBox *m_templates;
    QToolButton *m_previewToggle;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_text;
    MarkdownView *m_preview;
    ToneLabel *m_gaps;
    ToneLabel *m_approval;
    QPushButton *m_approve;
    QPushButton *m_send;
    QTimer m_pause;
};

} // namespace qd::ui
