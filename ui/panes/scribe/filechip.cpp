#include "ui/panes/scribe/filechip.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace qd::ui {
namespace {

constexpr int chipHeight = 9 * Theme::grid;
constexpr int picture = 7 * Theme::grid;
constexpr int gap = 2 * Theme::grid;
constexpr int cross = 10;
constexpr int widestName = 50 * Theme::grid;

} // namespace

FileChip::FileChip(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &FileChip::removeAsked);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FileChip::setState(const State &state)
{
    m_state = state;
    setAccessibleName(tr("Attachment %1, %2").arg(state.name, sizeText()));
    setAccessibleDescription(tr("Delete takes it out of the line"));
    setToolTip(state.problem.isEmpty() ? tr("%1: Delete, or a click, takes it out of the line").arg(state.name) : state.problem);
    updateGeometry();
    update();
}

QString FileChip::sizeText() const
{
    if (!m_state.problem.isEmpty())
        return tr("not stored");
    return m_state.size == 0 ? tr("reading …") : QLocale::c().formattedDataSize(m_state.size, 0, QLocale::DataSizeSIFormat);
}

QSize FileChip::sizeHint() const
{
    const QFontMetrics name(m_theme.font(Type::Label));
    const QFontMetrics size(m_theme.font(Type::Small));
    const int words = std::min(name.horizontalAdvance(m_state.name), widestName) + gap + size.horizontalAdvance(sizeText());
    return {4 + picture + gap + words + gap + cross + gap, chipHeight};
}

void FileChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const Colour edge = !m_state.problem.isEmpty() ? Colour::Critical : hasFocus() ? Colour::Accent : Colour::Line;
    painter.setPen(m_theme.colour(edge));
    painter.setBrush(m_theme.colour(underMouse() ? Colour::Raised : Colour::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);

    const QRect place(4, (chipHeight - picture) / 2, picture, picture);
    if (m_state.thumbnail.isNull()) {
        painter.drawPixmap(place.center() - QPoint(7, 7),
                           m_theme.pixmap(m_state.problem.isEmpty() ? QStringLiteral("attachment") : QStringLiteral("warning"),
                                          m_state.problem.isEmpty() ? Colour::Dim : Colour::Critical, 14, devicePixelRatioF()));
    } else {
        const QSize size = m_state.thumbnail.size().scaled(place.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRect(place.center() - QPoint(size.width() / 2 - 1, size.height() / 2 - 1), size), m_state.thumbnail);
    }
    QRect rest(place.right() + 1 + gap, 0, width() - place.right() - 1 - gap, chipHeight);
    painter.setFont(m_theme.font(Type::Label));
    painter.setPen(m_theme.colour(Colour::Text));
    const QString name = painter.fontMetrics().elidedText(m_state.name, Qt::ElideMiddle, widestName);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, name);
    rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(name) + gap);
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(m_theme.colour(m_state.problem.isEmpty() ? Colour::Dim : Colour::Critical));
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, sizeText());
    painter.drawPixmap(width() - gap - cross, (chipHeight - cross) / 2,
                       m_theme.pixmap(QStringLiteral("close"), Colour::Dim, cross, devicePixelRatioF()));
}

void FileChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        emit removeAsked();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace qd::ui
