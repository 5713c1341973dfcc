#pragma once
// One section of the post-mortem, with how it will read. What is typed is written to the record after a pause and on leaving.

#include "models/review/review.h"
#include "ui/panes/pane.h"

#include <QTimer>

class QPlainTextEdit;

namespace qd::ui {

class MarkdownView;
class ToneLabel;

class SectionEditor : public QWidget
{
    Q_OBJECT

public:
    SectionEditor(const PaneContext &context, QWidget *parent);
    void edit(review::DraftSection section);         // writes the one before
    void renew(const review::DraftSection &section); // the same section as the record has it now
    void setReadOnly(bool readOnly);
    void insertLine(const QString &markdown); // on a line of its own, at the cursor
    void write();
    void forget(); // what is in it belongs to an incident that is no longer open
    void takeFocus();
    [[nodiscard]] const QString &section() const { return m_section; }

signals:
    void refused(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void load(const review::DraftSection &section);
    void textEdited();
    void keep(const QString &text) const; // against a crash, until it is written
    void restore();
    [[nodiscard]] QString draftKey() const;
    [[nodiscard]] bool isDirty() const;

    const PaneContext &m_context;
    QString m_section;
    QString m_loaded; // what the record had when it was last looked at
    EventId m_base;
    QPlainTextEdit *m_text;
    MarkdownView *m_preview;
    ToneLabel *m_hint;
    QTimer m_pause;
    QTimer m_render;
};

} // namespace qd::ui
