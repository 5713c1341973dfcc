#include "ui/theme/windowstyle.h"

#include <QGuiApplication>
#include <QMenuBar>
#include <QStyleFactory>

namespace qd::ui {

WindowStyle::WindowStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    setObjectName(QStringLiteral("fusion"));
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_UnderlineShortcut && qobject_cast<const QMenuBar *>(widget))
        return (QGuiApplication::queryKeyboardModifiers() & Qt::AltModifier) ? 1 : 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace qd::ui
