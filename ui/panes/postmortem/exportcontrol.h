#pragma once
// "Export": which document, in which format, for whom; how far it is, a way to stop it, and what came of it.

#include "models/session/exportwish.h"
#include "ui/panes/pane.h"

class QMenu;
class QProgressBar;
class QPushButton;

namespace qd::ui {

class ToneLabel;

class ExportControl : public QObject
{
    Q_OBJECT

public:
    // `beforehand`: what is typed and not written yet must stand in the document.
    ExportControl(const PaneContext &context, QPushButton *button, std::function<void()> beforehand, QWidget *pane);
    [[nodiscard]] QWidget *strip() const { return m_strip; } // of a document that is being written
    void offer();
    void exportTo(const ExportWish &wish);

signals:
    void said(const QString &sentence, qd::ui::Colour colour);

private:
    void fillMenu();
    void addFormats(QMenu *menu, review::DocumentKind kind, review::Edition edition);
    void askWhere(ExportWish wish, const QString &title);
    void makeStrip();
    void progressed(double part);
    void finished(const QString &path, const Result<void> &done);

    const PaneContext &m_context;
    QPushButton *m_button;
    std::function<void()> m_beforehand;
    QWidget *m_pane;
    QMenu *m_menu;
    QWidget *m_strip;
    ToneLabel *m_words = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QString m_path;
};

} // namespace qd::ui
