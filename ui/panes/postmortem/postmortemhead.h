#pragma once
// Where the post-mortem stands: draft, in review, final, who reviews it, and what is missing.

#include "models/review/finaldocument.h"
#include "models/review/review.h"
#include "ui/panes/pane.h"

class QPushButton;

namespace qd::ui {

class ReviewerRow;
class Stepper;
class ToneLabel;

class PostmortemHead : public QWidget
{
    Q_OBJECT

public:
    struct Shown
    {
        const std::vector<review::DraftSection> &sections;
        std::optional<FinalVersion> final; // absent: it is not final
        qsizetype since = 0;               // what was recorded after it
        bool snapshot = false;             // that is shown, and not the record as it is now
        bool past = false;                 // the window shows an earlier moment
    };

    PostmortemHead(const PaneContext &context, QWidget *parent);
    void refresh(const Shown &shown);
    void setNarrow(bool narrow);
    void addTool(QWidget *tool); // at the right end of the first line
    void askReviewer();
    void askVerdict(const QString &verdict);
    void move(bool onward);

signals:
    void moveWanted(const QString &state); // what is typed must be written before
    void snapshotChosen(bool snapshot);
    void sectionSought(const QString &section);
    void refused(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeFirstLine();
    QWidget *makeFinalLine();
    void showState(const Shown &shown);
    void showMissing(const Shown &shown);
    void showFinal(const Shown &shown);
    void submit(const Command &command);
    void askOver(struct Prompt prompt);
    [[nodiscard]] QString state() const;

    const PaneContext &m_context;
    Stepper *m_stepper = nullptr;
    ToneLabel *m_progress = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_onward = nullptr;
    QWidget *m_first = nullptr;
    ReviewerRow *m_reviewers;
    QWidget *m_final = nullptr;
    ToneLabel *m_finalWords = nullptr;
    QPushButton *m_snapshot = nullptr;
    QPushButton *m_record = nullptr;
    QWidget *m_missing = nullptr;
    ToneLabel *m_missingWords = nullptr;
    QPushButton *m_goTo = nullptr;
    QString m_firstMissing;
};

} // namespace qd::ui
