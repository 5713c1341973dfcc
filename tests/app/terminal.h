#pragma once
// A terminal with a database of its own, in which the built quarterdeck-cli is called. $QD_CLI is the program.

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace qd::test {

enum Exit { Done = 0, Refused = 1, Usage = 2, BadInput = 3, Storage = 4 };

struct Outcome
{
    int code = -1;
    QString out;
    QString err;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out.toUtf8()); }
    [[nodiscard]] QString firstWord() const { return out.section(QRegularExpression(QStringLiteral("\\s")), 0, 0); }
    // Nothing but error: lines, and nothing on stdout.
    [[nodiscard]] bool complainsOnly() const
    {
        const QStringList lines = err.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        return out.isEmpty() && !lines.isEmpty()
            && std::all_of(lines.begin(), lines.end(), [](const QString &line) { return line.startsWith(QLatin1String("error: ")); });
    }
};

class Terminal
{
public:
    Terminal()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
        m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
        m_environment.remove(QStringLiteral("QUARTERDECK_DB"));
        m_environment.remove(QStringLiteral("QUARTERDECK_PLANS"));
    }

    void set(const char *variable, const QString &value) // empty: it is not there
    {
        if (value.isEmpty())
            m_environment.remove(QLatin1String(variable));
        else
            m_environment.insert(QLatin1String(variable), value);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString database() const { return path(QStringLiteral("room.db")); }
    void setNow(const QString &now) { m_now = now; }

    // The words are split as a shell would, by blanks and "quotes" ('' is an empty one); --db, --as Dana and --now are put before them.
    [[nodiscard]] Outcome run(const QString &words) const
    {
        return runWords(QProcess::splitCommand(words).replaceInStrings(QStringLiteral("''"), QString()));
    }
    // `before` happens in the child, before the program begins.
    [[nodiscard]] Outcome runWords(const QStringList &words, const std::function<void()> &before = {}) const
    {
        QStringList all{QStringLiteral("--db"), database()};
        if (!words.contains(QStringLiteral("--as")))
            all << QStringLiteral("--as") << QStringLiteral("Dana");
        if (!m_now.isEmpty() && !words.contains(QStringLiteral("--now")))
            all << QStringLiteral("--now") << m_now;
        return runBare(all + words, before);
    }
    [[nodiscard]] Outcome runBare(const QStringList &words, const std::function<void()> &before = {}, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setChildProcessModifier(before);
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(qEnvironmentVariable("QD_CLI"), words);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(30000))
            return {-1, {}, process.errorString()};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    [[nodiscard]] QJsonObject object(const QString &words) const { return answer(words).object(); }
    [[nodiscard]] QJsonArray array(const QString &words) const { return answer(words).array(); }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
        file.write(content);
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] qint64 eventCount() const // in the whole database; verifies it too
    {
        return QFile::exists(database()) ? object(QStringLiteral("verify"))[QLatin1String("events")].toInteger(-1) : 0;
    }

private:
    [[nodiscard]] QJsonDocument answer(const QString &words) const
    {
        const Outcome outcome = run(words + QStringLiteral(" --json"));
        if (outcome.code != Done || !outcome.err.isEmpty() || outcome.json().isNull())
            qWarning("%s: exit %d: %s%s", qPrintable(words), outcome.code, qPrintable(outcome.err), qPrintable(outcome.out.left(200)));
        return outcome.json();
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QString m_now;
};

} // namespace qd::test
