#pragma once
// The room that a question takes up in a row of a list. The question itself stands right in front of it as a child of the list's parent:
// a screen reader hears of a list's items alone, and of no widget within them.

#include "ui/widgets/inlineprompt.h"

#include <QPointer>

class QAbstractItemView;

namespace qd::ui {

class PromptSpace : public QWidget
{
    Q_OBJECT

public:
    PromptSpace(InlinePrompt *prompt, QAbstractItemView *list); // the prompt goes when this goes
    ~PromptSpace() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QPointer<InlinePrompt> m_prompt;
    QAbstractItemView *m_list;
};

} // namespace qd::ui
