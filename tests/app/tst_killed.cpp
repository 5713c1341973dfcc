// kill -9 at random moments while a script writes a thousand entries: no entry whose command had returned is lost.
#include "tests/app/terminal.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>

#include <csignal>
#include <unistd.h>

using namespace qd::test;

namespace {

constexpr int entries = 1000;
constexpr int longestMsecs = 15000; // a slow machine writes fewer

// Logs entry after entry from the first that is not known to be written, and notes each once its command has returned.
constexpr char script[] =
    R"(i=$1; while [ $i -le $2 ]; do "$QD_CLI" --db "$3" --as Sam log last "entry $i" >/dev/null && echo $i >>"$4"; i=$((i+1)); done)";

} // namespace

class TestKilled : public QObject
{
    Q_OBJECT

private:
    Terminal m_room;

    // The shell and the command that it runs die together.
    bool runAndKill(int first, int afterMsecs)
    {
        QProcess shell;
        shell.setChildProcessModifier([] { setsid(); });
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"), QLatin1String(script), QStringLiteral("sh"), QString::number(first), QString::number(entries),
                     m_room.database(), m_room.path(QStringLiteral("returned"))});
        const bool finished = shell.waitForFinished(afterMsecs);
        if (!finished) {
            ::kill(-static_cast<pid_t>(shell.processId()), SIGKILL);
            shell.waitForFinished(5000);
        }
        return finished;
    }

    QSet<QString> returned() const
    {
        QSet<QString> all;
        for (const QByteArray &line : m_room.read(QStringLiteral("returned")).split('\n')) {
            if (!line.isEmpty())
                all.insert(QStringLiteral("entry ") + QString::fromLatin1(line));
        }
        return all;
    }

private slots:
    void losesNothing()
    {
        QCOMPARE(m_room.run(QStringLiteral("incident declare --severity P0 --title Halt")).code, int(Done));
        QElapsedTimer time;
        time.start();
        int kills = 0;
        int next = 1;
        while (next <= entries && time.elapsed() < longestMsecs) {
            if (runAndKill(next, QRandomGenerator::global()->bounded(40, 700)))
                break;
            ++kills;
            next = static_cast<int>(returned().size()) + kills + 1; // the killed one may be there or not: its number is not used again
        }
        QSet<QString> written;
        for (const QJsonValue &entry : m_room.array(QStringLiteral("timeline last --kind note")))
            written.insert(entry[QLatin1String("text")].toString());
        const QSet<QString> lost = returned() - written;
        QVERIFY2(lost.isEmpty(), qPrintable(lost.values().join(QLatin1Char(' '))));
        QVERIFY(kills > 3 && !written.isEmpty());
        QCOMPARE(m_room.run(QStringLiteral("verify")).code, int(Done));
        qInfo("%d kills, %lld entries returned, %lld written", kills, static_cast<long long>(returned().size()),
              static_cast<long long>(written.size()));
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
