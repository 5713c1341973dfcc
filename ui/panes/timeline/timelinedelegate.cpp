#include "ui/panes/timeline/timelinedelegate.h"

#include "ui/widgets/digits.h"

#include <QPainter>
#include <QRegularExpression>

namespace qd::ui {
namespace {

using items::TimelineRow;
using items::TimelineRowKind;

constexpr int narrow = 560; // below it, the icon alone says the kind
constexpr int iconSize = 14;
constexpr int markHeight = 17;
constexpr int markPadding = 5;
constexpr int gap = 2 * Theme::grid;

QFont strongLabel(const Theme &theme)
{
    QFont font = theme.font(Type::Label);
    font.setWeight(QFont::DemiBold);
    return font;
}

// The text in pieces: plain, and #tags and @people.
template<class Piece>
void eachPiece(const QString &text, const Piece &onPiece)
{
    static const QRegularExpression marked(QStringLiteral("(?<=^|[\\s(])[#@][\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
    qsizetype at = 0;
    auto matches = marked.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedStart() > at)
            onPiece(text.mid(at, match.capturedStart() - at), false);
        onPiece(match.captured(), true);
        at = match.capturedEnd();
    }
    if (at < text.size())
        onPiece(text.mid(at), false);
}

} // namespace

TimelineDelegate::TimelineDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {60 * Theme::grid, rowHeight};
}

TimelineDelegate::Places TimelineDelegate::placesIn(const QRect &rect)
{
    Places places;
    places.time = rect.left() + 14;
    places.icon = places.time + 72;
    places.word = places.icon + 30;
    places.text = rect.width() < narrow ? places.word - gap : places.word + 104;
    places.end = rect.right() - 14;
    return places;
}

QStringList TimelineDelegate::marksOf(const TimelineRow &row) const
{
    return row.pinned ? QStringList{tr("pinned")} + row.marks : row.marks;
}

int TimelineDelegate::tailWidth(const TimelineRow &row) const
{
    const QFontMetrics small(m_theme.font(Type::Small));
    int width = 0;
    for (const QString &mark : marksOf(row))
        width += small.horizontalAdvance(mark) + 2 * markPadding + gap;
    if (!row.countdown.isEmpty())
        width += digitsWidth(m_theme.font(Type::Strong), row.countdown) + 5 * gap / 2;
    return width;
}

int TimelineDelegate::textRoom(const TimelineRow &row, const Places &places) const
{
    const int author = QFontMetrics(m_theme.font(Type::Label)).horizontalAdvance(row.author);
    return std::max(places.end - author - 2 * gap - places.text - tailWidth(row), 10 * Theme::grid);
}

bool TimelineDelegate::isCut(const TimelineRow &row, int width) const
{
    return QFontMetrics(m_theme.font(Type::Body)).horizontalAdvance(row.text) > textRoom(row, placesIn(QRect(0, 0, width, rowHeight)));
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(Qt::UserRole + 1).value<TimelineRow>();
    painter->save();
    if (row.rowKind == TimelineRowKind::Entry) {
        paintGround(*painter, option, row);
        paintEntry(*painter, option.rect, row);
    } else {
        paintBreak(*painter, option.rect, row);
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
    const int x = isDay ? placesIn(rect).time : placesIn(rect).icon;
    painter.drawText(QRect(x, rect.top(), rect.right() - x, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, row.text);
}

void TimelineDelegate::paintEntry(QPainter &painter, const QRect &rect, const TimelineRow &row) const
{
    const Places places = placesIn(rect);
    const bool quiet = row.struck || (m_searching && !row.match);
    painter.setFont(m_theme.font(Type::Body));
    painter.setPen(m_theme.colour(quiet ? Colour::Faint : Colour::Dim));
    drawDigits(painter, QRect(places.time, rect.top(), places.icon - places.time, rect.height()), Qt::AlignLeft, row.time);

    const Colour ink = quiet ? Colour::Faint : Colour::Text;
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(places.icon, rect.top() + (rect.height() - iconSize) / 2, m_theme.pixmap(row.kind, ink, iconSize, ratio));
    if (rect.width() >= narrow) {
        painter.setFont(strongLabel(m_theme));
        painter.setPen(m_theme.colour(row.strong && !quiet ? Colour::Accent : quiet ? Colour::Faint : Colour::Dim));
        painter.drawText(QRect(places.word, rect.top(), places.text - places.word - gap / 2, rect.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.word, Qt::ElideRight, places.text - places.word - gap / 2));
    }
    painter.setFont(m_theme.font(Type::Label));
    painter.setPen(m_theme.colour(Colour::Faint));
    painter.drawText(QRect(places.text, rect.top(), places.end - places.text, rect.height()), Qt::AlignRight | Qt::AlignVCenter,
                     row.author);

    const int end = paintText(painter, rect, row);
    paintTail(painter, rect, end, row);
}

int TimelineDelegate::paintText(QPainter &painter, const QRect &rect, const TimelineRow &row) const
{
    const Places places = placesIn(rect);
    const bool quiet = row.struck || (m_searching && !row.match);
    QFont font = m_theme.font(Type::Body);
    font.setStrikeOut(row.struck);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    int x = places.text;
    eachPiece(metrics.elidedText(row.text, Qt::ElideRight, textRoom(row, places)), [&](const QString &piece, bool marked) {
        painter.setPen(m_theme.colour(quiet ? Colour::Faint : marked ? Colour::Accent : Colour::Text));
        painter.drawText(QRect(x, rect.top(), places.end - x, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, piece);
        x += metrics.horizontalAdvance(piece);
    });
    return x;
}

void TimelineDelegate::paintTail(QPainter &painter, const QRect &rect, int from, const TimelineRow &row) const
{
    int x = from + gap;
    if (!row.countdown.isEmpty()) {
        painter.setFont(m_theme.font(Type::Strong));
        painter.setPen(m_theme.colour(row.near ? Colour::High : Colour::Dim));
        const int width = digitsWidth(painter.font(), row.countdown);
        drawDigits(painter, QRect(x, rect.top(), width, rect.height()), Qt::AlignLeft, row.countdown);
        x += width + gap;
    }
    painter.setFont(m_theme.font(Type::Small));
    for (const QString &mark : marksOf(row)) {
        const QRect chip(x, rect.top() + (rect.height() - markHeight) / 2, painter.fontMetrics().horizontalAdvance(mark) + 2 * markPadding,
                         markHeight);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.colour(Colour::Line));
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setPen(m_theme.colour(row.pending ? Colour::Dim : Colour::Faint));
        painter.drawText(chip, Qt::AlignCenter, mark);
        x = chip.right() + 1 + gap;
    }
}

} // namespace qd::ui
