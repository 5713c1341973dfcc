#include "models/exchange/pandoc.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace qd::exchange {
namespace {

constexpr std::chrono::minutes longest(5);
constexpr std::chrono::milliseconds aLook(50); // between two looks at whether to stop

// `html` names no other file and no address to load from, so pandoc has nothing to read but it. (Its --sandbox would say so once more, but as
// Debian builds it, it then finds neither its own DOCX parts nor pictures that stand in the text.) The proxy that is not there keeps it from
// any network.
QProcessEnvironment alone(const QString &folder)
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("HOME"), folder);
    for (const char *proxy : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
        environment.insert(QLatin1String(proxy), QStringLiteral("http://127.0.0.1:9"));
    return environment;
}

Result<void> finish(QProcess &pandoc, const Progress &progress)
{
    const auto end = [&pandoc] {
        pandoc.kill();
        pandoc.waitForFinished();
    };
    QElapsedTimer passed;
    passed.start();
    while (!pandoc.waitForFinished(static_cast<int>(aLook.count()))) {
        if (pandoc.state() == QProcess::NotRunning)
            break;
        // How far it is, it does not say: the bar moves on ever more slowly.
        const double seconds = static_cast<double>(passed.elapsed()) / 1000;
        if (!progress(seconds / (seconds + 3))) {
            end();
            return stopped();
        }
        if (passed.hasExpired(std::chrono::milliseconds(longest).count())) {
            end();
            return failure(
                ErrorCode::Storage,
                QStringLiteral("pandoc took longer than %1 minutes and was stopped; export html or pdf instead").arg(longest.count()));
        }
    }
    if (pandoc.exitStatus() == QProcess::NormalExit && pandoc.exitCode() == 0)
        return {};
    return failure(ErrorCode::Storage, QStringLiteral("pandoc could not make the document; export html or pdf instead"),
                   QString::fromUtf8(pandoc.readAllStandardError()));
}

Result<QByteArray> cannotKeep()
{
    return failure(ErrorCode::Storage, QStringLiteral("there is no room for temporary files in %1; make some").arg(QDir::tempPath()));
}

bool copyStyle(const QString &ending, const QString &to)
{
    return QFile::copy(QStringLiteral(":/quarterdeck/documents/reference.") + ending, to);
}

} // namespace

QString pandocProgram()
{
    return QStandardPaths::findExecutable(QStringLiteral("pandoc"));
}

Result<QByteArray> throughPandoc(const QByteArray &html, Format format, const Progress &progress)
{
    if (const QString problem = unavailable(format); !problem.isEmpty())
        return failure(ErrorCode::Refused, problem);
    const QString ending = format == Format::Odt ? QStringLiteral("odt") : QStringLiteral("docx");
    QTemporaryDir folder;
    QFile source(folder.filePath(QStringLiteral("document.html")));
    if (!folder.isValid() || !source.open(QIODevice::WriteOnly) || source.write(html) != html.size())
        return cannotKeep();
    source.close();
    QProcess pandoc;
    pandoc.setWorkingDirectory(folder.path());
    pandoc.setProcessEnvironment(alone(folder.path()));
    QStringList words{QStringLiteral("--standalone"), QStringLiteral("--from=html"), QStringLiteral("--to=") + ending,
                      QStringLiteral("--output=document.") + ending, QStringLiteral("document.html")};
    const QString style = QStringLiteral("reference.") + ending;
    if (copyStyle(ending, folder.filePath(style)))
        words.prepend(QStringLiteral("--reference-doc=") + style);
    pandoc.start(pandocProgram(), words, QIODevice::ReadOnly);
    if (const Result<void> done = finish(pandoc, progress); !done)
        return tl::unexpected(done.error());
    QFile made(folder.filePath(QStringLiteral("document.") + ending));
    if (!made.open(QIODevice::ReadOnly))
        return cannotKeep();
    return made.readAll();
}

} // namespace qd::exchange
