#pragma once
// What the desktop says of light, dark and contrast (freedesktop's portal for settings, namespace org.freedesktop.appearance), and when it
// says something else. Without a session bus, or a portal that runs, it stays silent.

#include "ui/theme/theme.h"

#include <QDBusMessage>

namespace qd {

class SystemLook : public QObject
{
    Q_OBJECT

public:
    explicit SystemLook(QObject *parent = nullptr);
    void ask(); // returns at once

    // color-scheme: 0 says nothing, 1 dark, 2 light; contrast: 1 high, and it wins. Absent: nothing is said.
    [[nodiscard]] static std::optional<ui::Theme::Mode> modeOf(uint colorScheme, uint contrast);

signals:
    void found(qd::ui::Theme::Mode mode);

private slots:
    void take(const QDBusMessage &change);

private:
    void read(const QString &key);
    void note(const QString &key, const QVariant &value);

    uint m_colorScheme = 0;
    uint m_contrast = 0;
};

} // namespace qd
