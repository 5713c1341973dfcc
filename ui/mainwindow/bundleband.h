#pragma once
// Over the incident while a bundle is written or brought in: how far it is, and then what came of it, until it is closed. Of a file that is not
// sound, everything that is wrong with it, to be read and copied.

#include "ui/panes/pane.h"

class QListWidget;
class QProgressBar;
class QPushButton;

namespace qd {
struct BundleBrought;
struct BundleSent;
} // namespace qd

namespace qd::ui {

class ToneLabel;

class BundleBand : public QWidget
{
    Q_OBJECT

public:
    BundleBand(const PaneContext &context, QWidget *parent); // hidden
    void send(const QString &file);                          // the open incident; empty: asks where to
    void bringIn(const QString &file);                       // empty: asks which

signals:
    void said(const QString &sentence, Colour colour); // what came of it
    void left();                                       // closed by the person

private:
    void makeLine();
    void makeList();
    void begin(const QString &words);
    void tellSent(const Result<BundleSent> &sent);
    void tellBrought(const Result<BundleBrought> &brought);
    void tell(const QString &sentence, Colour colour, const QStringList &more);
    void fail(const QString &sentence, const Error &error);
    void leave();

    const PaneContext &m_context;
    ToneLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_open;
    QPushButton *m_close;
    QListWidget *m_list;
    IncidentId m_brought; // what Open opens
};

} // namespace qd::ui
