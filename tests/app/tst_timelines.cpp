// Timelines in and out, and what can be saved of a damaged database.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestTimelines : public QObject
{
    Q_OBJECT

private:
    Terminal m_room;

    void does(const QString &words) const
    {
        const Outcome outcome = m_room.run(words);
        QVERIFY2(outcome.code == Done, qPrintable(words + QStringLiteral(": ") + outcome.err));
    }

private slots:
    void initTestCase()
    {
        m_room.setNow(QStringLiteral("2026-11-21T18:00:00Z"));
        m_room.write(QStringLiteral("events.csv"),
                     "at,text,kind,author\n"
                     "2026-11-21T14:00:00Z,Release goes out,started,Lee\n"
                     "2026-11-21T14:05:00Z,\"Alert: 503, everywhere\",detected,Sam\n"
                     "2026-11-21T14:20:00Z,Roll back,decision,Dana\n"
                     "2026-11-21T14:50:00Z,Errors are gone,resolved,Dana\n");
        does(QStringLiteral("incident declare --severity P0 --title Halt"));
    }

    void intoAnIncidentAreEntriesAndNoMore()
    {
        const QJsonObject imported = m_room.object(QStringLiteral("import timeline events.csv --incident last"));
        QCOMPARE(imported[QLatin1String("imported")].toInt(), 4);
        QVERIFY(imported.contains(QStringLiteral("event")) && imported.contains(QStringLiteral("entry")));
        const QJsonObject shown = m_room.object(QStringLiteral("incident show last"));
        QCOMPARE(shown[QLatin1String("status")].toString(), QStringLiteral("investigating"));
        QVERIFY(shown[QLatin1String("started_at")].isNull());
        const QJsonObject decision = m_room.array(QStringLiteral("timeline last --kind decision"))[0].toObject();
        QCOMPARE(decision[QLatin1String("author")].toString(), QStringLiteral("Dana"));
        QCOMPARE(decision[QLatin1String("late")].toBool(), true);
    }

    void twiceDoublesNothing()
    {
        const qint64 before = m_room.eventCount();
        QCOMPARE(m_room.object(QStringLiteral("import timeline events.csv --incident last"))[QLatin1String("there_already")].toInt(), 4);
        QCOMPARE(m_room.eventCount(), before);
    }

    void thatAreWrongAreRefusedWhole()
    {
        m_room.write(QStringLiteral("wrong.csv"),
                     "at,text,kind,author\n2026-11-21T14:00:00Z,Fine,note,Sam\nteatime,No time,note,Sam\n2026-11-21T14:00:00Z,,note,Sam\n");
        const qint64 before = m_room.eventCount();
        const Outcome outcome = m_room.run(QStringLiteral("import timeline wrong.csv --incident last"));
        QCOMPARE(outcome.code, int(BadInput));
        QVERIFY(outcome.complainsOnly());
        QVERIFY2(outcome.err.contains(QStringLiteral("wrong.csv:3:1:")) && outcome.err.contains(QStringLiteral("wrong.csv:4:")),
                 qPrintable(outcome.err));
        m_room.write(QStringLiteral("future.csv"), "at,text\n2026-11-21T14:00:00Z,Fine\n2026-11-22T14:00:00Z,Tomorrow\n");
        QCOMPARE(m_room.run(QStringLiteral("import timeline future.csv --incident last")).code, int(BadInput));
        QCOMPARE(m_room.eventCount(), before);
    }

    void goOutAndComeBack()
    {
        does(QStringLiteral("export timeline last out.jsonl"));
        does(QStringLiteral("export timeline last out.md"));
        QVERIFY(m_room.read(QStringLiteral("out.md")).contains("Alert: 503, everywhere"));
        does(QStringLiteral("incident declare --severity P1 --title Copy"));
        does(QStringLiteral("import timeline out.jsonl --incident last"));
        const QJsonObject back = m_room.array(QStringLiteral("timeline last --kind decision"))[0].toObject();
        QCOMPARE(back[QLatin1String("at")].toString(), QStringLiteral("2026-11-21T14:20:00Z"));
        QCOMPARE(back[QLatin1String("text")].toString(), QStringLiteral("Roll back"));
    }

    void goOutsideWithoutNamesAndWhatIsInternal()
    {
        does(QStringLiteral("log last \"Dana calls the customer Zebracorp\" --tag internal"));
        does(QStringLiteral("log last \"Dana looks at the queue\""));
        for (const QString &file : {QStringLiteral("outside.csv"), QStringLiteral("outside.jsonl"), QStringLiteral("outside.md")}) {
            does(QStringLiteral("export timeline last %1 --edition external").arg(file));
            const QByteArray text = m_room.read(file);
            QVERIFY2(text.contains("looks at the queue"), text.constData());
            QVERIFY2(!text.contains("Dana") && !text.contains("Zebracorp"), text.constData());
        }
        does(QStringLiteral("undo last"));
        does(QStringLiteral("undo last"));
    }

    void intoAPipeReplaceItNot()
    {
        const Outcome outcome = m_room.run(QStringLiteral("briefing last /dev/stdout --format md"));
        QVERIFY2(outcome.code == Done && outcome.out.startsWith(QLatin1String("# INC-")), qPrintable(outcome.err + outcome.out));
    }

    void withoutAnIncidentMakeOne()
    {
        does(QStringLiteral("import timeline events.csv"));
        const QJsonObject shown = m_room.object(QStringLiteral("incident show last"));
        QCOMPARE(shown[QLatin1String("title")].toString(), QStringLiteral("events"));
        QCOMPARE(shown[QLatin1String("severity")].toString(), QString());
        QCOMPARE(shown[QLatin1String("status")].toString(), QStringLiteral("resolved"));
        const QJsonObject durations = shown[QLatin1String("durations")].toObject();
        QCOMPARE(durations[QLatin1String("to_detect")].toInt(), 300);
        QCOMPARE(durations[QLatin1String("total")].toInt(), 3000);
        QVERIFY(durations[QLatin1String("to_mitigate")].isNull());
    }

    void whatIsDamagedIsSalvaged()
    {
        const qint64 before = m_room.eventCount();
        does(QStringLiteral("backup damaged.db"));
        QByteArray bytes = m_room.read(QStringLiteral("damaged.db"));
        bytes.truncate(bytes.size() - 4096);
        m_room.write(QStringLiteral("damaged.db"), bytes);
        const QString damaged = m_room.path(QStringLiteral("damaged.db"));
        const Outcome salvaged =
            m_room.runBare({QStringLiteral("salvage"), damaged, QStringLiteral("--into"), m_room.path(QStringLiteral("saved.db"))});
        QVERIFY2(salvaged.code == Done, qPrintable(salvaged.err));
        const Outcome list = m_room.runBare(
            {QStringLiteral("--db"), m_room.path(QStringLiteral("saved.db")), QStringLiteral("verify"), QStringLiteral("--json")});
        QVERIFY2(list.code == Done, qPrintable(list.err));
        QVERIFY(list.json()[QLatin1String("events")].toInteger() > before / 2);
        QCOMPARE(m_room.read(QStringLiteral("damaged.db")), bytes);
    }
};

QTEST_GUILESS_MAIN(TestTimelines)
#include "tst_timelines.moc"
