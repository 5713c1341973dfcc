#include "ui/widgets/carddelegate.h"

#include "models/items/cardmodel.h"
#include "ui/widgets/digits.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

namespace qd::ui {

using items::Card;
using items::Tone;

struct CardDelegate::Look
{
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const Card &card;
    const CardBoxes &boxes;

    [[nodiscard]] QRect at(const QRect &box) const { return box.translated(option.rect.topLeft()); }
};

namespace {

Card cardOf(const QModelIndex &index)
{
    return index.data(items::CardModel::CardRole).value<Card>();
}

} // namespace

CardDelegate::CardDelegate(const Theme &theme, const CardStyle &style, QObject *parent)
    : QStyledItemDelegate(parent),
      m_theme(theme),
      m_style(style)
{
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const QWidget *editor = view ? view->indexWidget(index) : nullptr; // a row that is being answered makes room for the question
    const int height = editor ? std::max(editor->heightForWidth(width), editor->sizeHint().height())
                              : layOut(cardOf(index), m_style, m_theme, width).height;
    return {width, height};
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Card card = cardOf(index);
    const CardBoxes boxes = layOut(card, m_style, m_theme, option.rect.width());
    const Look look{*painter, option, card, boxes};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(look);
    paintTick(look);
    paintWords(look);
    paintValue(look);
    paintBar(look);
    painter->restore();
}

QColor CardDelegate::toneColour(Tone tone, Colour plain) const
{
    switch (tone) {
    case Tone::Quiet: return m_theme.colour(Colour::Dim);
    case Tone::Near: return m_theme.colour(Colour::High);
    case Tone::Missed: return m_theme.colour(Colour::Critical);
    case Tone::Good: return m_theme.colour(Colour::Good);
    case Tone::Plain: break;
    }
    return m_theme.colour(plain);
}

void CardDelegate::paintGround(const Look &look) const
{
    const QRect &rect = look.option.rect;
    const bool selected = look.option.state & QStyle::State_Selected;
    const bool focused = selected && (look.option.state & QStyle::State_HasFocus);
    const auto fill = [&](Colour colour) { look.painter.fillRect(rect, m_theme.colour(colour)); };
    if (look.option.state & QStyle::State_MouseOver)
        fill(Colour::Raised);
    if (selected)
        fill(Colour::Raised);
    if (focused)
        fill(Colour::AccentWash);
    if (look.card.alarm)
        fill(Colour::CriticalWash);
    if (look.card.current)
        fill(Colour::Selection);
    look.painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.colour(Colour::Line));
    if (focused || look.card.current || look.card.alarm) {
        const Colour bar = look.card.alarm && !focused ? Colour::Critical : Colour::Accent;
        look.painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), m_theme.colour(bar));
    }
}

