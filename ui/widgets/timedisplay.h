#pragma once
// How every time in the window is shown: UTC, local, or T+ since detection. One key switches; every time says its zone.

#include "models/core/incident.h"

#include <QObject>

namespace qd::ui {

class TimeDisplay : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Utc, Local, SinceDetection };

    using QObject::QObject;
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    void cycle();
    void setOrigin(const std::optional<Instant> &detected); // of T+; absent: T+ falls back to UTC
    [[nodiscard]] QString clock(Instant instant) const;       // "14:32", "T+00:23"
    [[nodiscard]] QString exact(Instant instant) const;       // "2026-11-21 14:32:10 UTC": for tool tips and screen readers
    [[nodiscard]] QString zoneName() const;                   // "UTC", "CET", "since detection"
    [[nodiscard]] QDate day(Instant instant) const;           // in the zone that is shown

signals:
    void changed();

private:
    Mode m_mode = Mode::Utc;
    std::optional<Instant> m_origin;
};

} // namespace qd::ui
