#include "ui/widgets/popover.h"

#include <QFrame>
#include <QVBoxLayout>

namespace qd::ui {

void askInPopover(Prompt prompt, const Theme &theme, QWidget &window, const QPoint &place, const std::function<void()> &closed)
{
    auto *popover = new QFrame(&window);
    popover->setObjectName(QStringLiteral("popover"));
    popover->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(popover);
    layout->setContentsMargins(1, 1, 1, 1);
    auto *question = new InlinePrompt(std::move(prompt), theme, popover);
    layout->addWidget(question);
    QObject::connect(question, &InlinePrompt::closed, &window, [popover, closed] {
        popover->deleteLater();
        closed();
    });
    QObject::connect(question, &InlinePrompt::resized, popover, &QWidget::adjustSize);
    popover->setMinimumWidth(110 * Theme::grid);
    popover->adjustSize();
    popover->move(std::clamp(place.x(), 0, std::max(0, window.width() - popover->width())),
                  std::clamp(place.y(), 0, std::max(0, window.height() - popover->height())));
    popover->show();
    popover->raise();
    question->begin();
}

} // namespace qd::ui
