#include "ui/panes/actionitems/actionhistory.h"

#include "models/items/actionwords.h"
#include "ui/widgets/tonelabel.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

constexpr int widest = 140 * Theme::grid;
constexpr int linesShown = 8;

} // namespace

ActionHistory::ActionHistory(const PaneContext &context, const review::ListedAction &action, QWidget *window)
    : QFrame(window),
      m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("popover"));
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    layout->setSpacing(Theme::grid);
    auto *title = new ToneLabel(context.theme, Colour::Text, Type::Strong, this);
    title->setText(action.item.text);
    auto *below = new ToneLabel(context.theme, Colour::Dim, Type::Small, this);
    below->setText(items::incidentLine(action));
    m_list->setAccessibleName(tr("History of the action item"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setFont(context.theme.font(Type::Label));
    m_list->addItems(lines(context, action));
    m_list->setCurrentRow(0);
    m_list->installEventFilter(this);
    auto *hint = new ToneLabel(context.theme, Colour::Dim, Type::Small, this);
    hint->setText(tr("Esc leaves"));
    for (QWidget *widget : std::initializer_list<QWidget *>{title, below, m_list, hint})
        layout->addWidget(widget);
}

QStringList ActionHistory::lines(const PaneContext &context, const review::ListedAction &action) const
{
    const auto &item = action.item;
    QStringList all;
    for (const ActionChange &change : item.history) {
        //: of an action item: when, who, which field, what it was, what it is
        all.prepend(tr("%1  %2: %3, from %4 to %5")
                        .arg(context.times.exact(change.at), change.by, items::fieldWord(change.field),
                             items::fieldValueWord(change.field, change.before), items::fieldValueWord(change.field, change.after)));
    }
    //: of an action item: when, and who
    all << tr("%1  %2: added").arg(context.times.exact(item.at), item.by);
    return all;
}

void ActionHistory::openAt(const QPoint &place, QWidget *from)
{
    m_from = from;
    const QWidget &window = *parentWidget();
    setFixedWidth(std::min(widest, window.width()));
    const int line = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : m_list->fontMetrics().lineSpacing();
    m_list->setFixedHeight(std::min(m_list->count(), linesShown) * line + 2 * Theme::grid);
    adjustSize();
    move(std::clamp(place.x(), 0, std::max(0, window.width() - width())),
         std::clamp(place.y(), 0, std::max(0, window.height() - height())));
    show();
    raise();
    m_list->setFocus(Qt::PopupFocusReason);
}

bool ActionHistory::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress;
    const int pressed = key ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (pressed == Qt::Key_Escape || pressed == Qt::Key_V) {
        leave();
        return true;
    }
    if (event->type() == QEvent::FocusOut)
        leave();
    return QFrame::eventFilter(watched, event);
}

void ActionHistory::leave()
{
    if (isHidden())
        return;
    const bool had = m_list->hasFocus();
    hide();
    if (had && m_from)
        m_from->setFocus();
    deleteLater();
}

} // namespace qd::ui
