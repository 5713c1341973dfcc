// quarterdeck: the window.
#include "app/common/places.h"
#include "app/quarterdeck/program.h"

#include <QApplication>
#include <QMessageBox>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace qd;

namespace {

int complain(const Error &error)
{
    for (const QString &line : error.sentence.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        std::fprintf(stderr, "error: %s\n", qPrintable(line));
    return error.code == ErrorCode::Usage ? 2 : error.code == ErrorCode::Storage ? 4 : 1;
}

// Where somebody looks at a screen, a program that cannot start says so there too.
int complainInAWindow(QApplication &app, const Options &options, const Error &error)
{
    if (QGuiApplication::platformName() != QLatin1String("offscreen") && options.screenshot.isEmpty() && !options.untilPainted) {
        QMessageBox box(QMessageBox::Critical, QStringLiteral("Quarterdeck"), error.sentence, QMessageBox::Close);
        box.show();
        app.exec();
    }
    return complain(error);
}

// The size of everything, as a person has chosen it: Qt reads it before there is an application. A picture is nobody's window.
void useScale(int argc, char **argv)
{
    const bool isPicture = std::any_of(argv, argv + argc, [](const char *argument) { return qstrncmp(argument, "--screenshot", 12) == 0; });
    if (isPicture || qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        return;
    const int percent = Settings(places::settingsFile()).value(Key::Scale).toInt();
    if (percent > 100 && percent <= 300)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
}

} // namespace

int main(int argc, char **argv)
{
    useScale(argc, argv);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("quarterdeck"));
    QApplication::setApplicationVersion(QStringLiteral(QD_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("quarterdeck"));
    const Result<Options> options = readOptions(QApplication::arguments());
    if (!options)
        return complain(options.error());
    if (options->help || options->version) {
        std::fputs(qPrintable(options->help ? usageText() : QStringLiteral("quarterdeck %1\n").arg(QApplication::applicationVersion())),
                   stdout);
        return 0;
    }
    const QString path = places::databasePath(options->database);
    if (path == places::databasePath())
        places::makeDataFolder();
    OpenOptions how;
    how.now = SystemClock().now();
    Result<std::unique_ptr<Journal>> journal = Journal::open(path, how);
    if (!journal)
        return complainInAWindow(app, *options, journal.error());
    const int code = Program(*options, std::move(*journal)).run(app);
    if (HubReach::hasLeftBehind()) { // what hangs in the network is not waited for; all that was written is on the disk
        std::fflush(nullptr);
        std::_Exit(code);
    }
    return code;
}
