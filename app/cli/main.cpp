// quarterdeck-cli: the record from a terminal. It goes through the same Desk as the window, on the same database.
#include "app/cli/command.h"
#include "app/cli/shell.h"
#include "app/common/systemclock.h"
#include "models/exchange/document.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace qd;
using namespace qd::cli;

namespace {

int exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Refused: return 1;
    case ErrorCode::Usage: return 2;
    case ErrorCode::BadInput: return 3;
    case ErrorCode::Storage: return 4;
    }
    return 4;
}

int complain(const Error &error)
{
    for (const QString &line : error.sentence.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        std::fputs(("error: " + line.toUtf8() + '\n').constData(), stderr);
    return exitCode(error.code);
}

QByteArray toBytes(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

int print(QByteArray bytes)
{
    if (!bytes.endsWith('\n'))
        bytes += '\n';
    const bool written = std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout) == static_cast<size_t>(bytes.size());
    if (written && std::fflush(stdout) == 0)
        return 0;
    return complain({ErrorCode::Storage, QStringLiteral("the answer cannot be written to the output; what was done is done"), {}});
}

// A page needs fonts, and so a graphical application without a screen. Everything else starts faster without.
std::unique_ptr<QCoreApplication> makeApplication(const Arguments &arguments, int &argc, char **argv)
{
    static const QStringList documents{QStringLiteral("postmortem export"), QStringLiteral("postmortem agenda"),
                                       QStringLiteral("briefing")};
    const std::optional<exchange::Format> format = exchange::formatOf(arguments.value("format", arguments.word("FILE")));
    const bool drawn = format == exchange::Format::Pdf || format == exchange::Format::Odt || format == exchange::Format::Docx;
    if (!drawn || !arguments.command || !documents.contains(QLatin1String(arguments.command->name)))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

QByteArray help(const Arguments &arguments)
{
    if (!arguments.command)
        return helpText().toUtf8();
    return usageLine(*arguments.command).toUtf8() + '\n' + arguments.command->summary + '\n';
}

int run(const Arguments &arguments)
{
    if (arguments.has("help"))
        return print(help(arguments));
    if (arguments.has("version"))
        return print("quarterdeck-cli " QD_VERSION);
    Shell shell(arguments, SystemClock());
    if (const Result<void> started = shell.start(); !started)
        return complain(started.error());
    const Result<Answer> answer = arguments.command->run(shell);
    if (!answer)
        return complain(answer.error());
    return print(arguments.has("json") ? toBytes(answer->json) : answer->text.toUtf8());
}

void onlyOurWords(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg || qEnvironmentVariableIsSet("QUARTERDECK_DEBUG"))
        std::fputs((message.toUtf8() + '\n').constData(), stderr);
}

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(onlyOurWords); // a script reads stderr: nothing stands there but error: lines
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    const Result<Arguments> arguments = readArguments(words);
    if (!arguments)
        return complain(arguments.error());
    const std::unique_ptr<QCoreApplication> application = makeApplication(*arguments, argc, argv);
    return run(*arguments);
}
