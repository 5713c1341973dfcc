#pragma once
// A file that waits in the line: its thumbnail, its name, how large it is, or why it could not be stored.

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QImage>

namespace qd::ui {

class FileChip : public QAbstractButton
{
    Q_OBJECT

public:
    struct State
    {
        QString name;
        qint64 size = 0;
        QImage thumbnail;
        QString problem;
        bool isStored = false;
    };

    FileChip(const Theme &theme, QWidget *parent);
    void setState(const State &state);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void removeAsked(); // a click, Delete, Backspace, Enter or Space

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QString sizeText() const;

    const Theme &m_theme;
    State m_state;
};

} // namespace qd::ui
