#include "ui/panes/timeline/timelinedelegate.h"

#include "ui/widgets/digits.h"

#include <QPainter>

namespace qd::ui {
namespace {

using items::TimelineRow;
using items::TimelineRowKind;

constexpr int iconSize = 14;
constexpr int chipIcon = 11;
constexpr int gap = 2 * Theme::grid;
constexpr int looksKept = 800; // some screens full

QFont strongLabel(const Theme &theme)
{
    QFont font = theme.font(Type::Label);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

TimelineDelegate::TimelineDelegate(const Theme &theme, const items::TimelineModel &model, QObject *parent)
    : QStyledItemDelegate(parent),
      m_theme(theme),
      m_model(model),
      m_looks(looksKept)
{
}

void TimelineDelegate::setWidth(int width)
{
    if (std::exchange(m_style.width, width) != width)
        m_looks.clear();
}

void TimelineDelegate::setOpen(const QModelIndex &row)
{
    for (const int changed : {m_open.row(), row.row()})
        forget(changed, changed);
    m_open = row;
}

void TimelineDelegate::setFound(bool searching, const QStringList &words)
{
    m_style.searching = searching;
    m_style.found = words;
    m_looks.clear();
}

void TimelineDelegate::forget(int firstRow, int lastRow)
{
    if (lastRow - firstRow >= looksKept)
        m_looks.clear();
    for (int row = firstRow; row <= lastRow && !m_looks.isEmpty(); ++row)
        m_looks.remove(m_model.entryNumber(row));
}

void TimelineDelegate::forgetAll()
{
    m_looks.clear();
}

bool TimelineDelegate::forgetPending()
{
    return forgetWhere([](const TimelineRow &row) { return row.pending; });
}

bool TimelineDelegate::forgetWaiting(const std::function<bool(const EventId &)> &isWaiting)
{
    return forgetWhere([&isWaiting](const TimelineRow &row) { return row.waiting != isWaiting(row.id); });
}

bool TimelineDelegate::forgetCountdowns()
{
    return forgetWhere([](const TimelineRow &row) { return !row.countdown.isEmpty(); });
}

bool TimelineDelegate::forgetWhere(const std::function<bool(const TimelineRow &)> &isStale)
{
    bool any = false;
    for (const int entry : m_looks.keys()) {
        if (isStale(m_looks.object(entry)->row()))
            any = m_looks.remove(entry) || any;
    }
    return any;
}

const RowLook *TimelineDelegate::look(int row) const
{
    const int entry = m_model.entryNumber(row);
    if (entry < 0)
        return nullptr;
    if (const RowLook *kept = m_looks.object(entry))
        return kept;
    RowStyle style = m_style;
    style.open = m_open.isValid() && m_open.row() == row;
    auto *made = new RowLook(m_model.describe(row), style, m_theme);
    m_looks.insert(entry, made);
    return made;
}

int TimelineDelegate::heightOf(int row) const
{
    const RowLook *its = look(row);
    return its ? its->height() : RowLook::oneLine;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {60 * Theme::grid, heightOf(index.row())};
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (const RowLook *its = look(index.row())) {
        paintGround(*painter, option, its->row());
        paintEntry(*painter, option.rect, *its);
    } else {
        paintBreak(*painter, option.rect, m_model.describe(index.row()));
    }
    painter->restore();
}

void TimelineDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const TimelineRow &row) const
{
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter.fillRect(option.rect, m_theme.colour(Colour::Selection));
    else if (row.strong)
        painter.fillRect(option.rect, m_theme.colour(Colour::AccentWash));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, m_theme.colour(Colour::Raised));
    if (row.strong || selected)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                         m_theme.colour(row.strong ? Colour::Accent : Colour::Dim));
}

