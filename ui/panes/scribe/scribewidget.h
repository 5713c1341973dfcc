#pragma once
// The scribe's pane: the line, what it will become, and its way into the record. Nothing typed is lost: a draft is kept as it is written, a
// refused line stays.

#include "models/core/scribeline.h"
#include "models/items/vocabulary.h"
#include "ui/panes/pane.h"

#include <QTimer>

namespace qd::ui {

class ScribeEditor;
class ScribePreview;
struct PreviewChip;

class ScribeWidget : public QWidget, public PaneActions
{
    Q_OBJECT

public:
    ScribeWidget(const PaneContext &context, QWidget *parent);
    ~ScribeWidget() override;
    void perform(const QString &verb, const QVariant &about) override; // focus; insert

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectEditor();
    [[nodiscard]] ScribeLine read(const QString &line);
    void openIncident();
    void textChanged();
    void preview();
    [[nodiscard]] std::vector<PreviewChip> chipsOf(const ScribeLine &line) const;
    void showKeys();
    void fitHeight();
    void logAll();
    [[nodiscard]] Result<void> carryOut(const ScribeLine &line);
    [[nodiscard]] Result<void> amend(const ScribeLine &line);
    void editLast();
    void leaveEditing();
    void complete();
    [[nodiscard]] QString completion();
    void keepDraft();
    [[nodiscard]] QString draftKey() const;

    const PaneContext &m_context;
    items::Vocabulary m_vocabulary;
    ScribeEditor *m_editor;
    ScribePreview *m_preview;
    QTimer m_draftTimer;
    QString m_key;     // of the draft: the incident's
    EventId m_editing; // the entry that is being amended; null: a new one is written
    QString m_aside;   // what was being written when the editing began
};

} // namespace qd::ui
