#pragma once

#include <QLineEdit>

class QLabel;

namespace qd::ui {

// Searches as it is typed in. Enter goes to the next match, Shift+Enter to the one before, Esc leaves.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent);
    void setHits(int current, int count); // "3 of 12"; a count below 0 shows the key that leads here

signals:
    void next();
    void previous();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_hits;
    QWidget *m_key;
};

} // namespace qd::ui
