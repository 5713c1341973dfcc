#pragma once
// Notices inside the window: one calm line in the row of the menus, over nothing that is read. It takes no focus by itself, goes by itself,
// and is opened or closed by a key.

#include "ui/notices/noticedelivery.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QMenuBar;
class QToolButton;

namespace qd::ui {

class NoticeStrip : public NoticeDelivery
{
    Q_OBJECT

public:
    NoticeStrip(const Theme &theme, QMenuBar &bar);
    ~NoticeStrip() override;
    void show(const items::Notice &notice, const std::function<void(Outcome)> &done) override;
    void withdraw(const QString &key) override;
    void open();    // what the one in sight is about; nothing in sight: nothing
    void dismiss(); // the one in sight; the next comes into sight
    [[nodiscard]] QWidget *widget() const { return m_frame; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFrame();
    void refresh();
    void dress();
    void place();
    void announce();

    const Theme &m_theme;
    QMenuBar &m_bar;
    QFrame *m_frame;
    QLabel *m_icon = nullptr;
    QLabel *m_words = nullptr;
    QToolButton *m_open = nullptr;
    QToolButton *m_close = nullptr;
    QTimer m_life;
    std::vector<items::Notice> m_notices; // the last one is in sight
};

} // namespace qd::ui
