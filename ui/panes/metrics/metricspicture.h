#pragma once
// The sheet as a picture, with what it counts above it.

#include "models/core/result.h"
#include "ui/theme/theme.h"

#include <QImage>

class QWidget;

namespace qd::ui {

struct MetricsHeading
{
    QString title;
    QString asked; // the days and the filter
};

[[nodiscard]] QImage metricsImage(const Theme &theme, QWidget &sheet, const MetricsHeading &heading); // at twice its size
[[nodiscard]] QByteArray metricsSvg(const Theme &theme, QWidget &sheet, const MetricsHeading &heading);

[[nodiscard]] Result<void> writePicture(const QString &path, const QByteArray &bytes); // whole or not at all
[[nodiscard]] Result<void> writePicture(const QString &path, const QImage &image);     // as PNG

} // namespace qd::ui
