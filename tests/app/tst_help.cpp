// --help is made from the table of commands, and hides what is not in this version.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestHelp : public QObject
{
    Q_OBJECT

private:
    Terminal m_room;

private slots:
    void listsEveryCommandOfTheContract()
    {
        const Outcome help = m_room.run(QStringLiteral("--help"));
        QCOMPARE(help.code, int(Done));
        for (const char *command : {"plan list",
                                    "plan show PLAN",
                                    "plan check FILE.yaml",
                                    "plan add FILE.yaml",
                                    "incident declare --severity S --title T",
                                    "incident list [--open]",
                                    "incident show INCIDENT [--asof TIME]",
                                    "incident set INCIDENT FIELD VALUE",
                                    "ack INCIDENT [--at TIME]",
                                    "undo INCIDENT",
                                    "pause INCIDENT CLOCK --reason TEXT",
                                    "resume INCIDENT CLOCK",
                                    "snooze INCIDENT CLOCK DURATION --reason TEXT",
                                    "hypothesis INCIDENT ENTRY confirmed|ruled-out",
                                    "status INCIDENT STATUS",
                                    "severity INCIDENT S --reason TEXT",
                                    "role INCIDENT ROLE NAME",
                                    "handover INCIDENT ROLE NAME",
                                    "accept INCIDENT ROLE",
                                    "log INCIDENT TEXT",
                                    "amend INCIDENT ENTRY",
                                    "redact INCIDENT ENTRY --reason TEXT",
                                    "pin INCIDENT ENTRY",
                                    "ask INCIDENT WHO TEXT",
                                    "check INCIDENT LIST ITEM",
                                    "scenario INCIDENT NAME",
                                    "update INCIDENT AUDIENCE",
                                    "escalate INCIDENT STEP",
                                    "clocks INCIDENT",
                                    "oncall [--at TIME]",
                                    "oncall add FILE-or-URL",
                                    "action INCIDENT TEXT",
                                    "actions [--open] [--overdue]",
                                    "sitrep INCIDENT",
                                    "timeline INCIDENT",
                                    "postmortem show INCIDENT",
                                    "postmortem write INCIDENT SECTION --text TEXT",
                                    "postmortem move INCIDENT draft|review|final",
                                    "postmortem lint INCIDENT",
                                    "postmortem export INCIDENT FILE",
                                    "postmortem agenda INCIDENT",
                                    "briefing INCIDENT",
                                    "metrics [--from DATE]",
                                    "import timeline FILE",
                                    "export timeline INCIDENT FILE",
                                    "verify [INCIDENT]",
                                    "backup FILE",
                                    "salvage FILE --into FILE",
                                    "rebuild"})
            QVERIFY2(help.out.contains(QLatin1String("\n  ") + QLatin1String(command)), command);
    }

    void ofOneCommandIsItsUsage()
    {
        const Outcome help = m_room.run(QStringLiteral("log --help"));
        QCOMPARE(help.code, int(Done));
        QVERIFY(help.out.startsWith(QStringLiteral("quarterdeck-cli log INCIDENT TEXT | --line LINE [--at TIME]")));
    }

    void whatIsForLaterSaysSo_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"replay x.qdz", "drill service-down", "import timeline slack.json"})
            QTest::newRow(words) << QString(QLatin1String(words));
    }

    void whatIsForLaterSaysSo()
    {
        QFETCH(QString, words);
        const Outcome outcome = m_room.run(words);
        QCOMPARE(outcome.code, int(Usage));
        QVERIFY(outcome.complainsOnly());
        QVERIFY2(outcome.err.contains(QStringLiteral("not in this version")), qPrintable(outcome.err));
    }

    void whatIsForLaterIsNotListed()
    {
        const QString help = m_room.run(QStringLiteral("--help")).out;
        for (const char *word : {"replay", "\n  drill", "Slack"})
            QVERIFY2(!help.contains(QLatin1String(word)), word);
    }

    void optionsStandAnywhere()
    {
        const QString db = m_room.database();
        const Outcome declared =
            m_room.runBare({QStringLiteral("incident"), QStringLiteral("--db=") + db, QStringLiteral("declare"), QStringLiteral("--title"),
                            QStringLiteral("T"), QStringLiteral("--json"), QStringLiteral("--severity"), QStringLiteral("unknown"),
                            QStringLiteral("--as"), QStringLiteral("Lee")});
        QVERIFY2(declared.code == Done, qPrintable(declared.err));
        QCOMPARE(declared.json()[QLatin1String("title")].toString(), QStringLiteral("T"));
        QCOMPARE(m_room.run(QStringLiteral("log last --at -5m -- --looks-like-an-option")).code, int(Done));
        QCOMPARE(m_room.run(QStringLiteral("log last \"-5m is five minutes ago\"")).code, int(Done));
        QCOMPARE(m_room.array(QStringLiteral("timeline last --kind note")).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestHelp)
#include "tst_help.moc"
