#pragma once
// "Import a written plan": the document on the left, the plan that was read from it on the right, each fact linked to its line both ways, and
// what wants a person's eye first. A window of its own: an incident goes on beside it.

#include "models/session/planreview.h"
#include "ui/widgets/numberedtext.h"

#include <QDialog>

#include <memory>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace qd::ui {

class CardList;
class PaneTitle;
class PlanView;
class ToneLabel;

class ImportWindow : public QDialog
{
    Q_OBJECT

public:
    ImportWindow(std::unique_ptr<PlanReview> review, const Theme &theme, QWidget *parent);
    ~ImportWindow() override;
    void open(const QString &path);
    void chooseDocument();

signals:
    void used(const QString &plan); // it is installed now

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeTop();
    QWidget *makeEmpty();
    QWidget *makeReading();
    QWidget *makeReview();
    void connectReview();
    void connectLists();
    void showReview();
    void refresh();
    void say(const QString &sentence, Colour colour);
    [[nodiscard]] QString summary() const;

    [[nodiscard]] QStringList textOf(const std::vector<int> &lines) const; // of the document

    // importwindow_acts.cpp
    void decide(const QString &card);
    void askMeaning(int line, const QString &row);
    void askWords(const QString &meaning, int line);
    void setAside(const QString &card);
    void nextDecision(int by);
    void showDecision(const QString &card);
    void showLine(int line);
    void usePlan();
    void saveAs();

    const Theme &m_theme;
    std::unique_ptr<PlanReview> m_review;
    QStackedWidget *m_pages;
    ToneLabel *m_name = nullptr;
    ToneLabel *m_summary = nullptr;
    ToneLabel *m_message = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_save = nullptr;
    QProgressBar *m_progress = nullptr;
    NumberedText *m_document = nullptr;
    PaneTitle *m_decisionsTitle = nullptr;
    CardList *m_decisions = nullptr;
    PlanView *m_plan = nullptr;
    QMultiMap<int, QString> m_names; // of facts, by the line that they were read from
};

} // namespace qd::ui
