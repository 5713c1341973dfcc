#pragma once
// Watches every clock, ask and offer of the session, and tells the person whose window it is by the first way that works: the desktop's
// notifications, the system tray, a strip in the window. While others look on it is quiet, and sums up afterwards what still holds.

#include "models/items/noticewatch.h"
#include "models/session/session.h"
#include "models/settings/settings.h"
#include "ui/notices/noticedelivery.h"

#include <QTimer>

namespace qd::ui {

class NoticeCentre : public QObject
{
    Q_OBJECT

public:
    struct Services // all of them outlive the centre
    {
        IncidentSession &session;
        Settings &settings;
        std::vector<NoticeDelivery *> ways; // the first one first
        std::function<bool()> isPresenting;
        std::function<void(bool urgent)> play; // a sound; empty: the desktop's beep
    };

    NoticeCentre(Services services, QObject *parent);
    void look(); // now; comes by itself with the session's ticks
    void show(const items::Notice &notice);
    void open(const QString &key);

signals:
    void wanted(const QString &action, const QString &about); // of the window; the incident is the open one

private:
    void showBy(size_t way, const items::Notice &notice);
    void keepTold();
    void shown(const items::Notice &notice, NoticeDelivery::Outcome outcome);

    Services m_services;
    items::NoticeWatch m_watch;
    int m_revision = -1;
    Instant m_looked{}; // when the facts were taken
    bool m_rested = false;
    QTimer m_slow;                           // where nothing counts down, days pass all the same
    QHash<QString, items::Notice> m_notices; // by key, to open what they are about
    QHash<QString, int> m_turns;             // by key: the last one that was shown or withdrawn
};

} // namespace qd::ui
