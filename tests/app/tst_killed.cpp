// kill -9 at random moments while two scripts write a thousand entries: no entry whose command had returned is lost.
#include "tests/app/terminal.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>

#include <csignal>

#include <unistd.h>

using namespace qd::test;

namespace {

constexpr int entriesOfEach = 500;
constexpr int longestMsecs = 15000; // a slow machine writes fewer

// Logs "Sam 1", "Sam 2" … from the first number that was not used, and notes each once its command has returned.
constexpr char script[] = R"(
i=$1
while [ $i -le $2 ]; do
    "$QD_CLI" --db "$3" --as "$4" log last "$4 $i" >/dev/null && echo "$4 $i" >>"$5"
    i=$((i + 1))
done)";

class Scribe
{
public:
    Scribe(const Terminal &room, const QString &name) : m_room(room), m_name(name) { }

    void start()
    {
        m_shell.setChildProcessModifier([] { setsid(); }); // so that the shell and the command that it runs die together
        m_shell.start(QStringLiteral("/bin/sh"),
                      {QStringLiteral("-c"), QLatin1String(script), QStringLiteral("sh"), QString::number(m_next),
                       QString::number(entriesOfEach), m_room.database(), m_name, m_room.path(m_name)});
        m_shell.waitForStarted();
    }
    bool finishes(int withinMsecs) { return m_shell.state() == QProcess::NotRunning || m_shell.waitForFinished(withinMsecs); }
    void kill()
    {
        if (m_shell.state() == QProcess::Running) {
            ::kill(-static_cast<pid_t>(m_shell.processId()), SIGKILL);
            m_shell.waitForFinished(5000);
            ++m_kills;
        }
        m_next = static_cast<int>(returned().size()) + m_kills + 1; // the killed one may be there or not: its number is not used again
    }
    [[nodiscard]] QSet<QString> returned() const
    {
        const QStringList lines = QString::fromLatin1(m_room.read(m_name)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        return {lines.begin(), lines.end()};
    }
    [[nodiscard]] bool isDone() const { return m_next > entriesOfEach; }

private:
    const Terminal &m_room;
    QString m_name;
    QProcess m_shell;
    int m_kills = 0;
    int m_next = 1;
};

} // namespace

class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void losesNothing()
    {
        const Terminal room;
        QCOMPARE(room.run(QStringLiteral("incident declare --severity P0 --title Halt")).code, int(Done));
        Scribe sam(room, QStringLiteral("Sam"));
        Scribe ana(room, QStringLiteral("Ana"));
        QElapsedTimer time;
        time.start();
        int kills = 0;
        for (bool finished = false; !finished && !sam.isDone() && !ana.isDone() && time.elapsed() < longestMsecs; ++kills) {
            sam.start();
            ana.start();
            finished = sam.finishes(QRandomGenerator::global()->bounded(40, 900)) && ana.finishes(0);
            sam.kill();
            ana.kill();
        }

        QSet<QString> written;
        for (const QJsonValue &entry : room.array(QStringLiteral("timeline last --kind note")))
            written.insert(entry[QLatin1String("text")].toString());
        const QSet<QString> returned = sam.returned() + ana.returned();
        const QSet<QString> lost = returned - written;
        QVERIFY2(lost.isEmpty(), qPrintable(lost.values().join(QLatin1String(", "))));
        QVERIFY(kills > 3 && returned.size() > 20);
        QCOMPARE(room.run(QStringLiteral("verify")).code, int(Done));
        qInfo("%d kills, %lld entries returned, %lld written", kills, static_cast<long long>(returned.size()),
              static_cast<long long>(written.size()));
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