void CardDelegate::paintTick(const Look &look) const
{
    if (look.boxes.tick.isEmpty())
        return;
    const QRectF box = QRectF(look.at(look.boxes.tick)).adjusted(1.5, 1.5, -1.5, -1.5);
    QPainter &painter = look.painter;
    if (look.card.heading) {
        const QPointF middle = box.center();
        painter.setPen(QPen(m_theme.colour(Colour::Dim), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPolygonF down{middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)};
        const QPolygonF right{middle + QPointF(-2, -4), middle + QPointF(2, 0), middle + QPointF(-2, 4)};
        painter.drawPolyline(look.card.expanded ? down : right);
        return;
    }
    const bool on = look.card.tick == items::Tick::On;
    painter.setPen(QPen(m_theme.colour(on ? Colour::Good : Colour::Faint), 1.4));
    painter.setBrush(on ? QBrush(m_theme.colour(Colour::Good)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, 3, 3);
    if (on) {
        painter.setPen(QPen(m_theme.colour(Colour::Panel), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{
            {box.left() + 3, box.center().y()}, {box.center().x() - 1, box.bottom() - 3.5}, {box.right() - 2.5, box.top() + 3.5}});
    }
    painter.setBrush(Qt::NoBrush);
}

void CardDelegate::paintWords(const Look &look) const
{
    QPainter &painter = look.painter;
    const auto draw = [&](const QRect &box, const QString &text, const QFont &font, const QColor &colour, bool wraps) {
        if (box.isEmpty())
            return;
        painter.setFont(font);
        painter.setPen(colour);
        const QRect rect = look.at(box);
        const bool tall = wraps && rect.height() > 2 * QFontMetrics(font).height(); // from its first line, also where it is cut off
        if (wraps)
            painter.drawText(rect, Qt::TextWordWrap | Qt::AlignLeft | (tall ? Qt::AlignTop : Qt::AlignVCenter), text);
        else
            painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    };
    QFont kickerFont = m_theme.font(m_style.columns || m_style.outline ? Type::Label : Type::Small);
    kickerFont.setWeight(look.card.rank >= 0 ? QFont::Bold : kickerFont.weight());
    const QColor kicker = look.card.rank >= 0 ? m_theme.severity(look.card.rank) : m_theme.colour(Colour::Dim);
    draw(look.boxes.kicker, look.card.kicker, kickerFont, kicker, false);
    // What was missed stands out whole among clocks and seats; elsewhere the value, or the line below, says it.
    const bool loud = look.card.tone == Tone::Missed && (look.card.alarm || m_style.value == Type::Clock);
    draw(look.boxes.title, look.card.title, titleFont(look.card, m_style, m_theme),
         loud || look.card.tone == Tone::Quiet ? toneColour(look.card.tone, Colour::Text) : m_theme.colour(Colour::Text), m_style.wraps);
    // Where nothing else carries the tone, the line below does.
    const bool says = look.card.value.isEmpty() && !look.card.alarm;
    draw(look.boxes.detail, look.card.detail, detailFont(look.card, m_theme),
         says ? toneColour(look.card.tone, Colour::Dim) : m_theme.colour(Colour::Dim), m_style.wraps);
    for (size_t i = 0; i < look.boxes.marks.size(); ++i)
        paintChip(look, look.boxes.marks[i], look.card.marks[static_cast<qsizetype>(i)], look.card.current ? Colour::Faint : Colour::Line);
    if (!look.boxes.action.isEmpty())
        paintChip(look, look.boxes.action, look.card.action, Colour::Faint);
}

void CardDelegate::paintChip(const Look &look, const QRect &rect, const QString &word, Colour edge) const
{
    if (rect.width() < 3 * Theme::grid)
        return;
    const QFont font = m_theme.font(Type::Small);
    const int height = QFontMetrics(font).height() + 2;
    const QRectF frame(look.at(QRect(rect.left(), rect.center().y() - height / 2, rect.width(), height)));
    look.painter.setPen(m_theme.colour(edge));
    look.painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    look.painter.setFont(font);
    look.painter.setPen(m_theme.colour(Colour::Dim));
    look.painter.drawText(frame, Qt::AlignCenter, QFontMetrics(font).elidedText(word, Qt::ElideRight, rect.width() - Theme::grid));
}

void CardDelegate::paintValue(const Look &look) const
{
    if (look.boxes.value.isEmpty())
        return;
    const bool large = m_style.value == Type::Clock || m_style.value == Type::Big || m_style.value == Type::Strong;
    look.painter.setPen(toneColour(look.card.tone, large && !look.card.heading ? Colour::Text : Colour::Dim));
    const QRect box = look.at(look.boxes.value);
    const ValueParts parts = partsOf(look.card.value, m_style);
    look.painter.setFont(m_theme.font(Type::Label));
    look.painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, parts.words);
    look.painter.setFont(m_theme.font(m_style.value));
    drawDigits(look.painter, box, Qt::AlignRight, parts.figure);
}

void CardDelegate::paintBar(const Look &look) const
{
    if (!look.card.bar || look.boxes.bar.isEmpty())
        return;
    const QRectF track(look.at(look.boxes.bar));
    QPainter &painter = look.painter;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Line));
    painter.drawRoundedRect(track, 1.5, 1.5);
    const qreal length = track.width() * *look.card.bar;
    painter.setBrush(toneColour(look.card.tone, Colour::Accent));
    if (!look.card.hatched) {
        painter.drawRoundedRect(QRectF(track.left(), track.top(), length, track.height()), 1.5, 1.5);
        return;
    }
    for (qreal x = 0; x < length; x += 6)
        painter.drawRect(QRectF(track.left() + x, track.top(), std::min<qreal>(3, length - x), track.height()));
}

bool CardDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    const Card card = cardOf(index);
    const CardBoxes boxes = layOut(card, m_style, m_theme, option.rect.width());
    const QPoint at = mouse->position().toPoint() - option.rect.topLeft();
    const QMargins easy(Theme::grid, Theme::grid, Theme::grid, Theme::grid);
    if (card.heading || (card.tick != items::Tick::None && boxes.tick.marginsAdded(easy).contains(at)))
        emit tickPressed(index);
    else if (!boxes.action.isEmpty() && boxes.action.marginsAdded(easy).contains(at))
        emit actionPressed(index);
    else
        return false;
    return true;
}

} // namespace qd::ui
