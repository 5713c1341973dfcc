#include "ui/panes/metrics/metricspicture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLayout>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

namespace qd::ui {
namespace {

constexpr int above = 16 * Theme::grid; // the heading's height

constexpr int leastWidth = 240 * Theme::grid;

// As wide as a picture is to be, also from a narrow dock or before the window has laid it out.
class LaidOut
{
public:
    explicit LaidOut(QWidget &sheet) : m_sheet(sheet), m_was(sheet.size()), m_least(sheet.minimumSize()), m_most(sheet.maximumSize())
    {
        const int width = std::max(m_was.width(), leastWidth);
        lay({width, m_was.height()}); // the width says how many charts stand beside each other
        const QLayout &layout = *sheet.layout();
        lay({width, layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height()});
    }
    ~LaidOut()
    {
        m_sheet.setMinimumSize(m_least);
        m_sheet.setMaximumSize(m_most);
        m_sheet.resize(m_was);
    }
    Q_DISABLE_COPY_MOVE(LaidOut)

private:
    void lay(QSize size)
    {
        m_sheet.setFixedSize(size); // the scroll area that it stands in would have it as wide as itself
        m_sheet.layout()->invalidate();
        m_sheet.layout()->activate();
    }

    QWidget &m_sheet;
    const QSize m_was, m_least, m_most;
};

QSize sizeOf(const QWidget &sheet)
{
    return {sheet.width(), sheet.height() + above};
}

void paint(QPainter &painter, const Theme &theme, QWidget &sheet, const MetricsHeading &heading)
{
    const QSize size = sizeOf(sheet);
    painter.fillRect(QRect(QPoint(), size), theme.colour(Colour::Panel));
    const int left = 3 * Theme::grid;
    painter.setFont(theme.font(Type::Title));
    painter.setPen(theme.colour(Colour::Text));
    painter.drawText(QRect(left, 2 * Theme::grid, size.width(), 7 * Theme::grid), Qt::AlignLeft | Qt::AlignVCenter, heading.title);
    painter.setFont(theme.font(Type::Label));
    painter.setPen(theme.colour(Colour::Dim));
    painter.drawText(QRect(left, 9 * Theme::grid, size.width(), 5 * Theme::grid), Qt::AlignLeft | Qt::AlignVCenter, heading.asked);
    painter.save();
    painter.translate(0, above);
    sheet.render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    painter.restore();
}

} // namespace

QImage metricsImage(const Theme &theme, QWidget &sheet, const MetricsHeading &heading)
{
    constexpr int ratio = 2;
    const LaidOut laidOut(sheet);
    QImage image(sizeOf(sheet) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, theme, sheet, heading);
    painter.end();
    return image;
}

QByteArray metricsSvg(const Theme &theme, QWidget &sheet, const MetricsHeading &heading)
{
    const LaidOut laidOut(sheet);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sizeOf(sheet));
    generator.setViewBox(QRect(QPoint(), sizeOf(sheet)));
    generator.setTitle(heading.title);
    generator.setDescription(heading.asked);
    QPainter painter(&generator);
    paint(painter, theme, sheet, heading);
    painter.end();
    return buffer.data();
}

Result<void> writePicture(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(
            ErrorCode::Storage,
            QCoreApplication::translate("Metrics", "%1 cannot be written: %2. Choose another place.").arg(path, file.errorString()));
    return {};
}

Result<void> writePicture(const QString &path, const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return writePicture(path, buffer.data());
}

} // namespace qd::ui
