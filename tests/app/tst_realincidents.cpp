// Real outages, replayed through the command line: the durations equal what their own events say, and the documents hold every entry.
#include "tests/app/replay.h"

using namespace qd::test;

class TestRealIncidents : public QObject
{
    Q_OBJECT

private:
    static QJsonValue secondsBetween(const Replay &replay, const char *from, const char *to)
    {
        if (replay.timeOf(from).isEmpty() || replay.timeOf(to).isEmpty())
            return QJsonValue::Null;
        const auto time = [&replay](const char *kind) { return QDateTime::fromString(replay.timeOf(kind), Qt::ISODate); };
        const qint64 seconds = time(from).secsTo(time(to));
        return seconds < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(seconds);
    }

    void does(const Terminal &room, const QString &words)
    {
        const Outcome outcome = room.run(words);
        QVERIFY2(outcome.code == Done, qPrintable(words + QStringLiteral(": ") + outcome.err));
    }

private slots:
    void replayed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("none, where they do not stand beside the source") << QString();
        for (const QString &file : realIncidents().entryList({QStringLiteral("*.json")}))
            QTest::newRow(qPrintable(file)) << file;
    }

    void replayed()
    {
        QFETCH(QString, file);
        if (file.isEmpty())
            return;
        const Replay replay(realIncidents().filePath(file));
        Terminal room;
        const QString problem = replay.play(room);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));

        const QJsonObject shown = room.object(QStringLiteral("incident show last"));
        const QJsonObject durations{{QStringLiteral("to_detect"), secondsBetween(replay, "started", "detected")},
                                    {QStringLiteral("to_acknowledge"), QJsonValue::Null},
                                    {QStringLiteral("to_identify"), QJsonValue::Null},
                                    {QStringLiteral("to_mitigate"), secondsBetween(replay, "detected", "mitigated")},
                                    {QStringLiteral("to_resolve"), secondsBetween(replay, "detected", "resolved")},
                                    {QStringLiteral("total"), secondsBetween(replay, "started", "resolved")}};
        QCOMPARE(shown[QLatin1String("durations")].toObject(), durations);

        for (const QString &ending : {QStringLiteral("md"), QStringLiteral("html"), QStringLiteral("json")}) {
            does(room, QStringLiteral("postmortem export last pm.") + ending);
            const QString document = QString::fromUtf8(room.read(QStringLiteral("pm.") + ending));
            const QString letters = lettersOf(document);
            for (const QJsonValue &event : replay.events()) {
                const QString text = event[QLatin1String("text")].toString();
                const QString wanted = ending == QLatin1String("html") ? text.toHtmlEscaped() : text;
                QVERIFY2(letters.contains(lettersOf(wanted)), qPrintable(ending + QStringLiteral(" lacks: ") + text));
            }
        }
    }

    void anImpossibleOrderIsNoNumber()
    {
        Terminal room;
        room.setNow(QStringLiteral("2026-11-21T14:00:00Z"));
        does(room, QStringLiteral("incident declare --severity P0 --title T --started -10m --detected -20m"));
        does(room, QStringLiteral("ack last --at -30m"));
        does(room, QStringLiteral("status last resolved --at -25m"));
        const QJsonObject durations = room.object(QStringLiteral("incident show last"))[QLatin1String("durations")].toObject();
        for (const char *key : {"to_detect", "to_acknowledge", "to_identify", "to_resolve", "total"})
            QVERIFY2(durations[QLatin1String(key)].isNull(), key);
    }
};

QTEST_GUILESS_MAIN(TestRealIncidents)
#include "tst_realincidents.moc"
