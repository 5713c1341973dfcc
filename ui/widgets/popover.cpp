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
    const auto inside = [](int at, int length, int space) { // a finger from the edge, where there is room for it
        const int margin = std::clamp((space - length) / 2, 0, 2 * Theme::grid);
        return std::clamp(at, margin, std::max(margin, space - length - margin));
    };
    popover->move(inside(place.x(), popover->width(), window.width()), inside(place.y(), popover->height(), window.height()));
    popover->show();
    popover->raise();
    question->begin();
}

} // namespace qd::ui
