#include "ui/mainwindow/pictures.h"

#include "ui/bigboard/bigboard.h"
#include "ui/mainwindow/lazydock.h"
#include "ui/mainwindow/mainwindow.h"

#include <QDialog>

namespace qd::ui {
namespace {

QWidget *shownDialog(const MainWindow &window)
{
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

QWidget *paneAlone(MainWindow &window, const QString &id)
{
    LazyDock *dock = window.dock(id);
    if (!dock)
        return nullptr;
    dock->reach();
    dock->setFloating(true);
    return dock;
}

const QHash<QString, QString> &dialogs() // the action that opens each
{
    static const QHash<QString, QString> actions{{QStringLiteral("preferences"), QStringLiteral("app.preferences")},
                                                 {QStringLiteral("declare"), QStringLiteral("incident.declare")},
                                                 {QStringLiteral("import"), QStringLiteral("plan.import")},
                                                 {QStringLiteral("plans"), QStringLiteral("plans.open")},
                                                 {QStringLiteral("shortcuts"), QStringLiteral("help.shortcuts")}};
    return actions;
}

QWidget *find(MainWindow &window, const QString &name)
{
    const QString part = name.section(QLatin1Char(':'), 0, 0);
    if (part == QLatin1String("timeline"))
        return window.centralWidget();
    if (part == QLatin1String("bigboard")) {
        window.run(QStringLiteral("view.bigboard"));
        return window.bigBoard();
    }
    if (const QString action = dialogs().value(part); !action.isEmpty()) {
        window.run(action, name.section(QLatin1Char(':'), 1));
        return shownDialog(window);
    }
    return paneAlone(window, part);
}

} // namespace

QWidget *partForPicture(MainWindow &window, const QString &name, const QSize &size)
{
    if (name.isEmpty() || name == QLatin1String("palette")) { // it stands over the window
        if (!name.isEmpty())
            window.run(QStringLiteral("help.palette"));
        return &window;
    }
    if (name.startsWith(QLatin1String("window:"))) { // whole, after an action: window:postmortem.open:root-cause
        window.run(name.section(QLatin1Char(':'), 1, 1), name.section(QLatin1Char(':'), 2));
        return &window;
    }
    QWidget *part = find(window, name);
    if (part && !size.isEmpty() && part->isWindow()) {
        part->setWindowState(Qt::WindowNoState);
        part->resize(size);
    }
    return part;
}

bool isWholeWindow(const QString &part)
{
    return part.isEmpty() || part == QLatin1String("palette") || part.startsWith(QLatin1String("window:"));
}

bool isReadyForPicture(const MainWindow &window)
{
    const auto widgets = window.findChildren<QWidget *>();
    return std::none_of(widgets.begin(), widgets.end(),
                        [](const QWidget *widget) { return widget->isVisible() && widget->property("unready").toBool(); });
}

bool isPartForPicture(const QString &name)
{
    static const QStringList others{QString(), QStringLiteral("timeline"), QStringLiteral("bigboard"), QStringLiteral("palette")};
    const QString part = name.section(QLatin1Char(':'), 0, 0);
    const auto &panes = allPanes();
    return others.contains(name) || part == QLatin1String("window") || dialogs().contains(part)
        || std::any_of(panes.begin(), panes.end(), [&part](const PaneDescriptor &pane) { return part == QLatin1String(pane.id); });
}

} // namespace qd::ui
