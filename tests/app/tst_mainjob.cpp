// The main job, end to end, as a scribe in a terminal does it: from the declaration to the post-mortem document.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestMainJob : public QObject
{
    Q_OBJECT

private:
    Terminal m_room;
    QString m_ref;

    void does(const char *now, const QString &words)
    {
        m_room.setNow(QStringLiteral("2026-11-21T%1:00Z").arg(QLatin1String(now)));
        const Outcome outcome = m_room.run(words);
        QVERIFY2(outcome.code == Done, qPrintable(words + QStringLiteral(": ") + outcome.err));
    }

private slots:
    void initTestCase()
    {
        m_room.setNow(QStringLiteral("2026-11-21T14:05:00Z"));
        const Outcome declared =
            m_room.run(QStringLiteral("incident declare --severity P0 --title \"Checkout returns 503\" --type outage --service checkout "
                                      "--started 14:00 --detected 14:02 --source alert"));
        QCOMPARE(declared.err, QString());
        QCOMPARE(declared.code, int(Done));
        m_ref = declared.firstWord();
        QVERIFY2(QRegularExpression(QStringLiteral("^INC-[2-9A-Z]{4}$")).match(m_ref).hasMatch(), qPrintable(m_ref));
    }

    void isRunToItsEnd()
    {
        does("14:06", QStringLiteral("ack last"));
        does("14:06", QStringLiteral("role last ic Dana"));
        does("14:07", QStringLiteral("role last scribe Sam"));
        does("14:09", QStringLiteral("log last \"Only writes fail #checkout @lee\" --kind observation --as Sam"));
        does("14:10", QStringLiteral("log last \"The replica is behind\" --kind hypothesis --as Sam"));
        does("14:10", QStringLiteral("ask last Lee \"check replica lag\" --within 10m"));
        does("14:14", QStringLiteral("hypothesis last last ruled-out --note \"40 ms\""));
        does("14:17", QStringLiteral("log last \"Roll back 4.12\" --kind decision --at -2m --tag rollback"));
        does("14:18", QStringLiteral("status last identified --note \"4.12 leaks connections\""));
        does("14:20", QStringLiteral("update last responders --text \"Rolling back\""));
        does("14:25", QStringLiteral("status last monitoring"));
        does("14:26", QStringLiteral("handover last ic Mika"));
        does("14:27", QStringLiteral("accept last ic --as Mika"));
        does("15:02", QStringLiteral("status last resolved"));
        does("15:10", QStringLiteral("action last \"Alert on full pools\" --owner Lee --due 2026-12-01 --category detect"));
        does("15:20", QStringLiteral("postmortem write last root-cause --text \"The client leaks connections.\""));

        const QJsonObject shown = m_room.object(QStringLiteral("incident show %1").arg(m_ref.toLower()));
        QCOMPARE(shown[QLatin1String("status")].toString(), QStringLiteral("resolved"));
        QCOMPARE(shown[QLatin1String("roles")][QLatin1String("ic")].toString(), QStringLiteral("Mika"));
        const QJsonObject durations{{QStringLiteral("to_detect"), 120},   {QStringLiteral("to_acknowledge"), 240},
                                    {QStringLiteral("to_identify"), 720}, {QStringLiteral("to_mitigate"), 1380},
                                    {QStringLiteral("to_resolve"), 3600}, {QStringLiteral("total"), 3720}};
        QCOMPARE(shown[QLatin1String("durations")].toObject(), durations);
    }

    void theTimelineHasTwoTimes()
    {
        const QJsonArray decisions = m_room.array(QStringLiteral("timeline last --kind decision"));
        QCOMPARE(decisions.size(), 1);
        QCOMPARE(decisions[0][QLatin1String("at")].toString(), QStringLiteral("2026-11-21T14:15:00Z"));
        QCOMPARE(decisions[0][QLatin1String("recorded_at")].toString(), QStringLiteral("2026-11-21T14:17:00Z"));
        QCOMPARE(decisions[0][QLatin1String("tags")].toArray(), QJsonArray{QStringLiteral("rollback")});
        QCOMPARE(m_room.array(QStringLiteral("timeline last --search pools")).size(), 1);
    }

    void whatWasKnownAtAnInstant()
    {
        const QJsonObject then = m_room.object(QStringLiteral("incident show last --asof 2026-11-21T14:12:00Z"));
        QCOMPARE(then[QLatin1String("status")].toString(), QStringLiteral("investigating"));
        QVERIFY(then[QLatin1String("resolved_at")].isNull());
        QVERIFY(then[QLatin1String("durations")][QLatin1String("total")].isNull());
    }

    void anEntryIsCorrectedTakenBackAndRedacted()
    {
        m_room.setNow(QStringLiteral("2026-11-21T15:30:00Z"));
        const QJsonObject logged = m_room.object(QStringLiteral("log last \"The key is hunter2\""));
        const QString entry = logged[QLatin1String("entry")].toString();
        QCOMPARE(logged[QLatin1String("event")].toString(), entry);
        const QString handle = entry.right(6);
        QCOMPARE(
            m_room.object(QStringLiteral("amend last %1 --text \"The key is hunter3\"").arg(handle))[QLatin1String("entry")].toString(),
            entry);
        QCOMPARE(m_room.object(QStringLiteral("redact last %1 --reason secret").arg(entry))[QLatin1String("entry")].toString(), entry);
        QVERIFY(!m_room.read(QStringLiteral("room.db")).contains("hunter2"));
        QCOMPARE(m_room.run(QStringLiteral("verify")).code, int(Done));

        const qint64 before = m_room.array(QStringLiteral("actions --open")).size();
        QCOMPARE(m_room.run(QStringLiteral("action last \"Buy a bigger boat\"")).code, int(Done));
        QCOMPARE(m_room.array(QStringLiteral("actions --open")).size(), before + 1);
        QCOMPARE(m_room.run(QStringLiteral("undo last")).code, int(Done));
        QCOMPARE(m_room.array(QStringLiteral("actions --open")).size(), before);
    }

    void thePostmortemIsExported_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("Markdown") << "pm.md" << QByteArray("#");
        QTest::newRow("HTML") << "pm.html" << QByteArray("<!DOCTYPE html");
        QTest::newRow("PDF") << "pm.pdf" << QByteArray("%PDF-");
        QTest::newRow("JSON") << "pm.json" << QByteArray("{");
    }

    void thePostmortemIsExported()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, begins);
        const Outcome exported = m_room.run(QStringLiteral("postmortem export last %1").arg(file));
        QVERIFY2(exported.code == Done, qPrintable(exported.err));
        const QByteArray document = m_room.read(file);
        QVERIFY2(document.trimmed().startsWith(begins), document.left(60).constData());
        if (file != QLatin1String("pm.pdf")) {
            QVERIFY(document.contains("Roll back 4.12"));
            QVERIFY(document.contains("The client leaks connections."));
            QVERIFY(!document.contains("hunter"));
        }
    }

    void theRecordIsWhole()
    {
        QVERIFY(m_room.eventCount() > 20);
        QCOMPARE(m_room.run(QStringLiteral("backup copy.db")).code, int(Done));
        QCOMPARE(m_room.run(QStringLiteral("rebuild")).code, int(Done));
        const Outcome copy = m_room.runBare(
            {QStringLiteral("--db"), m_room.path(QStringLiteral("copy.db")), QStringLiteral("verify"), QStringLiteral("--json")});
        QCOMPARE(copy.json()[QLatin1String("events")].toInteger(), m_room.eventCount());
    }
};

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_mainjob.moc"
