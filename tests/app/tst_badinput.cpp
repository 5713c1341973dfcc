// Bad input gets a clear error, the documented exit code, and leaves nothing behind.
#include "tests/app/terminal.h"

#include <QRegularExpression>

#include <unistd.h>

using namespace qd::test;

class TestBadInput : public QObject
{
    Q_OBJECT

private:
    Terminal m_room;
    QString m_germanRef; // under a plan whose zone has summer time

    void refuses(const Outcome &outcome, int code, const QString &says)
    {
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.complainsOnly(), qPrintable(outcome.err + outcome.out));
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    }

private slots:
    void initTestCase()
    {
        m_room.setNow(QStringLiteral("2026-11-21T14:00:00Z"));
        m_room.write(QStringLiteral("berlin.yaml"),
                     "plan: 1\nid: berlin\nname: Berlin\nzone: Europe/Berlin\nseverities:\n  - {id: P0, name: Critical}\n");
        QCOMPARE(m_room.run(QStringLiteral("plan add berlin.yaml")).code, int(Done));
        m_germanRef = m_room.run(QStringLiteral("incident declare --severity P0 --title Halt --plan berlin")).firstWord();
        QCOMPARE(m_room.run(QStringLiteral("incident declare --severity P0 --title \"Checkout returns 503\"")).code, int(Done));
        QCOMPARE(m_room.run(QStringLiteral("log last \"First look\"")).code, int(Done));
    }

    void aCommand_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown severity") << "incident declare --severity P9 --title T" << int(Refused) << "P0";
        QTest::newRow("no title") << "incident declare --severity P0 --title ''" << int(Refused) << "title";
        QTest::newRow("unknown plan") << "incident declare --severity P0 --title T --plan nowhere" << int(Refused) << "default";
        QTest::newRow("unknown source") << "incident declare --severity P0 --title T --source rumour" << int(Refused) << "alert";
        QTest::newRow("unknown role") << "role last admiral Dana" << int(Refused) << "ic";
        QTest::newRow("unknown status") << "status last sleeping" << int(Refused) << "investigating";
        QTest::newRow("unknown kind") << "log last Hm --kind rumour" << int(Refused) << "observation";
        QTest::newRow("unknown audience") << "update last martians --text Hi" << int(Refused) << "responders";
        QTest::newRow("unknown clock") << "pause last teatime --reason tea" << int(Refused) << "resolve";
        QTest::newRow("severity without a reason") << "severity last P1" << int(Usage) << "--reason";
        QTest::newRow("an empty reason") << "severity last P1 --reason ''" << int(Refused) << "why";
        QTest::newRow("no time") << "log last Hm --at teatime" << int(Usage) << "'teatime' is no time";
        QTest::newRow("no hour") << "log last Hm --at 25:10" << int(Usage) << "is no time";
        QTest::newRow("the future") << "log last Hm --at 14:32" << int(Refused) << "future";
        QTest::newRow("a detection in the future")
            << "incident declare --severity P0 --title T --detected 2026-11-21T15:00:00Z" << int(Refused) << "future";
        QTest::newRow("no now") << "ack last --now teatime" << int(Usage) << "'teatime' is no time";
        QTest::newRow("no incident") << "log INC-ZZZZ Hm" << int(Refused) << "INC-ZZZZ";
        QTest::newRow("no entry") << "amend last ffffffff --text Hm" << int(Refused) << "ffffffff";
        QTest::newRow("an entry of five digits") << "amend last fffff --text Hm" << int(Refused) << "six";
        QTest::newRow("nothing to log") << "log last ''" << int(Refused) << "text";
        QTest::newRow("nobody") << "log last Hm --as ''" << int(Usage) << "who you are";
        QTest::newRow("no attachment") << "log last Hm --attach nowhere.png" << int(BadInput) << "nowhere.png";
        QTest::newRow("no duration") << "ask last Lee \"check it\" --within soon" << int(Usage) << "soon";
        QTest::newRow("no date") << "action last Fix --due someday" << int(Usage) << "someday";
        QTest::newRow("no category") << "action last Fix --category punish" << int(Refused) << "prevent";
        QTest::newRow("no section") << "postmortem write last poetry --text Ode" << int(Refused) << "root-cause";
        QTest::newRow("final too early") << "postmortem move last final" << int(Refused) << "resolve";
        QTest::newRow("no such field") << "incident set last colour red" << int(Refused) << "title";
        QTest::newRow("no command") << "frobnicate" << int(Usage) << "frobnicate";
        QTest::newRow("half a command") << "incident" << int(Usage) << "incident";
        QTest::newRow("nothing at all") << "" << int(Usage) << "say what to do";
        QTest::newRow("too few words") << "log last" << int(Usage) << "TEXT";
        QTest::newRow("too many words") << "log last two words" << int(Usage) << "quotes";
        QTest::newRow("no such option") << "log last Hm --loud" << int(Usage) << "--loud";
        QTest::newRow("an option without its value") << "log last Hm --at" << int(Usage) << "--at";
        QTest::newRow("an option twice") << "log last Hm --at -5m --at -6m" << int(Usage) << "twice";
        QTest::newRow("no format") << "postmortem export last pm.xyz" << int(Usage) << "md";
        QTest::newRow("a document without a name") << "postmortem export last ''" << int(Usage) << "FILE is empty";
        QTest::newRow("two files for one list") << "actions --csv a.csv --markdown a.md" << int(Usage) << "--markdown exclude";
        QTest::newRow("somebody who is nobody") << "actions --owner Lee --nobody" << int(Usage) << "--nobody exclude";
        QTest::newRow("metrics of no plan") << "metrics --plan nowhere" << int(Refused) << "no plan called 'nowhere'";
        QTest::newRow("action items of no plan") << "actions --plan nowhere" << int(Refused) << "no plan called 'nowhere'";
        QTest::newRow("no edition of a timeline") << "export timeline last t.csv --edition public" << int(Usage) << "internal, external";
        QTest::newRow("no relation") << "link last last cousin" << int(Refused) << "related, duplicate, caused-by";
        QTest::newRow("nowhere to write") << "postmortem export last nowhere/pm.md" << int(Storage) << "nowhere/pm.md";
        QTest::newRow("nothing to import") << "import timeline nowhere.csv --incident last" << int(BadInput) << "nowhere.csv";
        QTest::newRow("no plan file") << "plan check nowhere.yaml" << int(BadInput) << "nowhere.yaml:1:1:";
    }

    void aCommand()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        QFETCH(QString, says);
        const qint64 before = m_room.eventCount();
        refuses(m_room.run(words), code, says);
        const Outcome asJson = m_room.run(words + QStringLiteral(" --json"));
        QCOMPARE(asJson.code, code);
        QCOMPARE(asJson.out, QString());
        QCOMPARE(m_room.eventCount(), before);
    }

    void aTimeThatSummerTimeSkips()
    {
        const qint64 before = m_room.eventCount();
        refuses(m_room.run(QStringLiteral("log %1 Hm --at \"2026-03-29 02:30\"").arg(m_germanRef)), Usage,
                QStringLiteral("does not exist in Europe/Berlin"));
        QCOMPARE(m_room.eventCount(), before);
        QCOMPARE(m_room.run(QStringLiteral("log %1 Hm --at \"2026-03-29 03:30\"").arg(m_germanRef)).code, int(Done));
        const QJsonObject first = m_room.array(QStringLiteral("timeline %1 --kind note").arg(m_germanRef))[0].toObject();
        QCOMPARE(first[QLatin1String("at")].toString(), QStringLiteral("2026-03-29T01:30:00Z"));
    }

    void aPlanWithTenFaults()
    {
        m_room.write(QStringLiteral("bad.yaml"), R"(plan: 1
id: Bad Plan
name: Bad
colour: red
zone: Mars/Olympus
severities:
  - {id: P0, name: Critical, respond_within: soonish!, postmortem_required: perhaps}
  - {id: P0, name: Twice}
  - {name: Nameless}
audiences:
  - {id: responders, name: Responders, cadence: {P9: {every: 5m}}}
roles:
  - {id: ic, name: Commander, required_at: [P7]}
  - {id: ic, name: Commander again}
escalation:
  - {id: a, severities: [P8], step: first, who: CTO}
)");
        for (const QString &command : {QStringLiteral("plan check bad.yaml"), QStringLiteral("plan add bad.yaml")}) {
            const Outcome outcome = m_room.run(command);
            refuses(outcome, BadInput, QStringLiteral("bad.yaml:4:1:"));
            const QStringList lines = outcome.err.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            static const QRegularExpression place(QStringLiteral("^error: bad\\.yaml:\\d+:\\d+: \\S"));
            for (const QString &line : lines)
                QVERIFY2(place.match(line).hasMatch(), qPrintable(line));
            QVERIFY2(lines.size() >= 10, qPrintable(outcome.err));
        }
        QCOMPARE(m_room.array(QStringLiteral("plan list")).size(), 7);
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
