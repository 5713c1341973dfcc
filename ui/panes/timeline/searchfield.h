#pragma once

#include <QLineEdit>

#include <functional>

class QLabel;

namespace qd::ui {

// Searches as it is typed in. Enter goes to the next match, Shift+Enter to the one before, Esc leaves. A word that is a filter (@lee,
// #rollback, by:dana, kind:decision) leaves the field on Space or Enter for a chip; Backspace in the empty field takes the last one back.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent);
    void setHits(int current, int count,
                 bool more); // "3 of 12", "3 of 12…" while it is being looked on; below 0 shows the key that leads here
    void setTake(std::function<bool(const QString &word)> take) { m_take = std::move(take); } // true: the word has become a filter

signals:
    void next();
    void previous();
    void left();
    void takenBack(); // the last filter

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool takeWord();
    void placeHints();

    std::function<bool(const QString &)> m_take;
    QLabel *m_hits;
    QWidget *m_key;
};

} // namespace qd::ui
