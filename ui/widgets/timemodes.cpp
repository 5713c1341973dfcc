#include "ui/widgets/timemodes.h"

#include <QCoreApplication>

namespace qd::ui {

const std::vector<TimeModeRow> &timeModes()
{
    using enum TimeDisplay::Mode;
    static const std::vector<TimeModeRow> table = {
        {Utc, "utc", QT_TRANSLATE_NOOP("TimeModes", "UTC")},
        {Local, "local", QT_TRANSLATE_NOOP("TimeModes", "Local time")},
        {Incident, "incident", QT_TRANSLATE_NOOP("TimeModes", "The plan's zone")},
        {SinceDetection, "since-detection", QT_TRANSLATE_NOOP("TimeModes", "T+, since detection")},
    };
    return table;
}

QString timeModeText(const TimeModeRow &row)
{
    return QCoreApplication::translate("TimeModes", row.text);
}

TimeDisplay::Mode timeModeNamed(const QString &name)
{
    const auto &all = timeModes();
    const auto found = std::find_if(all.begin(), all.end(), [&name](const TimeModeRow &row) { return name == QLatin1String(row.name); });
    return found == all.end() ? TimeDisplay::Mode::Utc : found->mode;
}

QString timeModeName(TimeDisplay::Mode mode)
{
    const auto &all = timeModes();
    const auto found = std::find_if(all.begin(), all.end(), [mode](const TimeModeRow &row) { return row.mode == mode; });
    return found == all.end() ? QString() : QLatin1String(found->name);
}

} // namespace qd::ui