void TimelineDelegate::paintBreak(QPainter &painter, const QRect &rect, const TimelineRow &row) const
{
    const bool isDay = row.rowKind == TimelineRowKind::Day;
    painter.setPen(QPen(m_theme.colour(Colour::Line), 1, isDay ? Qt::SolidLine : Qt::DashLine));
    if (!isDay)
        painter.drawLine(rect.left(), rect.top() + 3, rect.right(), rect.top() + 3);
    painter.drawLine(rect.left(), rect.bottom() - 3, rect.right(), rect.bottom() - 3);
    painter.setFont(isDay ? strongLabel(m_theme) : m_theme.font(Type::Label));
    painter.setPen(m_theme.colour(isDay ? Colour::Dim : Colour::Faint));
    const RowLook::Columns columns = RowLook::columns(rect.width());
    const int x = rect.left() + (isDay ? columns.time : columns.icon);
    painter.drawText(QRect(x, rect.top(), rect.right() - x, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, row.text);
}

void TimelineDelegate::paintEntry(QPainter &painter, const QRect &rect, const RowLook &look) const
{
    const TimelineRow &row = look.row();
    const RowLook::Columns columns = RowLook::columns(rect.width());
    const bool quiet = look.isQuiet();
    const auto inLine = [&](int from, int to) {
        return QRect(rect.left() + from, rect.top() + RowLook::padding, to - from, RowLook::lineHeight);
    };
    painter.setFont(m_theme.font(Type::Body));
    painter.setPen(m_theme.colour(quiet ? Colour::Faint : Colour::Dim));
    drawDigits(painter, inLine(columns.time, columns.icon), Qt::AlignLeft, row.time);

    const Colour ink = quiet ? Colour::Faint : Colour::Text;
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPoint icon = inLine(columns.icon, columns.word).topLeft() + QPoint(0, (RowLook::lineHeight - iconSize) / 2);
    painter.drawPixmap(icon, m_theme.pixmap(row.kind, ink, iconSize, ratio));
    if (rect.width() >= RowLook::narrow) {
        const QRect word = inLine(columns.word, columns.text - gap / 2);
        painter.setFont(strongLabel(m_theme));
        painter.setPen(m_theme.colour(row.strong && !quiet ? Colour::Accent : quiet ? Colour::Faint : Colour::Dim));
        painter.drawText(word, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(row.word, Qt::ElideRight, word.width()));
    }
    painter.setFont(m_theme.font(Type::Label));
    painter.setPen(m_theme.colour(Colour::Faint));
    painter.drawText(inLine(columns.text, columns.end), Qt::AlignRight | Qt::AlignVCenter, row.author);
    look.drawText(painter, rect.topLeft(), m_theme.colour(ink));
    paintTail(painter, rect.topLeft(), look);
}

void TimelineDelegate::paintTail(QPainter &painter, const QPoint &at, const RowLook &look) const
{
    if (!look.countdown().isEmpty()) {
        painter.setFont(m_theme.font(Type::Strong));
        painter.setPen(m_theme.colour(look.row().near ? Colour::High : Colour::Dim));
        drawDigits(painter, look.countdown().translated(at), Qt::AlignLeft, look.row().countdown);
    }
    painter.setFont(m_theme.font(Type::Small));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const RowChip &chip : look.chips()) {
        QRect rect = chip.rect.translated(at);
        painter.setPen(m_theme.colour(Colour::Line));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        if (!chip.icon.isEmpty()) {
            const QPixmap icon = m_theme.pixmap(chip.icon, Colour::Dim, chipIcon, painter.device()->devicePixelRatioF());
            painter.drawPixmap(rect.left() + Theme::grid, rect.top() + (rect.height() - chipIcon) / 2, icon);
            rect.setLeft(rect.left() + chipIcon + Theme::grid);
        }
        painter.setPen(m_theme.colour(look.row().pending ? Colour::Dim : Colour::Faint));
        painter.drawText(rect, Qt::AlignCenter, chip.text);
    }
}

} // namespace qd::ui
