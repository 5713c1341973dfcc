#pragma once
// How every time in the window is shown: UTC, local, in the zone of the incident's plan, or T+ since detection. One key switches; every time
// says its zone.

#include "models/core/incident.h"

#include <QObject>

namespace qd::ui {

class TimeDisplay : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Utc, Local, SinceDetection, Incident };

    using QObject::QObject;
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    void cycle();                                           // passes over the incident's zone where that is UTC
    void setOrigin(const std::optional<Instant> &detected); // of T+; absent: T+ falls back to UTC
    void setPlanZone(const QByteArray &zone);               // IANA; one that is not known is UTC
    [[nodiscard]] bool hasPlanZone() const { return m_planZone != QTimeZone::utc(); }
    [[nodiscard]] const std::optional<Instant> &origin() const { return m_origin; }
    [[nodiscard]] QTimeZone zone() const;               // in which a time without one is to be read
    [[nodiscard]] QString clock(Instant instant) const; // "14:32", "T+00:23"
    [[nodiscard]] QString exact(Instant instant) const; // "2026-11-21 14:32:10 UTC": for tool tips and screen readers
    [[nodiscard]] QString appointment(Instant instant, Instant now) const; // "09:00 CET", "Mon 09:00 CET", "7 Dec 09:00 CET"; never T+
    [[nodiscard]] QString zoneName() const;             // "UTC", "CET", "since detection"
    [[nodiscard]] QDate day(Instant instant) const;     // in the zone that is shown

signals:
    void changed();

private:
    Mode m_mode = Mode::Utc;
    std::optional<Instant> m_origin;
    QTimeZone m_planZone = QTimeZone::utc();
};

} // namespace qd::ui
