// The baseline of bench_window: a main window with a menu and a status bar, gone after its first paint.
#include "ui/mainwindow/firstpaint.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QMainWindow window;
    window.resize(1600, 1000);
    window.menuBar()->addMenu(QStringLiteral("File"));
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    qd::ui::quitAfterFirstPaint(window);
    window.show();
    return app.exec();
}
